// npm runs this after an installation in a clone, and before it packs. Where what it builds with is
// left out (`npm ci --omit=dev`), the installation is sound all the same: it is only not built yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../', import.meta.url);
const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
const missing = Object.keys(devDependencies).filter(
  (name) => !existsSync(new URL(`node_modules/${name}/package.json`, folder)),
);

if (missing.length > 0)
  console.error(`dti-eval: not built, for want of ${missing[0]}; run npm ci && npm run build`);
else {
  // `npm pack` says on stdout which file it has made, and nothing else belongs there.
  const { npm_execpath: npm } = process.env;
  const build = ['run', '--silent', 'build'];
  const [program, args] = npm === undefined ? ['npm', build] : [process.execPath, [npm, ...build]];
  process.exitCode = spawnSync(program, args, { cwd: folder, stdio: ['ignore', 2, 2] }).status ?? 1;
}
