import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Run, run } from '../run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A small plan with every kind of due value, its progress, and the same plan without. */
const FILES = path.join(ROOT, 'test/cases/overdue/files');

const small = (...argv: string[]): Promise<Run> =>
  run(['overdue', 'p.yaml', '--as-of', '2024-07-15', '--quiet', ...argv], { cwd: FILES });

interface Item {
  id: string;
  kind: string;
  state: string;
  due: string | null;
  occurrence: string | null;
}

const itemsOf = ({ stdout }: Run): Item[] => JSON.parse(stdout).items;

describe('the plans, nothing reported done', () => {
  const overdueTasks = async (plan: string, asOf: string) => {
    const argv = ['overdue', `plans/${plan}.yaml`, '--as-of', asOf, '--format', 'json'];
    return itemsOf(await run(argv, { cwd: ROOT })).filter(({ state }) => state === 'overdue');
  };

  it.each([
    ['danang-2024', '2024-07-15', 10],
    ['danang-2024', '2024-07-31', 10],
    ['danang-2024', '2024-08-01', 13],
    ['danang-2024', '2024-12-31', 18],
    ['danang-2024', '2025-01-01', 54],
    ['danang-2024', '2026-01-01', 63],
    ['thanhhoa-2022', '2023-01-01', 6],
    ['thanhhoa-2022', '2024-01-01', 9],
    ['thanhhoa-2022', '2026-01-01', 38],
  ])('%s as of %s has %i overdue tasks', async (plan, asOf, count) => {
    const tasks = (await overdueTasks(plan, asOf)).filter(({ kind }) => kind === 'task');
    expect(tasks).toHaveLength(count);
  });

  it('93/KH-UBND as of 2024-10-15 has two overdue report duties', async () => {
    const overdue = await overdueTasks('danang-2024', '2024-10-15');
    const duties = overdue.filter(({ kind }) => kind === 'report');
    expect(duties.map(({ due }) => due)).toEqual(['2024-06-30', '2024-09-30']);
  });

  it('134/KH-UBND has two undated tasks, 2780/QĐ-UBND too, with 17 yearly ones and one window', async () => {
    const all = async (plan: string) => {
      const argv = ['overdue', `plans/${plan}.yaml`, '--as-of', '2023-01-01', '--all'];
      const items = itemsOf(await run([...argv, '--kind', 'task', '-f', 'json'], { cwd: ROOT }));
      const ids = (of: (item: Item) => boolean) => new Set(items.filter(of).map(({ id }) => id));
      return {
        undated: ids(({ state }) => state === 'undated').size,
        recurring: ids(({ occurrence }) => occurrence !== null).size,
        once: ids(({ occurrence, due }) => occurrence === null && due !== null).size,
      };
    };
    expect((await all('thanhhoa-2022')).undated).toBe(2);
    expect(await all('danang-comms-2022')).toEqual({ undated: 2, recurring: 17, once: 1 });
  });

  it('status counts the same, and fails on it where asked', async () => {
    const argv = ['status', 'plans/danang-2024.yaml', '--as-of', '2024-10-15'];
    const json = await run([...argv, '--format', 'json'], { cwd: ROOT });
    const [plan] = JSON.parse(json.stdout).plans;
    expect(plan.tasks).toEqual({
      items: 63,
      occurrences: 63,
      done: 0,
      'done-late': 0,
      overdue: 16,
      'due-soon': 1,
      upcoming: 46,
      continuous: 0,
      undated: 0,
      cancelled: 0,
    });
    expect(plan.reports).toMatchObject({ items: 3, occurrences: 6, overdue: 2, undated: 2 });
    expect(json.code).toBe(0);
    expect((await run([...argv, '--fail-on', 'overdue'], { cwd: ROOT })).code).toBe(1);
    const before = ['status', 'plans/danang-2024.yaml', '--as-of', '2024-03-31'];
    expect((await run([...before, '--fail-on', 'overdue'], { cwd: ROOT })).code).toBe(0);
  });
});

describe('what is shown', () => {
  const states = async (...argv: string[]) =>
    itemsOf(await small('-f', 'json', ...argv)).map(({ id, state }) => `${id} ${state}`);

  it('by default: overdue and due soon, the most urgent first', async () => {
    expect(await states()).toEqual(['tre overdue', 'quy overdue', 'sap due-soon']);
    expect(await states('--within', '15d')).not.toContain('sap due-soon');
    expect(await states('--within', '16')).toContain('sap due-soon');
  });

  it('everything, states, kinds, agencies or groups where asked', async () => {
    expect(await states('--all')).toEqual([
      'tre overdue',
      'quy overdue',
      'sap due-soon',
      'gia-han upcoming',
      'quy upcoming',
      'sau upcoming',
      'quy upcoming',
      'luon continuous',
      'theo undated',
      'xong-tre done-late',
      'quy done',
      'xong done',
      'huy cancelled',
    ]);
    expect(await states('--only', 'done-late,cancelled')).toEqual([
      'xong-tre done-late',
      'huy cancelled',
    ]);
    expect(await states('--kind', 'report')).toEqual(['quy overdue']);
    expect(await states('--lead', 'so-b')).toEqual(['quy overdue', 'sap due-soon']);
    expect(await states('--group', 'mot', '--all')).toEqual(['tre overdue', 'xong done']);
  });

  it('refuses what no plan knows', async () => {
    const lead = await small('--lead', 'so-c');
    expect(lead).toMatchObject({ code: 2, stdout: '' });
    expect(lead.stderr).toContain('so-a, so-b');
    expect((await small('--within', 'soon')).code).toBe(2);
    expect((await small('--only', 'late')).code).toBe(2);
    expect((await small('--by', 'name')).code).toBe(2);
  });

  it('narrowing changes neither the counts nor the exit code', async () => {
    const { code, stdout } = await small(
      '--lead',
      'so-b',
      '--kind',
      'task',
      '--fail-on',
      'overdue',
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      '9 tasks: 1 overdue, 1 due within 30 days, 2 due later, 1 done, 1 done late',
    );
    expect(stdout).toContain('The table shows 1 of 13 entries;');
    expect((await small('--fail-on', 'overdue', '--as-of', '2024-02-01')).code).toBe(0);
    expect((await small('--fail-on', 'data')).code).toBe(1);
  });
});

