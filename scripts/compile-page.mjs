// Makes texts of the style and the script of HTML pages, with the hash by which a browser knows
// that the script is the page's own.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('../src/formats/html/', import.meta.url);
const target = new URL('compiled/', folder);

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(folder),
  entryPoints: ['browser/page.ts', 'browser/page.css'],
  outdir: 'compiled',
  bundle: true,
  minify: true,
  format: 'iife',
  charset: 'utf8',
  target: ['es2022'],
  write: false,
});

const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text.trim();
const script = textOf('.js');
const style = textOf('.css');
const hash = createHash('sha256').update(script).digest('base64');
const constants = { SCRIPT: script, SCRIPT_HASH: `sha256-${hash}`, STYLE: style };

mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('page.js', target),
  Object.entries(constants)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`)
    .join(''),
);
writeFileSync(
  new URL('page.d.ts', target),
  Object.keys(constants)
    .map((name) => `export declare const ${name}: string;\n`)
    .join(''),
);
