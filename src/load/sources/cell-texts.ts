/** So many texts are known at a time, none longer than so many bytes. */
const SLOTS = 8192;
const WIDTH = 64;

/**
 * What the hash of no bytes is; {@link hashed} adds one byte. In each run it is another, or texts could
 * be written that are all looked for in one place.
 */
export const NO_BYTES = Math.trunc(Math.random() * 2 ** 32) | 0;

/** FNV-1a. */
export function hashed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/**
 * The texts of cells by their UTF-8 bytes, from `start` to before `end`, and the hash of these. The same
 * few fill a column of a million rows: of a short one that is known no new text is made.
 */
export function cellTexts(): (bytes: Buffer, start: number, end: number, hash: number) => string {
  const texts: string[] = new Array(SLOTS).fill('');
  const lengths = new Uint8Array(SLOTS);
  const known = new Uint8Array(SLOTS * WIDTH);

  function isKnown(bytes: Buffer, start: number, length: number, slot: number): boolean {
    if (lengths[slot] !== length) return false;
    const from = slot * WIDTH;
    for (let at = 0; at < length; at += 1) if (known[from + at] !== bytes[start + at]) return false;
    return true;
  }

  return (bytes, start, end, hash) => {
    const length = end - start;
    if (length > WIDTH) return bytes.toString('utf8', start, end);
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    if (isKnown(bytes, start, length, slot)) return texts[slot]!;
    const text = bytes.toString('utf8', start, end);
    texts[slot] = text;
    lengths[slot] = length;
    for (let at = 0; at < length; at += 1) known[slot * WIDTH + at] = bytes[start + at]!;
    return text;
  };
}
