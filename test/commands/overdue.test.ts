import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, run } from './run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A small plan with every kind of due value, and what became of its tasks by 15 July 2024. */
const PLAN = `format: plan/1
id: p
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
agencies:
  so-a: Sở A
  so-b: Sở B
groups:
  mot: Nhóm một
tasks:
  - { id: tre, title: Việc trễ, group: mot, lead: [so-a], due: 2024-03, source: "1" }
  - { id: xong, title: Việc xong, group: mot, lead: [so-a], due: 2024-04, source: "2" }
  - { id: xong-tre, title: Việc xong trễ, lead: [so-a, so-b], due: 2024-05, source: "3" }
  - { id: sap, title: "Việc sắp đến hạn, hai bên; \\\\ cùng làm", lead: [so-a, so-b], due: 2024-07, source: "4" }
  - { id: gia-han, title: Việc gia hạn, lead: [so-b], due: 2024-02, source: "5" }
  - { id: huy, title: Việc hủy, lead: [so-b], due: 2024-06, source: "6" }
  - { id: sau, title: Việc về sau, due: 2024-01..2024-12, source: "7" }
  - { id: luon, title: Việc thường xuyên, due: continuous, source: "8" }
  - { id: theo, title: Việc theo văn bản khác, due: { per: 53/KH-UBND }, source: "9" }
reports:
  - { id: quy, title: Báo cáo quý, lead: [so-b], due: quarterly, source: "10" }
`;

