import { formatsFor } from '../../commands/formats.ts';
import { DEADLINE_STATES } from '../../overdue.ts';
import { GROUPINGS, KINDS } from '../../views/overdue/narrowing.ts';
import { type OptionsOf, oneOf, parsed, someOf, texts, toggle } from '../flag.ts';
import { someDays } from '../readers.ts';
import { asOf, bom, engine, limit, look, outputs, reading } from './shared.ts';

export const flags = {
  ...asOf,
  ...reading,
  ...engine,
  ...outputs(formatsFor('overdue')),
  ...bom,
  ...look,
  ...limit,
  within: parsed('within', 'days', someDays),
  all: toggle('all'),
  only: someOf('onlyStates', 'states', DEADLINE_STATES),
  kind: oneOf('deadlineKind', 'kind', KINDS),
  lead: texts('onlyLeads', 'codes'),
  group: texts('onlyGroups', 'codes'),
  by: oneOf('byHeading', 'grouping', GROUPINGS),
  failOn: someOf('failOn', 'condition', ['overdue', 'data']),
};

/** The options of `dti-eval overdue`. */
export type OverdueOptions = OptionsOf<typeof flags>;
