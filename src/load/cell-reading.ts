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

/** Takes the cells that were read tolerantly, in the order of the file. */
export type ReadingSink = (cell: CellReading) => void;

/** Takes headings for the sink: a heading is read as the name of its column. */
export function headingSink(
  sink: ReadingSink | undefined,
): (place: Place, written: string, column: string) => void {
  return (place, written, column) => sink?.({ place, column, written, read: column });
}
