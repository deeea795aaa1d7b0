import { formatsFor } from '../../commands/formats.ts';
import { SPLITS } from '../../round.ts';
import { type OptionsOf, oneOf, parsed, someOf, text, toggle } from '../flag.ts';
import { aDay, aPeriod } from '../readers.ts';
import { asOf, bom, limit, look, outputs, reading } from './shared.ts';

const { catalogue, decimal, delimiter, encoding, showReading } = reading;

export const flags = {
  period: parsed('roundPeriod', 'period', aPeriod),
  received: parsed('received', 'date', aDay),
  due: parsed('roundDue', 'date', aDay),
  split: oneOf('collectSplit', 'which', SPLITS),
  dryRun: toggle('collectDryRun'),
  letters: text('letters', 'folder'),
  results: text('collectResults', 'file'),
  progress: text('collectProgress', 'file'),
  ...asOf,
  ...{ catalogue, decimal, delimiter, encoding, showReading },
  ...outputs(formatsFor('collect')),
  ...bom,
  ...look,
  ...limit,
  failOn: someOf('failOn', 'condition', ['data', 'missing']),
};

/** The options of `dti-eval collect`. */
export type CollectOptions = OptionsOf<typeof flags>;
