// Makes the distribution: one code-split bundle with a door for people and one for programs, so that
// a run loads only what it needs.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fewerFiles } from './fewer-files.mjs';
import { billOfMaterials, inOrder, notices, packagesOf } from './packages.mjs';

const folder = new URL('../', import.meta.url);
rmSync(new URL('dist/', folder), { recursive: true, force: true });

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

// The whole parser of YAML is a file of its own, which is loaded at once where a text asks for it.
const WHOLE_YAML = 'yaml.cjs';
const yamlApart = {
  name: 'yaml-apart',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/load\/yaml-whole\.ts$/ }, () => ({
      contents: `export const wholeYaml = () => require('./${WHOLE_YAML}');`,
    }));
  },
};

const shared = {
  absWorkingDir: fileURLToPath(folder),
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const options = {
  ...shared,
  entryPoints: ['src/main.ts', 'src/index.ts'],
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  external: [`./${WHOLE_YAML}`],
  // commander is CommonJS and asks for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};
const plugins = [globalProcess, noExecutables, yamlApart];
const draft = await build({ ...options, plugins, write: false });
const { metafile } = await build({ ...options, plugins: [...plugins, fewerFiles(draft.metafile)] });
const { metafile: yaml } = await build({
  ...shared,
  entryPoints: ['yaml'],
  outfile: `dist/${WHOLE_YAML}`,
  format: 'cjs',
});

// What the schemas' functions hold is no package's file any more: they say what it was.
const before = JSON.parse(readFileSync(new URL('src/load/compiled/packages.json', folder), 'utf8'));
const packages = inOrder([...packagesOf(metafile), ...packagesOf(yaml), ...before]);
writeFileSync(new URL('dist/THIRD-PARTY-NOTICES.txt', folder), notices(packages));
writeFileSync(new URL('dist/sbom.cdx.json', folder), billOfMaterials(packages));
