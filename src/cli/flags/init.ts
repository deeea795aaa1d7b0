import { type OptionsOf, parsed, text, texts } from '../flag.ts';
import { aDelimiter, aYear } from '../readers.ts';
import { asOf, look } from './shared.ts';

export const flags = {
  results: text('sheet', 'plan'),
  year: parsed('newYear', 'year', aYear),
  lead: texts('sheetLeads', 'codes'),
  delimiter: parsed('sheetDelimiter', 'mark', aDelimiter),
  output: { ...text('sheetFile', 'file'), short: 'o' },
  ...asOf,
  ...look,
};

/** The options of `dti-eval init`. */
export type InitOptions = OptionsOf<typeof flags>;
