import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS, OPEN_LIMITS } from '../src/limits.ts';
import { formatNumber } from '../src/words/numbers.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PLAN = `format: plan/1
id: p
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
agencies: { so: Sở Thông tin và Truyền thông }
groups: { g: Kinh tế số }
indicators:
  - { id: a-1, name: Tỷ lệ A, group: g, unit: "%", targets: { 2024: 80 }, lead: [so], source: I.1 }
`;
const HEADER = 'indicator,period,value,source\n';
const MANY = 100_000;

/** Rule, line and column of the errors of a check, and the exit codes of check and status. */
async function refused(plan: string, results = `${HEADER}a-1,2024,81,BC\n`) {
  const cwd = temporaryFolder({ 'p.yaml': plan, 'p.results.csv': results });
  const checked = await run(['check', 'p.yaml', '-f', 'json'], { cwd });
  const { findings } = JSON.parse(checked.stdout);
  const first = findings.find(
    ({ level, rule }: { level: string; rule: string }) =>
      level === 'error' && rule !== 'csv-unchecked',
  );
  const { code } = await run(['status', 'p.yaml'], { cwd });
  return { errors: `${first.rule} ${first.line}:${first.column}`, codes: [checked.code, code] };
}

describe('what is larger than a limit is refused at its place', () => {
  test.each([
    ['brackets', `${PLAN}x: ${'['.repeat(MANY)}\n`, 'over-limit 12:204'],
    ['maps', `${PLAN}x: ${'{a: '.repeat(MANY / 4)}\n`, 'over-limit 12:804'],
    ['marks', `${PLAN}x: ${'[],'.repeat(MANY)}\n`, 'over-limit 12:199966'],
    [
      'what aliases stand for',
      `${PLAN}x: &x [${'a,'.repeat(10_000)}]\n${Array.from({ length: 9 }, (_, at) => `y${at}: *x\n`).join('')}`,
      'over-limit 17:5',
    ],
    ['dashes', `${PLAN}x:\n  ${'- '.repeat(MANY)}a\n`, 'over-limit 13:1'],
    ['explicit keys', `${PLAN}x:\n  ${'? '.repeat(MANY)}a\n`, 'over-limit 13:1'],
    ['aliases', `${PLAN}x: [&s a${', *s'.repeat(1000)}]\n`, 'over-limit 12:411'],
    ['keys', PLAN + 'x: 1\n'.repeat(LIMITS.keys), 'over-limit 49992:2'],
    ['lines', PLAN + '\n'.repeat(LIMITS.lines), 'over-limit 100001:1'],
    ['lone carriage returns', PLAN + '\r'.repeat(1_000_000), 'over-limit 12:199964'],
    ['entries', `${PLAN}x: [${'1,'.repeat(MANY)}1]\n`, 'over-limit 12:4'],
    ['a text', PLAN.replace('Tỷ lệ A', '😀'.repeat(MANY)), 'over-limit 11:22'],
    ['digits', PLAN.replace('80', '9'.repeat(101)), 'over-limit 11:69'],
    ['quoted digits', PLAN.replace('80', `">= ${'9'.repeat(MANY)}"`), 'over-limit 11:69'],
    ['years', PLAN.replace('period: 2024', 'period: 2022..9999'), 'over-limit 7:9'],
    [
      'years with targets',
      PLAN.replace(
        '{ 2024: 80 }',
        `{ ${Array.from({ length: 101 }, (_, at) => `${2024 + at}: ${at}`).join(', ')} }`,
      ),
      'over-limit 11:1059',
    ],
    [
      'years in which a target must hold',
      PLAN.replace('2024: 80 }', '9999: 80 }, every: year'),
      'over-limit 11:69',
    ],
    [
      'due days',
      `${PLAN.replace('period: 2024', 'period: 2024..2123')}tasks:\n${Array.from(
        { length: 45 },
        (_, at) => `  - { id: t-${at}, title: T, lead: [so], due: monthly, source: II.${at} }\n`,
      ).join('')}`,
      'over-limit 33:44',
    ],
    [
      'days that each agency owes',
      `${PLAN.replace(
        'agencies: { ',
        `agencies: { all: { name: Các sở, members: [${Array.from({ length: 1000 }, (_, at) => `a-${at}`).join(', ')}] }, ${Array.from({ length: 1000 }, (_, at) => `a-${at}: Sở ${at}, `).join('')}`,
      )}reports:\n${Array.from(
        { length: 51 },
        (_, at) =>
          `  - { id: r-${at}, title: T, lead: [all], each: lead, to: X, due: 2024-07, source: V.${at} }\n`,
      ).join('')}`,
      'over-limit 38:64',
    ],
    [
      'agencies that lead the same tasks',
      `${PLAN.replace(
        'agencies: { ',
        `agencies: { ${Array.from({ length: 1000 }, (_, at) => `a-${at}: Sở ${at}, `).join('')}`,
      )}tasks:\n${Array.from(
        { length: 51 },
        (_, at) =>
          `  - { id: t-${at}, title: T, lead: [${Array.from({ length: 1000 }, (_, lead) => `a-${lead}`).join(', ')}], due: 2024-07, source: II.${at} }\n`,
      ).join('')}`,
      'over-limit 38:6930',
    ],
  ])('%s', async (_, plan, errors) => {
    expect(await refused(plan)).toEqual({ errors, codes: [1, 2] });
  });

  test.each([
    ['columns', `${HEADER.trim()}${',c'.repeat(MANY)}\na-1,2024,81,BC\n`, 'over-limit 1:2023'],
    ['digits', `${HEADER}a-1,2024,${'9'.repeat(MANY)},BC\n`, 'csv-number 2:10'],
    ['a row', `${HEADER}a-1,2024,81,${'x'.repeat(2 * LIMITS['row-bytes'])}\n`, 'csv-syntax 2:13'],
  ])('%s of a table', async (_, results, errors) => {
    expect(await refused(PLAN, results)).toEqual({ errors, codes: [1, 0] });
  });

  test('a plan file is not even read', async () => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN + ' '.repeat(LIMITS['plan-bytes']) });
    const { code, stderr } = await run(['status', 'p.yaml', '--lang', 'en'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'dti-eval: p.yaml: more than 5,000,000 bytes, the most that is read of such a file; --limit plan-bytes=N sets another limit\n',
    });
    expect((await run(['check', 'p.yaml', '-f', 'concise'], { cwd })).stdout).toContain(
      'p.yaml:1:1: error over-limit',
    );
    const input = PLAN + ' '.repeat(LIMITS['plan-bytes']);
    expect((await run(['status', '-'], { input })).code).toBe(2);
  });

  test('the rule page names every limit', () => {
    const page = readFileSync('src/rules/over-limit.md', 'utf8');
    for (const most of Object.values(LIMITS))
      for (const lang of ['en', 'vi'] as const) expect(page).toContain(formatNumber(most, lang));
    for (const limit of OPEN_LIMITS) expect(page.split(`(${limit})`)).toHaveLength(3);
  });
});

test('a page of two plans may have about twice as many rows', async () => {
  const due = 'tasks: [{ id: t, title: T, lead: [so], due: monthly, source: II.1 }]\n';
  const cwd = temporaryFolder({
    'p.yaml': PLAN + due,
    'q.yaml': (PLAN + due).replace('id: p', 'id: q'),
  });
  const leastFor = async (...plans: string[]) => {
    for (let most = 1; ; most += 1) {
      const argv = ['report', ...plans, '-f', 'html', '--limit', `html-rows=${most}`];
      if ((await run(argv, { cwd })).code === 0) return most;
    }
  };
  const [one, two] = [await leastFor('p.yaml'), await leastFor('p.yaml', 'q.yaml')];
  expect(one).toBeGreaterThan(10);
  expect(two).toBeLessThan(1.5 * one);
});

describe('a limit is what --limit says', () => {
  const OTHER_TABLES = `${HEADER}${'period,indicator,value,source\nindicator,period,value,source\n'.repeat(3)}`;
  const due = 'tasks: [{ id: t, title: T, lead: [so], due: monthly, source: II.1 }]\n';
  const long = { 'p.yaml': `${PLAN}${due}`, 'p.results.csv': `${HEADER}a-1,2024,81,BC\n` };
  const table = (rows: string) => ({ 'p.yaml': PLAN, 'p.results.csv': rows });
  test.each([
    ['plan-bytes', 300, { 'p.yaml': PLAN }, ['check', 'status', 'overdue', 'report', 'audit']],
    ['keys', 15, { 'p.yaml': PLAN }, ['check', 'status', 'explain']],
    ['lines', 9, { 'p.yaml': PLAN }, ['check', 'report']],
    ['marks', 30, { 'p.yaml': PLAN }, ['check', 'diff']],
    ['entries', 9, { 'p.yaml': PLAN }, ['check', 'sheet']],
    ['text-length', 20, { 'p.yaml': PLAN }, ['check', 'collect']],
    [
      'target-years',
      1,
      { 'p.yaml': PLAN.replace('{ 2024: 80 }', '{ 2024: 80, 2025: 90 }') },
      ['check'],
    ],
    [
      'targets',
      1,
      { 'p.yaml': PLAN.replace('{ 2024: 80 }', '{ 2024: 80, 2025: 90 }') },
      ['check', 'audit'],
    ],
    [
      'cells',
      1,
      table('indicator,period,value,area,source\na-1,2024-03,81,hanoi,BC\na-1,2024-03,81,hue,BC\n'),
      ['status --by area', 'status --by area -f csv'],
    ],
    ['word-rows', 1, { 'p.yaml': PLAN + due }, ['report -f docx', 'overdue -f docx']],
    ['html-rows', 1, { 'p.yaml': PLAN + due }, ['report -f html', 'overdue -f html']],
    ['excel-rows', 1, { 'p.yaml': PLAN + due }, ['report -f xlsx', 'overdue -f xlsx']],
    [
      'sheet-rows',
      2,
      {
        'p.yaml': PLAN,
        'sheet.csv': 'indicator,value\na-1,81\na-1,82\na-1,83\n',
      },
      ['collect'],
    ],
    [
      'figures',
      1,
      { 'p.yaml': PLAN.replace('area: danang', 'area: danang\nareas: [x, y]') },
      ['collect', 'sheet --split area'],
    ],
    [
      'period-years',
      1,
      { 'p.yaml': PLAN.replace('period: 2024', 'period: 2024..2025') },
      ['check'],
    ],
    ['occurrences', 11, long, ['check', 'overdue']],
    ['columns', 3, table(`${HEADER}a-1,2024,81,BC\n`), ['check', 'status', 'audit']],
    ['row-bytes', 70_000, table(`${HEADER}a-1,2024,81,${'x'.repeat(200_000)}\n`), ['check']],
    ['broken-rows', 3, table(HEADER + 'a-1,2024,"81\n'.repeat(9)), ['check']],
    ['headings', 9, table(OTHER_TABLES), ['check', 'status', 'audit']],
  ])('%s', async (limit, most, files, commands) => {
    const cwd = temporaryFolder({ 'sheet.csv': 'indicator,period,value\n', ...files });
    for (const name of commands) {
      const more = { explain: ['a-1'], diff: ['p.yaml'], collect: ['sheet.csv', '--dry-run'] }[
        name
      ];
      const [command = '', ...options] = name.split(' ');
      const argv = [command, 'p.yaml', ...(more ?? []), ...options, '--lang', 'en'];
      const period = ['sheet', 'collect'].includes(command) ? ['--period', '2024'] : [];
      const { stdout, stderr } = await run([...argv, ...period, '--limit', `${limit}=${most}`], {
        cwd,
      });
      expect(`${name}: ${stdout}${stderr}`).toMatch(
        new RegExp(`(?:more than|within) ${formatNumber(most, 'en')} `),
      );
      const usual = await run([...argv, ...period], { cwd });
      expect(usual.stdout + usual.stderr, name).not.toMatch(/more than|no end of/);
    }
  });

  test('of findings', async () => {
    const cwd = temporaryFolder({ 'p.yaml': `${PLAN}a: 1\nb: 1\nc: 1\n` });
    const rulesFound = async (...more: string[]) => {
      const { stdout } = await run(['check', 'p.yaml', '-f', 'json', ...more], { cwd });
      return JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    };
    expect(await rulesFound('--limit', 'findings=2')).toEqual(['over-limit', 'schema', 'schema']);
    expect(await rulesFound('--limit', 'findings=3')).toEqual(['schema', 'schema', 'schema']);
  });

  test('raised, it lets a larger file be read, and the limit is no secret', async () => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN + `# ${'x'.repeat(100)}\n`.repeat(55_000) });
    expect((await run(['status', 'p.yaml'], { cwd })).code).toBe(2);
    const raised = ['--limit', 'plan-bytes=6000000', '--limit', 'keys=200000'];
    expect((await run(['status', 'p.yaml', ...raised], { cwd })).code).toBe(0);
    expect((await run(['check', '.', ...raised], { cwd })).code).toBe(0);
    const input = PLAN + `# ${'x'.repeat(100)}\n`.repeat(55_000);
    expect((await run(['status', '-', ...raised], { cwd, input })).code).toBe(0);
  });

  test.each([
    'keys',
    'keys=',
    'keys=0',
    'keys=-1',
    'keys=1e9',
    'depth=500',
    'digits=9',
    'constructor=1',
  ])('refuses %s', async (value) => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN });
    const { code, stderr } = await run(['check', '--limit', value, '--lang', 'en'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'It must be NAME=NUMBER, such as keys=200000; the names are plan-bytes,',
    );
  });
});

