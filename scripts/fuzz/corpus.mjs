// What is mutated: the files of the kept transcripts with their commands, and the packaged plans.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cases = path.join(root, 'test/cases');

/** All files below a folder, by their paths in it. */
function filesBelow(folder) {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file)]),
  );
}

function commandsOf(name) {
  return readFileSync(path.join(cases, name, 'transcript.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^\$ dti-eval [a-z]/.test(line) && !line.includes(' < '))
    .map((line) => [...line.slice(11).matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)])
    .map((words) => words.map(([, single, double, bare]) => single ?? double ?? bare))
    .filter((argv) => !argv.includes('--watch') && !argv.includes('--changed-since'));
}

const packaged = Object.fromEntries(
  Object.entries(filesBelow(path.join(root, 'plans'))).map(([name, bytes]) => [
    path.join('plans', name),
    bytes,
  ]),
);

/** Projects: a name, files by their paths, and command lines that were written for them. */
export const PROJECTS = readdirSync(cases, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const own = readdirSync(path.join(cases, name)).includes('files');
    const files = own ? filesBelow(path.join(cases, name, 'files')) : packaged;
    return { name, files, commands: commandsOf(name) };
  })
  .filter(({ commands }) => commands.length > 0)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
