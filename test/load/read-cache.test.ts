import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { cacheFolder } from '../../src/load/cache-folder.ts';
import { catalogueReader } from '../../src/load/catalogue.ts';
import { readPlan } from '../../src/load/plan.ts';
import { type ReadCache, readCache } from '../../src/load/read-cache.ts';
import { type ReadOptions, readAround } from '../../src/load/reading.ts';
import type { YamlNode } from '../../src/load/yaml-tree.ts';
import type { Result } from '../../src/result.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = new URL('../../', import.meta.url);
const PLANS = readdirSync(new URL('plans/', ROOT))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(`plans/${name}`, ROOT), 'utf8'));

const cacheIn = (folder: string) => readCache({ DTI_EVAL_CACHE_DIR: folder })!;

/** The paths of all that a tree holds. */
function* pathsOf(
  node: YamlNode | null,
  at: (string | number)[] = [],
): Generator<(string | number)[]> {
  yield at;
  if (node?.kind === 'map')
    for (const { key, value } of node.pairs)
      yield* pathsOf(value, [...at, key?.kind === 'scalar' ? String(key.value) : '']);
  if (node?.kind === 'list')
    for (const [index, item] of node.items.entries()) yield* pathsOf(item, [...at, index]);
}

/** Everything that a reading says, its places included. */
function saidBy({ yaml, plan, findings }: ReturnType<typeof readPlan>) {
  const places = [...pathsOf(yaml.tree)].map((at) => [
    at,
    yaml.written(at),
    yaml.locate(at),
    yaml.locate(at, 'key'),
    yaml.edit(at, 'x'),
    yaml.edit(at, 'x', 'key'),
  ]);
  const offsets = Array.from({ length: 50 }, (_, part) =>
    Math.floor((yaml.text.length * part) / 50),
  );
  const found = offsets.map((offset) => [yaml.pathAt(offset), yaml.placeAt(offset, offset + 3)]);
  return { plan, findings, data: yaml.data, lost: yaml.lost, text: yaml.text, places, found };
}

describe('a plan from the cache', () => {
  test('says what a fresh one says, to the place of every value', () => {
    const folder = temporaryFolder({});
    const pieces = ['', ' ', '\n', '\n# x\n', '&a ', '!!str ', "'", '"', '1.500', '...', ': ', 'ế'];
    const changed = fc.tuple(
      fc.constantFrom(...PLANS),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 0, 0, 1, 2),
      fc.constantFrom(...pieces),
    );
    let kept = 0;
    fc.assert(
      fc.property(changed, ([text, share, removed, piece]) => {
        const at = Math.floor(share * text.length);
        const mutated = text.slice(0, at) + piece + text.slice(at + removed);
        const fresh = readPlan('p.yaml', mutated);
        readPlan('p.yaml', mutated, { cache: cacheIn(folder) });
        const isKept = cacheIn(folder).get([mutated]) !== null;
        expect(isKept).toBe(fresh.plan !== null && fresh.findings.length === 0);
        if (isKept) kept += 1;
        expect(saidBy(readPlan('p.yaml', mutated, { cache: cacheIn(folder) }))).toStrictEqual(
          saidBy(fresh),
        );
      }),
      { numRuns: 60 },
    );
    expect(kept).toBeGreaterThan(5);
  }, 120_000);

  const [TEXT] = PLANS as [string];

  test('is none where the entry is damaged anywhere', () => {
    const folder = temporaryFolder({});
    readPlan('p.yaml', TEXT, { cache: cacheIn(folder) });
    const [name] = readdirSync(folder) as [string];
    const entry = readFileSync(path.join(folder, name));
    for (const share of [0, 0.001, 0.3, 0.6, 0.999]) {
      const damaged = Buffer.from(entry);
      const at = Math.floor(share * entry.length);
      damaged[at] = damaged[at]! ^ 4;
      writeFileSync(path.join(folder, name), damaged);
      expect(cacheIn(folder).get([TEXT])).toBeNull();
    }
    for (const cut of [0, 5, entry.length / 2]) {
      writeFileSync(path.join(folder, name), entry.subarray(0, cut));
      expect(cacheIn(folder).get([TEXT])).toBeNull();
    }
    readPlan('p.yaml', TEXT, { cache: cacheIn(folder) });
    expect(cacheIn(folder).get([TEXT])).not.toBeNull();
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('is of that very text', () => {
    const folder = temporaryFolder({});
    readPlan('p.yaml', TEXT, { cache: cacheIn(folder) });
    const [name] = readdirSync(folder) as [string];
    readPlan('p.yaml', PLANS[1]!, { cache: cacheIn(folder) });
    const other = readdirSync(folder).find((one) => one !== name)!;
    writeFileSync(path.join(folder, other), readFileSync(path.join(folder, name)));
    expect(cacheIn(folder).get([PLANS[1]!])).toBeNull();
  });

  test('makes its folder, and is not kept where none can be, which is no fault', () => {
    const folder = temporaryFolder({ file: 'x' });
    const inFile = cacheIn(path.join(folder, 'file'));
    expect(readPlan('p.yaml', TEXT, { cache: inFile }).plan).not.toBeNull();
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect(readPlan('p.yaml', TEXT, { cache: cacheIn(closed) }).plan).not.toBeNull();
    const missing = cacheIn(path.join(folder, 'not', 'yet', 'there'));
    readPlan('p.yaml', TEXT, { cache: missing });
    expect(missing.get([TEXT])).not.toBeNull();
  });

  test('gives way to later ones', () => {
    const folder = temporaryFolder(
      Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`${at}.read`, 'x'])),
    );
    readPlan('p.yaml', TEXT, { cache: cacheIn(folder) });
    expect(readdirSync(folder)).toHaveLength(400);
    expect(cacheIn(folder).get([TEXT])).not.toBeNull();
  });
});

