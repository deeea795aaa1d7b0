import type { RulePageWords } from '../rule-page-words.ts';

/** English words around a rule's page. */
export const rulePage: RulePageWords = {
  levels: { error: 'error', warning: 'warning', info: 'info' },
  wrong: 'Wrong',
  right: 'Right',
  files: {
    yaml: 'The plan',
    results: 'Its results file',
    progress: 'Its progress file',
    measures: 'The catalogue of measures',
    areas: 'The catalogue of areas',
    stray: 'A results file of another name',
  },
  suppress: {
    inYaml:
      'A finding is left out with a reason: in a comment on its line or above it, or under “ignore” in the plan.',
    inCsv: 'A finding is left out with a reason, under “ignore” in the plan.',
  },
  reason: 'the reason',
  more: 'dti-eval explain RULE shows the page of a rule.',
};
