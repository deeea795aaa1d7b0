import type { YAMLError } from 'yaml';
import type { SyntaxFault } from '../message/form.ts';
import type { FixClass } from '../suggest.ts';
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
  if (said.edit !== null) yield { ...said, edits: [said.edit], sure: 'safe' };
  yield* markBeforeKey(line);
  yield* tabs(text, error, said);
  for (const one of near) yield* blanks(one);
  for (const one of near) yield* listMarks(text, one);
  for (const one of near) yield* marks(one);
  yield* quotes(text, said, line);
  yield* separators(said, line);
  yield* brackets(text, error, said, line);
  for (const one of near) yield* starts(one);
  for (const one of near) yield* dashless(text, one);
  for (const one of near) yield* entryWithoutDash(text, one);
  for (const one of near.slice(0, 2)) yield* colonless(text, one);
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
function* separators(said: Told, { from, text }: Line): Generator<Cause> {
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
  const entries = [...text.slice(0, from).matchAll(FIRST_KEY)].filter((entry) => entry[2] === key);
  const indent = entries.at(-1)?.[1];
  if (indent === undefined || Math.abs(indent.length + 2 - own) > 1) return;
  const place = { from: from + own, to: from + own + key.length };
  const edits = [{ from, to: from + own, text: `${indent}- ` }];
  yield { ...place, message: syntax('no-dash', key), suggestion: null, edits, sure: 'unsafe' };
}

const FIRST_KEY = /^( *)- ([a-z][a-z-]*):\s/gm;
const LINE_KEY = /^[ \t]*(?:- )?([a-z][a-z-]*):/gm;

/** A line with a key that stands elsewhere, too, but without its colon; and one that goes on with a text. */
function* colonless(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = /^\s*(?:-\s+)?([a-z][a-z-]*)(\s*[;=.]\s+|\s+)(?=\S)/d.exec(line);
  const place = { from: from + line.search(/\S/), to: from + line.trimEnd().length };
  const told = { ...place, message: syntax('no-colon'), suggestion: null };
  if (key !== null && [...text.matchAll(LINE_KEY)].some((line) => line[1] === key[1])) {
    const [start, end] = key.indices![2]!;
    yield { ...told, edits: [{ from: from + start, to: from + end, text: ': ' }], sure: 'unsafe' };
  }
  if (ENTRY.test(line) || LIST_MARK.test(line)) return;
  const before = neighbour(text, lineAt(text, from), -1);
  const column = before === null ? 0 : Math.max(...columnsOf(before.text)) + 2;
  const indent = { from, to: from + indentOf(line), text: ' '.repeat(column) };
  if (before !== null && /:\s+[^\s"'[{|>]/.test(before.text))
    yield { ...told, edits: [indent], sure: 'unsafe' };
}

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
  if (before === null || !/^\s*(?:- )?[\w-]+:\s*$/.test(before.text)) return;
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
