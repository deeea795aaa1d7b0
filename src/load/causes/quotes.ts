import { type Line, lineAt } from '../text-edits.ts';
import { syntax, type Told } from '../yaml-syntax.ts';
import { type Cause, faultOf, textOf } from './cause.ts';

/** A text that needs quotes around the whole of it, and one that has lost its second. */
export function* quotes(text: string, said: Told, line: Line): Generator<Cause> {
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
export function* starts(line: Line): Generator<Cause> {
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
