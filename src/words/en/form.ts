import { isSaidWhole, type Limit } from '../../limits.ts';
import type { FormArgs, Owner, OwnerKind, SyntaxFault } from '../../message/form.ts';
import type { Words } from '../../message/message.ts';
import { formatNumber } from '../numbers.ts';
import { cited, list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${cited(suggestion)}?` : '';
const valid = (choices: readonly string[]) => `valid here: ${choices.map(legible).join(', ')}`;
/** A mark alone would be taken for the sentence's own. */
const legible = (choice: string) => (/^\W$/.test(choice) ? quote(choice) : choice);
const such = (example: string | null) => (example === null ? '' : `, such as ${example}`);
const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;

const OWNERS: Record<OwnerKind, string> = {
  file: 'the file',
  indicator: 'indicator',
  part: 'part',
  agency: 'agency',
  task: 'task',
  report: 'report duty',
  claim: 'claim',
  ignore: '“ignore” entry',
  waiver: 'waiver',
  measure: 'measure',
  area: 'area',
};

function ownerName({ kind, id, position }: Owner): string {
  if (id !== null) return `the ${OWNERS[kind]} ${quote(id)}`;
  return position === null ? OWNERS[kind] : `${OWNERS[kind]} no. ${position}`;
}

const SYNTAX: Record<SyntaxFault, (text: string) => string> = {
  'after-colon': () => 'a colon needs a space behind it',
  'after-quote': (mark) =>
    `the text goes on behind its closing quote (${mark}); put the whole of it in quotes of the other kind`,
  alias: (name) => `*${name} refers to an anchor &${name} that does not come before it`,
  anchor: () => 'an anchor (&) or alias (*) cannot be used here; write the value itself',
  blank: (code) => `${code} looks like a space and is none to YAML; write an ordinary space`,
  'block-header': (text) =>
    `${quote(text)} cannot follow | or > on its line; begin the text on the next line, indented`,
  colon: () => 'a text with a colon and a space in it needs quotes around the whole of it',
  conflict: () =>
    'git left a conflict here; keep one of the two versions and take out the lines of <<<<<<<, ======= and >>>>>>>',
  'conflict-mark': (mark) =>
    `${mark} is left here of a conflict of git; take the line out, and see whether the lines around it are those that you want`,
  dash: () => 'a dash that begins an entry needs a space behind it',
  directive: () => 'a line that begins with % is an instruction to YAML; quote it or leave it out',
  documents: () => '--- begins a second document; a file holds one, put the other into its own',
  escape: (text) =>
    `${quote(text)} is no escape inside double quotes; write the backslash twice, or use single quotes`,
  indent: () => 'the indentation does not fit; keys of one thing begin in the same column',
  invisible: (code) => `${code} is invisible and no blank to YAML; delete it`,
  'joined-entry': () =>
    'YAML joins this entry to the one above it, as it stands further in; begin both in the same column',
  'list-mark': (mark) =>
    `${quote(mark)} begins no entry of a list in YAML; begin each with a hyphen and a space`,
  'list-without-key': () =>
    'a list begins here without the key that it belongs to, such as “indicators:” or “tasks:”; add its line above',
  'lone-return': () =>
    'a carriage return (CR) stands here without a line feed; end every line alike',
  'long-key': () => 'a key may have at most 1024 characters',
  loop: () => 'the aliases (*) here go round in a circle or multiply without end; write the values',
  'mark-before-key': (mark) => `the ${mark} before this key is one too many; delete it`,
  'missing-key': (key) =>
    `entries of another list begin here, but the line “${key}:” is missing; add it above them`,
  'no-colon': () =>
    'this line has no “key: value”; add the colon and a space, join it to a text, or begin it with # if it is a comment',
  'no-dash': (key) =>
    `${quote(key)} begins another entry of the list, but the dash is missing; write “- ” before it`,
  'no-first-line': (key) =>
    `another entry of the list goes on here with ${quote(key)}, but the line that begins it is missing; add “- id: …” above it`,
  'not-a-colon': (mark) =>
    `${quote(mark)} looks like a colon and is none; write a colon and a space`,
  'not-a-comma': (mark) =>
    `${quote(mark)} parts no entries inside { } or [ ]; write a comma and a space`,
  'not-a-dash': (mark) =>
    `${quote(mark)} looks like a hyphen and is none; write a hyphen and a space`,
  other: () => 'this cannot be read; compare it with a plan that passes',
  quote: (mark) => `the closing quote (${mark}) is missing`,
  separator: () => 'a comma is missing between two entries inside { } or [ ]',
  space: () => 'a space is missing here',
  start: (mark) => `a text cannot begin with ${mark}; put the whole of it in quotes`,
  tab: () => 'there is a tab where only spaces are allowed; indent with two spaces',
  tag: () => 'a tag (!) cannot be used here; write the value without it',
  'text-key': () => 'a key must be a plain text, not a list or map',
  unclosed: (mark) =>
    `the closing ${mark} is missing, or what lies inside it is not indented further than its key`,
  unopened: (mark) => `the opening ${mark} is missing here`,
  unexpected: (text) =>
    text.trim() === ''
      ? 'something is missing or superfluous here; check quotes, commas and brackets'
      : `${quote(text)} is not expected here; check quotes, commas, brackets and indentation`,
};

const TYPE_WORDS: Record<string, string> = {
  text: 'text',
  list: 'a list',
  map: 'a map of keys and values',
  number: 'a number',
  'whole number': 'a whole number',
  boolean: 'true or false',
};
const type = (name: string) => TYPE_WORDS[name] ?? name;

const LIMIT: Record<Limit, (most: string) => string> = {
  'plan-bytes': (most) => `the file has more than ${most} bytes`,
  depth: (most) => `more than ${most} lists or maps stand in each other here`,
  keys: (most) => `the file has more than ${most} keys, those that its aliases stand for included`,
  marks: (most) => `the file has more than ${most} colons, commas, brackets and leading dashes`,
  lines: (most) => `the file has more than ${most} lines`,
  entries: (most) => `this list or map has more than ${most} entries`,
  aliases: (most) => `the file has more than ${most} aliases (*); write the values`,
  'text-length': (most) => `this text has more than ${most} characters`,
  digits: (most) => `this number has more than ${most} digits`,
  findings: (most) => `more than ${most} findings in this file; the others are counted, not told`,
  'period-years': (most) => `this period has more than ${most} years`,
  'target-years': (most) => `the plan has targets for more than ${most} years`,
  targets: (most) =>
    `the plan has more than ${most} targets, those that hold in every year counted for each`,
  occurrences: (most) =>
    `tasks and duties that recur or have several leads are due more than ${most} times in all, counted for each lead`,
  'pattern-length': (most) => `the patterns of “exclude” have more than ${most} characters in all`,
  containers: (most) => `“part-of” leads from here through more than ${most} measures`,
  columns: (most) => `the table has more than ${most} columns`,
  'row-bytes': (most) => `this row has more than ${most} bytes`,
  headings: (most) =>
    `the table has more than ${most} headings, those of each row that names columns added up`,
  'broken-rows': (most) =>
    `more than ${most} rows one after the other are broken, by quotes or their length, or cannot be read behind such a row; what comes behind this one is not read`,
  'sheet-rows': (most) =>
    `the sheets have more than ${most} rows in all; collect some of them at a time`,
  figures: (most) => `areas would be asked for more than ${most} figures in all`,
  cells: (most) =>
    `the table of areas and indicators would have more than ${most} cells; ask for one with --indicator`,
  'word-rows': (most) => `a Word file of this would have more than ${most} rows; write xlsx or csv`,
  'html-rows': (most) => `a page of this would have more than ${most} rows; write xlsx or csv`,
  'excel-rows': (most) => `a workbook of this would have more than ${most} rows; write csv`,
};

/** English words for the form of YAML files. */
export const form: Words<FormArgs> = {
  'yaml-syntax': ({ fault, text }) => `not valid YAML: ${SYNTAX[fault](text)}`,
  'unquoted-comparison': ({ text }) =>
    `${text} without quotes is YAML syntax, not a target; write it in quotes: "${text}"`,
  'comma-in-flow': ({ found, asThousands, asDecimal }) => {
    const write =
      asThousands !== null && asDecimal !== null
        ? `write ${asThousands} if thousands were meant, ${asDecimal} if not`
        : `write ${asThousands ?? asDecimal ?? 'the number without it'}`;
    return `inside { } the comma of ${found} ends the entry; ${write}`;
  },
  'over-limit': ({ limit, most, isOpen }) =>
    `${LIMIT[limit](formatNumber(most, 'en'))}${isSaidWhole(limit) ? '' : ', the most that is read'}${isOpen ? `; --limit ${limit}=N sets another limit` : ''}`,
  'duplicate-key': ({ key }) =>
    `the key ${quote(key)} appears here a second time; keep one of them`,
  'first-here': () => 'first here',
  'unknown-key': ({ key, valid: keys, suggestion }) =>
    `unknown key ${quote(key)}${hint(suggestion) || `; ${valid(keys)}${/[^a-z0-9_-]/i.test(key) ? '; begin the line with # if it is a comment' : ''}`}`,
  'missing-key': ({ key, owner, example }) =>
    `${ownerName(owner)} has no ${quote(key)}; add “${key}:”${such(example)}`,
  'missing-one-of': ({ keys, owner }) => `${ownerName(owner)} needs one of ${list(keys, 'or')}`,
  'missing-companion': ({ key, companion }) => `${quote(key)} needs ${quote(companion)} beside it`,
  'wrong-type': ({ key, isItem, found, expected, suggestion, example }) =>
    `${isItem ? `each entry of ${quote(key)}` : quote(key)} must be ${list(expected.map(type), 'or')}${such(example)}, but this is ${type(found)}${suggestion ? `; write ${suggestion}` : ''}`,
  'empty-value': ({ key, expected, isRequired }) =>
    `${quote(key)} is empty; write ${list(expected.map(type), 'or')}${isRequired ? '' : ', or leave the key out'}`,
  'not-a-choice': ({ key, found, valid: choices, suggestion }) =>
    `${quote(key)} is ${quote(found)}; ${valid(choices)}${hint(suggestion)}`,
  'bad-code': ({ key, found, suggestion }) =>
    `${quote(found)} in ${quote(key)} is no code; codes are lower-case ASCII words joined by hyphens${hint(suggestion)}`,
  'bad-year-key': ({ found, suggestion }) =>
    `${quote(found)} is no year; keys here are years such as 2025${hint(suggestion)}`,
  'year-with-value': ({ found, suggestion }) =>
    `${quote(found)} is one key to YAML; between the year and its value stand a colon and a space: ${suggestion}`,
  'curly-quotes': ({ found, suggestion }) =>
    `the curly quotes of ${found} are part of the value; write ${suggestion}, with straight quotes if any`,
  'joined-codes': ({ found, suggestion }) =>
    `between the codes in ${quote(found)} a comma is missing; write ${suggestion}`,
  'marks-in-text': ({ key, mark, suggestion }) =>
    `${quote(mark)} begins no entry of a list in YAML, so ${quote(key)} is one text; begin each with a hyphen and a space, or write ${suggestion}`,
  'bad-target': ({ found, suggestion }) =>
    `${quote(found)} is no target${hint(suggestion) || '; write a number (at least), "> 50", ">= 20", "<= 15", "< 5", "~ 45", "2..3" or done'}`,
  'bad-baseline': ({ found, suggestion }) =>
    `${quote(found)} is no value${hint(suggestion) || '; write a number, "~ 8.2", "> 90", ">= 90", "< 50", "<= 5", done, not-done, "60%" of a milestone, or none'}`,
  'bad-due': ({ found, suggestion }) =>
    `${quote(found)} is no due date${hint(suggestion) || '; write 2024, 2024-07, 2024-Q3, 2024-07-15, 2022..2025, yearly, quarterly, monthly, continuous, { yearly: [06-01] }, { by: 2024-05, then: continuous }, { per: document } or none'}`,
  'bad-month-day': ({ found, suggestion }) =>
    `${quote(found)} is no day of the year${hint(suggestion) || '; write month and day, 06-30'}`,
  'bad-date': ({ key, found, suggestion }) =>
    `${quote(found)} in ${quote(key)} is no date${hint(suggestion) || '; write year, month and day, 2024-04-15'}`,
  'bad-period': ({ found, suggestion }) =>
    `${quote(found)} is no period${hint(suggestion) || '; write a year, 2024, or 2022..2025'}`,
  'bad-year': ({ key, found, suggestion }) =>
    `${quote(found)} in ${quote(key)} is no year${hint(suggestion) || '; write four digits, 2025'}`,
  'bad-pattern': ({ key, found, description }) =>
    `${quote(found)} does not fit ${quote(key)}: ${description}`,
  'out-of-range': ({ key, found, comparison, limit }) =>
    `${quote(key)} is ${found}; it must be ${comparison} ${limit}`,
  'mixed-forms': ({ key, other }) =>
    `${quote(key)} does not go with ${quote(other)}: a claim says one thing; make two claims of it`,
  'stands-alone': ({ key }) => `${quote(key)} must be alone; remove the other keys beside it`,
  'too-few': ({ key, least, example, isRequired }) =>
    `${quote(key)} needs at least ${entries(least)}${such(example)}${isRequired ? '' : ', or leave the key out'}`,
  'too-many': ({ key, most }) => `${quote(key)} takes at most ${entries(most)}`,
  'repeated-item': ({ key, item }) => `${quote(item)} is in ${quote(key)} twice; keep one`,
  'wrong-format': ({ found, expected }) =>
    `this file's format is ${quote(found)}; this program reads "format: ${expected}"`,
  'no-content': () => 'the file is empty; a plan file starts with "format: plan/1"',
  'ambiguous-yaml-number': ({ found, asThousands, asDecimal }) =>
    `YAML reads ${found} as ${asDecimal}; write ${asThousands} if thousands were meant, ${asDecimal} if not`,
  'odd-yaml-number': ({ found, value }) =>
    `YAML reads ${found} as ${value}, other readers may not; write ${value}`,
  'impossible-date': ({ found, nearest }) =>
    `the calendar has no ${quote(found)}; the nearest is ${nearest}`,
  'inverted-window': ({ from, to }) =>
    `the window ends (${to}) before it starts (${from}); swap the two`,
  'unit-needed': ({ id }) => `${quote(id)} has targets with a number but no unit; add "unit:"`,
  'bad-share': ({ found }) =>
    `${quote(found)} is more than the whole of a milestone; write at most 100%, or done`,
  'milestone-baseline': ({ id, found, suggestion }) =>
    `${quote(found)} is for milestones, but the targets of ${quote(id)} are numbers; write ${suggestion ?? 'a number, or none'}`,
  'per-of-unit': ({ id, per, unit, factor }) =>
    factor === 100 && !/100/.test(unit)
      ? `${id}: “per” is ${per}, but ${quote(unit)} is per 100 already; leave “per” out`
      : `${id}: “per” is ${per}, but the unit ${quote(unit)} says ${factor}; correct one of them`,
  'inverted-range': ({ lower, upper }) =>
    `the range's lower number (${lower}) is above its upper one (${upper}); write ${upper}..${lower}`,
};
