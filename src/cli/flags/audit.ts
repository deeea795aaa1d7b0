import { AUDIT_KINDS } from '../../audit/finding.ts';
import { formatsFor } from '../../commands/formats.ts';
import { type OptionsOf, parsed, someOf, texts } from '../flag.ts';
import { aTolerance } from '../readers.ts';
import { asOf, bom, engine, limit, look, outputs, reading } from './shared.ts';

export const flags = {
  ...asOf,
  ...reading,
  ...engine,
  ...outputs(formatsFor('audit')),
  ...bom,
  ...look,
  ...limit,
  kind: someOf('auditKinds', 'kinds', AUDIT_KINDS),
  area: texts('auditedAreas', 'codes'),
  lead: texts('auditedLeads', 'codes'),
  tolerance: parsed('tolerance', 'number', aTolerance),
  failOn: someOf('failOn', 'condition', ['mismatch', 'conflict', 'data']),
};

/** The options of `dti-eval audit`. */
export type AuditOptions = OptionsOf<typeof flags>;
