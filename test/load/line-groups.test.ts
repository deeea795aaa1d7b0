import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grouping } from '../../src/load/group-sql.ts';
import type { Groups, Keyed } from '../../src/load/groups.ts';
import type { ThreadData } from '../../src/load/joined-parts.ts';
import { groupFile, groupText } from '../../src/load/line-groups.ts';
import { groupParts, handOver, sharedClaims } from '../../src/load/part-groups.ts';
import { hasBoundedAddresses, startThreads } from '../../src/load/part-threads.ts';
import type { PlainForm } from '../../src/load/plain-rows.ts';
import type { ResultColumn } from '../../src/load/result-columns.ts';
import type { Line } from '../../src/load/sources/some-rows.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { often } from './made-results.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCRIPT = path.join(ROOT, 'dist/group-worker.cjs');
const COLUMNS: readonly ResultColumn[] = [
  'indicator',
  'period',
  'value',
  'status',
  'source',
  'note',
];
const FORM: PlainForm = { columns: COLUMNS, delimiter: ',', mostBytes: 200 };
const most = () => 1000;

/** Lines as they are, plain ones and such as are not. */
const LINE = fc
  .tuple(
    often(['a', 'b', 'c'], ['"a"', '']),
    often(
      ['2024-03-31', '2024-03-30', '2023-12-31', '2025-01-01', '2024'],
      ['2024-Q1', '2024-02-30', '"2024-03-31"', '31/03/2024'],
    ),
    often(['50', '61.5', '7', '100', '0', '450'], ['12,5', '"12,5"', 'x', '']),
    often(['', '', 'met'], ['đạt']),
    often(['Báo cáo 1', 'Sở Y tế', '"Sở Tư pháp, mục 2"'], ['"một ""hai"""', 'x"y', '"hai\ndòng"']),
    often(['', 'ưỡng'], ['😀', 'một, hai', '\ufeff']),
  )
  .map((cells) => cells.join(','));
const TEXT = fc
  .record({
    lines: fc.array(
      fc.oneof({ weight: 60, arbitrary: LINE }, { weight: 1, arbitrary: fc.constant('') }),
      {
        maxLength: 40,
        size: 'max',
      },
    ),
    mark: often([''], ['\ufeff']),
    end: fc.constantFrom('\n', '\n', '\r\n'),
    hasLast: fc.boolean(),
  })
  .map(({ lines, mark, end, hasLast }) => {
    const text = mark + [COLUMNS.join(','), ...lines].join(end);
    return hasLast ? text + end : text;
  });
const GROUPING = fc.record({
  columns: fc.constant(COLUMNS),
  numbers: fc.constant([]),
  borders: fc.constantFrom(['2024-03-30'], ['2024-12-31', '2024-03-30']),
  yearly: fc.constantFrom<Grouping['yearly'][]>('all', [], ['a']),
  isOfValues: fc.boolean(),
  firstKeys: often([undefined, 2], [5]),
});

/** Threads that take so many parts before any other, as they come; each `null` fails in the end. */
function takingFirst(takers: readonly (number | null)[], isFailing: readonly boolean[]) {
  return ({ task, shared }: ThreadData) => {
    const claims = sharedClaims(shared, task.parts.length);
    const taken = new Map<number, number[]>();
    for (const taker of takers) {
      const part = claims.next();
      if (part !== null && taker !== null) taken.set(taker, [...(taken.get(taker) ?? []), part]);
    }
    return [...taken].map(([taker, parts]) => {
      const next = () => parts.shift() ?? null;
      const made = groupParts(task, { ...claims, next });
      const handed = isFailing[taker] ? null : made && structuredClone(handOver(made));
      return { done: Promise.resolve(handed), end: async () => {} };
    });
  };
}

/** Groups as anyone sees them, with the rows of each, and the lines that are found by their numbers. */
async function seen(found: Awaited<ReturnType<typeof groupFile>>, file: string, wanted: number[]) {
  if (found === null) return null;
  const { groups, odd, index, keyed } = found;
  const shown = [];
  for (const { id, ...group } of groups) shown.push({ ...group, rows: await found.members([id]) });
  const lines = index.linesAt(file, wanted);
  return { groups: shown, odd, lines, keyed: keyed && keyedIn(keyed, lines) };
}

/** What was found of rows by what they are of. */
function keyedIn({ subjectOf, ...keyed }: Keyed, lines: readonly Line[]) {
  return { ...keyed, subjects: lines.map(subjectOf) };
}