describe('rows that are broken, one after the other', () => {
  const broken = 'a-1,2024,"81\n';
  const bad = 'z,x,x,x\n';
  const good = 'a-1,2024,81,BC\n';
  test.each([
    ['as many as may be', broken.repeat(3) + good + broken.repeat(3) + good, 6, 0],
    ['more', broken.repeat(5) + good, 4, 1],
    ['wrong ones behind a broken one', broken + bad.repeat(5) + good, 4, 1],
    ['titles behind a broken one', broken + 'Tổng cộng,,,\n'.repeat(5) + good, 1, 1],
    ['wrong ones, but not at a stretch', (broken + bad.repeat(2) + good).repeat(3), 9, 0],
    ['those that are only wrong are all counted', bad.repeat(9) + good, 9, 0],
  ])('%s', async (_, rows, unread, refusals) => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': HEADER + rows });
    const argv = ['status', 'p.yaml', '-f', 'json', '--limit', 'broken-rows=3', '--lang', 'en'];
    const { stdout, stderr } = await run(argv, { cwd });
    const reasons = JSON.parse(stdout).plans[0].notCounted.map(
      ({ reason }: { reason: string }) => reason,
    );
    const count = (wanted: string) => reasons.filter((one: string) => one === wanted).length;
    expect([count('unreadable'), count('file-unread')]).toEqual([unread, refusals]);
    expect(stderr.split('more than 3 rows one after the other are broken')).toHaveLength(
      refusals + 1,
    );
  });

  test('end the reading of the file', async () => {
    const rows = HEADER + broken.repeat(200_000);
    const cwd = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': rows });
    const { stdout } = await run(['check', 'p.yaml', '-f', 'concise', '--lang', 'en'], { cwd });
    expect(stdout).toMatch(/p\.results\.csv:100002:\d+: error over-limit/);
    expect(stdout).not.toContain('p.results.csv:100003');
  });
});

