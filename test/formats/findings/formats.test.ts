import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import type { Renderer } from '../../../src/formats/findings/context.ts';
import { FINDING_FORMATS, type FindingsFormatName } from '../../../src/formats/findings/index.ts';
import { jsonOfMany, jsonText } from '../../../src/formats/json-text.ts';
import { SPEECH } from '../../speech.ts';
import {
  CSV,
  context,
  duplicate,
  emptyReport,
  many,
  mixedDecimals,
  noSource,
  PLAN,
  sampleReport,
  suppressed,
  unknownKey,
  withText,
} from './samples.ts';

const NAMES = Object.keys(FINDING_FORMATS) as FindingsFormatName[];
const LOADED = await Promise.all(
  NAMES.map(async (name) => [name, textOf(await FINDING_FORMATS[name].load())] as const),
);
const RENDER = Object.fromEntries(LOADED) as Record<FindingsFormatName, ReturnType<typeof textOf>>;

function textOf(render: Renderer) {
  return (...given: Parameters<Renderer>) => {
    const text = render(...given);
    return typeof text === 'string' ? text : [...text].join('');
  };
}

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/check.schema.json', import.meta.url), 'utf8'),
);
const isCheckOutput = new Ajv2020({ allErrors: true }).compile(schema);

const jsonOf = (report = sampleReport()) => JSON.parse(RENDER.json(report, context()));

test('a list that is written piece by piece is the text of the whole', () => {
  const items = Array.from({ length: 3000 }, (_, at) => ({
    at,
    text: `ố\u0085"\n${at}`,
    in: [{}, []],
  }));
  for (const list of [items, items.slice(0, 1), []]) {
    const around = (inside: readonly unknown[]) => ({ a: 1, deep: [{ list: inside }], z: null });
    expect([...jsonOfMany(around, list, (item) => item)].join('')).toBe(jsonText(around(list)));
  }
});

test.each(NAMES)('%s is the same text from run to run and ends its last line', (name) => {
  const text = RENDER[name](sampleReport(), context());
  expect(RENDER[name](sampleReport(), context())).toBe(text);
  expect(text).toMatch(/[^\n]\n$/);
});

test.each(NAMES)('%s does not depend on the order in which findings came', (name) => {
  const findings = [unknownKey(), duplicate(), mixedDecimals(3, 2), noSource(2)];
  const there = checkReport([PLAN, CSV], findings, []);
  const back = checkReport([CSV, PLAN], findings.reverse(), []);
  expect(RENDER[name](back, context())).toBe(RENDER[name](there, context()));
});

test.each(['json', 'sarif', 'junit', 'gitlab'] as const)(
  '%s is free of colour and width',
  (name) => {
    const elsewhere = context({ color: true, width: 40 });
    expect(RENDER[name](sampleReport(), elsewhere)).toBe(RENDER[name](sampleReport(), context()));
  },
);

test.each(['concise', 'github', 'markdown'] as const)('%s is free of colour and width', (name) => {
  expect(RENDER[name](sampleReport(), context({ color: true, width: 40 }))).toBe(
    RENDER[name](sampleReport(), context()),
  );
});

test('json fits its schema, with findings and without', () => {
  for (const report of [sampleReport(), emptyReport(), checkReport([], many(3, 'info'), [])]) {
    isCheckOutput(jsonOf(report));
    expect(isCheckOutput.errors ?? []).toEqual([]);
  }
});

test('json lists suppressed findings in their place and counts them apart', () => {
  const { findings, counts } = jsonOf();
  expect(
    findings.map((each: { line: number; suppressed: boolean }) => [each.line, each.suppressed]),
  ).toEqual([
    [2, false],
    [3, true],
    [3, false],
    [4, false],
    [5, false],
  ]);
  expect(counts).toEqual({ files: 3, error: 2, warning: 1, info: 1, suppressed: 1 });
});

test('json keeps the place, the path and the suggestion', () => {
  const finding = jsonOf().findings[3];
  expect(finding).toMatchObject({
    rule: 'schema',
    level: 'error',
    file: PLAN,
    line: 4,
    column: 5,
    endLine: 4,
    endColumn: 11,
    path: ['indicators', 0, 'tagets'],
    suggestion: 'targets',
    related: [],
  });
});

test('gitlab has lines from 1, its own severities and unique fingerprints', () => {
  const issues = JSON.parse(RENDER.gitlab(sampleReport(), context()));
  expect(issues.map((issue: { severity: string }) => issue.severity)).toEqual([
    'info',
    'minor',
    'major',
    'major',
  ]);
  expect(issues[2]).toEqual({
    description: expect.stringContaining('tagets'),
    check_name: 'schema',
    fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
    severity: 'major',
    location: { path: PLAN, lines: { begin: 4 } },
  });
  const prints = issues.map((issue: { fingerprint: string }) => issue.fingerprint);
  expect(new Set(prints).size).toBe(4);
});

test('gitlab without findings, or with suppressed ones alone, is an empty list', () => {
  expect(RENDER.gitlab(emptyReport(), context())).toBe('[]\n');
  const quiet = checkReport([CSV], [], [suppressed(noSource(2))]);
  expect(RENDER.gitlab(quiet, context())).toBe('[]\n');
});

test('markdown has a table a file, inert cells, and says when nothing was found', () => {
  const report = checkReport([PLAN], [withText('a|b\n<b>'), ...sampleReport().findings], []);
  const text = RENDER.markdown(report, context({ speech: SPEECH.vi }));
  expect(text.match(/^### .*$/gm)).toEqual([
    '### plans/danang.results.csv',
    '### plans/đà nẵng.yaml',
  ]);
  expect(text.match(/^\| Vị trí \| Mức \| Quy tắc \| Nội dung \|$/gm)).toHaveLength(2);
  expect(text).toContain('a\\|b \\<b\\>');
  expect(RENDER.markdown(emptyReport(['a']), context())).toBe(
    '## Check of the plan files\n\nFound nothing in 1 file.\n',
  );
});

test('formats of lines are empty without findings', () => {
  expect(RENDER.concise(emptyReport(), context())).toBe('');
  expect(RENDER.github(emptyReport(), context())).toBe('');
});
