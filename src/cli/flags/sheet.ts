import { SPLITS } from '../../round.ts';
import { type OptionsOf, oneOf, parsed, text, texts } from '../flag.ts';
import { aDelimiter, aPeriod } from '../readers.ts';
import { asOf, limit, look, reading } from './shared.ts';

const { results, progress, catalogue, decimal, encoding } = reading;

/** The formats of a sheet that is filled in. */
export const SHEET_FORMATS = ['xlsx', 'csv'] as const;

export const flags = {
  period: parsed('roundPeriod', 'period', aPeriod),
  for: texts('sheetFor', 'codes'),
  split: oneOf('split', 'which', SPLITS),
  format: { ...oneOf('sheetFormat', 'name', SHEET_FORMATS), short: 'f' },
  output: { ...text('sheetFolder', 'folder'), short: 'o' },
  delimiter: parsed('sheetDelimiter', 'mark', aDelimiter),
  ...asOf,
  ...{ results, progress, catalogue, decimal, encoding },
  ...look,
  ...limit,
};

/** The options of `dti-eval sheet`. */
export type SheetOptions = OptionsOf<typeof flags>;
