// Writes the declarations of the door for programs into dist/types: those of src/index.ts and of what
// it names, and what the rules add to its messages. A package that they named would have to be installed with ours: there must be none.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
const kept = new Set();
keep('index.d.ts');
const additions = readdirSync(path.join(made, 'rules'))
  .map((name) => `rules/${name}`)
  .filter((file) => readFileSync(path.join(made, file), 'utf8').includes('declare module'));
for (const file of additions) keep(file);
appendFileSync(
  path.join(target, 'index.d.ts'),
  additions.map((file) => `import './${file.replace(/\.d\.ts$/, '.js')}';\n`).join(''),
);
rmSync(made, { recursive: true });

function keep(file) {
  if (kept.has(file)) return;
  kept.add(file);
  const text = readFileSync(path.join(made, file), 'utf8');
  const named = text.replace(
    /(from |import\(|declare module )['"]([^'"]+)['"]/g,
    (_, before, specifier) => {
      if (!specifier.startsWith('.')) throw new Error(`${file} names the package ${specifier}`);
      keep(path.join(path.dirname(file), specifier.replace(/\.ts$/, '.d.ts')));
      return `${before}'${specifier.replace(/\.ts$/, '.js')}'`;
    },
  );
  mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
  writeFileSync(path.join(target, file), named);
}