test('of very many sources that differ the first are told, and how many more there are', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => `a-1,2024,${at + 0.5},BC ${at}\n`);
  const cwd = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': HEADER + rows.join('') });
  const argv = ['audit', 'p.yaml', '--as-of', '2025-01-31', '--lang', 'en'];
  const { code, stdout } = await run(argv, { cwd });
  expect(code).toBe(0);
  const text = stdout.replace(/\s+/g, ' ');
  expect(text).toContain('19.5% and 80 more');
  expect(text).toContain('→ and 50 more places');
  expect(text).not.toContain('BC 50');
  const { stdout: json } = await run([...argv, '-f', 'json'], { cwd });
  expect(new Set(json.match(/BC \d+/g)).size).toBe(100);
});

test('of measures that contain each other no more than a limit are held against one', async () => {
  const measures = Array.from(
    { length: 30 },
    (_, at) =>
      `  - { code: m-${at}, name: M ${at}, name-en: N ${at}, definition: D ${at}, unit: "%", direction: up, kind: share, part-of: m-${at + 1} }\n`,
  );
  const last = measures[29]!.replace(/, part-of: m-30/, '');
  const cwd = temporaryFolder({
    'p.yaml': PLAN,
    'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${measures.with(29, last).join('')}`,
  });
  const { stdout } = await run(['check', 'catalogue/measures.yaml', '--lang', 'en'], { cwd });
  expect(stdout.match(/“part-of” leads .*/g)).toEqual([
    '“part-of” leads from here through more than 20 measures, the most that is read',
  ]);
  expect(stdout).toContain('catalogue/measures.yaml:11:');
});

