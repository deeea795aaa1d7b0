import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/load/cache-folder.ts';
import { readPlan } from '../../src/load/plan.ts';
import { planCache } from '../../src/load/plan-cache.ts';
import type { YamlNode } from '../../src/load/yaml-tree.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = new URL('../../', import.meta.url);
const PLANS = readdirSync(new URL('plans/', ROOT))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(`plans/${name}`, ROOT), 'utf8'));

const cacheIn = (folder: string) => planCache({ DTI_EVAL_CACHE_DIR: folder })!;

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
      fc.nat(2),
      fc.constantFrom(...pieces),
    );
    let kept = 0;
    fc.assert(
      fc.property(changed, ([text, share, removed, piece]) => {
        const at = Math.floor(share * text.length);
        const mutated = text.slice(0, at) + piece + text.slice(at + removed);
        const fresh = readPlan('p.yaml', mutated);
        readPlan('p.yaml', mutated, cacheIn(folder));
        const isKept = cacheIn(folder).get(mutated) !== null;
        expect(isKept).toBe(fresh.plan !== null && fresh.findings.length === 0);
        if (isKept) kept += 1;
        expect(saidBy(readPlan('p.yaml', mutated, cacheIn(folder)))).toStrictEqual(saidBy(fresh));
      }),
      { numRuns: 60 },
    );
    expect(kept).toBeGreaterThan(5);
  }, 120_000);

  const [TEXT] = PLANS as [string];

  test('is none where the entry is damaged anywhere', () => {
    const folder = temporaryFolder({});
    readPlan('p.yaml', TEXT, cacheIn(folder));
    const [name] = readdirSync(folder) as [string];
    const entry = readFileSync(path.join(folder, name));
    for (const share of [0, 0.001, 0.3, 0.6, 0.999]) {
      const damaged = Buffer.from(entry);
      const at = Math.floor(share * entry.length);
      damaged[at] = damaged[at]! ^ 4;
      writeFileSync(path.join(folder, name), damaged);
      expect(cacheIn(folder).get(TEXT)).toBeNull();
    }
    for (const cut of [0, 5, entry.length / 2]) {
      writeFileSync(path.join(folder, name), entry.subarray(0, cut));
      expect(cacheIn(folder).get(TEXT)).toBeNull();
    }
    readPlan('p.yaml', TEXT, cacheIn(folder));
    expect(cacheIn(folder).get(TEXT)).not.toBeNull();
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('is of that very text', () => {
    const folder = temporaryFolder({});
    readPlan('p.yaml', TEXT, cacheIn(folder));
    const [name] = readdirSync(folder) as [string];
    readPlan('p.yaml', PLANS[1]!, cacheIn(folder));
    const other = readdirSync(folder).find((one) => one !== name)!;
    writeFileSync(path.join(folder, other), readFileSync(path.join(folder, name)));
    expect(cacheIn(folder).get(PLANS[1]!)).toBeNull();
  });

  test('makes its folder, and is not kept where none can be, which is no fault', () => {
    const folder = temporaryFolder({ file: 'x' });
    const inFile = cacheIn(path.join(folder, 'file'));
    expect(readPlan('p.yaml', TEXT, inFile).plan).not.toBeNull();
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect(readPlan('p.yaml', TEXT, cacheIn(closed)).plan).not.toBeNull();
    const missing = cacheIn(path.join(folder, 'not', 'yet', 'there'));
    readPlan('p.yaml', TEXT, missing);
    expect(missing.get(TEXT)).not.toBeNull();
  });

  test('gives way to later ones', () => {
    const folder = temporaryFolder(
      Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${at}.plan`, 'x'])),
    );
    readPlan('p.yaml', TEXT, cacheIn(folder));
    expect(readdirSync(folder)).toHaveLength(200);
    expect(cacheIn(folder).get(TEXT)).not.toBeNull();
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
