import { recordsOf } from './csv.ts';
import { recordCutter } from './csv-records.ts';
import type { Delimiter, Source } from './source.ts';

/** A row of a table. */
export interface Line {
  /** Its number, from 1. */
  line: number;
  /** As it stands in the file, or what its cells are. */
  text: string | readonly string[];
}

/** A source that hands over some lines of a file of CSV, each of them a row, as if there were no others. */
export function someRows(lines: readonly Line[], delimiter: Delimiter): Source {
  return async ({ name }, { limits }, sink) => {
    const mostBytes = limits['row-bytes'];
    const records = recordsOf(name, delimiter, false, sink, mostBytes);
    let now = 0;
    const cutter = recordCutter(
      delimiter,
      {
        record: (cells, _, raw) => records.record(cells, now, raw),
        fault: (fault) => records.fault({ ...fault, line: now }),
      },
      mostBytes,
    );
    for (const { line, text } of lines) {
      now = line;
      cutter.write(Buffer.from(`${text}\n`));
    }
    cutter.end();
    return null;
  };
}
