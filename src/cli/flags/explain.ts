import { formatsFor } from '../../commands/formats.ts';
import { type OptionsOf, text } from '../flag.ts';
import { judging } from './judging.ts';
import { asOf, limit, look, outputs, reading } from './shared.ts';

export const flags = {
  ...asOf,
  ...reading,
  ...outputs(formatsFor('explain')),
  ...look,
  ...limit,
  ...judging,
  area: text('explainedArea', 'code'),
};

/** The options of `dti-eval explain`. */
export type ExplainOptions = OptionsOf<typeof flags>;
