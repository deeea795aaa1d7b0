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

/** So many lines are cut together. */
const AT_ONCE = 1000;

/** A source that hands over some lines of a file of CSV, each of them a row, as if there were no others. */
export function someRows(lines: readonly Line[], delimiter: Delimiter): Source {
  return async ({ name }, { limits }, sink) => {
    const mostBytes = limits['row-bytes'];
    const records = recordsOf(name, delimiter, false, sink, mostBytes);
    const lineOf = (at: number) => lines[at - 1]!.line;
    const cutter = recordCutter(
      delimiter,
      {
        record: (cells, at, raw) => records.record(cells, lineOf(at), raw),
        fault: (fault) => records.fault({ ...fault, line: lineOf(fault.line) }),
      },
      mostBytes,
    );
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const some = lines.slice(from, from + AT_ONCE);
      cutter.write(Buffer.from(some.map(({ text }) => `${text}\n`).join('')));
    }
    cutter.end();
    return null;
  };
}
