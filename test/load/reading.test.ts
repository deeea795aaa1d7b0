import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogueReader } from '../../src/load/catalogue.ts';
import { readPlan } from '../../src/load/plan.ts';
import { type ReadOptions, readAround } from '../../src/load/reading.ts';
import type { Result } from '../../src/result.ts';
import { UsageError } from '../../src/usage-error.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PLAN = `format: plan/1
id: p
title: P
document: 1/KH
issued: 2024-01-01
area: danang
period: 2024
agencies: { x: X }
indicators:
  - { id: a, name: A, unit: "%", targets: { 2024: 20 }, lead: [x], source: I.1 }
tasks:
  - { id: t, title: T, lead: [x], due: 2024-07, source: II.1 }
`;
const TABLES = {
  'p.results.csv': 'indicator,period,value,source\na,2024,7,S\na,2024,many,S\n',
  'p.progress.csv': 'task,status\nt,done\n',
};

async function read(text: string, options: ReadOptions = {}, cwd = temporaryFolder(TABLES)) {
  const results: Result[] = [];
  const reading = await readAround(readPlan('p.yaml', text), {
    cwd,
    options,
    cataloguesFor: catalogueReader({ cwd }, null),
    sinkFor: () => (result) => results.push(result),
  });
  const tables = reading.tables.map(({ file, rows, unread, progress, problem, findings }) => ({
    file,
    counts: [rows, unread, progress.length],
    problem,
    said: findings.map(({ message }) => message.code),
  }));
  return { ...reading, tables, results: results.map(({ indicator }) => indicator) };
}

describe('a plan with what belongs to it', () => {
  test('has its tables beside it read, the results first', async () => {
    const { plan, tables, results, catalogues } = await read(PLAN);
    expect([plan?.id, results]).toEqual(['p', ['a']]);
    expect(catalogues.areas.has('danang')).toBe(true);
    const sound = { problem: null, said: [] };
    expect(tables).toEqual([
      { file: 'p.results.csv', counts: [2, 1, 0], problem: null, said: ['csv-not-a-number'] },
      { file: 'p.progress.csv', counts: [1, 0, 1], ...sound },
    ]);
  });

  test('hands its results over once more where that is asked for behind the last', async () => {
    const seen: string[] = [];
    const note = (time: string) => (result: Result) => seen.push(`${time} ${result.line}`);
    const cwd = temporaryFolder(TABLES);
    const reading = await readAround(readPlan('p.yaml', PLAN), {
      cwd,
      options: {},
      cataloguesFor: catalogueReader({ cwd }, null),
      sinkFor: () => note('first'),
      again: () => note('again'),
    });
    expect(seen).toEqual(['first 2', 'again 2']);
    expect(reading.tables.map(({ rows, findings }) => [rows, findings.length])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  test('has those that are named read instead', async () => {
    const { tables } = await read(PLAN, { results: [], progress: ['p.progress.csv'] });
    expect(tables.map(({ file }) => file)).toEqual(['p.progress.csv']);
  });

  test('with a fault of form has its results read, which go nowhere, and not its progress', async () => {
    const { plan, tables, results } = await read(`${PLAN}nonsense: 1\n`);
    expect([plan, results]).toEqual([null, []]);
    expect(tables).toEqual([
      { file: 'p.results.csv', counts: [2, 1, 0], problem: null, said: ['csv-not-a-number'] },
      { file: 'p.progress.csv', counts: [0, 0, 0], problem: null, said: ['csv-plan-broken'] },
    ]);
  });

  test('whose ids cannot be made out has nothing read', async () => {
    const { frame, tables } = await read(`${PLAN}"`);
    expect(frame()).toBeNull();
    expect(tables.map(({ said }) => said)).toEqual([['csv-plan-broken'], ['csv-plan-broken']]);
  });
});

describe('a table that the system does not give', () => {
  test('is told, with the reason', async () => {
    const cwd = temporaryFolder();
    symlinkSync('loop', path.join(cwd, 'loop'));
    const { tables } = await read(PLAN, { results: ['loop'] }, cwd);
    const said = ['csv-unreadable'];
    expect(tables).toEqual([{ file: 'loop', counts: [0, 0, 0], problem: 'unreadable', said }]);
  });

  test('is refused where it is missing', async () => {
    const error = await read(PLAN, { results: ['q.results.csv'] }).catch((thrown) => thrown);
    expect((error as UsageError).said).toEqual({
      code: 'file-missing',
      args: { file: 'q.results.csv', suggestion: 'p.results.csv' },
    });
    expect(error).toBeInstanceOf(UsageError);
  });
});
