/** So many characters are handed on together. */
const TOGETHER = 1 << 16;

/** The same text in pieces that are each worth a write. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < TOGETHER) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}

/** The texts with what stands between each two of them. */
export function* separated(texts: Iterable<string>, separator: string): Generator<string> {
  let isFirst = true;
  for (const text of texts) {
    if (!isFirst) yield separator;
    yield text;
    isFirst = false;
  }
}
