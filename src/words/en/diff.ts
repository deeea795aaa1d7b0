import type { DiffArgs } from '../../message/diff.ts';
import type { Words } from '../../message/message.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';

/** English words about what `diff` is given to compare. */
export const diff: Words<DiffArgs> = {
  'diff-needs-two': () =>
    'diff compares two plans or more; name another, or a reference with --against',
  'plan-id-repeated': ({ id, files }) =>
    `${list(files, 'and')} are states of one plan, ${quote(id)}; compare two of them alone, without other plans`,
  'unknown-plan-id': ({ found, valid, suggestion }) =>
    `--against: no plan ${quote(found)} among those given (${valid.join(', ')}), beside them or in the package${hint(suggestion)}`,
  'bad-git-name': ({ found }) =>
    `${quote(found)} names no file of a revision; write git:REF:PATH, as in git:HEAD~1:plans/danang-2024.yaml; neither part may begin with a hyphen`,
  'git-missing': ({ found }) =>
    `${found}: the program git is needed for this and was not found; install it or name two files`,
  'git-no-repository': ({ detail }) =>
    `git finds no repository here${detail === '' ? '' : ` (${detail})`}; run this inside the repository of the plans`,
  'git-unknown-ref': ({ ref }) => `git knows no revision ${quote(ref)} here`,
  'git-shallow': ({ ref }) =>
    `this clone is shallow: it has only its latest commits, and none is ${quote(ref)}; fetch the others first (git fetch --unshallow; in GitHub Actions fetch-depth: 0 of actions/checkout, in GitLab CI GIT_DEPTH: 0)`,
  'git-unknown-path': ({ ref, path }) =>
    `${path}: no such file in revision ${quote(ref)}; the path is read from the folder of the call`,
  'option-for-plans': ({ option, id }) =>
    `${option} is for comparing different plans; these are two states of ${quote(id)}`,
  'option-for-revisions': ({ option }) =>
    `${option} is for comparing two states of one plan; these plans are different ones`,
  'choice-for-revisions': ({ option, choice }) =>
    `${option} ${choice} is for comparing two states of one plan; these plans are different ones`,
  'option-not-with': ({ option, other }) => `${option} does not go with ${other}`,
  'no-such-rows': ({ years, valid }) =>
    `no plan has a target for ${list(years.map(String), 'or')}; there are targets for ${valid.join(', ')}`,
};
