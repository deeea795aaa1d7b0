// Makes the distribution: one code-split bundle with a door for people and one for programs, so that
// a run loads only what it needs.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fewerFiles } from './fewer-files.mjs';
import { billOfMaterials, inOrder, notices, packagesOf } from './packages.mjs';

const folder = new URL('../', import.meta.url);
rmSync(new URL('dist/', folder), { recursive: true, force: true });

// cli-table3 measures with an old string-width, which is slow and knows an older Unicode: in the
// distribution it measures as our own renderers do.
const oneWidth = {
  name: 'one-width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('cli-table3') ? { path: 'one-width', namespace: 'one-width' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'one-width' }, () => ({
      contents:
        "const { displayWidth } = require('./src/formats/wrap.ts'); const { stripVTControlCharacters } = require('node:util'); module.exports = (text) => displayWidth(stripVTControlCharacters(text));",
      resolveDir: fileURLToPath(folder),
    }));
  },
};

// Whoever imports node:process makes Node compute every property of it, the diagnostic report
// included, which takes a fifth of a short run. The global is the same object.
const globalProcess = {
  name: 'global-process',
  setup({ onResolve, onLoad }) {
    const namespace = 'global-process';
    onResolve({ filter: /^(node:)?process$/ }, () => ({ path: 'process', namespace }));
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: 'module.exports = globalThis.process;',
    }));
  },
};

// commander can start subcommands that are programs of their own; ours are not, and loading Node's
// child processes for nothing takes a tenth of a short run.
const noExecutables = {
  name: 'no-executables',
  setup({ onResolve, onLoad }) {
    const namespace = 'no-executables';
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, () => ({ contents: 'module.exports = {};' }));
  },
};

const options = {
  absWorkingDir: fileURLToPath(folder),
  entryPoints: ['src/main.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // commander and cli-table3 are CommonJS and ask for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};
const plugins = [oneWidth, globalProcess, noExecutables];
const draft = await build({ ...options, plugins, write: false });
const { metafile } = await build({ ...options, plugins: [...plugins, fewerFiles(draft.metafile)] });

// What the schemas' functions hold is no package's file any more: they say what it was.
const before = JSON.parse(readFileSync(new URL('src/load/compiled/packages.json', folder), 'utf8'));
const packages = inOrder([...packagesOf(metafile), ...before]);
writeFileSync(new URL('dist/THIRD-PARTY-NOTICES.txt', folder), notices(packages));
writeFileSync(new URL('dist/sbom.cdx.json', folder), billOfMaterials(packages));
