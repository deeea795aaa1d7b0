import { lineOf, type Place } from '../../finding.ts';
import type { Delimiter, EditTo } from './source.ts';

const QUOTE = '"';

/** A record whose place in the file is known. */
export interface Located {
  file: string;
  delimiter: Delimiter;
  line: number;
  raw(): string;
}

/** A cell as it stands in the file, quotes included; the end is exclusive. */
export interface Span {
  text: string;
  start: number;
  end: number;
}

/** The cells of a record's text, each with its offsets. */
export function spansOf(raw: string, delimiter: string): Span[] {
  const spans: Span[] = [];
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at <= raw.length; at += 1) {
    if (raw[at] === QUOTE) isQuoted = !isQuoted;
    const isEnd = at === raw.length || (raw[at] === delimiter && !isQuoted);
    if (!isEnd) continue;
    spans.push({ text: raw.slice(start, at), start, end: at });
    start = at + 1;
  }
  return spans;
}

let latest: { raw: string; delimiter: string; spans: readonly Span[] } | null = null;

/** A wide row is asked for each of its cells, one after the other. */
function spanAt(raw: string, delimiter: string, at: number): Span | undefined {
  if (latest?.raw !== raw || latest.delimiter !== delimiter)
    latest = { raw, delimiter, spans: spansOf(raw, delimiter) };
  return latest.spans[at];
}

/** Where a cell begins and ends, blanks around it left out. */
export function placeOf({ file, delimiter, line, raw }: Located, at: number): Place {
  const text = raw();
  const span = at < 0 ? undefined : spanAt(text, delimiter, at);
  if (!span) return lineOf(file, line);
  const isEmpty = span.text.trim() === '';
  const blanks = isEmpty ? 0 : span.text.length - span.text.trimStart().length;
  const from = spot(text, span.start + blanks, line);
  const to = spot(text, isEmpty ? span.start : span.start + span.text.trimEnd().length, line);
  return { file, ...from, endLine: to.line, endColumn: to.column };
}

/** The edit that writes a text into a cell, quoted where it must be or was; `null` where there is no such cell. */
export function editOf(located: Located, at: number): EditTo | null {
  const { delimiter } = located;
  const span = at < 0 ? undefined : spanAt(located.raw(), delimiter, at);
  if (!span) return null;
  const place = placeOf(located, at);
  const wasQuoted = span.text.trimStart().startsWith(QUOTE);
  return (text) => {
    const isQuoted = wasQuoted || /["\r\n]/.test(text) || text.includes(delimiter);
    return { place, text: isQuoted ? `"${text.replaceAll('"', '""')}"` : text };
  };
}

/** The place of the whole record. */
export function placeOfAll({ file, line, raw }: Located): Place {
  const text = raw();
  const to = spot(text, text.length, line);
  return { file, line, column: 1, endLine: to.line, endColumn: to.column };
}

/** The line and column, both 1-based, of an offset in a text that begins on a line. */
export function spot(
  text: string,
  at: number,
  firstLine: number,
): { line: number; column: number } {
  let line = firstLine;
  let begun = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', begun)) {
    line += 1;
    begun = end + 1;
  }
  return { line, column: at - begun + 1 };
}
