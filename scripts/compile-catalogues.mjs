// Makes data of the packaged catalogues, so that their YAML need not be parsed in every run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const folder = new URL('../', import.meta.url);
const target = new URL('src/load/compiled/', folder);

const catalogues = Object.fromEntries(
  ['measures', 'areas'].map((name) => {
    const text = readFileSync(new URL(`plans/catalogue/${name}.yaml`, folder), 'utf8');
    return [name, parse(text.normalize('NFC'))[name]];
  }),
);

mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('catalogues.js', target),
  `export default JSON.parse(${JSON.stringify(JSON.stringify(catalogues))});\n`,
);
writeFileSync(
  new URL('catalogues.d.ts', target),
  `declare const catalogues: Record<'measures' | 'areas', unknown[]>;\nexport default catalogues;\n`,
);
