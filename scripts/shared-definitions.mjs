// Copies the shared definitions of schemas/defs.json into the schemas that name them, so that each is
// complete by itself: editors and validators read one file. Makes those for editors, too.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { joinedUnions } from './unions.mjs';

const folder = new URL('../schemas/', import.meta.url);
const COPY = 'A copy; edit schemas/defs.json and run `npm run keep`.';

/** The names of the files of schemas. */
export function schemaFiles() {
  return readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
}

export function readSchema(file) {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}

/** The schema with its own definitions and fresh copies of the shared ones that it needs. */
export function withShared(schema) {
  const { $defs: shared } = readSchema('defs.json');
  const { $defs = {}, ...rest } = schema;
  const own = Object.fromEntries(
    Object.entries($defs).filter(([, definition]) => definition.$comment !== COPY),
  );
  const needed = new Set();
  for (const node of [rest, own]) need(node, own, shared, needed);
  const copies = Object.keys(shared)
    .filter((name) => needed.has(name))
    .map((name) => [name, { $comment: COPY, ...shared[name] }]);
  const all = { ...own, ...Object.fromEntries(copies) };
  return Object.keys(all).length === 0 ? rest : { ...rest, $defs: all };
}

function need(node, own, shared, needed) {
  if (typeof node !== 'object' || node === null) return;
  const name = /^#\/\$defs\/([^/]+)/.exec(node.$ref ?? '')?.[1];
  if (name !== undefined && !(name in own) && !needed.has(name)) {
    if (!(name in shared)) throw new Error(`no definition ${name}`);
    needed.add(name);
    need(shared[name], own, shared, needed);
  }
  for (const inside of Object.values(node)) need(inside, own, shared, needed);
}

/** The files that people write in editors. */
export const WRITTEN = ['plan', 'measures', 'areas', 'config'].map((name) => `${name}.schema.json`);

/**
 * The schema for editors: it says what a pattern means, by `patternErrorMessage`, and of which types a
 * value may be, in one place; strict validators take neither.
 */
export function forEditors(schema) {
  const id = schema.$id.replace('/schemas/', '/schemas/editors/');
  return { ...explained(joinedUnions(schema), ''), $id: id };
}

function explained(node, above) {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((one) => explained(one, above));
  const description = typeof node.description === 'string' ? node.description : above;
  const inside = Object.entries(node).map(([key, value]) => [key, explained(value, description)]);
  const said = MEANT.find(([pattern]) => node.pattern === pattern)?.[1] ?? description;
  return Object.fromEntries(
    inside.flatMap(([key, value]) =>
      key === 'pattern'
        ? [
            [key, value],
            ['patternErrorMessage', said],
          ]
        : [[key, value]],
    ),
  );
}

const MEANT = [
  ['^[a-z0-9]+(-[a-z0-9]+)*$', 'A code: lower-case ASCII words joined by hyphens, `so-tttt`.'],
  ['^\\d{4}$', 'A year of four digits.'],
];

function write(file, schema) {
  const place = new URL(file, folder);
  const fresh = JSON.stringify(schema, null, 2);
  const isKept = existsSync(place) && JSON.stringify(readSchema(file), null, 2) === fresh;
  if (!isKept) writeFileSync(place, fresh);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of schemaFiles()) write(file, withShared(readSchema(file)));
  mkdirSync(new URL('editors/', folder), { recursive: true });
  for (const file of WRITTEN) write(`editors/${file}`, forEditors(readSchema(file)));
}
