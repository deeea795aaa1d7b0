import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** Folders of concepts that outgrew one file; they belong to the core. */
const CORE_FOLDERS = ['audit', 'message'];

/** A room is a folder of src, or `core` for the concepts that lie in src itself. */
type Room =
  | 'main'
  | 'door'
  | 'cli'
  | 'commands'
  | 'load'
  | 'views'
  | 'formats'
  | 'rules'
  | 'words'
  | 'core';

/** Which rooms a room may import, and why no other. */
const MAY_IMPORT: Record<Room, { rooms: readonly Room[]; types?: readonly Room[]; why: string }> = {
  main: {
    rooms: ['cli', 'commands', 'words', 'core'],
    why: 'the doorway hands the command line over and turns its end into an exit code',
  },
  cli: {
    rooms: ['cli', 'commands', 'views', 'formats', 'words', 'core'],
    types: ['load'],
    why: 'the command line is described by what others know, and reads no file',
  },
  door: {
    rooms: ['commands', 'load', 'rules', 'words', 'core'],
    why: 'programs get values: it shows nothing, and knows no command line',
  },
  commands: {
    rooms: ['commands', 'load', 'views', 'formats', 'rules', 'words', 'core'],
    types: ['cli'],
    why: 'a command is where files, judgement and words meet; the description of its flags is the type of its options',
  },
  load: {
    rooms: ['load', 'core'],
    why: 'reading must not know how anything is shown, nor what the rules make of it',
  },
  views: {
    rooms: ['views', 'formats', 'words', 'core'],
    why: 'a view says what data means and must not know where the data came from',
  },
  formats: {
    rooms: ['formats', 'words', 'core'],
    why: 'a format makes text or bytes of a document and knows no command',
  },
  rules: {
    rooms: ['rules', 'core'],
    why: 'a rule judges values, so that it can be tested and reused without files',
  },
  words: {
    rooms: ['words', 'core'],
    why: 'words are added last and decide nothing',
  },
  core: {
    rooms: ['core'],
    why: 'the concepts stand alone, and know no words',
  },
};

/** The concepts from the ground up, folders by their name: a floor imports no floor above it. */
const FLOORS: readonly (readonly string[])[] = [
  ['exact', 'calendar', 'fold', 'suggest', 'version', 'verdict', 'unit', 'measure'],
  ['period', 'target', 'deadline', 'area'],
  ['indicator', 'result', 'observation', 'change'],
  [
    'plan',
    'progress',
    'standing',
    'pace',
    'precision',
    'one-sided',
    'not-counted',
    'stable-path',
    'whole',
    'year-total',
  ],
  ['attainment', 'result-keeper', 'asked', 'change-target', 'revision'],
  ['computed'],
  ['declared', 'left-over'],
  ['evaluation', 'overdue', 'diff'],
  ['message/'],
  ['finding', 'usage-error', 'rule-page'],
  ['grouping', 'tally', 'pace-class', 'alignment', 'diff-view', 'sensitivity', 'area-ranking'],
  ['standouts', 'since', 'explain', 'explain-task', 'check-report', 'exit', 'audit/'],
  ['audit', 'suppression', 'baseline', 'report'],
];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sources(folder = SRC): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'compiled' ? [] : sources(inside);
    return entry.name.endsWith('.ts') ? [inside] : [];
  });
}

const IMPORT = /(?:import|export)\s+(type\s)?[^'"();]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[3]!;
    const to = target.startsWith('.') ? path.resolve(path.dirname(file), target) : target;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

function roomOf(file: string): Room {
  const [first, ...rest] = path.relative(SRC, file).split(path.sep);
  if (first === 'main.ts') return 'main';
  if (first === 'index.ts') return 'door';
  return rest.length === 0 || CORE_FOLDERS.includes(first!) ? 'core' : (first as Room);
}

function floorOf(file: string): number {
  const name = path.relative(SRC, file).replace(/\.ts$/, '').replaceAll(path.sep, '/');
  return FLOORS.findIndex((floor) =>
    floor.some((one) => (one.endsWith('/') ? name.startsWith(one) : name === one)),
  );
}

const all = sources().flatMap(importsOf);
const own = all.filter(({ to }) => to.startsWith(SRC));
const named = ({ from, to }: Import) => `${path.relative(SRC, from)} → ${path.relative(SRC, to)}`;

describe('imports run one way', () => {
  test('there are imports to look at', () => {
    expect(own.length).toBeGreaterThan(50);
  });

  test.each(Object.entries(MAY_IMPORT))('%s: $why', (room, { rooms, types = [] }) => {
    const wrong = own.filter(({ from, to, typeOnly }) => {
      const allowed = typeOnly ? [...rooms, ...types] : rooms;
      return roomOf(from) === room && !allowed.includes(roomOf(to));
    });
    expect(wrong.map(named)).toEqual([]);
  });

  test('a concept imports only what lies below it or beside it', () => {
    const concepts = own.filter((one) => roomOf(one.from) === 'core' && roomOf(one.to) === 'core');
    expect(sources().filter((file) => roomOf(file) === 'core' && floorOf(file) === -1)).toEqual([]);
    expect(concepts.filter(({ from, to }) => floorOf(to) > floorOf(from)).map(named)).toEqual([]);
  });

  test('no concepts import each other in a circle, not even types', () => {
    const importsFrom = new Map<string, string[]>();
    for (const { from, to } of own) importsFrom.set(from, [...(importsFrom.get(from) ?? []), to]);
    const reached = (start: string): Set<string> => {
      const seen = new Set<string>();
      const left = [...(importsFrom.get(start) ?? [])];
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        if (!seen.has(next)) left.push(...(importsFrom.get(next) ?? []));
        seen.add(next);
      }
      return seen;
    };
    const concepts = sources().filter((file) => roomOf(file) === 'core');
    expect(concepts.filter((file) => reached(file).has(file))).toEqual([]);
  });

  test('core, rules, views and formats use no module of Node: they are the same everywhere', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        to.startsWith('node:') && ['core', 'rules', 'views', 'formats'].includes(roomOf(from)),
    );
    expect(wrong.map(({ from, to }) => `${path.relative(SRC, from)} → ${to}`)).toEqual([]);
  });

  test('core and rules read no clock: now is a value', () => {
    const wrong = sources()
      .filter((file) => ['core', 'rules'].includes(roomOf(file)))
      .filter((file) => /Date\.now\(|new Date\(\)|process\./.test(readFileSync(file, 'utf8')));
    expect(wrong).toEqual([]);
  });
});
