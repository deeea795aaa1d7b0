import type { YAMLError } from 'yaml';
import type { SyntaxFault } from '../message/form.ts';
import type { FixClass } from '../suggest.ts';
import { isProse } from './prose.ts';
import { TAB_WIDTHS, tabEdits, tabMend } from './tabs.ts';
import { type Line, lineAt, neighbour, type TextEdit } from './text-edits.ts';
import { syntax, syntaxSaid, type Told } from './yaml-syntax.ts';

/** A fault of syntax that was understood: what it is, and what makes the rest of the file readable. */
export interface Cause extends Told {
  edits: readonly TextEdit[];
  /** How sure it is that the edits say what was meant; `null` where they only let one read on. */
  sure: FixClass | null;
  /** Is what stood there lost? */
  isLost?: boolean;
}

/** A line that begins an entry of a list or map; another would only be joined to the text above it. */
const ENTRY = /^\s*(?:-\s|[^\s:#]+:(?:\s|$))/;
/** Nobody wrote a longer line by hand. */
const MOST_LETTERS = 5_000;

/** What may be at the bottom of an error, the likeliest first. */
export function* candidates(text: string, error: YAMLError): Generator<Cause> {
  const said = syntaxSaid(error, text);
  const line = lineAt(text, error.pos[0]);
  // What stands in a second document is no part of the first.
  if (line.text.length > MOST_LETTERS || faultOf(said) === 'documents') return;
  const near = [line, neighbour(text, line, 1), neighbour(text, line, -1)].filter(
    (one) => one !== null,
  );
  yield* unopened(line);
  if (said.edit !== null) yield { ...said, edits: [said.edit], sure: 'safe' };
  yield* markBeforeKey(line);
  for (const one of near.slice(0, 2)) yield* colonless(text, one);
  yield* tabs(text, error, said);
  for (const one of near) yield* blanks(one);
  for (const one of near) yield* listMarks(text, one);
  for (const one of near) yield* marks(one);
  yield* quotes(text, said, line);
  yield* separators(text, said, line);
  yield* brackets(text, error, said, line);
  for (const one of near) yield* starts(one);
  for (const one of near) yield* dashless(text, one);
  for (const one of near) yield* entryWithoutDash(text, one);
  yield* firstWithoutDash(text, line);
  for (const one of near) yield* keyOfMap(text, one);
  for (const one of near) yield* firstFurtherIn(text, one);
  for (const one of near) yield* entryAside(text, one);
  for (const one of near.slice(0, 2)) yield* wrapped(text, one);
  for (const one of near) yield* commentMark(text, one);
  for (const one of near.slice(0, 2)) if (ENTRY.test(one.text)) yield* indents(text, one);
  for (const one of near.slice(0, 2)) yield* listWithoutKey(text, one);
  const { from, to } = line;
  yield { ...said, edits: [{ from, to, text: '' }], sure: null, isLost: true };
}

function faultOf({ message }: Told): SyntaxFault | null {
  return message.code === 'yaml-syntax' ? message.args.fault : null;
}

function textOf({ message }: Told): string {
  return message.code === 'yaml-syntax' ? message.args.text : '';
}

function* tabs(text: string, error: YAMLError, said: Told): Generator<Cause> {
  if (error.code !== 'TAB_AS_INDENT' && !/^[ ]*\t/.test(lineAt(text, error.pos[0]).text)) return;
  const at = text.search(/^[ \t]*\t/m);
  const found = { ...said, from: at, to: at + 1, message: syntax('tab') };
  const whole = tabMend(text);
  if (whole !== null) yield { ...found, ...whole };
  else for (const width of TAB_WIDTHS) yield { ...found, edits: tabEdits(text, width), sure: null };
}

/** Blanks that are none to YAML: what is copied from Word or a page has them. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/;

/** Blanks at the beginning of a line, behind its dash, and around the colon of its key. */
function* blanks({ from, text }: Line): Generator<Cause> {
  const layout =
    /^([\s\u200b\u2060]*)(-[\s\u200b\u2060]+)?(?:[\w"'-]+([\s\u200b\u2060]*):([\s\u200b\u2060]*))?/d.exec(
      text,
    );
  const edits = (layout?.indices ?? []).slice(1).flatMap((group) => {
    if (group === undefined) return [];
    const blank = text.slice(...group);
    if (!ODD_BLANK.test(blank)) return [];
    return [
      { from: from + group[0], to: from + group[1], text: blank.replace(ODD_BLANKS, ordinary) },
    ];
  });
  if (edits.length === 0) return;
  const at = text.search(ODD_BLANK);
  const said = syntax(INVISIBLE.test(text[at]!) ? 'invisible' : 'blank', codeOf(text[at]!));
  yield {
    from: from + at,
    to: from + at + 1,
    message: said,
    suggestion: null,
    edits,
    sure: 'safe',
  };
}

const ODD_BLANKS = new RegExp(ODD_BLANK, 'g');

const INVISIBLE = /[\u200b\u2060\ufeff]/;

/** What is invisible stands for nothing, what is wide for a space. */
function ordinary(blank: string): string {
  return INVISIBLE.test(blank) ? '' : ' ';
}

function codeOf(letter: string): string {
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A dash that is none and what else stands before the entries of a list in Word and on pages. */
export const LIST_MARK =
  /^(\s*)([–—−‐‑⁃•·∙‣◦●○▪▫■□►▸➢➤✓✔❖\ue000-\uf8ff*+]|--+|[=-]>|-(?:[ \t]+-)+(?=[ \t])|o(?=[ \t])|\d{1,3}[.)](?=[ \t\u00a0])|[a-zđ][.)](?=[ \t\u00a0]))([ \t\u00a0]*)(?=[^\s*+-])/u;

/** The list's entries from that line on that have the same kind of mark in the same column. */
function* listMarks(text: string, line: Line): Generator<Cause> {
  const [, indent, mark] = LIST_MARK.exec(line.text) ?? [];
  if (indent === undefined || mark === undefined) return;
  const entries: Line[] = [];
  for (let at: Line | null = line; at !== null; at = neighbour(text, at, 1)) {
    if (indentOf(at.text) < indent.length) break;
    const [, own, other] = LIST_MARK.exec(at.text) ?? [];
    if (own === indent && kindOfMark(other!) === kindOfMark(mark)) entries.push(at);
  }
  const from = line.from + indent.length;
  const shown = /^-(?:[ \t]+-)+$/.test(mark) ? '- -' : mark;
  const message = /^[–—−‐‑⁃]$/.test(mark) ? syntax('not-a-dash', mark) : syntax('list-mark', shown);
  const place = { from, to: from + mark.trimEnd().length, message, suggestion: null };
  for (const isAligned of [false, true]) {
    const edits = entries.map(({ from, text }) => {
      const [whole] = LIST_MARK.exec(text)!;
      const dash = isAligned ? '-'.padEnd(whole.length - indent.length) : '- ';
      return { from: from + indent.length, to: from + whole.length, text: dash };
    });
    yield { ...place, edits, sure: 'safe' };
  }
}

/** `1.` and `2.` are of one kind. */
function kindOfMark(mark: string): string {
  return mark.replace(/^(?:\d+|[a-zđ])(?=[.)])/, '1').replace(/^-.*/s, '-');
}

/** `-id: a` and `group:g`, and colons that only look like YAML's. */
function* marks({ from, text }: Line): Generator<Cause> {
  const dash = /^\s*-(?=["'\p{L}\p{N}][^\s:]*:(?:\s|$))/u.exec(text)?.[0];
  if (dash !== undefined) yield insertion(from + dash.length, ' ', 'dash', 'unsafe');
  const key = /^\s*(?:-\s+)?[a-z][a-z-]*:(?=\S)/.exec(text)?.[0];
  if (key !== undefined) yield insertion(from + key.length, ' ', 'after-colon', 'unsafe');
  const wide = /^\s*(?:-\s+)?[a-z0-9-]+(\s*[：﹕∶꞉]\s*)/d.exec(text);
  if (wide !== null) {
    const [start, end] = wide.indices![1]!;
    const at = from + text.search(/[：﹕∶꞉]/);
    const edits = [{ from: from + start, to: from + end, text: ': ' }];
    const message = syntax('not-a-colon', text[at - from]!);
    yield { from: at, to: at + 1, message, suggestion: null, edits, sure: 'safe' };
  }
}

function insertion(at: number, text: string, fault: SyntaxFault, sure: FixClass): Cause {
  const edits = [{ from: at, to: at, text }];
  return { from: at - 1, to: at, message: syntax(fault), suggestion: null, edits, sure };
}

/** A text that needs quotes around the whole of it, and one that has lost its second. */
function* quotes(text: string, said: Told, line: Line): Generator<Cause> {
  const at = said.from - line.from;
  const fault = faultOf(said);
  if (fault === 'quote') yield* unclosedQuotes(text, said, line);
  if (at < 0 || at >= line.text.length) return;
  if (fault === 'start') yield* quoted(line, at, said);
  if (fault === 'escape') {
    const edits = [{ from: said.from, to: said.from, text: '\\' }];
    yield { ...said, edits, sure: null };
  }
}

/** The whole of the text that begins there in quotes: to the end of its line, or of its entry inside { }. */
function* quoted(
  { from, text }: Line,
  at: number,
  said: Omit<Told, 'suggestion'>,
): Generator<Cause> {
  for (const end of [/(?<!\s)\s+#.*$|(?<!\s)\s*$/s, /(?<!\s)\s*[,}\]].*$/s]) {
    const rest = text.slice(at).replace(end, '');
    const place = { from: from + at, to: from + at + rest.length };
    const edits = [{ ...place, text: `"${rest.replaceAll('"', '\\"')}"` }];
    if (rest !== '' && !rest.includes('\\'))
      yield { ...said, suggestion: null, edits, sure: 'unsafe' };
  }
}

const OPENING_SINGLE = /(?:[:,[{]|^[ \t]*-)\s+'[^'\n]*$/gm;
const OPENING_DOUBLE = /(?:[:,[{]|^[ \t]*-)\s+"[^"\n]*$/gm;

/** So many places are tried for the quote that nothing closes. */
const MOST_OPENINGS = 4;

/** A quote that is missing at the end of its line; the parser may miss it as late as in the last one. */
function* unclosedQuotes(text: string, said: Told, line: Line): Generator<Cause> {
  const mark = textOf(said);
  const opening = mark === "'" ? OPENING_SINGLE : OPENING_DOUBLE;
  const openings = [...text.slice(0, line.to).matchAll(opening)].slice(0, MOST_OPENINGS);
  const lines = [
    line,
    ...openings.map(({ 0: found, index }) => lineAt(text, index + found.length)),
  ];
  for (const { from, to, text } of lines)
    for (const end of [to, from + text.search(/(?<![\s,}\]])[\s,}\]]*[,}\]]\s*$/)]) {
      const place = from === line.from ? said : { from: end - 1, to: end };
      const edits = [{ from: end, to: end, text: mark }];
      if (end > from && end >= place.from)
        yield { ...said, from: place.from, to: place.to, edits, sure: 'unsafe' };
    }
}