const PROGRESS = `task,occurrence,status,date,due,source,note
xong,,done,2024-04-30,,,
xong-tre,,done,3/6/2024,,,
gia-han,,extended,2024-02-20,2024-09,,
huy,,cancelled,2024-05-05,,,
quy,2024-03-31,done,,,,
tre,,done,2024-07-16,,,
khac,,done,2024-05-05,,,
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'overdue-'));
  writeFileSync(path.join(folder, 'p.yaml'), PLAN);
  writeFileSync(path.join(folder, 'p.progress.csv'), PROGRESS);
  writeFileSync(path.join(folder, 'q.yaml'), PLAN.replace('id: p\n', 'id: q\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const small = (...argv: string[]): Promise<Run> =>
  run(folder, ['overdue', 'p.yaml', '--as-of', '2024-07-15', '--quiet', ...argv]);

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
    return itemsOf(await run(ROOT, argv)).filter(({ state }) => state === 'overdue');
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
      const items = itemsOf(await run(ROOT, [...argv, '--kind', 'task', '-f', 'json']));
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
    const json = await run(ROOT, [...argv, '--format', 'json']);
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
    expect((await run(ROOT, [...argv, '--fail-on', 'overdue'])).code).toBe(1);
    const before = ['status', 'plans/danang-2024.yaml', '--as-of', '2024-03-31'];
    expect((await run(ROOT, [...before, '--fail-on', 'overdue'])).code).toBe(0);
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
    expect(stdout).toContain('9 tasks: 1 overdue, 1 due within 30 days, 1 done, 1 done late');
    expect(stdout).toContain('The table shows 1 of 13;');
    expect((await small('--fail-on', 'overdue', '--as-of', '2024-02-01')).code).toBe(0);
    expect((await small('--fail-on', 'data')).code).toBe(1);
  });
});

describe('the table', () => {
  it('stands by agency with counts, on-time rates and their denominators', async () => {
    const { stdout, code } = await small();
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "1/KH-UBND — Kế hoạch thử

      State            Due          Code  Task or report duty                    Kind    Also led by
      ──────────────────────────────────────────────────────────────────────────────────────────────
      Sở A
      ✗ 106 days late  31 Mar 2024  tre   Việc trễ                               task
      ▲ in 16 days     31 Jul 2024  sap   Việc sắp đến hạn, hai bên; \\ cùng làm  task    Sở B
      Sở A: 1 overdue, 1 due soon, 4 in all; on time: 1 of 2 (50%)

      Sở B
      ✗ 15 days late   30 Jun 2024  quy   Báo cáo quý                            report
      ▲ in 16 days     31 Jul 2024  sap   Việc sắp đến hạn, hai bên; \\ cùng làm  task    Sở A
      Sở B: 1 overdue, 1 due soon, 8 in all; on time: 0 of 1 (0%)

      9 tasks: 1 overdue, 1 due within 30 days, 1 done, 1 done late, 2 due later, 1 continuous, 1 without a date, 1 cancelled.
      1 report duty, 4 occurrences: 1 overdue, 0 due within 30 days, 1 done, 0 done late, 2 due later.
      On time: 1 of 2 (50%) done by their due day; left out: 1 done, without the day or without a due day.
      Sở A: on time 1 of 2 (50%).
      Sở B: on time 0 of 1 (0%); left out: 1 done, without the day or without a due day.
      1 entry has several lead agencies and stands under each; totals count it once.
      Dates set by other documents, not known here: 53/KH-UBND.
      As of 15 Jul 2024. Nothing is overdue on its due day.
      Sources: 1/KH-UBND (p.yaml); progress: p.progress.csv.
      1 row of the progress could not be used and does not count.
      1 row of the progress dated after 15 Jul 2024 does not count.
      "
    `);
  });

  it('in Vietnamese, by due day', async () => {
    const { stdout } = await small('--lang', 'vi', '--by', 'due', '--all');
    expect(stdout).toMatchInlineSnapshot(`
      "1/KH-UBND — Kế hoạch thử

      Tình trạng                               Thời hạn                            Mã        Nhiệm vụ, báo cáo                      Loại      Cập nhật             Chủ trì
      ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      ✗ quá hạn 106 ngày                       31/03/2024                          tre       Việc trễ                               nhiệm vụ                       Sở A
      ✗ quá hạn 15 ngày                        30/06/2024                          quy       Báo cáo quý                            báo cáo                        Sở B
      ▲ còn 16 ngày                            31/07/2024                          sap       Việc sắp đến hạn, hai bên; \\ cùng làm  nhiệm vụ                       Sở A; Sở B
      · còn 77 ngày                            30/09/2024 (gia hạn từ 29/02/2024)  gia-han   Việc gia hạn                           nhiệm vụ  gia hạn, 20/02/2024  Sở B
      · còn 77 ngày                            30/09/2024                          quy       Báo cáo quý                            báo cáo                        Sở B
      · còn 169 ngày                           31/12/2024                          sau       Việc về sau                            nhiệm vụ
      · còn 169 ngày                           31/12/2024                          quy       Báo cáo quý                            báo cáo                        Sở B
      → thường xuyên                                                               luon      Việc thường xuyên                      nhiệm vụ
      ? thời hạn theo 53/KH-UBND                                                   theo      Việc theo văn bản khác                 nhiệm vụ
      ✓ hoàn thành 03/06/2024, quá hạn 3 ngày  31/05/2024                          xong-tre  Việc xong trễ                          nhiệm vụ                       Sở A; Sở B
      ✓ hoàn thành, không rõ ngày              31/03/2024                          quy       Báo cáo quý                            báo cáo                        Sở B
      ✓ hoàn thành 30/04/2024                  30/04/2024                          xong      Việc xong                              nhiệm vụ                       Sở A
      ○ đã hủy                                 30/06/2024                          huy       Việc hủy                               nhiệm vụ                       Sở B

      9 nhiệm vụ: 1 quá hạn, 1 đến hạn trong 30 ngày tới, 1 hoàn thành, 1 hoàn thành quá hạn, 2 chưa đến hạn, 1 thường xuyên, 1 không có thời hạn, 1 đã hủy.
      1 chế độ báo cáo (4 kỳ): 1 quá hạn, 0 đến hạn trong 30 ngày tới, 1 hoàn thành, 0 hoàn thành quá hạn, 2 chưa đến hạn.
      Đúng hạn: 1 trên 2 (50%) việc đã hoàn thành; không tính 1 việc hoàn thành nhưng không rõ ngày hoàn thành hoặc không có thời hạn.
      Sở A: đúng hạn 1 trên 2 (50%).
      Sở B: đúng hạn 0 trên 1 (0%); không tính 1 việc hoàn thành nhưng không rõ ngày hoàn thành hoặc không có thời hạn.
      Thời hạn do văn bản khác quy định, ở đây không rõ: 53/KH-UBND.
      Tính đến 15/07/2024. Đúng ngày đến hạn thì chưa quá hạn.
      Nguồn: 1/KH-UBND (p.yaml); tiến độ: p.progress.csv.
      1 dòng tiến độ không dùng được nên không được tính.
      1 dòng tiến độ ghi ngày sau 15/07/2024 nên không được tính.
      "
    `);
  });

  it('shows a timeline where a terminal is wide enough for it, and says what it means', async () => {
    const { stdout } = await small('--by', 'group', '--width', '120');
    expect(stdout).toMatchInlineSnapshot(`
      "1/KH-UBND — Kế hoạch thử

      State            Due          Code  Task or report duty                    Kind    Lead        Timeline
      ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Nhóm một
      ✗ 106 days late  31 Mar 2024  tre   Việc trễ                               task    Sở A        ├────────┤···········┃
      Nhóm một: 1 overdue, 0 due soon, 2 in all; on time: 1 of 1 (100%)

      Without a group
      ▲ in 16 days     31 Jul 2024  sap   Việc sắp đến hạn, hai bên; \\ cùng làm  task    Sở A; Sở B  ├────────────────────┃─┤
      Without a group: 0 overdue, 1 due soon, 7 in all; on time: 0 of 1 (0%)

      Report duties
      ✗ 15 days late   30 Jun 2024  quy   Báo cáo quý                            report  Sở B        ├───────────────────┤┃
      Report duties: 1 overdue, 0 due soon, 4 in all

      9 tasks: 1 overdue, 1 due within 30 days, 1 done, 1 done late, 2 due later, 1 continuous, 1 without a date, 1 cancelled.
      1 report duty, 4 occurrences: 1 overdue, 0 due within 30 days, 1 done, 0 done late, 2 due later.
      On time: 1 of 2 (50%) done by their due day; left out: 1 done, without the day or without a due day.
      Sở A: on time 1 of 2 (50%).
      Sở B: on time 0 of 1 (0%); left out: 1 done, without the day or without a due day.
      Dates set by other documents, not known here: 53/KH-UBND.
      As of 15 Jul 2024. Nothing is overdue on its due day.
      Sources: 1/KH-UBND (p.yaml); progress: p.progress.csv.
      1 row of the progress could not be used and does not count.
      1 row of the progress dated after 15 Jul 2024 does not count.
      Timeline from 15 Jan 2024 to 31 Jul 2024: ├ start (of the window, else the plan’s issue), ┤ due, ┃ today, ··· overdue, ✓
      done.
      "
    `);
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
    const { stdout } = await run(ROOT, ['overdue', 'plans/national-2022.yaml']);
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
    const { stderr, stdout } = await run(folder, ['overdue', 'p.yaml', '--as-of', '2024-07-15']);
    expect(stderr).toBe(
      'p.progress.csv:8:1: error csv-task the plan has no task or report duty “khac”; write its id\n',
    );
    expect(stdout).toContain('1 row of the progress could not be used and does not count.');
    expect(stdout).toContain('1 row of the progress dated after 15 Jul 2024 does not count.');
  });

  it('of another file, for one plan only', async () => {
    const two = await small('q.yaml', '--progress', 'p.progress.csv');
    expect(two).toMatchObject({ code: 2, stdout: '' });
    expect(two.stderr).toContain('--progress goes with one plan, not with 2');
    const argv = ['overdue', 'q.yaml', '--as-of', '2024-07-15', '-f', 'json', '--only', 'done'];
    expect(itemsOf(await run(folder, argv))).toEqual([]);
    const read = await run(folder, [...argv, '--progress', 'p.progress.csv', '--quiet']);
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
    const all = await run(ROOT, [
      'overdue',
      'plans',
      '--as-of',
      '2024-07-15',
      '-f',
      'json',
      '--all',
    ]);
    expect(isValid(JSON.parse(all.stdout)), JSON.stringify(isValid.errors)).toBe(true);
    expect(output.items[3]).toEqual({
      plan: 'p',
      kind: 'task',
      id: 'gia-han',
      title: 'Việc gia hạn',
      lead: ['so-b'],
      due: '2024-09-30',
      state: 'upcoming',
      daysOverdue: 0,
      occurrence: null,
      originalDue: '2024-02-29',
      doneOn: null,
      group: null,
      file: 'p.yaml',
      line: 18,
    });
  });

  it('the JSON of status is as its schema says', async () => {
    const isValid = validates('status');
    for (const asOf of ['2023-12-15', '2024-07-15', '2026-01-01']) {
      const argv = ['status', 'plans', '--as-of', asOf, '-f', 'json', '--quiet'];
      const { stdout } = await run(ROOT, argv);
      expect(isValid(JSON.parse(stdout)), JSON.stringify(isValid.errors)).toBe(true);
    }
    expect(isValid({ format: 'status/1', asOf: '2024-07-15', plans: [{}] })).toBe(false);
  });

  it('CSV has every occurrence once, whoever leads it', async () => {
    const { stdout } = await small('-f', 'csv', 'q.yaml');
    const rows = stdout.split('\r\n');
    expect(rows[0]).toBe(
      'plan,kind,id,title,group,lead,start,due,original-due,occurrence,state,days-overdue,done-on,days-late,set-by,reported,reported-on,source,file,line',
    );
    expect(rows.filter((row) => row.startsWith('p,task,sap,'))).toHaveLength(1);
    expect(rows.filter((row) => row.startsWith('q,task,tre,'))).toHaveLength(1);
  });
});
