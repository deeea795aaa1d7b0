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
  const next = neighbour(text, line, 1);
  if (said.edit !== null) yield { ...said, edits: [said.edit], sure: 'safe' };
  yield* tabs(text, error, said);
  for (const one of [line, next]) if (one !== null) yield* blanks(one);
  for (const one of [line, next]) if (one !== null) yield* marks(one);
  yield* quotes(said, line);
  yield* brackets(text, error, said, line);
  for (const one of [line, next])
    if (one !== null && ENTRY.test(one.text)) yield* indents(text, one);
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
  const said = syntax('blank', codeOf(text[at]!));
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

/** What is invisible stands for nothing, what is wide for a space. */
function ordinary(blank: string): string {
  return /[\u200b\u2060\ufeff]/.test(blank) ? '' : ' ';
}

function codeOf(letter: string): string {
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `-id: a` and `group:g`, and colons and dashes that only look like YAML's. */
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
  const long = /^\s*([–—−‐‑])\s*(?=[a-z])/d.exec(text);
  if (long !== null) {
    const [start, end] = long.indices![1]!;
    const message = syntax('not-a-dash', long[1]!);
    const edits = [{ from: from + start, to: from + long[0].length, text: '- ' }];
    yield { from: from + start, to: from + end, message, suggestion: null, edits, sure: 'safe' };
  }
}

function insertion(at: number, text: string, fault: SyntaxFault, sure: FixClass): Cause {
  const edits = [{ from: at, to: at, text }];
  return { from: at - 1, to: at, message: syntax(fault), suggestion: null, edits, sure };
}

/** A text that needs quotes around the whole of it, and one that has lost its second. */
function* quotes(said: Told, { from, to, text }: Line): Generator<Cause> {
  const at = said.from - from;
  if (at < 0 || at >= text.length) return;
  const fault = faultOf(said);
  if (fault === 'start')
    for (const end of [/(?<!\s)\s+#.*$|(?<!\s)\s*$/s, /(?<!\s)\s*[,}\]].*$/s]) {
      const rest = text.slice(at).replace(end, '');
      const place = { from: from + at, to: from + at + rest.length };
      const edits = [{ ...place, text: `"${rest.replaceAll('"', '\\"')}"` }];
      if (rest !== '' && !rest.includes('\\')) yield { ...said, edits, sure: 'unsafe' };
    }
  if (fault === 'escape') {
    const edits = [{ from: from + at, to: from + at, text: '\\' }];
    yield { ...said, edits, sure: null };
  }
  if (fault === 'quote') {
    const mark = textOf(said);
    for (const end of [to, from + text.search(/(?<![\s,}\]])[\s,}\]]*[,}\]]\s*$/)])
      if (end > said.from)
        yield { ...said, edits: [{ from: end, to: end, text: mark }], ...UNSURE };
  }
}

/** A bracket that is missing where its line ends, and one too many. */
function* brackets(text: string, error: YAMLError, said: Told, line: Line): Generator<Cause> {
  const fault = faultOf(said);
  if (fault === 'unclosed') {
    const mark = textOf(said);
    for (let at: Line | null = line, steps = 0; at !== null && steps < 4; steps += 1) {
      const end = at.from + at.text.replace(/(?<!\s)\s+(?:#.*)?$/s, '').length;
      if (isOpen(at.text)) {
        const place = { from: end - 1, to: end };
        yield { ...said, ...place, edits: [{ from: end, to: end, text: ` ${mark}` }], ...UNSURE };
      }
      at = neighbour(text, at, -1);
    }
  }
  const [from] = error.pos;
  if (fault === 'unexpected' && /[}\]]/.test(text[from] ?? ''))
    yield { ...said, edits: [{ from, to: from + 1, text: '' }], ...UNSURE };
}

/** What stands near may have been lost, too. */
const UNSURE = { sure: null, isLost: true } as const;

/** Are there more brackets that open than that close? */
function isOpen(line: string): boolean {
  const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
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