describe('rows of a file', () => {
  test('are grouped alike in one part and in many, by one thread and by several', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'x.csv');
    const sharing = fc.record({
      partBytes: fc.integer({ min: 1, max: 400 }),
      takers: fc.array(fc.option(fc.nat(2), { freq: 8 }), { maxLength: 30 }),
      isFailing: fc.array(often([false], [true]), { minLength: 3, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(TEXT, GROUPING, sharing, async (text, grouping, shares) => {
        writeFileSync(file, text);
        const wanted = { grouping, most };
        const alone = { partBytes: 1 << 20, enough: 2 };
        const whole = await groupFile(file, FORM, wanted, alone);
        const { partBytes, takers, isFailing } = shares;
        const start = takingFirst(takers, isFailing);
        const parts = await groupFile(file, FORM, wanted, { partBytes, enough: 2, start });
        const lines = text
          .replace(/\n$/, '')
          .split('\n')
          .map((_, at) => at + 1);
        const some = lines.filter((line) => line % 3 !== 1);
        expect(await seen(parts, file, some)).toEqual(await seen(whole, file, some));
      }),
      { numRuns: Number(process.env.PART_RUNS ?? 300) },
    );
  });

  test('are those of the same text where it comes in pieces', async () => {
    const file = path.join(temporaryFolder(), 'x.csv');
    await fc.assert(
      fc.asyncProperty(
        TEXT,
        GROUPING,
        fc.integer({ min: 1, max: 400 }),
        async (text, grouping, step) => {
          writeFileSync(file, text);
          const bytes = Buffer.from(text);
          const pieces = function* () {
            for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
          };
          const wanted = { grouping, most };
          const found = await groupText(pieces, FORM, wanted);
          const whole = await groupFile(file, FORM, wanted, { partBytes: step, enough: Infinity });
          const told = (one: Groups | null) => {
            if (one === null) return null;
            const { groups, odd, keyed } = one;
            return { groups, odd, keyed: keyed && keyedIn(keyed, []) };
          };
          expect(told(found)).toEqual(told(whole));
        },
      ),
      { numRuns: Number(process.env.PART_RUNS ?? 100) },
    );
  });

  const grouping: Grouping = {
    ...{ columns: COLUMNS, numbers: [], borders: ['2024-12-31'], yearly: 'all', isOfValues: true },
  };
  const row = (at: number) => `a,2024-0${1 + (at % 9)}-15,${at % 90},,Báo cáo ${at % 7},`;
  const rows = Array.from({ length: 20_000 }, (_, at) => row(at));

  /** Until another thread has taken a part. */
  function waitForOthers({ shared }: ThreadData) {
    const state = new Int32Array(shared);
    while (Atomics.load(state, 0) === 0) Atomics.wait(state, 0, 0, 10);
  }

  async function together(
    lines: readonly string[],
    threads: number,
    script = SCRIPT,
    wanted = grouping,
  ) {
    const isWaiting = threads > 0 && script === SCRIPT;
    const text = [COLUMNS.join(','), ...lines].join('\n');
    const file = path.join(temporaryFolder({ 'x.csv': text }), 'x.csv');
    const helped: boolean[] = [];
    const start = (data: ThreadData) => {
      const started = startThreads(data, threads, script);
      if (isWaiting) waitForOthers(data);
      for (const { done } of started) done.then((made) => helped.push(made !== null));
      return started;
    };
    const sharing = { partBytes: 512, enough: 2, start };
    const found = await groupFile(file, FORM, { grouping: wanted, most }, sharing);
    return { seen: await seen(found, file, [2, 20_000]), helped };
  }

  test('are grouped alike by threads as they are built', async () => {
    const alone = await together(rows, 0);
    expect(alone.seen?.groups).toHaveLength(7);
    expect(await together(rows, 2)).toEqual({ ...alone, helped: [true, true] });
  });

  test('are found to differ from others by threads as they are built', async () => {
    const keyed = { ...grouping, isOfValues: false, firstKeys: 5 };
    const days = Array.from(
      { length: 336 },
      (_, at) =>
        `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + Math.floor(at / 12)).padStart(2, '0')}`,
    );
    const again = Array.from({ length: 20_000 }, (_, at) => {
      const value = at === 7777 ? 99 : (at % 1680) % 89;
      return `${'abc'[at % 3]},${days[at % 336]},${value},,Báo cáo ${at % 5},`;
    }).map((text, at) => (at % 5000 === 4321 ? text.replace(',,', '.5,,') : text));
    const alone = await together(again, 0, SCRIPT, keyed);
    expect(alone.seen?.keyed?.differing.length).toBeGreaterThan(50);
    expect(await together(again, 2, SCRIPT, keyed)).toEqual({ ...alone, helped: [true, true] });
  });

  test('are not looked at any more where one thread found what is not plain', async () => {
    const torn = rows.with(-1, 'a,2024-06-15,"50');
    // Another thread may have done its part before that is found.
    expect((await together(torn, 2)).seen).toBeNull();
  });

  test('are grouped by one thread where no other can be started', async () => {
    const alone = await together(rows, 0);
    const none = await together(rows, 2, path.join(ROOT, 'no-script.cjs'));
    expect(none).toEqual({ ...alone, helped: [false, false] });
  });
});

test.each([
  ['Max address space         unlimited            unlimited            bytes', false],
  ['Max address space         1024000000           unlimited            bytes', true],
  ['', false],
])('whether the system bounds addresses is told by its own words: %s', (line, isBounded) => {
  const before = 'Limit                     Soft Limit           Hard Limit           Units\n';
  const folder = temporaryFolder({ limits: `${before}${line}\n` });
  expect(hasBoundedAddresses(path.join(folder, 'limits'))).toBe(isBounded);
  expect(hasBoundedAddresses(path.join(folder, 'none'))).toBe(false);
});
