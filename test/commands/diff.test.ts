import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PLANS = [
  'danang-2022',
  'danang-2023',
  'danang-2024',
  'danang-comms-2022',
  'haiphong-2020',
  'national-2022',
  'thanhhoa-2022',
].map((id) => `plans/${id}.yaml`);

const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const diff = (...argv: string[]) => run(['diff', ...argv], { cwd: ROOT });
const json = async (...argv: string[]) => JSON.parse((await diff(...argv, '-f', 'json')).stdout);

function schemaErrors(name: string, data: unknown) {
  const text = readFileSync(path.join(ROOT, `schemas/${name}.schema.json`), 'utf8');
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(text),
  );
  validate(data);
  return validate.errors;
}

/** 93/KH-UBND with one text put in another's place. */
function changed(from: string, to: string): string {
  const text = readFileSync(path.join(ROOT, 'plans/danang-2024.yaml'), 'utf8');
  expect(text).toContain(from);
  const file = path.join(folder, `${from.length}-${to.length}.yaml`);
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe('the national targets and the provinces', async () => {
  const aligned = await json('--against', 'national-2022', ...PLANS);
  const rowOf = (measure: string) =>
    aligned.rows.find((row: { measure: string }) => row.measure === measure);

  test('Thanh Hóa copies sixteen of seventeen; its GRDP is not the nation’s GDP', () => {
    expect(aligned.counts['thanhhoa-2022']).toMatchObject({
      same: 16,
      stricter: 0,
      looser: 0,
      missing: 1,
    });
    expect(rowOf('digital-economy-grdp-share')).toMatchObject({
      similar: true,
      similarTo: 'digital-economy-gdp-share',
      relation: { 'thanhhoa-2022': 'same' },
    });
  });

  test('Đà Nẵng is stricter on payment accounts and schools', () => {
    expect(aligned.counts['danang-2022']).toMatchObject({ same: 8, stricter: 2, looser: 0 });
    expect(rowOf('payment-account-15').relation['danang-2022']).toBe('stricter');
    expect(rowOf('school-digital-governance').relation['danang-2022']).toBe('stricter');
  });

  test('and on smartphones, of other people: said with the warning', () => {
    expect(rowOf('smartphone-adults').relation['danang-2022']).toBe('other-year');
    expect(rowOf('smartphone-working-age')).toMatchObject({
      similar: true,
      similarTo: 'smartphone-adults',
      relation: { 'danang-2022': 'stricter' },
    });
  });

  test('the sector target on a part is compared with the whole one', () => {
    expect(rowOf('digital-economy-sector-share')).toMatchObject({
      targets: { 'danang-2022': { indicator: 'kts-3/tung-nganh' } },
      relation: { 'danang-2022': 'same', 'haiphong-2020': 'same' },
    });
  });

  test('the reference is found by its id beside the plans too', async () => {
    const other = await json('plans/thanhhoa-2022.yaml', '--against', 'national-2022');
    expect(other.plans).toEqual(['national-2022', 'thanhhoa-2022']);
    expect(other.counts['thanhhoa-2022'].same).toBe(16);
  });
});

describe('what is printed', () => {
  test.each([
    ['every plan', PLANS],
    ['with look-alikes', [...PLANS, '--similar', '--rows', 'shared']],
    ['several conditions', [PLANS[1]!, PLANS[2]!, '--year', '2023,2024']],
  ])('JSON keeps its schema: %s', async (_, argv) => {
    const data = await json(...argv);
    expect(data.rows.length).toBeGreaterThan(0);
    expect(schemaErrors('diff', data)).toBeNull();
  });

  test('conditions in place of one figure are shown and not compared', async () => {
    const data = await json(
      PLANS[1]!,
      PLANS[2]!,
      '--year',
      '2024',
      '--measure',
      'digitised-results',
    );
    expect(data.rows[0].targets['danang-2024']).toMatchObject({ op: null, value: null });
    expect(data.rows[0].targets['danang-2024'].parts).toHaveLength(2);
  });

  test.each([80, 100, 200])('seven plans fit %i columns', async (width) => {
    const { stdout } = await diff(...PLANS, '--width', String(width), '--similar');
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    for (const id of ['danang-2022', 'thanhhoa-2022']) expect(stdout).toContain(id);
    expect(stdout).not.toContain('Not shown at this width');
  });

  test('CSV has a line for each measure, year and plan', async () => {
    const { stdout } = await diff(
      PLANS[1]!,
      PLANS[2]!,
      '-f',
      'csv',
      '--measure',
      'online-file-share',
    );
    expect(stdout.split('\r\n').slice(0, 3)).toEqual([
      'measure,name,year,unit,similar-to,plan,indicator,target,target-year,relation,why,reference',
      'online-file-share,Tỷ lệ hồ sơ hành chính công trực tuyến,2025,%,,danang-2023,cqs-3,>= 90,2025,same,,danang-2023',
      'online-file-share,Tỷ lệ hồ sơ hành chính công trực tuyến,2025,%,,danang-2024,cqs-3,>= 90,2025,same,,danang-2023',
    ]);
  });
});

describe('exit codes', () => {
  test.each<[number, string[]]>([
    [0, [PLANS[1]!, PLANS[2]!]],
    [1, [PLANS[1]!, PLANS[2]!, '--fail-on', 'diff']],
    [0, [PLANS[1]!, PLANS[2]!, '--fail-on', 'looser']],
    [0, [PLANS[1]!, PLANS[2]!, '--fail-on', 'diff', '--measure', 'online-file-share']],
    [1, [PLANS[0]!, PLANS[6]!, '--fail-on', 'looser']],
    [2, [PLANS[0]!]],
    [2, [PLANS[0]!, PLANS[6]!, '--kind', 'added']],
    [2, [PLANS[0]!, PLANS[6]!, '--fail-on', 'target-looser']],
    [2, [PLANS[0]!, PLANS[6]!, '--year', '2099']],
    [2, [PLANS[0]!, PLANS[6]!, '--against', 'nowhere']],
    [2, [PLANS[0]!, PLANS[6]!, '--measure', 'nothing']],
    [2, [PLANS[0]!, 'git:HEAD']],
  ])('%i: %j', async (expected, argv) => {
    const { code, stderr } = await diff(...argv);
    expect(code).toBe(expected);
    expect(stderr === '').toBe(expected !== 2);
  });
});

describe('two states of one plan', () => {
  const before = 'plans/danang-2024.yaml';

  test('are compared thing by thing', async () => {
    const after = changed('{ 2024: 98, 2025: 100 }', '{ 2024: 97, 2025: 100 }');
    const data = await json(before, after);
    expect(schemaErrors('revision', data)).toBeNull();
    expect(data.changes).toMatchObject([
      {
        kind: 'target-looser',
        id: 'cqs-2',
        year: 2024,
        before: { text: '>= 98', value: 98 },
        after: { text: '>= 97', value: 97 },
      },
    ]);
    expect(data.counts['target-looser']).toBe(1);
  });

  test('fail on what is asked, looser targets and lost ones among it', async () => {
    const looser = changed('{ 2024: 98, 2025: 100 }', '{ 2024: 9, 2025: 100 }');
    const later = changed('due: 2024-07', 'due: 2024-08-01');
    const lost = changed('targets: { 2024: 95, 2025: 90 }', 'targets: { 2025: 90 }');
    const code = async (after: string, what: string) =>
      (await diff(before, after, '--fail-on', what)).code;
    expect(await code(looser, 'looser')).toBe(1);
    expect(await code(lost, 'looser')).toBe(1);
    expect(await code(later, 'looser')).toBe(0);
    expect(await code(later, 'deadline-later')).toBe(1);
    expect(await code(later, 'diff')).toBe(1);
    expect(await code(looser, 'removed')).toBe(0);
  });

  test('every kind keeps the schema and can be shown alone', async () => {
    const other = path.join(folder, 'other.yaml');
    const text = readFileSync(path.join(ROOT, 'plans/danang-2023.yaml'), 'utf8');
    writeFileSync(other, text.replace('id: danang-2023', 'id: danang-2024'));
    const data = await json(before, other);
    expect(schemaErrors('revision', data)).toBeNull();
    const kinds = new Set(data.changes.map(({ kind }: { kind: string }) => kind));
    expect(kinds.size).toBeGreaterThan(6);
    const alone = await json(before, other, '--kind', 'lead-changed');
    expect(alone.changes).toHaveLength(data.counts['lead-changed']);
    expect(alone.counts).toEqual(data.counts);
  });

  test('say that nothing changed', async () => {
    const { stdout, code } = await diff(before, changed('2024', '2024 '), '--fail-on', 'diff');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing changed');
  });

  test('refuse options of the other comparison, and a third plan', async () => {
    const after = changed('{ 2024: 98, 2025: 100 }', '{ 2024: 97, 2025: 100 }');
    for (const option of [['--year', '2025'], ['--similar'], ['--against', before]])
      expect((await diff(before, after, ...option)).code).toBe(2);
    expect((await diff(before, after, PLANS[0]!)).stderr).toContain('states of one plan');
  });
});

describe('a catalogue that cannot be read', () => {
  const catalogue = path.join(folder, 'broken-catalogue');
  mkdirSync(catalogue, { recursive: true });
  writeFileSync(path.join(catalogue, 'measures.yaml'), 'format: measures/1\nmeasures: 7\n');
  const two = ['plans/danang-2022.yaml', 'plans/thanhhoa-2022.yaml', '--catalogue', catalogue];

  test('is told as status tells it', async () => {
    const compared = await diff(...two, '--lang', 'en');
    const status = await run(['status', two[0]!, '--catalogue', catalogue, '--lang', 'en'], {
      cwd: ROOT,
    });
    const [told] = status.stderr.split('\n');
    expect(told).toMatch(/measures\.yaml:2:11: error schema /);
    expect([compared.stderr, compared.code]).toEqual([`${told}\n`, 0]);
  });

  test('not where only the result is wanted', async () => {
    expect((await diff(...two, '--quiet')).stderr).toBe('');
  });
});

describe('what fails for being looser is accepted by name', () => {
  const files = () =>
    temporaryFolder({
      'a.yaml': revised('{ 2024: ">= 95" }'),
      'b.yaml': revised('{ 2024: "<= 95" }'),
    });
  const revised = (targets: string) =>
    `format: plan/1\nid: p\ntitle: K\ndocument: 1/KH\nissued: 2024-01-15\narea: danang\nperiod: 2024\nindicators:\n  - { id: a-1, name: A, unit: "%", targets: ${targets}, source: I }\n`;

  test.each([
    [[], 1],
    [['--accept', 'a-1'], 0],
    [['--accept', 'a-2'], 2],
  ])('%j: %i', async (more, code) => {
    const argv = ['diff', 'a.yaml', 'b.yaml', '--fail-on', 'looser', ...more];
    expect((await run(argv, { cwd: files() })).code).toBe(code);
  });
});