describe('a table from the cache', () => {
  const beside = (name: string) => readFileSync(new URL(`plans/${name}`, ROOT), 'utf8');
  const PLAN = `${beside('danang-2024.yaml')}`;
  const RESULTS = beside('danang-2024.results.csv');
  const PROGRESS = 'task,status,date,source\nda-b,hoàn thành,2024-03-01,BC 1\n';

  async function readingIn(folder: string, cache: ReadCache | null, options: ReadOptions = {}) {
    const file = path.join(folder, 'p.yaml');
    const results: Result[] = [];
    const { tables } = await readAround(readPlan(file, PLAN, { cache }), {
      cwd: folder,
      options,
      cataloguesFor: catalogueReader({ cwd: folder }, null),
      cache,
      sinkFor: () => (result) => results.push(result),
    });
    return { tables, results };
  }

  test('says what a fresh one says', async () => {
    const folder = temporaryFolder({ 'p.yaml': PLAN });
    const write = (results: string, progress: string) => {
      writeFileSync(path.join(folder, 'p.results.csv'), results);
      writeFileSync(path.join(folder, 'p.progress.csv'), progress);
    };
    const cells = RESULTS.split(/(?<=[,\n])/);
    const pieces = ['', '1', '~', '2023-06', 'trên ', '"', ',', '\n', '%', '1.500', 'chưa', 'ế'];
    const changed = fc.tuple(
      fc.array(fc.tuple(fc.nat(cells.length - 1), fc.constantFrom(...pieces)), { maxLength: 3 }),
      fc.constantFrom('', 'done', 'x', '2023-13-01'),
      fc.constantFrom<ReadOptions>({}, { decimal: { all: ',', files: {} } }, { delimiter: ',' }),
    );
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(changed, async ([puts, progress, options]) => {
        const put = new Map(puts);
        write(
          cells.map((cell, at) => (put.get(at) ?? '') + cell).join(''),
          PROGRESS.replace('hoàn thành', progress || 'hoàn thành'),
        );
        const cache = cacheIn(path.join(folder, 'cache'));
        const fresh = await readingIn(folder, null, options);
        const first = await readingIn(folder, cache, options);
        const get = vi.spyOn(cache, 'get');
        const second = await readingIn(folder, cache, options);
        const isSound = ({ findings }: (typeof fresh.tables)[number]) => findings.length === 0;
        const answers = get.mock.results.filter(({ value }) => value !== null);
        const sound = fresh.tables.filter(isSound).length;
        // The plan itself is without fault.
        expect(answers).toHaveLength(1 + sound);
        kept += sound;
        expect([first, second]).toEqual([fresh, fresh]);
      }),
      { numRuns: 40 },
    );
    expect(kept).toBeGreaterThan(10);
  }, 120_000);

  test('is read again where its plan, its catalogue or what is asked is another', async () => {
    const folder = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': RESULTS });
    const cache = cacheIn(path.join(folder, 'cache'));
    await readingIn(folder, cache);
    const get = vi.spyOn(cache, 'get');
    const known = () => get.mock.results.map(({ value }) => value !== null);
    await readingIn(folder, cache);
    expect(known()).toEqual([true, true]);
    get.mockClear();
    await readingIn(folder, cache, { decimal: { all: '.', files: {} } });
    expect(known()).toEqual([true, false]);
    get.mockClear();
    mkdirSync(path.join(folder, 'catalogue'));
    const own = 'format: areas/1\nareas:\n  - { code: x-1, name: X, name-en: X, type: province }\n';
    writeFileSync(path.join(folder, 'catalogue/areas.yaml'), own);
    await readingIn(folder, cache);
    expect(known()).toEqual([true, false]);
  });
});

describe('the folder of the cache', () => {
  test.each([
    ['linux', { HOME: '/h' }, '/h/.cache/dti-eval'],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: '/x' }, '/x/dti-eval'],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: 'x' }, '/h/.cache/dti-eval'],
    ['darwin', { HOME: '/h' }, '/h/Library/Caches/dti-eval'],
    ['linux', { HOME: '/h', DTI_EVAL_CACHE_DIR: '/own' }, '/own'],
    ['linux', {}, null],
    ['win32', {}, null],
  ] as const)('%s %o', (platform, env, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder);
  });
});

test('--no-cache reads and keeps nothing', async () => {
  const folder = temporaryFolder({ 'p.yaml': PLANS[0]! });
  const env = { DTI_EVAL_CACHE_DIR: path.join(folder, 'cache') };
  const first = await run(['status', 'p.yaml', '--no-cache'], { cwd: folder, env });
  expect(readdirSync(folder)).toEqual(['p.yaml']);
  const second = await run(['status', 'p.yaml'], { cwd: folder, env });
  expect(readdirSync(env.DTI_EVAL_CACHE_DIR)).toHaveLength(1);
  const third = await run(['status', 'p.yaml'], { cwd: folder, env });
  expect([second, third]).toEqual([first, first]);
});
