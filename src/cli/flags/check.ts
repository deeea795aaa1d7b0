import { LEVELS } from '../../finding.ts';
import { FINDING_FORMATS } from '../../formats/findings/index.ts';
import { type OptionsOf, oneOf, parsed, text, texts, toggle } from '../flag.ts';
import { aCount } from '../readers.ts';
import { limit, look, outputs, reading } from './shared.ts';

export const flags = {
  ...reading,
  ...outputs(Object.keys(FINDING_FORMATS)),
  ...look,
  ...limit,
  quiet: toggle('onlyErrors'),
  failOn: oneOf('failOnLevel', 'level', LEVELS),
  maxWarnings: parsed('maxWarnings', 'number', aCount),
  stdinFilename: text('stdinFilename', 'file'),
  baseline: text('baseline', 'file'),
  suppressAll: toggle('suppressAll'),
  prune: toggle('prune'),
  select: texts('selectRules', 'rules'),
  ignore: texts('ignoreRules', 'rules'),
  changedSince: text('changedSince', 'revision'),
  statistics: toggle('statistics'),
  fix: toggle('fix'),
  fixUnsafe: toggle('fixUnsafe'),
  dryRun: toggle('dryRun'),
};

/** The options of `dti-eval check`. */
export type CheckOptions = OptionsOf<typeof flags>;
