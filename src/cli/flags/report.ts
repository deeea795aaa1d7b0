import { formatsFor } from '../../commands/formats.ts';
import { REPORT_LENGTHS, REPORT_SECTIONS } from '../../views/report/view.ts';
import { files, type OptionsOf, oneOf, parsed, someOf, text, texts, toggle } from '../flag.ts';
import { aDay, aText, periodRange, someDays } from '../readers.ts';
import { judging } from './judging.ts';
import { asOf, bom, engine, limit, look, outputs, reading } from './shared.ts';

export const flags = {
  ...asOf,
  ...reading,
  ...engine,
  ...outputs(formatsFor('report')),
  ...bom,
  ...look,
  ...limit,
  ...judging,
  lead: texts('withinLeads', 'codes'),
  group: texts('withinGroups', 'codes'),
  area: text('area', 'code'),
  within: parsed('within', 'days', someDays),
  since: parsed('since', 'date', aDay),
  sinceResults: files('sinceResults'),
  template: oneOf('template', 'name', ['appendix']),
  periods: parsed('periods', 'periods', periodRange),
  length: oneOf('reportLength', 'name', REPORT_LENGTHS),
  sections: someOf('sections', 'names', REPORT_SECTIONS),
  withFiles: toggle('withFiles'),
  title: parsed('title', 'text', aText),
  letter: text('letter', 'file'),
  failOn: someOf('failOn', 'condition', [
    ...['missed', 'no-data', 'overdue', 'data', 'mismatch', 'conflict', 'provisional'],
  ] as const),
};

/** The options of `dti-eval report`. */
export type ReportOptions = OptionsOf<typeof flags>;
