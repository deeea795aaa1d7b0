import { gathered } from './pieces.ts';
import { STEERING } from './printable.ts';

/** Data as indented JSON that steers nothing where it is shown; it says the same. Ends with a line break. */
export function jsonText(data: unknown): string {
  return `${inertJson(JSON.stringify(data, null, 2))}\n`;
}

/** Lists and objects down to this depth are written piece by piece: the indicators of each plan. */
const DEPTH = 4;

/** The text of {@link jsonText} in pieces, so that it need not be held as a whole. */
export function* jsonPieces(data: unknown): Generator<string> {
  yield* piecesOf(data, '', DEPTH);
  yield '\n';
}

/**
 * The same of data around one long list, of which a member is made when it is written: all of them at
 * once would take many times the room of their text.
 * @param around the data, given its list
 */
export function* jsonOfMany<Item>(
  around: (list: readonly unknown[]) => unknown,
  items: readonly Item[],
  memberOf: (item: Item) => unknown,
): Generator<string> {
  if (items.length === 0) {
    yield jsonText(around([]));
    return;
  }
  const [before, after] = jsonText(around([HOLE])).split(`"${HOLE}"`) as [string, string];
  const margin = before.slice(before.lastIndexOf('\n') + 1);
  yield* gathered(membersIn([before, after], margin, items, memberOf));
}

/** What no data of ours says. */
const HOLE = '<members>';

function* membersIn<Item>(
  [before, after]: [string, string],
  margin: string,
  items: readonly Item[],
  memberOf: (item: Item) => unknown,
): Generator<string> {
  yield before;
  for (const [index, item] of items.entries()) {
    if (index > 0) yield `,\n${margin}`;
    yield* piecesOf(memberOf(item), margin, 0);
  }
  yield after;
}

function* piecesOf(data: unknown, indent: string, depth: number): Generator<string> {
  const inner = `${indent}  `;
  if (depth > 0 && Array.isArray(data) && data.length > 0) {
    yield* enclosed('[]', indent, data, (item) =>
      piecesOf(isWritten(['', item]) ? item : null, inner, depth - 1),
    );
    return;
  }
  const entries = depth > 0 && isPlain(data) ? Object.entries(data).filter(isWritten) : [];
  if (entries.length > 0)
    yield* enclosed('{}', indent, entries, function* ([key, value]) {
      yield `${inertJson(JSON.stringify(key))}: `;
      yield* piecesOf(value, inner, depth - 1);
    });
  else yield inertJson(JSON.stringify(data, null, 2)).replaceAll('\n', `\n${indent}`);
}

function* enclosed<Item>(
  [open, close]: string,
  indent: string,
  items: readonly Item[],
  write: (item: Item) => Iterable<string>,
): Generator<string> {
  yield `${open}\n${indent}  `;
  let isFirst = true;
  for (const item of items) {
    if (!isFirst) yield `,\n${indent}  `;
    yield* write(item);
    isFirst = false;
  }
  yield `\n${indent}${close}`;
}

/** Is it an object that JSON writes as its own entries? */
function isPlain(data: unknown): data is object {
  if (typeof data !== 'object' || data === null || 'toJSON' in data) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === Object.prototype || prototype === null;
}

function isWritten([, value]: [string, unknown]): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

/** The JSON with all that steers a terminal escaped; it says the same. */
export function inertJson(json: string): string {
  return json.replace(STEERING, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
