import type { Place } from '../finding.ts';

/** A cell that was read as something else than it says letter by letter. */
export interface CellReading {
  place: Place;
  /** The column by its name in a plan's files. */
  column: string;
  written: string;
  /** As a careful writer would have written it. */
  read: string;
}

/** A heading that was read as the name of a column. */
export interface HeadingReading {
  place: Place;
  heading: string;
  column: string;
}

/** A row that was taken for no data: a title, a total, a signature. */
export interface PassedRow {
  place: Place;
  /** The texts of its cells, blank ones left out. */
  passed: readonly string[];
}

export type TolerantReading = CellReading | HeadingReading | PassedRow;

/** Takes what was read tolerantly, in the order of the file. */
export type ReadingSink = (one: TolerantReading) => void;

/** What of a table's reading goes to the sink: headings are read as names of columns, rows are passed over. */
export function tableReadings(sink: ReadingSink | undefined) {
  if (sink === undefined) return {};
  return {
    heading: (place: Place, heading: string, column: string) => sink({ place, heading, column }),
    passed: (place: Place, cells: readonly string[]) =>
      sink({ place, passed: cells.map((cell) => cell.trim()).filter((cell) => cell !== '') }),
  };
}
