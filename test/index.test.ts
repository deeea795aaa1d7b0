import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { audit, check, deadlines, diff, evaluate, type PlanInput, readPlan } from '../src/index.ts';
import { run } from './run.ts';

/** The door for programs: it says what the commands say, and nothing but values goes in. */
const ROOT = path.resolve(import.meta.dirname, '..');
const textFile = (file: string) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') });
const asOf = '2024-12-31';

const TEXTS = {
  plan: textFile('plans/danang-2024.yaml'),
  results: [textFile('plans/danang-2024.results.csv')],
};

async function danang(): Promise<PlanInput> {
  const input = await readPlan(TEXTS);
  if (input.plan === null) throw new Error(JSON.stringify(input.findings));
  return input;
}

async function said(...argv: string[]) {
  const { stdout } = await run([...argv, '--format', 'json'], { cwd: ROOT });
  return JSON.parse(stdout);
}

describe('the door says what the commands say', () => {
  test('evaluate: status', async () => {
    const { plans } = await said('status', TEXTS.plan.file, '--as-of', asOf);
    const { year, indicators } = evaluate(await danang(), { asOf });
    expect(year).toBe(plans[0].year);
    expect(indicators.map(({ address, verdict }) => [address, verdict])).toEqual(
      plans[0].indicators.map(({ id, verdict }: Record<string, string>) => [id, verdict]),
    );
  });

  test('deadlines: overdue', async () => {
    const { items } = await said('overdue', TEXTS.plan.file, '--as-of', asOf, '--only', 'overdue');
    const late = deadlines(await danang(), { asOf }).items.filter((item) => item.daysOverdue > 0);
    expect(late.map(({ id }) => id).sort()).toEqual(
      items.map(({ id }: Record<string, string>) => id).sort(),
    );
  });

  test('audit: audit', async () => {
    const { counts } = await said('audit', TEXTS.plan.file, '--as-of', asOf);
    expect(counts).toMatchObject(audit([await danang()], { asOf }).counts);
  });

  test('check: check', async () => {
    const file = 'test/cases/broken-results/files/plan.yaml';
    const texts = {
      plan: textFile(file),
      results: [textFile(file.replace('.yaml', '.results.csv'))],
    };
    const { findings, counts } = await said('check', file);
    const report = await check(texts);
    expect(report.counts).toEqual(counts);
    expect(report.findings.map(({ rule, place }) => [rule, place.file, place.line])).toEqual(
      findings.map((one: Record<string, unknown>) => [one.rule, one.file, one.line]),
    );
  });

  test('check: a catalogue', async () => {
    const report = await check({ plan: textFile('plans/catalogue/areas.yaml') });
    expect(report.findings).toEqual([]);
  });
});

describe('what cannot be answered', () => {
  test('a broken plan is none, and its findings say why', async () => {
    const { plan, findings } = await readPlan({ plan: { file: 'p.yaml', text: 'format: plan/1' } });
    expect(plan).toBe(null);
    expect(findings.every(({ rule }) => rule === 'schema')).toBe(true);
  });

  test('a catalogue that cannot be read is told', async () => {
    const measures = { file: 'm.yaml', text: 'measures: 1' };
    const { findings } = await readPlan({ ...TEXTS, measures });
    expect(findings.map(({ place }) => place.file)).toContain('m.yaml');
  });

  test('a wrong question is an error', async () => {
    const input = await danang();
    expect(() => evaluate(input, { asOf: '2024-02-30' })).toThrow(RangeError);
    expect(() => deadlines(input, { asOf: '2024' })).toThrow(RangeError);
    expect(() => audit([input], { asOf: '' })).toThrow(RangeError);
    expect(() => audit([input], { asOf, tolerance: 'x' })).toThrow(RangeError);
    expect(() => diff([])).toThrow(RangeError);
    expect(() => diff([input, input])).toThrow(RangeError);
    expect(() => diff([input], { against: 'x' })).toThrow(RangeError);
  });
});
