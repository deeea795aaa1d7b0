import type { Words } from '../../message/message.ts';
import type { UsageArgs } from '../../message/usage.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';

/** English words for the command line and the files it names. */
export const usage: Words<UsageArgs> = {
  'bad-epoch': ({ found }) => `SOURCE_DATE_EPOCH must be a number of seconds, not ${quote(found)}`,
  'unknown-format': ({ found, valid }) =>
    `no format ${quote(found)}; there are ${valid.join(', ')}`,
  'two-formats-on-stdout': ({ formats, example }) =>
    `${list(formats, 'and')} cannot share stdout; send one to a file, -o ${example}`,
  'binary-on-terminal': ({ format }) =>
    `${format} is not for a terminal; write it to a file, -o FILE.${format}`,
  'output-without-format': ({ found }) =>
    `which format is ${quote(found)} for? Write -o FORMAT=${found}`,
  'cannot-print': ({ detail }) => `nothing more can be printed: ${detail}`,
  'two-formats-in-file': ({ file }) =>
    `two formats would go into ${quote(file)}; give each its own file`,
  'output-over-input': ({ file }) =>
    `${file} is read as a plan or a table; -o does not overwrite it: choose another name`,
  'cannot-write': ({ file, detail }) => `cannot write ${file}: ${detail}`,
  'pipe-without-reader': ({ file }) =>
    `${file}: a pipe that nothing reads from; start its reader first, or name a file`,
  'file-missing': ({ file, suggestion }) => `${file}: no such file or folder${hint(suggestion)}`,
  'file-unreadable': ({ file }) =>
    `${file}: cannot be read; check its permissions, and whether another program keeps it open`,
  'not-a-folder': ({ file }) => `${file}: a file, where a folder is needed`,
  'not-a-file': ({ file }) => `${file}: a folder, where a file is needed`,
  'file-empty': ({ file }) => `${file}: the file is empty`,
  'catalogue-missing': ({ folder }) =>
    `${folder}: neither measures.yaml nor areas.yaml in this folder`,
  'empty-path': () => 'a path is empty; name a file or folder, or . for this folder',
  'file-special': ({ file }) =>
    `${file}: a pipe or device, where a file is needed; save it to a file, or use - for standard input`,
  'file-too-large': ({ file, most, isOpen }) =>
    `${file}: more than ${formatNumber(most, 'en')} bytes, the most that is read of such a file${isOpen ? '; --limit plan-bytes=N sets another limit' : ''}`,
  'file-binary': ({ file }) => `${file}: not a text file`,
  'file-bad-encoding': ({ file }) => `${file}: neither UTF-8 nor UTF-16; save it as UTF-8`,
  'folder-without-plans': ({ folder }) =>
    `${folder}: no plan file in this folder (a .yaml or .yml file that says "format: plan/1")`,
  'plan-has-errors': ({ file, errors }) =>
    `${file}: ${errors} error${errors === 1 ? '' : 's'}; the plan cannot be used until ${errors === 1 ? 'it is' : 'they are'} fixed`,
  'config-has-errors': ({ file, errors }) =>
    `${file}: ${errors} error${errors === 1 ? '' : 's'}; nothing is done until ${errors === 1 ? 'it is' : 'they are'} fixed`,
  'letter-has-errors': ({ file, errors }) =>
    `${file}: ${errors} error${errors === 1 ? '' : 's'}; the letter cannot be used until ${errors === 1 ? 'it is' : 'they are'} fixed`,
  'item-needed': ({ plan }) =>
    `which of its indicators, tasks or duties? Write dti-eval explain ${plan} ID`,
  'option-of-items': ({ option }) =>
    `${option} goes with an item of a plan: dti-eval explain PLAN ID`,
  'one-plan-needed': ({ found, plans }) =>
    `explain needs one plan, and ${found} holds ${plans}; name the file of one`,
  'unknown-item': ({ plan, found, suggestion }) =>
    `${plan}: no indicator, part, task or duty ${quote(found)}${hint(suggestion) || '; dti-eval status and dti-eval overdue --all list them'}`,
  'one-plan-only': ({ option, plans }) => `${option} goes with one plan, not with ${plans}`,
  'unknown-choice': ({ option, found, valid, suggestion }) =>
    `${option}: no ${quote(found)}${hint(suggestion) || '.'} There are: ${valid.join(', ')}`,
  'unknown-rule': ({ found, suggestion }) =>
    `no rule ${quote(found)}${hint(suggestion) || '; dti-eval explain lists them all'}`,
  'more-findings': ({ more, plan }) => `… and ${more} more; all of them: dti-eval check ${plan}`,
  'not-together': ({ options }) => `${list(options, 'and')} do not go together`,
  'option-needs': ({ option, needs }) => `${option} needs ${needs} beside it`,
  'since-not-before': ({ since, asOf }) =>
    `--since ${formatDay(since, 'en')} is not before the as-of day, ${formatDay(asOf, 'en')}`,
  'year-without-targets': ({ year, years }) =>
    `no indicator has a target for ${year}; there are targets for ${years.join(', ')}`,
  'letter-of-document': () =>
    '--letter is for a document to read: add -f docx -o FILE.docx, or markdown, html or table',
  'csv-of-template': () =>
    'csv is for the table of results: add --template appendix (for every figure: dti-eval status --format csv)',
  'nothing-to-fill-in': ({ plan, period, year, split }) =>
    split === 'area'
      ? `${plan}: no area reports to it; name them in the plan, “areas: [codes]”, or in the catalogue`
      : `${plan}: for ${period} nobody has anything to fill in: no indicator with a leading agency has a target for ${year}, and no task is open`,
  'unknown-recipient': ({ option, found, valid, suggestion }) =>
    `${option}: ${quote(found)} has no sheet in this round${hint(suggestion) || '.'} There are: ${valid.join(', ')}`,
  'parquet-needs-package': ({ file, package: name }) =>
    `${file}: reading Parquet needs a package that is not installed here; install it with: npm install ${name}`,
  'engine-missing': ({ engine, package: name }) =>
    `--engine ${engine} needs a package that is not installed here; install it with: npm install ${name}`,
  'sheets-there': ({ files }) =>
    `${list(files, 'and')}: already there, and perhaps filled in; nothing was written. Move them away, or write to another folder with -o`,
};
