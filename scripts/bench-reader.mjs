// Reads a table of results in one process, in turn with csv-parse streaming arrays and with the
// program's own reader of CSV, and prints the median ratio: `node scripts/bench-reader.mjs [ROWS]`.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse';
import { build } from 'esbuild';
import { ROW_KINDS, writeRows } from './bench-rows.mjs';

const rows = Number(process.argv[2] ?? 300_000);
const runs = Number(process.env.BENCH_RUNS ?? 7);
const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-reader-'));
try {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { readCsv } from './src/load/sources/csv.ts';
        export { openBytes } from './src/load/bytes.ts';
        export { LIMITS } from './src/limits.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { readCsv, openBytes, LIMITS } = await import(`data:text/javascript;base64,${source}`);

  async function own(file) {
    let cells = 0;
    const options = {
      isColumn: (cell) => cell === 'value',
      isHeaded: () => true,
      delimiter: null,
      encoding: null,
      limits: LIMITS,
    };
    const sink = {
      row: (row) => {
        cells += row.cells.length;
      },
      lost: () => 'go-on',
      report() {},
      anotherTable() {},
    };
    await readCsv({ name: file, path: file, bytes: await openBytes(file) }, options, sink);
    return cells;
  }

  async function csvParse(file) {
    let cells = 0;
    const parser = createReadStream(file).pipe(parse({ relax_column_count: true }));
    for await (const record of parser) cells += record.length;
    return cells;
  }

  for (const kind of ROW_KINDS) {
    const named = path.join(folder, kind);
    writeRows(named, rows, kind);
    const file = path.join(named, 'rows.results.csv');
    const ratios = [];
    for (let run = 0; run < runs; run += 1) {
      const theirs = await timed(() => csvParse(file));
      const ours = await timed(() => own(file));
      if (theirs.answer !== ours.answer) throw new Error(`${kind}: the readers differ`);
      ratios.push({ ratio: theirs.ms / ours.ms, theirs: theirs.ms, ours: ours.ms });
    }
    const { ratio, theirs, ours } = ratios.sort((a, b) => a.ratio - b.ratio)[runs >> 1];
    console.log(
      `${kind}, ${rows} rows: ${ratio.toFixed(1)} × as fast as csv-parse (wanted: at least 1.3); ` +
        `${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms, ${runs} pairs`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function timed(run) {
  const start = process.hrtime.bigint();
  const answer = await run();
  return { answer, ms: Number(process.hrtime.bigint() - start) / 1e6 };
}