/** A key with what follows it on its line. */
const KEY_AND_TEXT = /^(\s*(?:-\s+)?[\w-]+:\s+)(?=[-*&!|>@`%[\]{}"'?,])/;

/** A text that begins with what is syntax there: `- a`, `[a] b`, `*a`, `"a" b`. */
function* starts(line: Line): Generator<Cause> {
  const at = KEY_AND_TEXT.exec(line.text)?.[0].length;
  if (at === undefined) return;
  const mark = line.text[at]!;
  const from = line.from + at;
  const isQuote = mark === '"' || mark === "'";
  const end = isQuote ? line.text.indexOf(mark, at + 1) + 1 : at + 1;
  if (end === 0) return;
  const message = isQuote ? syntax('after-quote', mark) : syntax('start', mark);
  yield* quoted(line, at, { from, to: line.from + end, message });
}

/** A comma that is missing between two entries inside { } or [ ], or is another mark. */
function* separators(whole: string, said: Told, { from, text }: Line): Generator<Cause> {
  const wide = [...text.matchAll(/(?<!\s)\s*([，、；;])\s*(?=\S)/gu)].map(
    ({ 0: found, 1: mark, index }) => {
      return { mark: mark!, from: from + index, to: from + index + found.length, text: ', ' };
    },
  );
  if (wide.length > 0) {
    const [{ mark, ...place }] = wide as [(typeof wide)[number]];
    const edits = wide.map(({ from, to, text }) => ({ from, to, text }));
    yield { ...place, message: syntax('not-a-comma', mark), suggestion: null, edits, sure: 'safe' };
  }
  const before = neighbour(whole, lineAt(whole, from), -1);
  if (faultOf(said) === 'separator' && before !== null && !/[,[{]$/.test(before.text.trimEnd())) {
    const end = before.from + before.text.trimEnd().length;
    const message = syntax('separator', ',');
    const edits = [{ from: end, to: end, text: ',' }];
    yield { from: end, to: end + 1, message, suggestion: null, edits, sure: 'unsafe' };
  }
  const missing = /[^\s,[{:](\s+)(?:\d{4}|[a-z][a-z-]*):\s/d.exec(text);
  if (missing === null || !/[[{]/.test(text.slice(0, missing.index))) return;
  const [start, end] = missing.indices![1]!;
  const edits = [{ from: from + start, to: from + end, text: ', ' }];
  yield {
    ...said,
    from: from + start,
    to: from + end,
    message: syntax('separator', ','),
    edits,
    sure: 'unsafe',
  };
}

/** A bracket that is missing where its line ends, and one too many. */
function* brackets(text: string, error: YAMLError, said: Told, line: Line): Generator<Cause> {
  const mark = unclosedMark(error);
  if (mark !== null) {
    for (let at: Line | null = line, steps = 0; at !== null && steps < 4; steps += 1) {
      const end = at.from + at.text.replace(/(?<!\s)\s+(?:#.*)?$/s, '').length;
      const place = { from: end - 1, to: end };
      const other = mark === ']' ? '}' : ']';
      const told = { ...said, ...place, message: syntax('unclosed', mark) };
      if (at.text.trimEnd().endsWith(other))
        yield { ...told, edits: [{ ...place, text: mark }], sure: 'unsafe' };
      if (isOpen(at.text) || steps > 0)
        yield { ...told, edits: [{ from: end, to: end, text: ` ${mark}` }], sure: 'unsafe' };
      at = neighbour(text, at, -1);
    }
  }
  const [from] = error.pos;
  if (faultOf(said) === 'unexpected' && /[}\]]/.test(text[from] ?? ''))
    yield { ...said, edits: [{ from, to: from + 1, text: '' }], sure: 'unsafe' };
}

/** `- id: a, name: b }` and `targets: 2024: 10 }`: the bracket that opens is gone. */
function* unopened({ from, text }: Line): Generator<Cause> {
  const closing = text.trimEnd().at(-1);
  if (closing !== ']' && closing !== '}') return;
  const opening = closing === ']' ? '[' : '{';
  const count = (mark: string) => text.split(mark).length;
  if (count(closing) !== count(opening) + 1) return;
  for (const before of [/^\s*(?:- )?[a-z-]+: +(?=\S)/, /^\s*- +(?=\S)/]) {
    const length = before.exec(text)?.[0].length;
    if (length === undefined || /^[\]}]/.test(text.slice(length))) continue;
    const at = from + length;
    const edits = [{ from: at, to: at, text: opening }];
    const message = syntax('unopened', opening);
    yield { from: at, to: at + 1, message, suggestion: null, edits, sure: 'unsafe' };
  }
}

/** The bracket that the parser misses. */
function unclosedMark({ message }: YAMLError): string | null {
  return /end with an? ([\]}])/.exec(message)?.[1] ?? null;
}

/** Are there more brackets that open than that close? */
function isOpen(line: string): boolean {
  const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}

/** A list in the place of a map's next key: the line that names it is gone. */
function* listWithoutKey(text: string, line: Line): Generator<Cause> {
  const before = neighbour(text, line, -1);
  const own = indentOf(line.text);
  if (!/^ *- /.test(line.text) || before === null || !/^ *[\w-]+: /.test(before.text)) return;
  if (indentOf(before.text) !== own) return;
  const edits: TextEdit[] = [];
  for (let at: Line | null = line; at !== null && indentOf(at.text) >= own; ) {
    edits.push({ from: at.from, to: at.to, text: '' });
    at = neighbour(text, at, 1);
  }
  const message = syntax('list-without-key');
  const place = { from: line.from + own, to: line.from + own + 1 };
  yield { ...place, message, suggestion: null, edits, sure: null, isLost: true };
}

/** An entry of a list of texts that has lost its dash, or the space behind it. */
function* dashless(text: string, line: Line): Generator<Cause> {
  const own = indentOf(line.text);
  const isEntry = (one: Line | null) =>
    one !== null && indentOf(one.text) === own && /^ *- /.test(one.text);
  if (isEntry(line) || !(isEntry(neighbour(text, line, -1)) || isEntry(neighbour(text, line, 1))))
    return;
  const from = line.from + own;
  const dash = /^ *-(?=[^\s-])/.test(line.text);
  if (dash) yield insertion(from + 1, ' ', 'dash', 'unsafe');
  else if (!ENTRY.test(line.text)) {
    const place = { from, to: line.to, message: syntax('no-dash', line.text.trim()) };
    yield { ...place, suggestion: null, edits: [{ from, to: from, text: '- ' }], sure: 'unsafe' };
  }
}

/** An entry of a list of things that has lost its dash, and stands in no column of theirs. */
function* entryWithoutDash(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = /^ *([a-z][a-z-]*):\s/.exec(line)?.[1];
  if (key === undefined) return;
  const own = indentOf(line);
  const entries = [...text.matchAll(FIRST_KEY)].filter((entry) => entry[2] === key);
  const indent = (entries.findLast(({ index }) => index < from) ?? entries[0])?.[1];
  if (indent === undefined || Math.abs(indent.length + 2 - own) > 2) return;
  const place = { from: from + own, to: from + own + key.length };
  const edits = [{ from, to: from + own, text: `${indent}- ` }];
  yield { ...place, message: syntax('no-dash', key), suggestion: null, edits, sure: 'unsafe' };
}

/** The first entry of a list, which begins in another column than the others. */
function* entryAside(text: string, line: Line): Generator<Cause> {
  const [own, key] = /^ *- ([a-z][a-z-]*):\s/.exec(line.text) ?? [];
  if (own === undefined || !/^ *[a-z-]+:\s*$/.test(neighbour(text, line, -1)?.text ?? '')) return;
  FIRST_KEY.lastIndex = line.end;
  const next = FIRST_KEY.exec(text);
  FIRST_KEY.lastIndex = 0;
  const by = (next?.[1] ?? '').length - indentOf(line.text);
  if (next?.[2] !== key || by === 0 || Math.abs(by) > 2) return;
  const place = { from: line.from, to: line.from + indentOf(line.text), message: syntax('indent') };
  yield { ...place, suggestion: null, edits: [moved(line, by)], sure: 'unsafe' };
}

/** The first line of all, which begins further in than those after it. */
function* firstFurtherIn(text: string, line: Line): Generator<Cause> {
  const own = indentOf(line.text);
  if (own === 0 || neighbour(text, line, -1) !== null) return;
  const edits = [moved(line, -own)];
  const place = { from: line.from, to: line.from + own, message: syntax('indent') };
  yield { ...place, suggestion: null, edits, sure: 'unsafe' };
}

/** The first entry of a list that has lost its dash: the error stands as late as at the second. */
function* firstWithoutDash(text: string, line: Line): Generator<Cause> {
  const [, indent, key] = /^( *)- ([a-z][a-z-]*):\s/.exec(line.text) ?? [];
  if (indent === undefined) return;
  const start = [...text.slice(0, line.from).matchAll(LIST_KEY)].at(-1)?.index;
  const first = start === undefined ? null : neighbour(text, lineAt(text, start), 1);
  if (!first?.text.trimStart().startsWith(`${key}: `)) return;
  const from = first.from + indentOf(first.text);
  const place = { from, to: from + key!.length };
  const edits = [{ from: first.from, to: place.from, text: `${indent}- ` }];
  const message = syntax('no-dash', key!);
  yield { ...place, message, suggestion: null, edits, sure: 'unsafe' };
}

/** Lines that name a list and hold nothing else. */
const LIST_KEY = /^ *[a-z-]+:$/gm;

/** Codes with names below nothing: the line “agencies:” or “groups:” is gone. */
function* keyOfMap(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = (['agencies', 'groups'] as const).find((one) => !text.includes(`\n${one}:`));
  if (key === undefined || !/^ +[a-z0-9-]+: \p{Lu}/u.test(line)) return;
  const at = from + line.search(/\S/);
  const edits = [{ from, to: from, text: `${key}:\n` }];
  const message = syntax('missing-key', key);
  yield { from: at, to: at + 1, message, suggestion: null, edits, sure: 'unsafe' };
}

const FIRST_KEY = /^( *)- ([a-z][a-z-]*):\s/gm;
const LINE_KEY = /^[ \t]*(?:- )?(?:\{ )?([a-z][a-z-]*):/gm;

/** A line with a key, but without its colon. */
function* colonless(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = /^\s*(?:-\s+)?([a-z0-9][a-z0-9-]*)(\s*[;=.,]\s+|\s*[;=.,]?$|\s+)(?=(.?))/d.exec(line);
  if (key === null) return;
  const [start, end] = key.indices![2]!;
  const isBare = end === line.length && isKeyAlone(neighbour(text, lineAt(text, from), -1)?.text);
  const isKey = !isBare && keysOfLines(text).has(key[1]!);
  // `so-y-te Sở Y tế`: below “agencies” and “groups” stand codes with names.
  const isCode = /^\p{Lu}/u.test(key[3]!) && /^ {2}[a-z0-9]/.test(line);
  if (!isKey && !isCode) return;
  const place = { from: from + line.search(/\S/), to: from + line.trimEnd().length };
  const colon = { from: from + start, to: from + end, text: end === line.length ? ':' : ': ' };
  const message = syntax('no-colon');
  yield { ...place, message, suggestion: null, edits: [colon], sure: 'unsafe' };
}

function isKeyAlone(line: string | undefined): boolean {
  return line !== undefined && /^\s*(?:- )?[\w-]+:\s*$/.test(line);
}

/** The keys that lines of the text begin with, and those of every plan. */
export function keysOfLines(text: string): Set<string> {
  return new Set([...PLAN_KEYS, ...[...text.matchAll(LINE_KEY)].map(([, key]) => key!)]);
}

/** What stands once in a plan, so that nowhere else tells that it is a key. */
const PLAN_KEYS: ReadonlySet<string> = new Set([
  'format',
  'id',
  'title',
  'document',
  'issued',
  'area',
  'period',
  'implements',
  'agencies',
  'groups',
  'indicators',
  'tasks',
  'reports',
  'claims',
  'ignore',
  'note',
]);

/** A line that goes on with the text above it, in the column of its key; or is a comment without its mark. */
function* wrapped(text: string, { from, text: line }: Line): Generator<Cause> {
  if (ENTRY.test(line) || LIST_MARK.test(line)) return;
  const before = neighbour(text, lineAt(text, from), -1);
  const key = /^\s*(?:- +)*([\w-]+):(\s+[^\s"'[{|>].*)?$/s.exec(before?.text.trimEnd() ?? '');
  if (before === null || key === null) return;
  const at = from + line.search(/\S/);
  const told = { from: at, to: from + line.trimEnd().length, message: syntax('no-colon') };
  const column = Math.max(...columnsOf(before.text)) + 2;
  const indent = { from, to: at, text: ' '.repeat(column) };
  const isValue = !MAPS.has(key[1]!) || /^\s*[[{"']/.test(line);
  const isJoined = key[2] === undefined ? isValue : isProse([key[1]!]);
  const edit = isJoined ? indent : { from: at, to: at, text: '# ' };
  yield { ...told, suggestion: null, edits: [edit], sure: isJoined ? 'unsafe' : null };
}

/** Keys whose value is no text of one line. */
const MAPS: ReadonlySet<string> = new Set([
  'agencies',
  'groups',
  'indicators',
  'tasks',
  'reports',
  'claims',
  'ignore',
  'parts',
  'targets',
  'baseline',
  'reference',
  'waived',
  'wording',
  'measures',
  'areas',
  'rules',
]);

/** `%title:`: a mark before a key is no part of any. */
function* markBeforeKey({ from, text }: Line): Generator<Cause> {
  const before = /^\s*(?:-\s+)?(?=[%@`][a-z][a-z-]*:(?:\s|$))/.exec(text)?.[0];
  if (before === undefined) return;
  const place = { from: from + before.length, to: from + before.length + 1 };
  const message = syntax('mark-before-key', text[before.length]!);
  yield { ...place, message, suggestion: null, edits: [{ ...place, text: '' }], sure: 'unsafe' };
}

