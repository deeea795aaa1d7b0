import type { Report } from '../finding.ts';
import { MOST_FINDINGS } from '../finding-log.ts';
import { memorySpill, type Repeating, repeatLog, type Spill } from '../repeat-log.ts';

/** What rows of one table are looked at for, in which only rows of one key have to do with each other. */
export interface RepeatLook<Row, At, Held> {
  keyOf(row: Row): string;
  /** What findings are counted by: of one table, on one thing. */
  kindOf(row: Row): string;
  /** What the row says, in 32 bits, as `repeating` takes it; never 0. */
  saidOf(row: Row): number;
  repeating: Repeating;
  /** Looks at a row with those of its key before it, and keeps there what later ones need. */
  reportsOf(known: Map<string, Held>, key: string, row: Row, at: At): Report[];
}

/** Takes the rows one by one; `again` gives what has to be shown all of them once more. */
export interface AgainCheck<Row, At> {
  (row: Row, at: At): Iterable<Report>;
  again(): ((row: Row, at: At) => Iterable<Report>) | null;
}

/** The first rows of so many keys are kept; keys that come later are only noted. */
const MOST_KNOWN = 20_000;

/**
 * Keeps what is needed of each key, but not for more than so many: those of later rows are noted, and
 * only where one of them repeats the rows are asked for again.
 */
export function repeatCheck<Row, At, Held>(
  look: RepeatLook<Row, At, Held>,
  spill: () => Spill = memorySpill,
): AgainCheck<Row, At> {
  const known = new Map<string, Held>();
  const kinds = new Map<string, number>();
  let log: ReturnType<typeof repeatLog> | null = null;
  const check = (row: Row, at: At): Report[] => {
    const key = look.keyOf(row);
    if (known.size < MOST_KNOWN || known.has(key)) return look.reportsOf(known, key, row, at);
    log ??= repeatLog(look.repeating, spill(), MOST_FINDINGS);
    log.add({ key, kind: numberIn(kinds, look.kindOf(row)), said: look.saidOf(row) });
    return [];
  };
  const again = () => {
    const repeats = log?.repeats() ?? null;
    if (repeats === null) return null;
    const others = new Map(repeats.others);
    const later = new Map<string, Held>();
    return (row: Row, at: At): Report[] => {
      const key = look.keyOf(row);
      if (known.has(key) || !repeats.isWanted(key)) return [];
      const reports = look.reportsOf(later, key, row, at);
      const kind = kinds.get(look.kindOf(row))!;
      const more = others.get(kind) ?? 0;
      if (reports.length === 0 || more === 0) return reports;
      others.delete(kind);
      return reports.map((report) => ({ ...report, more }));
    };
  };
  return Object.assign(check, { again });
}

/** The number of a name, from 0, in the order in which they come. */
export function numberIn(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
