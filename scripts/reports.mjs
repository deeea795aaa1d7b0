// Writes the reports of docs/reports/ anew, each by the command line that reports.json gives it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const list = JSON.parse(
  readFileSync(new URL('../docs/reports/reports.json', import.meta.url), 'utf8'),
);

for (const { file, report } of list) {
  const args = ['bin/dti-eval.js', 'report', ...report, '-o', `docs/reports/${file}`];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  console.log(`docs/reports/${file}`);
}