test('very many blank lines and comments are no fault', async () => {
  const cwd = temporaryFolder({ 'p.yaml': PLAN + '\n'.repeat(50_000) + '#\n'.repeat(49_000) });
  expect((await run(['status', 'p.yaml'], { cwd })).code).toBe(0);
});

describe('a catalogue that cannot be read is not passed over', () => {
  test.each([
    ['too large', `format: areas/1\n${' '.repeat(5_000_000)}`, 'over-limit'],
    ['empty', '', 'schema'],
    ['no text', 'format: areas/1\u0000', 'file-encoding'],
    ['undecodable', Buffer.from('format: areas/1\nx: Đà', 'latin1'), 'file-encoding'],
  ])('%s', async (_, areas, rule) => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN, 'catalogue/areas.yaml': areas });
    for (const name of ['status', 'overdue', 'report', 'audit'])
      expect((await run([name, 'p.yaml'], { cwd })).stderr).toMatch(
        new RegExp(`areas.yaml:1:\\d+: error ${rule}`),
      );
    const { code, stdout } = await run(['check', 'p.yaml', '-f', 'concise'], { cwd });
    expect(stdout).toMatch(new RegExp(`areas.yaml:1:\\d+: error ${rule}`));
    expect(code).toBe(1);
  });
});

