// Makes the distribution: the program as one script, whose parts run when they are first asked for;
// what few runs need, as files beside it; and a code-split bundle as the door for programs.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { commonJs, scriptsOf } from './one-script.mjs';
import { billOfMaterials, inOrder, notices, packagesOf } from './packages.mjs';

const folder = new URL('../', import.meta.url);
rmSync(new URL('dist/', folder), { recursive: true, force: true });
mkdirSync(new URL('dist/', folder));

// Whoever imports node:process makes Node compute every property of it, the diagnostic report
// included, which takes a fifth of a short run. The global is the same object.
const globalProcess = {
  name: 'global-process',
  setup({ onResolve, onLoad }) {
    const namespace = 'global-process';
    onResolve({ filter: /^(node:)?process$/ }, ({ kind }) => ({ path: kind, namespace }));
    onLoad({ filter: /^require-call$/, namespace }, () => ({
      contents: 'module.exports = globalThis.process;',
    }));
    // What is imported by name is taken by itself: as a whole all of it would be copied, getters too.
    onLoad({ filter: /.*/, namespace }, () => ({
      contents:
        'const { process } = globalThis; export default process; export const { env, kill, pid, platform } = process;',
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

// What is coloured is the caller's word alone: chalk need not look at the terminal, for which it loads
// Node's sockets.
const noDetection = {
  name: 'no-detection',
  setup({ onResolve, onLoad }) {
    const namespace = 'no-detection';
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'none', namespace }));
    onLoad({ filter: /.*/, namespace }, () => ({ contents: 'export default {};' }));
  },
};

/** What few runs need: a file of the distribution each, loaded where it is first asked for. */
const APART = [
  { file: 'yaml.cjs', of: /^yaml$/, entry: 'yaml' },
  { file: 'docx.cjs', of: /^docx$/, entry: 'docx' },
  { file: 'hucre.cjs', of: /^hucre(\/xlsx)?$/, entry: 'hucre' },
  { file: 'plot.cjs', of: /^@observablehq\/plot$/, entry: '@observablehq/plot' },
  { file: 'ical.cjs', of: /^ical-generator$/, entry: 'ical-generator' },
  { file: 'pg.cjs', of: /^pg$/, entry: 'pg' },
  { file: 'tinyglobby.cjs', of: /^tinyglobby$/, entry: 'tinyglobby' },
  { file: 'diff.cjs', of: /^diff$/, entry: 'diff' },
  { file: 'rule-pages.cjs', of: /\/compiled\/pages\.js$/, entry: './src/rules/compiled/pages.js' },
  { file: 'page.cjs', of: /\/compiled\/page\.js$/, entry: './src/formats/html/compiled/page.js' },
];

const apart = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    for (const { file, of } of APART)
      onResolve({ filter: of }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: `./${file}`, external: true },
      );
    // As data it is read in half the time that it takes as a script.
    onLoad({ filter: /\/compiled\/catalogues\.js$/ }, async ({ path }) => {
      const { default: catalogues } = await import(pathToFileURL(path).href);
      writeFileSync(new URL('dist/catalogues.json', folder), JSON.stringify(catalogues));
      return {
        contents:
          "import { readFileSync } from 'node:fs'; export default JSON.parse(readFileSync(import.meta.dirname + '/catalogues.json', 'utf8'));",
      };
    });
    onLoad({ filter: /\/src\/load\/here\.ts$/ }, () => ({
      contents: 'export const HERE = __filename;',
    }));
    onLoad({ filter: /\/src\/load\/yaml-whole\.ts$/ }, () => ({
      contents: "export const wholeYaml = () => require('yaml');",
    }));
  },
};

/** What a run of `status` on files that were read before does without, though whoever needs it asks for it at once. */
const LATER = [
  'load/new-plan',
  'load/yaml',
  'load/write',
  'load/encoding',
  'load/result-frame',
  'load/table-paths',
  'formats/brushes',
  'formats/text-entries',
  'views/status/json',
  'year-total',
  'suggest',
].map((name) => `src/${name}.ts`);

