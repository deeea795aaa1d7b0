import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const AS_OF = ['--as-of', '2026-01-01'];
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(path.join(ROOT, 'schemas', `${name}.schema.json`), 'utf8'));
const validator = (name: string) => new Ajv2020({ strict: false }).compile(schemaOf(name));

const PLAN = `format: plan/1
id: thu
title: Kế hoạch thử
document: 01/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
agencies: { so-tttt: "Sở | *TT&TT*" }
indicators:
  - { id: a, name: "Tỷ lệ <b>", unit: "%", targets: { 2024: 80 }, lead: [so-tttt], source: I.1 }
  - { id: b, name: Tỷ lệ khác, unit: "%", baseline: { 2023: 8.0 }, targets: { 2024: 9 }, source: I.2 }
IGNORE`;
const ROWS = `indicator,period,value,numerator,denominator,area,status,source
a,2024,90,,,,Đã hoàn thành,PL1.I
a,2024,95,,,,,PL2.I
a,2024,50,1,4,haiphong,,PL1.I
b,2023,8.4,,,,,PL1.I
b,2023-06,7,,,,,1/BC
b,nonsense,7,,,,,1/BC
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  writeFileSync(path.join(folder, 'p.yaml'), PLAN.replace('IGNORE', ''));
  writeFileSync(path.join(folder, 'p.results.csv'), ROWS);
});
afterAll(() => rmSync(folder, { recursive: true }));

const audit = (...argv: string[]) => run(['audit', 'p.yaml', ...AS_OF, ...argv], { cwd: folder });
const found = async (...argv: string[]) => {
  const { stdout } = await audit('-f', 'json', ...argv);
  return JSON.parse(stdout);
};
const kinds = ({ findings }: { findings: { kind: string; indicator: string }[] }) =>
  findings.map(({ kind, indicator }) => `${kind} ${indicator}`);

describe('audit --format json', () => {
  test.each([[['plans']], [['plans/danang-2023.yaml', '--tolerance', '1']]])(
    'of %j fits its published schema',
    async (paths) => {
      const validate = validator('audit');
      const { stdout } = await run(['audit', ...paths, '-f', 'json', ...AS_OF], { cwd: ROOT });
      validate(JSON.parse(stdout));
      expect(validate.errors).toBe(null);
    },
  );
  test('so does one with every kind, other areas and notes', async () => {
    const validate = validator('audit');
    const json = await found();
    validate(json);
    expect(validate.errors).toBe(null);
    expect(kinds(json)).toEqual([
      'declared-mismatch a',
      'source-conflict a',
      'ratio-mismatch a',
      'source-conflict b',
    ]);
    expect(json.findings[2]).toMatchObject({ area: 'haiphong', year: 2024, why: null });
    expect(json.findings.slice(0, 2).map(({ why }: { why: string }) => why)).toEqual([
      'contradicted',
      'different',
    ]);
  });

  test('is the same in whatever order the plans are named, and from run to run', async () => {
    const plans = ['danang-2022', 'danang-2023', 'danang-2024'].map((id) => `plans/${id}.yaml`);
    const json = async (order: string[]) =>
      (await run(['audit', ...order, '-f', 'json', ...AS_OF], { cwd: ROOT })).stdout;
    expect(await json(plans.toReversed())).toBe(await json(plans));
  });
  test('a figure of another month is counted, not compared', async () => {
    expect((await found()).counts['other-times']).toBe(1);
  });
  test('a trailing zero is precision: 8.4 is not 8.0', async () => {
    const json = await found('--kind', 'source-conflict');
    expect(json.findings.at(-1)).toMatchObject({ indicator: 'b', level: 'finding' });
  });
});

describe('audit, narrowed', () => {
  test('by kind, area, lead and tolerance', async () => {
    expect(kinds(await found('--kind', 'ratio-mismatch'))).toEqual(['ratio-mismatch a']);
    expect(kinds(await found('--area', 'haiphong'))).toEqual(['ratio-mismatch a']);
    expect(kinds(await found('--lead', 'so-tttt')).length).toBe(3);
    const tolerant = await found('--tolerance', '5', '--kind', 'source-conflict');
    expect(tolerant.counts).toMatchObject({ findings: 0, notes: 2 });
    expect((await found('--tolerance', '0,5')).tolerance).toBe(0.5);
  });
  test.each([
    [['--kind', 'source-conflit'], 'source-conflict'],
    [['--area', 'danan'], 'danang'],
    [['--lead', 'so-ttt'], 'so-tttt'],
    [['--fail-on', 'conflit'], 'conflict'],
    [['--tolerance', '-1'], 'from 0 up'],
  ])('%j is refused with what was meant', async (argv, meant) => {
    const { stderr, code, stdout } = await audit(...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(meant);
  });
});

describe('exit codes of audit', () => {
  test.each([
    [[], 0],
    [['--fail-on', 'mismatch'], 1],
    [['--fail-on', 'conflict'], 1],
    [['--fail-on', 'data'], 1],
    [['--fail-on', 'conflict', '--kind', 'declared-mismatch'], 0],
    [['--fail-on', 'conflict', '--tolerance', '9'], 0],
    [['--fail-on', 'mismatch', '-f', 'json'], 1],
    [['--fail-on', 'mismatch', '-f', 'markdown'], 1],
  ])('%j: %d', async (argv, expected) => {
    expect((await audit(...argv)).code).toBe(expected);
  });
});

describe('the letter', () => {
  test('nothing of the plan becomes markup', async () => {
    const { stdout } = await audit('-f', 'markdown');
    expect(stdout).toContain('Sở \\| \\*TT&TT\\*');
    expect(stdout).toContain('Tỷ lệ \\<b\\>');
    expect(stdout).not.toContain('<b>');
  });
  test('asks each agency by name, in both languages', async () => {
    const vi = await run(['audit', 'plans', '-f', 'markdown', '--lang', 'vi', ...AS_OF], {
      cwd: ROOT,
    });
    expect(vi.stdout).toContain('## Kính gửi: Sở Nội vụ');
    expect(vi.stdout).toContain(
      'Kết quả năm 2023 được ghi khác nhau: 100% (5/5) (15/12/2023) và 50% (2023); so với mục tiêu ≥ 50% thì kết luận khác nhau: 100% (5/5) là “vượt mức”, 50% là “hoàn thành”.',
    );
    const en = await run(['audit', 'plans', '-f', 'markdown', '--lang', 'en', ...AS_OF], {
      cwd: ROOT,
    });
    expect(en.stdout).toContain('## To: Sở Nội vụ');
  });
});

describe('a plan’s own ignore', () => {
  const json = async (ignore: string) => {
    writeFileSync(path.join(folder, 'q.yaml'), PLAN.replace('IGNORE', ignore));
    writeFileSync(path.join(folder, 'q.results.csv'), ROWS);
    const { stdout } = await run(['audit', 'q.yaml', '-f', 'json', ...AS_OF], { cwd: folder });
    return JSON.parse(stdout);
  };
  test.each([
    ['an indicator', 'rule: source-conflict, where: a'],
    ['a file', 'rule: ratio-mismatch, where: q.results.csv'],
  ])('leaves out what it names: %s', async (_, entry) => {
    const { counts } = await json(`ignore: [{ ${entry}, reason: đã hỏi }]`);
    expect(counts).toMatchObject({ findings: 3, ignored: 1 });
  });
  test('and nothing else', async () => {
    const { counts } = await json('ignore: [{ rule: target-conflict, where: a, reason: đã hỏi }]');
    expect(counts).toMatchObject({ findings: 4, ignored: 0 });
  });
});

describe('explain --format json', () => {
  test.each([
    ['plans/danang-2023.yaml', 'cqs-9'],
    ['plans/danang-2023.yaml', 'cqs-8'],
    ['plans/danang-2023.yaml', 'cqs-8/moi'],
    ['plans/danang-2023.yaml', 'kts-1'],
    ['plans/danang-2023.yaml', 'dls-1'],
    ['plans/danang-2024.yaml', 'tc-a'],
    ['plans/danang-2024.yaml', 'tien-do-quy'],
    ['plans/danang-comms-2022.yaml', 'mt3-b'],
  ])('of %s %s fits its published schema', async (plan, id) => {
    const validate = validator('explain');
    const argv = ['explain', plan, id, '-f', 'json', '--as-of', '2023-12-15'];
    validate(JSON.parse((await run(argv, { cwd: ROOT })).stdout));
    expect(validate.errors).toBe(null);
  });
});

describe('audit in the formats of findings', () => {
  test.each(['pretty', 'concise', 'github', 'sarif', 'junit', 'gitlab'])('%s', async (format) => {
    const argv = ['audit', 'plans/danang-2023.yaml', ...AS_OF, '-f', format];
    const { stdout, code } = await run(argv, { cwd: ROOT });
    expect(code).toBe(0);
    expect(stdout).toContain('declared-mismatch');
  });

  test('several outputs at once, each with its own table of formats', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
    const file = path.join(folder, 'a.sarif');
    const argv = ['audit', 'plans/danang-2023.yaml', ...AS_OF, '-f', 'json', '-o', `sarif=${file}`];
    const { stdout } = await run(argv, { cwd: ROOT });
    expect(JSON.parse(stdout).format).toBe('audit/1');
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe('2.1.0');
    rmSync(folder, { recursive: true });
  });
});

describe('explain refuses', () => {
  test.each([
    [['plans/danang-2023.yaml', 'cqs-99'], 'cqs-9'],
    [['plans/danang-2023.yaml'], 'dti-eval explain plans/danang-2023.yaml ID'],
    [['plans', 'cqs-9'], 'one plan'],
    [['plans/danang-2032.yaml', 'cqs-9'], 'danang-2022'],
    [['declared-mismatch', '--year', '2023'], '--year'],
    [['plans/danang-2023.yaml', 'cqs-9', '--area', 'danan'], 'danang'],
    [['declared-mismach'], 'declared-mismatch'],
  ])('%j', async (argv, said) => {
    const { stdout, stderr, code } = await run(['explain', ...argv], { cwd: ROOT });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});
