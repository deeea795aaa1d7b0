import type { Level } from '../../finding.ts';

/** English words around a rule's page. */
export const rulePage = {
  levels: { error: 'error', warning: 'warning', info: 'info' } satisfies Record<Level, string>,
  wrong: 'Wrong',
  right: 'Right',
  /** What a file of an example is. */
  files: {
    yaml: 'The plan',
    results: 'Its results file',
    progress: 'Its progress file',
    measures: 'The catalogue of measures',
    areas: 'The catalogue of areas',
    stray: 'A results file of another name',
  },
  /** How to leave a finding out; the lines to write follow. */
  suppress: {
    inYaml:
      'A finding is left out with a reason: in a comment on its line or above it, or under “ignore” in the plan.',
    inCsv: 'A finding is left out with a reason, under “ignore” in the plan.',
  },
  /** What stands for the reason in those lines. */
  reason: 'the reason',
  /** What a list of all rules ends with. */
  more: 'dti-eval explain RULE shows the page of a rule.',
};

export type RulePageWords = typeof rulePage;
