// Copies the shared definitions of schemas/defs.json into the schemas that name them, so that each is
// complete by itself: editors and validators read one file.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const file of schemaFiles()) {
    const schema = readSchema(file);
    const fresh = JSON.stringify(withShared(schema), null, 2);
    if (fresh !== JSON.stringify(schema, null, 2)) writeFileSync(new URL(file, folder), fresh);
  }
