import { recordsOf } from './csv.ts';
import { recordCutter } from './csv-records.ts';
import type { Delimiter, Source } from './source.ts';

/** A line of a file of CSV. */
export interface Line {
  /** 1-based. */
  line: number;
  /** As it stands in the file, or what its cells are, where that is known. */
  text: string | readonly string[];
}

/** A source that hands over some lines of a file of CSV, each of them a row, as if there were no others. */
export function someRows(lines: readonly Line[], delimiter: Delimiter): Source {
  return async ({ name }, { limits }, sink) => {
    const mostBytes = limits['row-bytes'];
    const records = recordsOf(name, delimiter, false, sink, mostBytes);
    for (const { line, text } of lines) {
      if (typeof text !== 'string') {
        records.record([...text], line, () => text.join(delimiter));
        continue;
      }
      const cutter = recordCutter(
        delimiter,
        {
          record: (cells, _, raw) => records.record(cells, line, raw),
          fault: (fault) => records.fault({ ...fault, line }),
        },
        mostBytes,
      );
      cutter.write(Buffer.from(text));
      cutter.end();
    }
    return null;
  };
}
