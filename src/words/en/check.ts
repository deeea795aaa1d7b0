import type { CheckArgs } from '../../message/check.ts';
import type { Words } from '../../message/message.ts';
import { formatNumber, plural } from '../numbers.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';

/** English words for the check itself. */
export const check: Words<CheckArgs> = {
  'file-not-decodable': () => 'the file is neither UTF-8 nor UTF-16; save it as UTF-8',
  'file-not-text': () => 'this is not a text file, whatever its name says',
  'file-with-nul': () => 'a NUL character (U+0000) stands here; delete it',
  'csv-plan-broken': ({ plan }) =>
    `the rows of this file could not be checked against ${plan}, which cannot be read; fix the plan first`,
  'csv-no-plan': ({ plan }) =>
    `nothing reads this file, since there is no plan ${plan} beside it; give both the same name`,
  'csv-unreadable': ({ why }) =>
    ({
      missing: 'this link leads to no file; mend it, or take it away',
      'not-a-file': 'this is a folder, where a file is needed; give it another name',
      special: 'this is a pipe or device, where a file is needed; save it to a file',
      unreadable: 'this file cannot be opened; check its permissions',
    })[why],
  'csv-near-name': ({ plan, kind, name }) =>
    `nothing reads this file, though its name is nearly that of ${kind} of ${plan}; save it as ${name}`,
  'plan-fault-here': () => 'the first fault of the plan',

  'unused-ignore-comment': ({ rule, line }) =>
    line === null
      ? `${rule} has nothing to suppress in this file; remove the comment`
      : `${rule} has nothing to suppress on line ${line}; remove the comment`,
  'unused-ignore-of-audit': ({ rule }) =>
    `${rule} is found by the audit, which reads no comments; write an entry of “ignore” instead`,
  'unused-ignore-entry': ({ rule, where, isKnown, suggestion }) =>
    isKnown
      ? `${rule} has nothing to suppress at ${quote(where)}; remove the entry`
      : `nothing is called ${quote(where)} here; write an id, id/part or the name of a file${hint(suggestion)}`,
  'unknown-ignore': ({ found, suggestion }) =>
    found === ''
      ? 'no rule is named; write # dti-eval-ignore RULE: reason'
      : `there is no rule ${quote(found)}${hint(suggestion)}`,
  'ignore-without-reason': ({ rule }) =>
    `${rule} is not suppressed without a reason; write “${rule}: why it is accepted”`,

  'nothing-matches': ({ pattern }) => `${pattern}: no file matches this pattern`,
  'folder-without-tables': ({ folder }) => `${folder}: no .csv or .xlsx file in this folder`,
  'folder-without-files': ({ folder }) =>
    `${folder}: no plan or catalogue in this folder (a .yaml or .yml file that says "format: plan/1", "measures/1" or "areas/1")`,
  'not-checkable': ({ file }) =>
    `${file}: neither a plan nor a catalogue; these say "format: plan/1", "measures/1" or "areas/1"`,
  'csv-name-unknown': ({ file }) =>
    `${file}: which plan is it of? Name it PLAN.results.csv or PLAN.progress.csv, or check PLAN.yaml --results ${file}`,
  'csv-plan-missing': ({ file, plan }) => `${file}: its plan ${plan} is not beside it`,
  'stdin-not-yaml': () => 'standard input must be a plan or a catalogue; name CSV files instead',
  'stdin-name-alone': () => '--stdin-filename goes with -, which reads standard input',
  'baseline-broken': ({ file }) =>
    `${file}: not a baseline file; write it anew with --suppress-all`,
  'baseline-written': ({ file, count }) =>
    `${file}: ${plural(count, 'finding is', 'findings are')} accepted from now on`,
  'baseline-stale': ({ file, count }) =>
    `${file}: ${plural(count, 'entry no longer applies', 'entries no longer apply')}; --prune drops ${count === 1 ? 'it' : 'them'}`,
  'baseline-pruned': ({ file, count }) =>
    `${file}: ${plural(count, 'entry', 'entries')} that no longer ${count === 1 ? 'applies' : 'apply'} dropped`,
  mended: ({ findings, files }) =>
    findings === 0
      ? 'nothing to mend'
      : `${plural(findings, 'finding', 'findings')} mended in ${plural(files, 'file', 'files')}`,
  'would-be-mended': ({ findings, files }) =>
    findings === 0
      ? 'nothing to mend'
      : `${plural(findings, 'finding', 'findings')} would be mended in ${plural(files, 'file', 'files')}; nothing is changed`,
  'fix-of-stdin': () => 'standard input cannot be mended; name the file instead',
  'exclude-nothing': ({ pattern }) =>
    `${quote(pattern)} in “exclude” matches no file; correct it or take it out`,
  'exclude-outside': ({ pattern }) =>
    `${quote(pattern)} in “exclude” leads out of the folder of this file, where alone it holds; write a path from this folder`,
  'exclude-unknown': ({ pattern }) =>
    `${quote(pattern)} in “exclude” has !( ), which is not known; write what is kept as an entry of its own that begins with !`,
  'rule-not-set': ({ rule }) =>
    `${rule} tells what keeps a file from being read whole, and stays an error; remove the line`,
  'unchanged-left-out': ({ count, ref }) =>
    `${plural(count, 'finding', 'findings')} on lines that did not change since ${ref} left out`,
  'folder-excluded': ({ folder, files }) =>
    `${folder}: nothing left to read; .dti-eval.yaml excludes ${plural(files, 'file', 'files')} there`,
  'suppress-and-prune': () =>
    '--suppress-all writes the baseline anew, which leaves nothing to --prune; choose one',
  'unknown-schema': ({ found, valid, suggestion }) =>
    `there is no schema ${quote(found)}${hint(suggestion) || `; there are: ${valid.join(', ')}`}`,
  'init-what': () => 'name the new plan: dti-eval init my-plan',
  'bad-plan-name': ({ found, suggestion }) =>
    `${quote(found)} is no name for a plan; names are lower-case ASCII words joined by hyphens${hint(suggestion)}`,
  'already-there': ({ files }) =>
    `${list(files, 'and')}: already there; nothing is overwritten, choose another name`,
  'plan-created': ({ files, plan }) =>
    `Wrote ${list(files, 'and')}. Replace the examples, then: dti-eval check ${plan}`,
  'no-targets-in-year': ({ plan, year, years, isLed }) =>
    `${plan}: no indicator${isLed ? ' of these agencies' : ''} has a target for ${year}; the plan’s target years: ${years.join(', ')}`,
  'sheet-created': ({ file, rows, plan }) =>
    `Wrote ${file} with ${plural(rows, 'row', 'rows')}. When it is filled in: dti-eval collect ${plan} ${file}`,
  'findings-cut': ({ format, most, all }) =>
    `${format} holds ${formatNumber(most, 'en')} of ${formatNumber(all, 'en')} findings, the worst first: services take no more; the other formats count all`,
  'summary-not-written': ({ detail }) => `the step summary could not be written: ${detail}`,
};
