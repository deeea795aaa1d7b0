// Compiles the JSON Schemas of input files into plain functions, so that nothing is compiled at start.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { inOrder, packagesOf } from './packages.mjs';
import { joinedUnions } from './unions.mjs';

const SCHEMAS = {
  plan: 'plan',
  measures: 'measures',
  areas: 'areas',
  letter: 'letter',
  config: 'config',
};
const folder = new URL('../', import.meta.url);
const target = new URL('src/load/compiled/', folder);

const packages = [];
for (const [name, file] of Object.entries(SCHEMAS)) {
  const text = readFileSync(new URL(`schemas/${file}.schema.json`, folder), 'utf8');
  const written = JSON.parse(text, (_, value) => anyDay(value));
  const schema = joinedUnions(withTypedItems(written, written.$defs));
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    messages: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  const validate = ajv.compile(schema);
  const code = withJoinedErrors(standaloneCode.default(ajv, validate));
  if (/\bouter\d*:\s*for/.test(code)) throw new Error(`${file}: a list is compared all with all`);
  mkdirSync(target, { recursive: true });
  // The generated code asks for ajv's small run-time helpers: they are bundled in.
  const { outputFiles, metafile } = await build({
    absWorkingDir: fileURLToPath(folder),
    metafile: true,
    stdin: { contents: code, resolveDir: fileURLToPath(folder), loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    write: false,
  });
  writeFileSync(new URL(`${name}.js`, target), outputFiles[0].contents);
  packages.push(...packagesOf(metafile));
  writeFileSync(
    new URL(`${name}.d.ts`, target),
    `import type { ValidateFunction } from 'ajv';\nexport const validate: ValidateFunction;\nexport default validate;\n`,
  );
}

/**
 * A month 13 and a day 32 are refused by the files' patterns, too; here they pass, for the rule
 * `impossible-date`, which names the nearest.
 */
function anyDay(value) {
  if (typeof value !== 'string' || !value.startsWith('^')) return value;
  return value
    .replaceAll('(0[1-9]|1[0-2])', '\\d{2}')
    .replaceAll('(0[1-9]|[12]\\d|3[01])', '\\d{2}')
    .replaceAll('Q[1-4]', 'Q\\d');
}

/** Of items whose type it does not see, ajv holds each against each to find repeated ones. */
function withTypedItems(schema, defs) {
  if (Array.isArray(schema)) return schema.map((one) => withTypedItems(one, defs));
  if (typeof schema !== 'object' || schema === null) return schema;
  const made = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withTypedItems(value, defs)]),
  );
  const ref = made.uniqueItems && made.items?.$ref;
  return ref ? { ...made, items: defs[ref.replace('#/$defs/', '')] } : made;
}

/** Where each thing of a list has faults, ajv copies those of all before it for every one. */
function withJoinedErrors(code) {
  const copying = /(\w+) = \1 === null \? (\w+)\.errors : \1\.concat\(\2\.errors\);/g;
  const joined = code.replace(copying, '$1 = joined($1, $2.errors);');
  if (/\.concat\(/.test(joined)) throw new Error('ajv joins errors in another way now');
  return `${joined}
function joined(known, more) {
  if (known === null) return more;
  for (const one of more) known.push(one);
  return known;
}
`;
}

// The functions are made of ajv's templates, whatever of its code they still ask for.
writeFileSync(
  new URL('packages.json', target),
  JSON.stringify(inOrder(['node_modules/ajv', ...packages])),
);
