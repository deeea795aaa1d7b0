import { type Finding, lineOf } from '../finding.ts';
import {
  type Header,
  type Heading,
  headingsOf,
  isMostlyNames,
  isSameHeader,
  knownAmong,
  merged,
  namesAmong,
  noHeader,
  readHeader,
  type TableSpec,
} from './header.ts';
import type { SourceRow } from './sources/source.ts';

/** The header that a table is read with, and what is wrong with it. */
export interface FoundHeader<Column extends string> {
  header: Header<Column>;
  headings: readonly Heading[];
  /** The 1-based line of its upper row. */
  line: number;
  findings: Finding[];
  /** Rows below it that went by before it was settled that no other is better. */
  rowsBelow: number;
}

/** Titles stand above a header, but not more rows of them. */
const MOST_ROWS = 20;

/**
 * Looks for a table's header in its first rows: the first row, or two rows one above the other, that
 * has what the table needs; else the one with the most names of columns.
 */
export function headerSearch<Column extends string>(spec: TableSpec<Column>) {
  let best: (FoundHeader<Column> & { known: number }) | null = null;
  let upper: { headings: Heading[]; line: number } | null = null;
  /** A usable one, of which the next row may be the second half. */
  let open: FoundHeader<Column> | null = null;
  let hasBoth = false;
  let seen = 0;

  function found(
    headings: readonly Heading[],
    row: SourceRow,
    line = row.line,
  ): FoundHeader<Column> {
    return { ...readHeader(headings, row.whole(), spec), headings, line, rowsBelow: 0 };
  }

  function note(row: SourceRow, known: number, headings: Heading[]): void {
    if (best !== null && known <= best.known) {
      best.rowsBelow += 1;
      return;
    }
    const one = found(headings, row);
    const findings = known === 0 ? [noHeader(row.whole(), spec)] : one.findings;
    best = { ...one, findings, known };
  }

  return {
    /**
     * Takes the next row that is not blank; answers with the header once it is found. `isTaken`: the
     * row is part of it, or of what stands between it and the data.
     */
    take(row: SourceRow): { header: FoundHeader<Column>; isTaken: boolean } | null {
      if (open !== null) {
        const both =
          !hasBoth && isMostlyNames(row.cells, spec)
            ? found(merged(open.headings, headingsOf(row)), row, open.line)
            : null;
        if (both?.header.isUsable && both.findings.length <= open.findings.length) {
          open = both;
          hasBoth = true;
          return null;
        }
        return { header: open, isTaken: isNumbering(row.cells) };
      }
      seen += 1;
      const known = knownAmong(row.cells, spec);
      const headings = known === 0 ? [] : headingsOf(row);
      const single = known === 0 ? null : found(headings, row);
      if (single?.header.isUsable) {
        open = single;
        return null;
      }
      const both =
        known === 0 || upper === null
          ? null
          : found(merged(upper.headings, headings), row, upper.line);
      if (both?.header.isUsable) {
        open = both;
        hasBoth = true;
        return null;
      }
      upper = known === 0 ? null : { headings, line: row.line };
      note(row, known, headings);
      return seen < MOST_ROWS ? null : { header: best!, isTaken: true };
    },
    /** The header that is found although the next row may belong to it. */
    settled: (): FoundHeader<Column> | null => open,
    /** The header where the table ends before it is settled; `null` where there is no row. */
    end(): FoundHeader<Column> | null {
      return open ?? best;
    },
  };
}

/** Is there a header with all that the table needs among these first rows? */
export function isHeaded(rows: readonly (readonly string[])[], spec: TableSpec<string>): boolean {
  const search = headerSearch(spec);
  const nowhere = lineOf('', 1);
  for (const cells of rows) {
    const row = { cells, line: 1, place: () => nowhere, whole: () => nowhere };
    if (search.take(row)?.header.header.isUsable) return true;
  }
  return search.settled() !== null;
}

const NUMBERING = /^(?:\(?[A-Z]\)?|\(?\d{1,2}\)?(?:\s*=[\d\s()+:/*x×%.,-]+)?)$/;

/** `(1); (2); (3)=(2)/(1)` or `A; B; 1; 2` below the headings, as forms have it. */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 2 && filled.every((cell) => NUMBERING.test(cell));
}

/**
 * Is the row a header, the `same` as of the table that it stands in or that of an `other` table? Most of
 * it names columns, or a cell is a heading of the column that names what rows are about.
 */
export function headerAgain<Column extends string>(
  row: SourceRow,
  header: Header<Column>,
  spec: TableSpec<Column>,
  column: Column,
): 'same' | 'other' | null {
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  const { known, isNamed } = namesAmong(row.cells, column, spec);
  if (filled < 2 || !(isNamed || (known > 1 && known * 2 >= filled))) return null;
  return isSameHeader(row.cells, header, spec) ? 'same' : 'other';
}
