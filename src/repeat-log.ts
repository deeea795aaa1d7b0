import { hashOfText } from './hash.ts';

/**
 * Where a log puts what does not fit into memory. Blocks all have one length and are read back by
 * their number, from 0.
 */
export interface Spill {
  write(block: Uint32Array): void;
  read(number: number, into: Uint32Array): void;
}

/** What a row says of its key, and whose it is where repeats are counted. */
export interface Noted {
  key: string;
  kind: number;
  said: number;
}

/** The keys that stand in the log more than once, in a way that matters. */
export interface Repeats {
  /** Is the key one of the repeated ones that are to be looked at? Very rarely also of another key. */
  isWanted(key: string): boolean;
  /** How many repeats there are of other keys, by kind. */
  others: ReadonlyMap<number, number>;
}

/** Notes keys without keeping them. */
export interface RepeatLog {
  add(noted: Noted): void;
  /** `null` where nothing repeats. */
  repeats(): Repeats | null;
}

/**
 * Answers, of what a key's rows said before (0 at its first) and what this one says: is it a repeat,
 * and what is remembered.
 */
export type Repeating = (before: number, said: number) => { isRepeat: boolean; said: number };

const PARTS = 64;
const RECORDS = 256;
/** Of a record: two words of hash, its number, its kind and what it says. */
const WORDS = 5;
const BLOCK = RECORDS * WORDS;

/** A spill that stays in memory. */
export function memorySpill(): Spill {
  const blocks: Uint32Array[] = [];
  return {
    write: (block) => blocks.push(block.slice()),
    read: (number, into) => into.set(blocks[number]!),
  };
}

/**
 * Finds repeated keys among any number of them in memory that does not grow with their number: of
 * each key a hash of 64 bits is put into one of several parts, and the parts are looked through one
 * after the other. The earliest repeats, so many, and the first of each kind are wanted; whoever
 * looks at the rows again holds their keys themselves against each other. Of the others only the
 * number is known.
 */
export function repeatLog(repeating: Repeating, spill: Spill, most: number): RepeatLog {
  const open = Array.from({ length: PARTS }, () => new Uint32Array(BLOCK));
  const filled = new Uint32Array(PARTS);
  const blocks = Array.from({ length: PARTS }, (): number[] => []);
  let written = 0;
  let order = 0;

  function* records(): Generator<Part> {
    for (let part = 0; part < PARTS; part += 1) {
      const own = blocks[part]!;
      const count = own.length * RECORDS + filled[part]!;
      const words = new Uint32Array((own.length + 1) * BLOCK);
      for (const [at, number] of own.entries())
        spill.read(number, words.subarray(at * BLOCK, (at + 1) * BLOCK));
      words.set(open[part]!, own.length * BLOCK);
      yield { words, count };
    }
  }

  function* repeated(): Generator<Repeat> {
    for (const part of records()) yield* repeatsIn(part, repeating);
  }

  return {
    add({ key, kind, said }) {
      const [high, low] = hashOfText(key);
      const part = high & (PARTS - 1);
      const block = open[part]!;
      block.set([high, low, order, kind, said], filled[part]! * WORDS);
      order += 1;
      filled[part]! += 1;
      if (filled[part]! < RECORDS) return;
      spill.write(block);
      blocks[part]!.push(written);
      written += 1;
      filled[part] = 0;
    },
    repeats() {
      const firstOf = new Map<number, Repeat>();
      let earliest: Repeat[] = [];
      for (const repeat of repeated()) {
        const first = firstOf.get(repeat.kind);
        if (!first || repeat.order < first.order) firstOf.set(repeat.kind, repeat);
        earliest.push(repeat);
        if (earliest.length >= 2 * most) earliest = firsts(earliest, most);
      }
      if (earliest.length === 0) return null;
      const chosen = [...firsts(earliest, most), ...firstOf.values()];
      const wanted = new Set(chosen.map(({ hash }) => hash));
      const others = new Map<number, number>();
      for (const { hash, kind } of repeated())
        if (!wanted.has(hash)) others.set(kind, (others.get(kind) ?? 0) + 1);
      return { isWanted: (key) => wanted.has(numberOf(...hashOfText(key))), others };
    },
  };
}

interface Part {
  words: Uint32Array;
  count: number;
}

interface Repeat {
  hash: number;
  order: number;
  kind: number;
}

function firsts(repeats: readonly Repeat[], most: number): Repeat[] {
  return repeats.toSorted((a, b) => a.order - b.order).slice(0, most);
}

/** Looks through the records of a part, in their order, with a table of open addresses. */
function* repeatsIn({ words, count }: Part, repeating: Repeating): Generator<Repeat> {
  let slots = 16;
  while (slots < count * 2) slots *= 2;
  const table = new Uint32Array(slots);
  for (let at = 0; at < count; at += 1) {
    const from = at * WORDS;
    const [high, low] = [words[from]!, words[from + 1]!];
    let slot = (high ^ (low >>> 6)) & (slots - 1);
    for (;;) {
      const held = table[slot]!;
      if (held === 0) break;
      const other = (held - 1) * WORDS;
      if (words[other] === high && words[other + 1] === low) break;
      slot = (slot + 1) & (slots - 1);
    }
    const isNew = table[slot] === 0;
    if (isNew) table[slot] = at + 1;
    const first = (table[slot]! - 1) * WORDS;
    const answer = repeating(isNew ? 0 : words[first + 4]!, words[from + 4]!);
    words[first + 4] = answer.said;
    if (answer.isRepeat)
      yield { hash: numberOf(high, low), order: words[from + 2]!, kind: words[from + 3]! };
  }
}

/** As much of a hash as a number holds exactly. */
function numberOf(high: number, low: number): number {
  return high * 2 ** 21 + (low >>> 11);
}

/** A hash of 32 bits, from 1 to 2³² − 2. */
export function shortHash(text: string): number {
  const [high, low] = hashOfText(text);
  return (((high ^ low) >>> 0) % 0xffff_fffe) + 1;
}