describe('keys of a file never meet those of a prototype', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s', async (name) => {
    const plan = `${PLAN}${name}: 1\n`;
    expect(await refused(plan)).toEqual({ errors: 'schema 12:1', codes: [1, 2] });
    const rows = `${HEADER}${name},2024,81,BC\n`;
    expect(await refused(PLAN, rows)).toEqual({ errors: 'csv-indicator 2:1', codes: [1, 0] });
  });
});

describe('a key that is read elsewhere means nothing where it does not belong', () => {
  const places = [
    'targets: { ~ }',
    'baseline: { ~ }',
    'parts: [{ id: b, name: B, targets: { ~ } }]',
  ];
  test.each(
    ['due', 'until', 'issued', 'period'].flatMap((key) => places.map((place) => [key, place])),
  )('%s in %s', async (key, place) => {
    const own = `indicators: [{ id: a-1, name: A, source: I, ${place.replace('~', `${key}: x`)} }]\n`;
    const plan = PLAN.slice(0, PLAN.indexOf('indicators:')) + own;
    const { errors, codes } = await refused(plan);
    expect(codes).toEqual([1, 2]);
    expect(errors).toMatch(/^schema /);
  });
});

describe('a code that a prototype has is one like any other', () => {
  const code = 'constructor';
  /** As long, and of the same order among the other codes. */
  const other = 'constructoq';
  const files = {
    'p.yaml': `{ format: plan/1, id: ${code}, title: T, document: 1/KH, issued: 2023-01-15, area: ${code}, period: 2023..2024, areas: [${code}-a],
  agencies: { ${code}: A, so: { name: B, members: [${code}] } }, groups: { ${code}: G },
  indicators: [{ id: ${code}, measure: ${code}, name: A, group: ${code}, unit: "%", baseline: { 2022: 50 }, targets: { 2023: 60, 2024: 80 },
      by-area: { ${code}-a: { 2024: 85 } }, lead: [${code}], source: I.1 },
    { id: a-3, name: B, source: I.3, lead: [so], parts: [{ id: ${code}, name: P, unit: "%", targets: { 2024: 10 } }] }],
  tasks: [{ id: t-${code}, title: T, lead: [so], each: lead, due: 2024-03, source: II.1, partners: [${code}] }],
  claims: [{ text: C, count: indicators, group: ${code}, equals: 9, source: IV }, { text: C, indicator: ${code}, year: 2024, target: 80, source: V }],
  ignore: [{ rule: csv-no-source, where: ${code}, reason: R }] }`,
    'p.results.csv': `indicator,period,value,area,source
${code},2023,70,,x
${code},2024-Q1,75,,
${code},2024-Q1,76,${code}-a,x
a-3/${code},2024-Q1,3,,x
`,
    'p.progress.csv': `task,agency,status,date\nt-${code},${code},done,2024-03-01\n`,
    'catalogue/areas.yaml': `{ format: areas/1, areas: [{ code: ${code}, name: A, name-en: B, type: city }, { code: ${code}-a, name: C, name-en: D, type: district, parent: ${code} }] }`,
    'catalogue/measures.yaml': `{ format: measures/1, measures: [{ code: ${code}, name: M, name-en: N, definition: D, unit: "%", direction: up, kind: share }] }`,
  };
  const all = { ...files, 'q.yaml': files['p.yaml'].replace(/id: \w+/, 'id: q') };
  const renamed = Object.fromEntries(
    Object.entries(all).map(([name, text]) => [name, text.replaceAll(code, other)]),
  );

  test.each([
    'check . -f json',
    'status p.yaml -f json',
    'status p.yaml --by area -f json',
    'status p.yaml --group CODE --lead CODE --area CODE-a',
    'overdue p.yaml --all -f json',
    'audit p.yaml -f json',
    'report p.yaml -f json',
    'diff p.yaml q.yaml -f json',
    'explain p.yaml CODE',
    'explain p.yaml a-3/CODE',
    'collect p.yaml p.results.csv --dry-run',
    'init --results p.yaml -o -',
  ])('%s', async (line) => {
    const told = async (name: string, among: Record<string, string>) => {
      const argv = line.replaceAll('CODE', name).split(' ');
      const { code, stdout, stderr } = await run(argv, { cwd: temporaryFolder(among) });
      return { code, stdout, stderr };
    };
    const { code: exit, stdout, stderr } = await told(code, all);
    expect(exit, stderr).toBeLessThan(2);
    expect(stdout).toContain(code);
    const of = (text: string) => text.replaceAll(code, other);
    expect(await told(other, renamed)).toEqual({
      code: exit,
      stdout: of(stdout),
      stderr: of(stderr),
    });
  });
});

