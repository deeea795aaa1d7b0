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
  },
  suppress: (rule) =>
    `To leave a finding out, give the reason: “# dti-eval-ignore ${rule}: reason” on the line or above it, or an entry under “ignore” in the plan, which reaches CSV rows too.`,
  more: 'dti-eval explain RULE shows the page of a rule.',
};
