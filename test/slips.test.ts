import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkSubject } from '../src/commands/check-run.ts';
import type { Finding } from '../src/finding.ts';
import { type Catalogues, catalogueReader } from '../src/load/catalogue.ts';
import { readPlan } from '../src/load/plan.ts';
import { speak } from '../src/words/index.ts';
import { say } from '../src/words/say.ts';
import { SLIPS } from './slips.ts';

const FILE = path.join(import.meta.dirname, '../plans/thanhhoa-2022.yaml');
const PLAN = [
  ['implements: [411/QĐ-TTg]', 'implements:\n  - 411/QĐ-TTg\n  - 749/QĐ-TTg'],
  ['    targets:', '    baseline: { 2021: 8.5 }\n    targets:'],
  ['due: yearly', 'due: 2023-Q2'],
]
  .reduce((text, [from, to]) => text.replace(from!, to!), cut(readFileSync(FILE, 'utf8')))
  .concat(`claims:
  - {
      text: "phấn đấu đạt 20%, gấp đôi",
      indicator: kts-1,
      year: 2025,
      target: 20,
      source: I.1.2,
    }
`);
const LINES = PLAN.split('\n');

/** So many lines of each kind: a few hundred slips in all. */
const MOST = 4;

/** The first three entries of each list, and the codes that they name. */
function cut(text: string): string {
  const kept: string[] = [];
  let entries = 0;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) entries = 0;
    if (/^ {2}- /.test(line)) entries += 1;
    if (entries <= 3) kept.push(line);
  }
  const body = kept.join('\n');
  return kept
    .filter((line) => {
      const code = /^ {2}([a-z0-9-]+): \p{L}/u.exec(line)?.[1];
      return code === undefined || new RegExp(`[[ ]${code}(?:[\\],]|$)`, 'm').test(body);
    })
    .join('\n');
}

/** Slips that need not be told on their own line: what is gone is missed where it belongs to. */
const ELSEWHERE = new Set([
  'the line is lost',
  'two letters of a key are swapped',
  'a letter of a key is lost',
]);

let catalogues: Catalogues;
let before: ReadonlySet<string>;

beforeAll(async () => {
  catalogues = await catalogueReader({ cwd: '/' }, null)(FILE);
  before = new Set((await found(PLAN)).map(told));
});

async function found(text: string): Promise<readonly Finding[]> {
  const subject = { file: FILE, kind: 'plan' as const, content: { text }, only: null };
  const run = { cwd: '/', options: {}, cataloguesFor: async () => catalogues, tables: [] };
  return (await checkSubject(run, subject)).findings;
}

const told = ({ rule, message }: Finding) => `${rule} ${JSON.stringify(message)}`;

test('the plan that slips are made in is sound', () => {
  expect(readPlan(FILE, PLAN).findings).toEqual([]);
  expect([...before].filter((one) => !/^(unused|no)-/.test(one))).toEqual([]);
  expect(LINES.length).toBeGreaterThan(60);
});

test.each(Object.keys(SLIPS))('%s', async (kind) => {
  const slip = SLIPS[kind]!;
  const speech = await speak('en', 'messages');
  const all = LINES.flatMap((line, at) => {
    const to = slip(line, LINES[at + 1] ?? '');
    return to === null || to === line ? [] : [{ at, line, to }];
  });
  expect(all.length, 'lines that it can happen to').toBeGreaterThan(0);
  const step = Math.max(1, Math.floor(all.length / MOST));
  for (const { at, line, to } of all.filter((_, index) => index % step === 0).slice(0, MOST)) {
    const own = (await found(LINES.with(at, to).join('\n'))).filter(
      (one) => !before.has(told(one)),
    );
    const said = own.map(
      ({ place, rule, message }) => `${place.line} ${rule} ${say(message, speech)}`,
    );
    const what = `line ${at + 1}, ${JSON.stringify(line)} as ${JSON.stringify(to)}`;
    expect(said, what).toHaveLength(1);
    if (!ELSEWHERE.has(kind))
      expect(Math.abs(own[0]!.place.line - at - 1), what).toBeLessThanOrEqual(1);
  }
});

test.each([
  [
    'an indentation inside { } says nothing',
    '      indicator: kts-1,',
    '         indicator: kts-1,',
  ],
  ['nor does a line break there', '      year: 2025,', '      year:\n      2025,'],
  ['nor the last comma', '      source: I.1.2,', '      source: I.1.2'],
  ['quotes that a text needs not', 'title: Kế', "title: 'Kế"],
  ['a comment', 'tasks:', 'tasks: # xem lại'],
  ['a blank line', 'tasks:', '\n\ntasks:'],
])('a slip that is none: %s', async (_, from, to) => {
  const text = PLAN.replace(from, to);
  const closed = to.includes("'") ? text.replace(/^(title: '.*)$/m, "$1'") : text;
  expect(closed).not.toBe(PLAN);
  const own = (await found(closed)).filter((one) => !before.has(told(one)));
  expect(own.map(told)).toEqual([]);
});