test.each([
  ['marks of conflicts', `${PLAN}${'=======\n'.repeat(90_000)}`, HEADER],
  ['beginnings of conflicts', `${PLAN}${'<<<<<<<\n'.repeat(45_000)}>>>>>>> x\n`, HEADER],
  [
    'keys of an item',
    `${PLAN.replace('title:', 'note: "\\u00e9"\ntitle:')}    - id: x\n${Array.from({ length: 15_000 }, (_, at) => `    k${at}: 1\n`).join('')}`,
    HEADER,
  ],
  ['words of a heading', PLAN, `${HEADER.trim()},${'a '.repeat(400_000)}\n`],
])(
  'thousands of %s are each looked at once',
  async (_, plan, results) => {
    const cwd = temporaryFolder({ 'p.yaml': plan, 'p.results.csv': results });
    const begun = performance.now();
    await run(['check', 'p.yaml', '-f', 'json'], { cwd });
    // Each against each they take ten seconds and more.
    expect(performance.now() - begun).toBeLessThan(7000);
  },
  20_000,
);

test('ten thousand unknown keys are ten thousand findings', async () => {
  const keys = Array.from({ length: 10_000 }, (_, at) => `khoa-${at}: 1\n`).join('');
  const cwd = temporaryFolder({ 'p.yaml': PLAN + keys });
  const { stdout } = await run(['check', 'p.yaml', '-f', 'json'], { cwd });
  expect(JSON.parse(stdout).counts.error).toBe(10_000);
});

test.each(['docx', 'html'])('all plans that are here fit into one report as %s', async (format) => {
  const cwd = temporaryFolder({});
  const argv = ['report', path.resolve('plans'), '--as-of', '2026-11-01', '-f', format];
  const { code, stderr } = await run([...argv, '-o', `r.${format}`], { cwd });
  expect({ code, isRefused: stderr.includes('word-rows') || stderr.includes('html-rows') }).toEqual(
    {
      code: 0,
      isRefused: false,
    },
  );
});

test('findings beyond the limit are counted', async () => {
  const keys = Array.from({ length: 15_000 }, (_, at) => `khoa-${at}: 1\n`).join('');
  const cwd = temporaryFolder({ 'p.yaml': PLAN + keys });
  const { stdout } = await run(['check', 'p.yaml', '-f', 'json'], { cwd });
  const { findings, counts } = JSON.parse(stdout);
  // One more says so.
  expect([findings.length, counts.error]).toEqual([10_001, 15_001]);
});

