import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { lineHunks } from './line-hunks.ts';
import { painter, type Style } from './style.ts';

/** Characters that would steer a terminal; tabs and the breaks of lines are none. */
const CONTROL = /(?!\t|\r?\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const CONTEXT = 3;

/** The least of lines that change is looked for up to so many: looking costs their square. */
const MOST_EDITS = 2000;

/** A change of one file as a unified diff, which `git apply` and `patch -p1` take. */
export function unifiedDiff(
  file: string,
  before: string,
  after: string,
  { color }: { color: boolean },
): string {
  const [from, to] = [`a/${file}`, `b/${file}`];
  const patch = structuredPatch(from, to, before, after, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  }) ?? {
    oldFileName: from,
    newFileName: to,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: lineHunks(before, after, CONTEXT),
  };
  const text = formatPatch(patch, FILE_HEADERS_ONLY).replace(CONTROL, marked);
  const paint = painter(color);
  return text.replace(/^.+$/gm, (line) => paint(line, styleOf(line)));
}

function marked(control: string): string {
  return `<U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function styleOf(line: string): Style {
  if (line.startsWith('---') || line.startsWith('+++')) return 'strong';
  if (line.startsWith('@@')) return 'dim';
  if (line.startsWith('+')) return 'good';
  return line.startsWith('-') ? 'bad' : 'plain';
}