describe('the table', () => {
  it('shows a timeline where a terminal is wide enough for it, and says what it means', async () => {
    const { stdout } = await small('--by', 'due', '--width', '120');
    expect(stdout).toContain('├────────┤···········┃');
    expect(stdout).toContain('Timeline from 15 Jan 2024 to 31 Jul 2024');
    expect((await small('--by', 'due', '--width', '119')).stdout).not.toContain('Timeline');
  });

  it('fits 80 columns', async () => {
    for (const lang of ['vi', 'en']) {
      const { stdout } = await small('--all', '--width', '80', '--lang', lang);
      const widest = Math.max(...stdout.split('\n').map((line) => line.length));
      expect(widest).toBeLessThanOrEqual(80);
    }
  });

  it('says so where there is nothing', async () => {
    const none = await small('--as-of', '2024-01-20');
    expect(none.stdout).toContain('Nothing asked for is overdue or due soon');
    const { stdout } = await run(['overdue', 'plans/national-2022.yaml'], { cwd: ROOT });
    expect(stdout).toContain('The plan has no tasks and no report duties.');
  });

  it('keeps the agencies of two plans apart', async () => {
    const { stdout } = await small('q.yaml');
    expect(stdout.match(/^Sở A$/gm)).toHaveLength(2);
    expect(stdout).toContain('progress: no file, so nothing is reported');
  });
});

describe('progress', () => {
  it('tells on stderr which rows cannot be used, and how many in the summary', async () => {
    const { stderr, stdout } = await run(['overdue', 'p.yaml', '--as-of', '2024-07-15'], {
      cwd: FILES,
    });
    expect(stderr).toBe(
      'p.progress.csv:8:1: error csv-task the plan has no task or report duty “khac”; write its id\n',
    );
    const [, , size] = stdout.split('\n');
    expect(size).toBe(
      'Not counted: 1 row that cannot be read; 1 row dated or published after the as-of date (2 entries, listed below).',
    );
    expect(stdout).toContain('cannot be read (p.progress.csv:8 – khac).');
    expect(stdout).toContain('after the as-of date (p.progress.csv:7 – tre: done).');
  });

  it('of another file, for one plan only', async () => {
    const two = await small('q.yaml', '--progress', 'p.progress.csv');
    expect(two).toMatchObject({ code: 2, stdout: '' });
    expect(two.stderr).toContain('--progress goes with one plan, not with 2');
    const argv = ['overdue', 'q.yaml', '--as-of', '2024-07-15', '-f', 'json', '--only', 'done'];
    expect(itemsOf(await run(argv, { cwd: FILES }))).toEqual([]);
    const read = await run([...argv, '--progress', 'p.progress.csv', '--quiet'], { cwd: FILES });
    expect(itemsOf(read)).toHaveLength(2);
    expect((await small('--progress', 'none.csv')).code).toBe(2);
  });
});

describe('for machines', () => {
  const validates = (name: string) => {
    const file = path.join(ROOT, 'schemas', `${name}.schema.json`);
    return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(file, 'utf8')),
    );
  };

  it('JSON is as its schema says, with all keys of overdue/1 and no other', async () => {
    const isValid = validates('overdue');
    const output = JSON.parse((await small('-f', 'json', '--all')).stdout);
    expect(isValid(output), JSON.stringify(isValid.errors)).toBe(true);
    const all = await run(['overdue', 'plans', '--as-of', '2024-07-15', '-f', 'json', '--all'], {
      cwd: ROOT,
    });
    expect(isValid(JSON.parse(all.stdout)), JSON.stringify(isValid.errors)).toBe(true);
    expect(output.items[3]).toEqual({
      plan: 'p',
      kind: 'task',
      id: 'gia-han',
      title: 'Việc gia hạn',
      lead: ['so-b'],
      agency: null,
      due: '2024-09-30',
      state: 'upcoming',
      daysOverdue: 0,
      occurrence: null,
      originalDue: '2024-02-29',
      doneOn: null,
      note: null,
      group: null,
      file: 'p.yaml',
      line: 18,
    });
  });

  it('the JSON of status is as its schema says', async () => {
    const isValid = validates('status');
    for (const asOf of ['2023-12-15', '2024-07-15', '2026-01-01']) {
      const argv = ['status', 'plans', '--as-of', asOf, '-f', 'json', '--quiet'];
      const { stdout } = await run(argv, { cwd: ROOT });
      expect(isValid(JSON.parse(stdout)), JSON.stringify(isValid.errors)).toBe(true);
    }
    expect(isValid({ format: 'status/1', asOf: '2024-07-15', plans: [{}] })).toBe(false);
  });

  it('CSV has every occurrence once, whoever leads it', async () => {
    const { stdout } = await small('-f', 'csv', 'q.yaml');
    const rows = stdout.split('\r\n');
    expect(rows[0]).toBe(
      'plan,kind,id,title,group,lead,agency,start,due,original-due,occurrence,state,days-overdue,done-on,days-late,set-by,reported,reported-on,source,note,file,line',
    );
    expect(rows.filter((row) => row.startsWith('p,task,sap,'))).toHaveLength(1);
    expect(rows.filter((row) => row.startsWith('q,task,tre,'))).toHaveLength(1);
  });
});