describe.skipIf(process.platform === 'win32')(
  'pipes and devices are refused, never waited for',
  () => {
    test.each([
      'status pipe.yaml',
      'check pipe.yaml',
      'check .',
      'status zero',
      'audit zero',
      'diff p.yaml zero',
      'status p.yaml --results pipe',
      'report p.yaml --results zero',
      'overdue p.yaml --progress pipe',
      'check p.yaml --baseline pipe',
      'status p.yaml --catalogue piped',
      'report p.yaml -f docx -o p.docx --letter zero',
    ])('%s', async (line) => {
      const cwd = temporaryFolder({ 'p.yaml': PLAN });
      execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
      symlinkSync('/dev/zero', path.join(cwd, 'zero'));
      symlinkSync('pipe', path.join(cwd, 'pipe.yaml'));
      mkdirSync(path.join(cwd, 'piped'));
      writeFileSync(path.join(cwd, 'piped/measures.yaml'), 'format: measures/1\nmeasures: []\n');
      symlinkSync('../pipe', path.join(cwd, 'piped/areas.yaml'));
      const { code, stderr } = await run([...line.split(' '), '--lang', 'en'], { cwd });
      expect(stderr).toContain('a pipe or device, where a file is needed');
      expect(code).toBe(2);
    });
  },
);

test('standard input that is no UTF-8 is refused', async () => {
  const input = Buffer.from(PLAN, 'latin1');
  const { code, stdout } = await run(['status', '-'], { input });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

describe('nothing of a file steers what shows it', () => {
  const nasty = '"A\\e[2J\\x9b31m\\x7f\\u2028\\u0085\\u202e"';
  const files = {
    'p.yaml': PLAN.replace('Tỷ lệ A', nasty),
    'p.results.csv': `${HEADER}a-1,2024,8\u001b[2J,B\u009bC\u2028\n`,
  };
  const steering = /(?!\n|\r|\t)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
  test.each([
    ...['status', 'overdue', 'report', 'audit', 'check', 'diff', 'explain'].map((name) => [name]),
    ...['csv', 'json', 'markdown'].map((format) => ['status', format]),
    ...['json', 'sarif', 'gitlab', 'junit', 'github', 'concise'].map((name) => ['check', name]),
  ])('%s %s', async (name, format) => {
    const more = { explain: ['a-1'], diff: ['p.yaml'] }[name!] ?? [];
    const argv = [name!, 'p.yaml', ...more, ...(format ? ['-f', format] : [])];
    const { stdout, stderr, code } = await run(argv, { cwd: temporaryFolder(files) });
    expect([0, 1, 2]).toContain(code);
    expect(stdout).not.toMatch(steering);
    expect(stderr).not.toMatch(steering);
  });

  test('a formula behind an invisible character is no formula', async () => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN.replace('Tỷ lệ A', '"\\u200b=1+1"') });
    const { stdout } = await run(['status', 'p.yaml', '-f', 'csv'], { cwd });
    expect(stdout).toContain(",'\u200b=1+1,");
  });
});

describe('numbers far apart are told like others', () => {
  const indicators = [
    '{ 2022: 1 }, targets: { 2024: 1000000000000 }',
    `{ 2022: 1 }, targets: { 2024: ${'9'.repeat(99)} }`,
    `{ 2022: 100 }, targets: { 2024: 100.${'0'.repeat(90)}1 }`,
  ].map(
    (rest, at) =>
      `  - { id: b-${at}, name: Doanh thu ${at}, unit: đồng, baseline: ${rest}, source: II.${at} }\n`,
  );
  const files = {
    'p.yaml': PLAN.replace('2024\nagencies', '2023..2024\nagencies') + indicators.join(''),
    'p.results.csv': `${HEADER}b-0,2023,2,BC\nb-1,2023,2,BC\nb-2,2023,90,BC\n`,
  };
  test.each([
    'explain p.yaml b-0',
    'explain p.yaml b-1',
    'explain p.yaml b-2',
    ...['linear', 'cagr'].flatMap((pace) =>
      ['status', 'status -f json', 'report', 'report -f html'].map(
        (line) => `${line} p.yaml --pace ${pace}`,
      ),
    ),
  ])('%s', async (line) => {
    const { code, stdout } = await run(line.split(' '), { cwd: temporaryFolder(files) });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/);
  });
});
