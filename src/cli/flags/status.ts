import { formatsFor } from '../../commands/formats.ts';
import { ONLY, SORTS } from '../../views/status/narrowing.ts';
import { type OptionsOf, oneOf, parsed, someOf, text, texts, toggle } from '../flag.ts';
import { periodRange } from '../readers.ts';
import { judging } from './judging.ts';
import { asOf, bom, engine, limit, look, outputs, reading } from './shared.ts';

export const flags = {
  ...asOf,
  ...reading,
  ...engine,
  ...outputs(formatsFor('status')),
  ...bom,
  ...look,
  ...limit,
  ...judging,
  only: someOf('onlyVerdicts', 'verdicts', ONLY),
  group: texts('onlyGroups', 'codes'),
  lead: texts('onlyLeads', 'codes'),
  sort: oneOf('sort', 'by', SORTS),
  area: text('area', 'code'),
  chart: toggle('chart'),
  watch: toggle('watch'),
  periods: parsed('periods', 'periods', periodRange),
  indicator: text('indicatorOfAreas', 'code'),
  by: oneOf('byArea', 'grouping', ['area']),
  failOn: someOf('failOn', 'condition', [
    ...['missed', 'no-data', 'overdue', 'data', 'mismatch', 'conflict', 'provisional'],
  ] as const),
};

/** The options of `dti-eval status`. */
export type StatusOptions = OptionsOf<typeof flags>;