/** In place of these files their functions load them when they are first called. */
const later = {
  name: 'later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?now$/ }, ({ path }) => ({
      path: path.slice(0, -'?now'.length),
      namespace: 'now',
    }));
    const isLater = new RegExp(`/(${LATER.join('|')})$`);
    onLoad({ filter: isLater, namespace: 'file' }, ({ path }) => {
      const values = [...readFileSync(path, 'utf8').matchAll(/^export (?!type|interface)(.*)/gm)];
      const functions = values.map(([line, rest]) => {
        const name = /^(?:async )?function\*? (\w+)/.exec(rest)?.[1];
        if (name === undefined) throw new Error(`${path} gives what is no function: ${line}`);
        return `export const ${name}=(...given)=>__now(import(${JSON.stringify(`${path}?now`)})).${name}(...given);`;
      });
      return { contents: functions.join('\n') };
    });
    onLoad({ filter: /.*/, namespace: 'now' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
};

/** What most runs begin with, and all of `status`: it is in a script of its own, as short as can be. */
const OFTEN = [
  'src/main.ts',
  'src/cli/parse.ts',
  'src/cli/flags/status.ts',
  'src/commands/status.ts',
  'src/formats/text.ts',
  'src/load/compiled/catalogues.js',
  ...['vi', 'en'].flatMap((lang) =>
    ['status', 'overdue', 'area-words', 'evidence', 'periods'].map(
      (name) => `src/words/${lang}/${name}.ts`,
    ),
  ),
];

/** The chunks of these files and those that they import, not later but at once. */
function closureOf(files, { outputs }) {
  const found = new Set();
  const add = (output) => {
    if (found.has(`./${basename(output)}`)) return;
    found.add(`./${basename(output)}`);
    for (const { path, kind, external } of outputs[output].imports)
      if (!external && kind === 'import-statement') add(path);
  };
  for (const file of files)
    add(Object.keys(outputs).find((output) => outputs[output].entryPoint === file));
  return found;
}

const shared = {
  absWorkingDir: fileURLToPath(folder),
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // What a user may install beside the program.
  external: ['@duckdb/node-api', 'pg-native', 'cloudflare:sockets'],
  metafile: true,
  logLevel: 'warning',
};

const script = {
  ...shared,
  format: 'cjs',
  // A script that is run as compiled before has no `import()`.
  supported: { 'dynamic-import': false },
};
const plugins = [globalProcess, noExecutables, noDetection];
const main = await build({
  ...shared,
  format: 'esm',
  splitting: true,
  write: false,
  minifyIdentifiers: true,
  define: { 'import.meta.dirname': '__dirname' },
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  plugins: [...plugins, apart, later],
});
const chunks = new Map(main.outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
const often = closureOf(OFTEN, main.metafile);
const seldom = new Set([...chunks.keys()].filter((name) => !often.has(name)));
const program = scriptsOf(chunks, './main.js', seldom);
// As ASCII it is read and kept at a byte a character: only in regular expressions is anything else left.
const code = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const id = createHash('sha256');
for (const [name, text] of Object.entries(program)) {
  const script = text.replace(/[^\0-\x7f]/g, code);
  writeFileSync(new URL(`dist/${name}.cjs`, folder), script);
  id.update(script);
}
const built = [main];
for (const { file, entry } of APART) {
  // To a script of ours a file is its own default, as it is to Node.
  const contents = `module.exports = Object.assign(require('${entry}').default ?? {}, require('${entry}'));`;
  const stdin = { contents, resolveDir: fileURLToPath(folder) };
  built.push(await build({ ...script, stdin, outfile: `dist/${file}` }));
}

// A thread has a script of its own, which is as much as it needs.
built.push(
  await build({
    ...script,
    entryPoints: ['src/load/group-worker.ts'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
  }),
);

const start = await build({
  ...shared,
  format: 'esm',
  write: false,
  entryPoints: ['src/start.ts'],
  define: {
    BUILD: JSON.stringify(id.digest('hex').slice(0, 16)),
    'import.meta.dirname': '__dirname',
  },
  plugins: [globalProcess],
});
// As esbuild would write it, all names of Node's modules would be copied first.
writeFileSync(new URL('dist/start.cjs', folder), commonJs(start.outputFiles[0].text));

built.push(
  await build({
    ...shared,
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    splitting: true,
    format: 'esm',
    plugins,
    // Packages that are CommonJS ask for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  }),
);

// What the schemas' functions hold is no package's file any more: they say what it was.
const before = JSON.parse(readFileSync(new URL('src/load/compiled/packages.json', folder), 'utf8'));
const packages = inOrder([...built.flatMap(({ metafile }) => packagesOf(metafile)), ...before]);
writeFileSync(new URL('dist/THIRD-PARTY-NOTICES.txt', folder), notices(packages));
writeFileSync(new URL('dist/sbom.cdx.json', folder), billOfMaterials(packages));