/** A text of its own below a key that has others: a comment that has lost its mark. */
function* commentMark(text: string, line: Line): Generator<Cause> {
  const before = neighbour(text, line, -1);
  if (
    ENTRY.test(line.text) ||
    LIST_MARK.test(line.text) ||
    /^\s*[#[{}\]"'&*!|>%@`]/.test(line.text)
  )
    return;
  const key = /^\s*(?:- )?([\w-]+):\s*$/.exec(before?.text ?? '')?.[1];
  if (key === undefined || !MAPS.has(key)) return;
  const from = line.from + indentOf(line.text);
  const place = { from, to: line.from + line.text.trimEnd().length };
  const edits = [{ from, to: from, text: '# ' }];
  yield { ...place, message: syntax('no-colon'), suggestion: null, edits, sure: null };
}

/** A line, or a line with those that belong to it, that begins in the wrong column. */
function* indents(text: string, line: Line): Generator<Cause> {
  const own = indentOf(line.text);
  const [before, after] = [neighbour(text, line, -1), neighbour(text, line, 1)];
  const near = [before, after].flatMap((one) => (one === null ? [] : columnsOf(one.text)));
  const columns = [...new Set(near.flatMap((column) => [column, column - 2, column + 2]))];
  const wanted = columns.filter((column) => column >= 0 && column !== own);
  const rank = (column: number) => (near.includes(column) ? near.indexOf(column) : near.length);
  wanted.sort((a, b) => rank(a) - rank(b) || Math.abs(a - own) - Math.abs(b - own));
  const deeper: Line[] = [line];
  for (let at = neighbour(text, line, 1); at !== null && deeper.length < 50; ) {
    if (indentOf(at.text) < own) break;
    deeper.push(at);
    at = neighbour(text, at, 1);
  }
  const place = { from: line.from, to: line.from + Math.max(1, own) };
  for (const column of wanted)
    for (const lines of deeper.length > 1 ? [[line], deeper] : [[line]]) {
      const edits = lines.map((one) => moved(one, column - own));
      const said = { ...place, message: syntax('indent'), suggestion: null };
      yield { ...said, edits, sure: lines.length === 1 ? 'unsafe' : null };
    }
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** The columns in which a neighbour of the line may begin: where it does, and behind its dashes. */
function columnsOf(line: string): number[] {
  const dashes = /^ *(?:- +)+/.exec(line)?.[0].length;
  return dashes === undefined ? [indentOf(line)] : [indentOf(line), dashes];
}

function moved({ from, text }: Line, by: number): TextEdit {
  const own = indentOf(text);
  return { from, to: from + own, text: ' '.repeat(Math.max(0, own + by)) };
}
