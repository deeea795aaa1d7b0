// Writes the declarations of the door for programs into dist/types: those of src/index.ts and of what
// it names. A package that they named would have to be installed with ours: there must be none.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = path.join(root, 'dist/types');
const made = mkdtempSync(path.join(tmpdir(), 'declarations-'));

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const project = path.join(root, 'scripts/declarations.tsconfig.json');
const args = [tsc, '-p', project, '--outDir', made];
const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
if (status !== 0) throw new Error(`tsc: ${stdout}`);

rmSync(target, { recursive: true, force: true });
keep('index.d.ts');
rmSync(made, { recursive: true });

function keep(file, kept = new Set()) {
  if (kept.has(file)) return;
  kept.add(file);
  const text = readFileSync(path.join(made, file), 'utf8');
  const named = text.replace(/(from |import\()'([^']+)'/g, (_, before, specifier) => {
    if (!specifier.startsWith('.')) throw new Error(`${file} names the package ${specifier}`);
    keep(path.join(path.dirname(file), specifier.replace(/\.ts$/, '.d.ts')), kept);
    return `${before}'${specifier.replace(/\.ts$/, '.js')}'`;
  });
  mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
  writeFileSync(path.join(target, file), named);
}
