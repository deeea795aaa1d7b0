import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** Folders of concepts that outgrew one file; they belong to the core. */
const CORE_FOLDERS = ['audit', 'message'];

/** A room is a folder of src, or `core` for the concepts that lie in src itself. */
type Room =
  | 'start'
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
  start: {
    rooms: ['load'],
    types: ['main'],
    why: 'what is done before anything is asked loads the program, and nothing of it',
  },
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
  [
    'exact',
    'hash',
    'limits',
    'engines',
    'calendar',
    'extremes',
    'fold',
    'by-parts',
    'grouped',
    'look-alike',
    'decoded-twice',
    'suggest',
    'version',
    'verdict',
    'unit',
    'measure',
  ],
  ['period', 'target', 'deadline', 'area', 'letter'],
  ['indicator', 'result', 'observation', 'change', 'names'],
  [
    'plan',
    'progress',
    'standing',
    'pace',
    'precision',
    'one-sided',
    'contradiction',
    'not-counted',
    'stable-path',
    'enclosure',
    'whole',
    'year-total',
    'share-doubt',
  ],
  ['repeat-log', 'bounded-rows', 'progress-keeper', 'held-rows', 'left-out', 'rows-over-time'],
  ['attainment', 'result-keeper', 'asked', 'scope', 'change-target', 'revision'],
  ['computed'],
  ['declared', 'left-over'],
  ['evaluation', 'overdue', 'diff'],
  ['grouping'],
  ['course', 'unmeasured-year'],
  ['message/'],
  ['finding', 'finding-log', 'place', 'usage-error'],
  ['fix'],
  ['round', 'tally', 'pace-class', 'alignment', 'diff-view', 'sensitivity', 'area-ranking'],
  [
    'delivery',
    'indicator-ranking',
    'standouts',
    'since',
    'explain',
    'explain-task',
    'check-report',
    'exit',
    'audit/',
  ],
  ['audit', 'suppression', 'baseline', 'report', 'collection', 'received'],
];

/** What comes from outside, which rooms may use it, and why no other. */
const OUTER_WALLS: readonly { what: RegExp; rooms: readonly Room[]; why: string }[] = [
  {
    what: /^node:(fs|path|url|os|child_process)/,
    rooms: ['start', 'load'],
    why: 'where a file is and what it says is known in one room',
  },
  {
    what: /^(yaml|ajv|csv-parse|tinyglobby)/,
    rooms: ['load'],
    why: 'how files are written is known in one room',
  },
  {
    what: /^node:/,
    rooms: ['start', 'load', 'commands'],
    why: 'all else is the same on every platform',
  },
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
  if (first === 'start.ts') return 'start';
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

  const walls = Object.entries(MAY_IMPORT).map(
    ([room, wall]) => [`${room}: ${wall.why}`, { room, ...wall }] as const,
  );
  test.each(walls)('%s', (_, { room, rooms, types = [] }) => {
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

  test('no files import each other in a circle, be it for a type or when they run', () => {
    const importsFrom = new Map<string, Import[]>();
    for (const one of own) importsFrom.set(one.from, [...(importsFrom.get(one.from) ?? []), one]);
    const reached = (start: string): Set<string> => {
      const seen = new Set<string>();
      const left = [start];
      for (let file = left.pop(); file !== undefined; file = left.pop())
        for (const { to } of importsFrom.get(file) ?? [])
          if (!seen.has(to)) {
            seen.add(to);
            left.push(to);
          }
      return seen;
    };
    const circular = sources().filter((file) => reached(file).has(file));
    expect(circular.map((file) => path.relative(SRC, file))).toEqual([]);
  });

  const outerWalls = OUTER_WALLS.map(
    (wall) => [`${wall.rooms.join(', ')} alone import ${wall.what}: ${wall.why}`, wall] as const,
  );
  test.each(outerWalls)('%s', (_, { what, rooms }) => {
    const wrong = all.filter(({ from, to }) => what.test(to) && !rooms.includes(roomOf(from)));
    expect(wrong.map(({ from, to }) => `${path.relative(SRC, from)} → ${to}`)).toEqual([]);
  });

  test('nothing reads a clock or the process: both are handed in', () => {
    const wrong = sources().filter((file) => {
      const code = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
      return /\bDate\.now\(|new Date\(\)|\bprocess\.|\bperformance\./.test(code);
    });
    expect(wrong.map((file) => path.relative(SRC, file))).toEqual([]);
  });

  test('bin is a doorway: it asks for what starts the program as it is built, and for nothing else', () => {
    const bin = readFileSync(path.resolve(SRC, '../bin/dti-eval.js'), 'utf8');
    const asked = [...bin.matchAll(/\b(?:require\(|import\s*\(?|from\s*)\s*'([^']+)'/g)];
    expect(asked.map(([, named]) => named)).toEqual(['../dist/start.cjs']);
  });
});
