import type { YAMLError } from 'yaml';
import { lineAt, neighbour } from '../text-edits.ts';
import { syntaxSaid } from '../yaml-syntax.ts';
import { blanks, tabs } from './blanks.ts';
import { brackets, separators, unopened } from './brackets.ts';
import { type Cause, faultOf } from './cause.ts';
import { commentMark, wrapped } from './comments.ts';
import {
  dashless,
  entryAside,
  entryWithoutDash,
  firstFurtherIn,
  firstWithoutDash,
  listWithoutKey,
} from './entries.ts';
import { ENTRY, indents } from './indents.ts';
import { colonless, keyOfMap, markBeforeKey, marks } from './keys.ts';
import { listMarks } from './list-marks.ts';
import { quotes, starts } from './quotes.ts';

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
