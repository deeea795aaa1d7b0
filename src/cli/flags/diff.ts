import { formatsFor } from '../../commands/formats.ts';
import { ROW_CHOICES } from '../../diff.ts';
import { allParsed, type OptionsOf, oneOf, text, texts, toggle } from '../flag.ts';
import { aYear } from '../readers.ts';
import { bom, catalogue, limit, look, outputs } from './shared.ts';

/** What `kind` and `failOn` may name hangs on the plans: the command holds them against it. */
export const flags = {
  ...outputs(formatsFor('diff')),
  ...bom,
  ...look,
  ...limit,
  ...catalogue,
  against: text('against', 'plan'),
  year: allParsed('comparedYears', 'years', aYear),
  measure: texts('comparedMeasures', 'codes'),
  group: texts('comparedGroups', 'codes'),
  rows: oneOf('rows', 'which', ROW_CHOICES),
  changedOnly: toggle('changedOnly'),
  similar: toggle('similar', 'noSimilar'),
  kind: texts('changeKinds', 'kinds'),
  failOn: texts('failOnChange', 'condition'),
  accept: texts('accept', 'codes'),
};

/** The options of `dti-eval diff`. */
export type DiffOptions = OptionsOf<typeof flags>;
