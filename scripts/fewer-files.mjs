// Left alone, the bundler cuts a file for every set of commands that share something: dozens of a few
// hundred bytes, which take longer to open than to read. This plugin makes one file of what belongs
// together.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Sources that shall be one file: what every run loads, and what all that judge plans share. */
function groupsOf(inputs) {
  const start = closureOf('src/main.ts', inputs);
  const judging = [...closureOf('src/commands/status.ts', inputs)].filter((one) => !start.has(one));
  const running = closureOf('src/commands/run.ts', inputs);
  const among = (pattern) => judging.filter((file) => pattern.test(file));
  return {
    start,
    concepts: new Set(among(/^src\/([^/]+|(audit|message)\/.+)$/)),
    words: new Set(among(/^src\/words\//)),
    running: new Set(among(/^src\/(commands|formats)\//).filter((file) => running.has(file))),
  };
}

/** The sources that come with a file at once, itself included. */
function closureOf(file, inputs, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const named of namedBy(file, inputs)) closureOf(named, inputs, found);
  return found;
}

function namedBy(file, inputs) {
  return inputs[file].imports
    .filter(({ path, kind }) => kind === 'import-statement' && path.startsWith('src/'))
    .map(({ path }) => path);
}

/**
 * Whoever loads one source of a group loads all of them, so that they are the same for the bundler.
 * @param metafile what the bundler says of the same sources without this plugin
 */
export function fewerFiles({ inputs }) {
  const groups = groupsOf(inputs);
  const namespace = 'group';
  return {
    name: 'fewer-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice(6), namespace }));
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: [...groups[path]].map((file) => `import './${file}';`).join('\n'),
        resolveDir: root,
      }));
      onLoad({ filter: /\/src\/.*\.ts$/, namespace: 'file' }, ({ path }) => {
        const file = path.slice(root.length);
        const named = namedBy(file, inputs);
        const wanted = Object.entries(groups).filter(
          ([, group]) => !group.has(file) && named.some((one) => group.has(one)),
        );
        const imports = wanted.map(([name]) => `\nimport 'group:${name}';`);
        return { contents: readFileSync(path, 'utf8') + imports.join(''), loader: 'ts' };
      });
    },
  };
}
