import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/load/files.ts';
import { readPlan } from '../../src/load/plan.ts';
import { cellsOf, nodesOf, readGfm, tablesBelow, textOf } from '../formats/gfm.ts';
import { type Run, run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A small plan with every verdict, pace and kind of deadline, and names full of markup. */
const FILES = path.join(ROOT, 'test/cases/report/files');

const small = (...argv: string[]): Promise<Run> =>
  run(['report', 'p.yaml', '--as-of', '2024-06-30', ...argv], { cwd: FILES });

const real = (plans: string, asOf: string, ...argv: string[]): Promise<Run> =>
  run(['report', plans, '--as-of', asOf, ...argv], { cwd: ROOT });

const danang = (...argv: string[]) => real('plans/danang-2023.yaml', '2023-12-15', ...argv);

describe('markdown', () => {
  it('of 56/KH-UBND has its tables, each with its rows and columns', async () => {
    const root = readGfm((await danang('--lang', 'en')).stdout);
    expect(nodesOf(root, 'heading').filter(({ depth }) => depth === 1)).toHaveLength(1);
    const sizes = (heading: string) =>
      tablesBelow(root, heading).map((rows) => [
        rows.length - 1,
        new Set(rows.map((r) => r.length)),
      ]);
    expect(sizes('1. Indicators by group')).toEqual([[5, new Set([7])]]);
    expect(sizes('1. Exceeded (11)')).toEqual([[13, new Set([8])]]);
    expect(sizes('2. Met (6)')).toEqual([[8, new Set([8])]]);
    expect(sizes('3. In progress (8)')).toEqual([[8, new Set([8])]]);
    expect(sizes('4. No data (14)')).toEqual([[21, new Set([6])]]);
    expect(nodesOf(root, 'table')).toHaveLength(5);
  });

  it('has the groups of 56/KH-UBND with their counts', async () => {
    const root = readGfm((await danang('--lang', 'vi', '--sections', 'groups')).stdout);
    const [rows] = tablesBelow(root, '1. Chỉ tiêu theo nhóm');
    expect(rows!.slice(1)).toEqual([
      ['Dữ liệu số', '8', '0', '2', '1', '5', '2/3 (66,7%)'],
      ['Chính quyền số', '13', '9', '2', '2', '0', '11/13 (84,6%)'],
      ['Kinh tế số', '6', '1', '1', '3', '1', '2/5 (40%)'],
      ['Xã hội số', '12', '1', '1', '2', '8', '2/4 (50%)'],
      ['Tổng số', '39', '11', '6', '8', '14', '17/25 (68%)'],
    ]);
  });

  it.each([
    ['one plan', ['report', 'p.yaml', '--since', '2024-04-15']],
    ['the appendix', ['report', 'p.yaml', '--template', 'appendix']],
    ['a title', ['report', 'p.yaml', '--title', '# <b>*a*</b> [b](http://c.vn) | d']],
  ])('of %s shows names as they are and makes no markup of them', async (_, argv) => {
    const { stdout } = await run([...argv, '--as-of', '2024-06-30', '--lang', 'vi'], {
      cwd: FILES,
    });
    const root = readGfm(stdout);
    for (const kind of ['link', 'image', 'emphasis', 'inlineCode', 'code', 'delete'] as const)
      expect(nodesOf(root, kind)).toEqual([]);
    expect(nodesOf(root, 'strong').filter((one) => !/^\[Bổ sung: .*\]$/.test(textOf(one)))).toEqual(
      [],
    );
    const html = nodesOf(root, 'html').map(({ value }) => value);
    expect(html.filter((value) => value !== '<br>' && value !== '<!-- -->')).toEqual([]);
    for (const table of nodesOf(root, 'table'))
      expect(new Set(cellsOf(table).map((row) => row.length)).size).toBe(1);
    expect(textOf(root)).toContain(
      argv.includes('--title')
        ? '# <b>*a*</b> [b](http://c.vn) | d'
        : 'Tỷ lệ a | b <img src=x> `c` www.x.vn #12 @ai',
    );
  });

  it('tells what is in progress by pace, with what is expected and needed', async () => {
    const root = readGfm((await small('--lang', 'en', '--sections', 'in-progress')).stdout);
    const [onTrack] = tablesBelow(root, 'a) On track (2)');
    expect(onTrack![1]).toEqual([
      'dung',
      'Tỷ lệ đúng tiến độ',
      '≥ 60%',
      '50% (30 Jun 2024)',
      '83.3%',
      '-10 percentage points',
      '',
      '49.95%',
      '+19.89 percentage points',
      '+10 percentage points in 6 months',
      '+20.11 percentage points',
      '29 Dec 2024',
      'Sở B, [xem](https://b.vn)',
    ]);
    expect(tablesBelow(root, 'b) At risk (1)')[0]!.map(([code]) => code)).toEqual([
      'Code',
      'nguy-co',
    ]);
    expect(tablesBelow(root, 'c) Pace not computable (3)')).toHaveLength(1);
    expect(textOf(root)).toContain('1 has parts without a pace; 1 is a milestone');
  });

  it('tells overdue tasks by the agencies that lead, with days late', async () => {
    const argv = ['--sections', 'overdue,due-next', '--lang', 'en'];
    const root = readGfm((await real('plans/danang-2024.yaml', '2024-08-01', ...argv)).stdout);
    const [rows] = tablesBelow(root, 'a) Overdue tasks and reports');
    const leads = rows!.slice(1).filter(([lead]) => lead !== '');
    expect(leads.map(([lead]) => /\((\d+)\)$/.exec(lead!)?.[1])).toEqual([
      '10',
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
    ]);
    expect(rows!.filter((row) => row[3] === 'task')).toHaveLength(14);
    expect(rows!.find((row) => row[1] === 'tc-a')!.slice(4)).toEqual(['31 Jul 2024', '1']);
    expect(textOf(root)).toContain('13 of 63 tasks and 1 of 1 duty to report with a date');
    expect(textOf(root)).toContain('No progress has been reported');
  });

  it('of two plans asks a dispute once, and never calls clear what cannot count', async () => {
    const { stdout } = await run(
      ['report', 'plans/danang-2023.yaml', 'plans/danang-2024.yaml', '--as-of', '2026-01-01'],
      { cwd: ROOT },
    );
    expect(stdout.match(/^\d+\. .*\(cqs-3\): different results for 2023/gm)).toHaveLength(1);
    expect(stdout).not.toMatch(/^\d+\. ‡ cqs-3/m);
  });

  it('asks the agencies what the sources do not agree on', async () => {
    const known = ['plans/danang-2023.yaml', '2024-04-15'] as const;
    const { stdout } = await real(...known, '--lang', 'vi', '--sections', 'questions');
    const root = readGfm(stdout);
    const text = textOf(root);
    expect(text).toContain(
      'kết quả năm 2023 được ghi khác nhau: 98,8% (15/12/2023; 2023) và 100% (2023)',
    );
    expect(text).toContain(
      'kết quả năm 2023 được ghi khác nhau: 94% (15/12/2023; 2023) và 80% (2023)',
    );
    const starts = nodesOf(root, 'list').filter(({ ordered }) => ordered);
    const items = starts.map(({ start, children }) => [start, children.length] as const);
    let next = 1;
    for (const [start, length] of items) {
      expect(start).toBe(next);
      next += length!;
    }
    expect(next).toBeGreaterThan(15);
  });
});

describe('the order of officials', () => {
  const headings = (text: string, level: number) =>
    nodesOf(readGfm(text), 'heading')
      .filter(({ depth }) => depth === level)
      .map(textOf);

  it('has five chapters and the annexes', async () => {
    expect(headings((await small('--lang', 'vi')).stdout, 2)).toEqual([
      'Tóm tắt',
      'I. Công tác chỉ đạo, điều hành',
      'II. Kết quả thực hiện',
      'III. Tồn tại, hạn chế và nguyên nhân',
      'IV. Nhiệm vụ trọng tâm kỳ tới',
      'V. Đề xuất, kiến nghị',
      'Phụ lục I. Kết quả từng chỉ tiêu',
      'Phụ lục II. Danh mục nhiệm vụ và chế độ báo cáo',
      'Phụ lục III. Cách tính và phạm vi',
    ]);
  });

  it('marks what a person must write, unless the section is left out', async () => {
    const whole = (await small('--lang', 'vi')).stdout;
    expect(whole.match(/\[Bổ sung: /g)).toHaveLength(4);
    const part = await small('--lang', 'vi', '--sections', 'summary,groups,tasks,method');
    expect(part.stdout).not.toContain('Bổ sung');
  });

  it('tells what was done, what was late and by how much, and why', async () => {
    const argv = ['--progress', 'late.csv', '--lang', 'en'];
    const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-late-'));
    for (const name of ['p.yaml', 'p.results.csv'])
      writeFileSync(path.join(folder, name), readFileSync(path.join(FILES, name)));
    writeFileSync(
      path.join(folder, 'late.csv'),
      'task,status,date,source,note\nxong,done,2024-05-01,BC,\ntre,done,2024-06-10,BC,Thiếu vốn\n',
    );
    const { stdout } = await run(['report', 'p.yaml', '--as-of', '2024-06-30', ...argv], {
      cwd: folder,
    });
    rmSync(folder, { recursive: true, force: true });
    const root = readGfm(stdout);
    expect(tablesBelow(root, 'b) Done late (1)')[0]![1]!.slice(3)).toEqual([
      '31 May 2024',
      '10 Jun 2024',
      '10',
      'Thiếu vốn',
    ]);
    expect(textOf(root)).toContain('1 task was done late, by up to 10 days.');
    expect(textOf(root)).toContain('“Việc | trễ <b>”: Thiếu vốn');
  });

  it('says in words what tables say in signs', async () => {
    const { stdout } = await danang('--lang', 'vi', '--sections', 'summary,shortcomings,questions');
    expect(stdout).toContain('mục tiêu từ 30% trở lên');
    expect(stdout).not.toMatch(/[≥≤]/);
  });

  it('does not ask why a figure is better than declared', async () => {
    const root = readGfm((await danang('--lang', 'en', '--sections', 'questions')).stdout);
    const asked = nodesOf(root, 'list').filter(({ ordered }) => ordered);
    expect(asked.map(textOf).join()).not.toContain('(cqs-2)');
    expect(textOf(root)).toContain('Remarks (1)');
    expect(textOf(root)).toContain('(cqs-2)');
  });

  it('names documents, and files where asked', async () => {
    const plain = (await danang('--lang', 'vi')).stdout;
    expect(plain).not.toMatch(/\.(csv|yaml)/);
    const named = (await danang('--lang', 'vi', '--with-files')).stdout;
    expect(named).toContain('plans/danang-2023.results.csv');
    expect(headings(named, 2).at(-1)).toBe('Phụ lục III. Tệp số liệu');
  });

  it('is one page of it where asked', async () => {
    const { stdout } = await danang('--lang', 'vi', '--length', 'short');
    expect(headings(stdout, 2)).toEqual([]);
    expect(stdout.split(/\s+/).length).toBeLessThan(400);
    expect(stdout).toContain('| Tổng số | 39 | 11 | 6 | 8 | 14 |');
  });
});

describe('the part of one agency or group', () => {
  it('is all that is counted', async () => {
    const argv = ['--lead', 'so-y-te', '-f', 'json'];
    const [plan] = JSON.parse((await danang(...argv)).stdout).plans;
    expect(plan.indicators.map(({ lead }: { lead: string[] }) => lead)).toSatisfy(
      (leads: string[][]) => leads.every((lead) => lead.includes('so-y-te')),
    );
    expect(plan.counts.indicators).toBe(plan.indicators.length);
    expect(plan.counts.indicators).toBeLessThan(39);
    expect(plan.questions.every(({ indicator }: { indicator: string }) => indicator)).toBe(true);
    const { stdout } = await danang('--lead', 'so-y-te', '--lang', 'vi');
    expect(stdout).toContain('- Phạm vi: nội dung do Sở Y tế chủ trì');
    expect(stdout).toContain('thuộc phạm vi báo cáo này');
  });

  it('of a group has its tasks too', async () => {
    const argv = ['--group', 'the-che-so', '-f', 'json'];
    const [plan] = JSON.parse(
      (await real('plans/danang-2024.yaml', '2024-08-01', ...argv)).stdout,
    ).plans;
    expect(plan.counts.indicators).toBe(0);
    expect(plan.tasks.items).toBe(8);
  });

  it('of an area has no tasks, and says so', async () => {
    const argv = ['--area', 'haiphong', '--lang', 'en'];
    const { stdout } = await real('plans/danang-2024.yaml', '2024-08-01', ...argv);
    expect(stdout).toContain('results of Hai Phong (haiphong)');
    expect(stdout).toContain('does not divide its tasks and reports by area');
    expect(stdout).not.toContain('63 tasks');
  });
});

describe('several plans', () => {
  let root: ReturnType<typeof readGfm>;
  beforeAll(async () => {
    root = readGfm((await real('plans', '2024-12-31', '--lang', 'en')).stdout);
  });

  it('are compared first, a row each', () => {
    const [rows] = tablesBelow(root, 'I. The plans compared');
    expect(rows).toHaveLength(9);
    expect(rows!.find(([plan]) => plan === '93/KH-UBND')).toEqual(
      ['93/KH-UBND', 'Da Nang', '2024', '48', '1', '8', '20', '18', '1', '9/29 (31%)'].concat(
        '18/63 (28.6%)',
      ),
    );
    const headings = nodesOf(root, 'heading').filter(({ depth }) => depth === 2);
    expect(headings.map(textOf)[0]).toBe('I. The plans compared');
    expect(headings).toHaveLength(2 + 8 + 1);
  });

  it('are then held against the national plan', () => {
    const [rows] = tablesBelow(root, 'II. Alignment with the national targets');
    const thanhhoa = rows![0]!.findIndex((title) => title.startsWith('thanhhoa-2022'));
    const same = rows!.slice(1).filter((row) => row[thanhhoa]!.includes('='));
    expect(same.length).toBeGreaterThanOrEqual(13);
    expect(rows![0]).toHaveLength(2 + 7);
  });

  it('without the national one are not', async () => {
    const two = ['plans/danang-2023.yaml', 'plans/danang-2024.yaml'];
    const { stdout } = await run(['report', ...two, '--as-of', '2024-12-31'], { cwd: ROOT });
    expect(stdout).toContain('## I. The plans compared');
    expect(stdout).not.toContain('Alignment');
  });
});

describe('what a plan ignores', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-ignore-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is no question, and is said with its reason', async () => {
    const plan = readFileSync(path.join(FILES, 'p.yaml'), 'utf8');
    const ignore =
      'ignore:\n  - { rule: declared-mismatch, where: cham, reason: "đã hỏi, chờ trả lời" }\n';
    writeFileSync(path.join(folder, 'p.yaml'), plan + ignore);
    writeFileSync(
      path.join(folder, 'p.results.csv'),
      readFileSync(path.join(FILES, 'p.results.csv')),
    );
    const argv = ['report', 'p.yaml', '--as-of', '2024-06-30', '--sections', 'questions,method'];
    const before = await small('--sections', 'questions,method', '--lang', 'vi');
    const after = await run([...argv, '--lang', 'vi'], { cwd: folder });
    expect(before.stdout).toContain('có 01 nội dung cần làm rõ');
    expect(after.stdout).toContain('không có nội dung nào cần làm rõ');
    expect(after.stdout).toContain('01 nội dung chưa thống nhất không được nêu');
    expect(after.stdout).toContain('đã hỏi, chờ trả lời');
  });
});

describe('what is in doubt', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-doubt-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const indicator = (id: string, target: number) =>
    `  - { id: ${id}, name: Tỷ lệ ${id}, unit: "%", targets: { 2024: ${target} }, source: I }\n`;
  const plan = `format: plan/1\nid: d\ntitle: T\ndocument: 1/KH\nissued: 2024-01-15\narea: hanoi\nperiod: 2024\nindicators:\n${indicator('a', 50)}${indicator('b', 95)}`;
  const report = async (rows: string, ...argv: string[]): Promise<string> => {
    writeFileSync(path.join(folder, 'd.yaml'), plan);
    writeFileSync(path.join(folder, 'd.csv'), `indicator,period,value,source\n${rows}`);
    const asked = ['report', 'd.yaml', '--as-of', '2024-09-30', '--results', 'd.csv', ...argv];
    return (await run(asked, { cwd: folder })).stdout;
  };

  it('is said of the figures that stand out', async () => {
    const stdout = await report('a,2024-06,60,X\na,2024-06,40,Y\nb,2024-06,0.967,X\n');
    expect(stdout).toContain('120% of the target, though another source says otherwise.');
    expect(stdout).toContain('1% of the target, though the percentage is doubted.');
  });

  it('is asked of files that cannot be read and of rows of no indicator', async () => {
    writeFileSync(path.join(folder, 'text.xlsx'), 'indicator,period,value\na,2024-06,60\n');
    const rows = 'a,2024-06,60,X\nb,2024-06,97,X\n';
    const clear = await report(rows, '--sections', 'questions');
    expect(clear).toContain('leaves nothing to clear up');
    const argv = ['--results', 'text.xlsx', '--sections', 'questions'];
    const stdout = await report(`${rows}zz,2024-06,97,X\n`, ...argv);
    expect(stdout).toContain('leaves 2 points to clear up');
    expect(stdout).toMatch(/Whoever sent these files \(\d\)/);
    expect(stdout).toContain('d.csv: not counted: 1 row that cannot be read.');
    expect(stdout).toContain('text.xlsx: not counted: 1 file that cannot be read.');
  });
});

describe('what changed', () => {
  it('since a day: verdicts with both values, new results, and tasks', async () => {
    const argv = ['--since', '2024-04-15', '--lang', 'en', '--sections', 'changes'];
    const root = readGfm((await small(...argv)).stdout);
    const [verdicts, results, tasks] = tablesBelow(root, '1. Changes since 15 Apr 2024');
    expect(verdicts!.slice(1).map(([way, code]) => [way, code])).toEqual([
      ['improved', 'dung'],
      ['worsened', 'nguy-co'],
      ['can now be judged', 'dat'],
      ['can now be judged', 'hai-phan'],
      ['can now be judged', 'moc'],
    ]);
    expect(verdicts![1]!.slice(3)).toEqual([
      'in progress, off track: 41% (31 Mar 2024)',
      'in progress, on track: 50% (30 Jun 2024)',
    ]);
    expect(results!.slice(1).map(([code]) => code)).toEqual(['vuot', 'cham', 'mien']);
    expect(tasks!.slice(1).map(([what, code]) => [what, code])).toEqual([
      ['finished', 'xong'],
      ['finished', 'bao-cao'],
      ['finished', 'bao-cao'],
      ['newly overdue', 'tre'],
      ['newly overdue', 'tre-hai'],
      ['extended', 'gia-han'],
      ['cancelled', 'huy'],
    ]);
  });

  it('since an older result file: only results', async () => {
    const argv = ['--since-results', 'old.csv', '--sections', 'changes'];
    const { stdout } = await small(...argv, '--lang', 'en');
    expect(stdout).toContain('Tasks were not compared.');
    expect(stdout).toContain('| improved | dung |');
    const same = await small('--since-results', 'p.results.csv', '--sections', 'changes');
    expect(same.stdout).toContain('Nothing has changed since the results in p.results.csv.');
  });

  it('never says of the older results a verdict that was not true on their day', async () => {
    const row = (period: string, value: number) => `a,${period},${value},BC\n`;
    const old = `indicator,period,value,source\n${row('2024-06', 75)}`;
    const folder = temporaryFolder({
      'old.csv': old,
      'q.results.csv': old + row('2024', 78),
      'q.yaml': `format: plan/1
id: q
title: Kế hoạch thử
document: 1/KH
issued: 2024-01-15
area: danang
period: 2024
indicators: [{ id: a, name: A, unit: "%", targets: { 2024: 80 }, source: I.1 }]
`,
    });
    const changes = ['--since-results', 'old.csv', '--sections', 'changes'];
    const argv = ['report', 'q.yaml', '--as-of', '2025-02-01', '--lang', 'en', ...changes];
    const { stdout } = await run(argv, { cwd: folder });
    expect(stdout).toContain(
      '| worsened | a | A | in progress: 75% (Jun 2024) | missed: 78% (2024) |',
    );
  });

  it('nothing: one line', async () => {
    const argv = ['--sections', 'changes', '--since', '2023-12-15', '--lang', 'vi'];
    const { stdout } = await real('plans/danang-2023.yaml', '2023-12-16', ...argv);
    const [, below] = stdout.split('### 1. Thay đổi so với ngày 15/12/2023\n\n');
    expect(below).toBe('Không có thay đổi nào so với ngày 15/12/2023.\n');
  });

  it('keeps the report’s own target year on the earlier day', async () => {
    const argv = [
      'report',
      'p.yaml',
      '--as-of',
      '2025-06-30',
      '--since',
      '2024-06-30',
      '-f',
      'json',
    ];
    const [plan] = JSON.parse((await run(argv, { cwd: FILES })).stdout).plans;
    expect(plan.year).toBe(2025);
    expect(plan.indicators[0].target.text).toBe('> 70');
    expect(plan.changes.verdicts).toEqual([]);
  });
});

describe('the template of Appendix I', () => {
  const csvOf = async (...argv: string[]) =>
    (await danang('--template', 'appendix', '-f', 'csv', ...argv)).stdout;

  it('has the 39 indicators of the plan in its order, under Roman numerals', async () => {
    const root = readGfm((await danang('--template', 'appendix', '--lang', 'vi')).stdout);
    const rows = cellsOf(nodesOf(root, 'table')[0]!);
    expect(rows[0]).toEqual([
      'TT',
      'Chỉ tiêu',
      'Mục tiêu năm 2025',
      'Mục tiêu năm 2023',
      'Mục tiêu quốc gia năm 2023',
      'Cơ quan chủ trì',
      'Kết quả đã đạt được đến 15/12/2023',
      'Đánh giá đã công bố',
      'Đánh giá theo số liệu',
      'Số liệu trái nhau',
    ]);
    const content = readText('plans/danang-2023.yaml', ROOT);
    if (!('text' in content)) throw new Error(content.problem);
    const { plan } = readPlan('plans/danang-2023.yaml', content.text);
    const numbered = rows.slice(1).filter(([number]) => /^\d+$/.test(number!));
    expect(numbered.map(([, name]) => name)).toEqual(
      plan!.indicators.map(({ name }) => name.replace(/\s+/g, ' ')),
    );
    expect(numbered).toHaveLength(39);
    const groups = rows.slice(1).filter(([number]) => /^[IVX]+$/.test(number!));
    expect(groups.map(([number, name]) => [number, name])).toEqual([
      ['I', 'Dữ liệu số'],
      ['II', 'Chính quyền số'],
      ['III', 'Kinh tế số'],
      ['IV', 'Xã hội số'],
    ]);
    const places = plan!.indicators.map(({ source }) => source.replace('PL1.', ''));
    let group = '';
    const printed = rows.slice(1).flatMap(([number]) => {
      if (/^\d+$/.test(number!)) return [`${group}.${number}`];
      group = number!;
      return [];
    });
    expect(printed).toEqual(places);
  });

  it('gives targets in the document’s words, results with their remark, both assessments', async () => {
    const csv = await csvOf('--lang', 'vi');
    const line = (start: string) => csv.split('\r\n').find((one) => one.includes(start));
    expect(line('có phát sinh hồ sơ trực tuyến')).toBe(
      '2,Tỷ lệ dịch vụ hành chính công có phát sinh hồ sơ trực tuyến,100%,95%,80%,"Các sở, ban, ngành, quận, huyện, phường, xã",96%,Đã hoàn thành,Hoàn thành vượt mức,,',
    );
    expect(line('Tỷ trọng Kinh tế số')).toContain('~ 17% (2022) theo vneconomy.vn 12/01/2023');
    expect(line('phủ sóng dịch vụ 5G')).toContain(',Khoảng 50%,20%,,');
    expect(line('báo cáo của các cơ quan hành chính')).toContain(
      ',100%,"100% cơ quan, địa phương",',
    );
    expect(line('cắt giảm thông qua')).toContain('190/1.919 TTHC');
    expect(line('Công nghiệp ICT') ?? line('công nghiệp ICT')).toContain('~ 14%. Theo ước tính');
  });

  it('begins with a byte order mark where asked, and is for one plan', async () => {
    expect((await csvOf('--bom')).startsWith('\ufeff')).toBe(true);
    const two = await run(
      ['report', 'plans', '--template', 'appendix', '-f', 'csv', '--as-of', '2024-12-31'],
      { cwd: ROOT },
    );
    expect(two).toMatchObject({ code: 2, stdout: '' });
    expect(two.stderr).toContain('--format csv goes with one plan, not with 8');
  });
});

describe('for machines', () => {
  const schema = readFileSync(path.join(ROOT, 'schemas/report.schema.json'), 'utf8');
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true });
  const isValid = ajv.compile(JSON.parse(schema));

  it.each([
    ['the small plan', () => small('-f', 'json', '--since', '2024-04-15')],
    ['against results', () => small('-f', 'json', '--since-results', 'old.csv', '--title', 'T')],
    ['all plans', () => real('plans', '2024-12-31', '-f', 'json')],
  ])('JSON of %s is as its schema says', async (_, made) => {
    const output = JSON.parse((await made()).stdout);
    expect(isValid(output), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
    expect(output.format).toBe('report/1');
  });

  it('JSON says what the text says', async () => {
    const [plan] = JSON.parse((await small('-f', 'json', '--since', '2024-04-15')).stdout).plans;
    expect(plan.summary).toMatchObject({ targeted: 8, judged: 8, reached: 2, earlier: 1 });
    expect(plan.summary).toMatchObject({ highest: 'vuot', lowest: 'chua-biet' });
    expect(plan.inProgress).toEqual({
      'on-track': ['dung', 'cham'],
      'at-risk': ['nguy-co'],
      'off-track': [],
      'not-computable': ['hai-phan', 'moc', 'chua-biet'],
    });
    expect(plan.overdue.map(({ lead }: { lead: string[] }) => lead)).toEqual([['so-a'], ['so-b']]);
    const changed = plan.changes.verdicts as { indicator: string }[];
    expect(changed.find(({ indicator }) => indicator === 'dung')).toMatchObject({
      indicator: 'dung',
      direction: 'improved',
      before: { verdict: 'in-progress', pace: 'off-track', actual: { value: 41 } },
      now: { verdict: 'in-progress', pace: 'on-track', actual: { value: 50 } },
    });
  });
});

describe('options', () => {
  it.each([
    [['--sections', 'sumary'], 2, 'did you mean “summary”?'],
    [['-f', 'csv'], 2, 'add --template appendix'],
    [['--template', 'appendix', '-f', 'json'], 2, 'do not go together'],
    [['--template', 'appendix', '--sections', 'summary'], 2, 'do not go together'],
    [['--template', 'appendix', '--length', 'short'], 2, 'do not go together'],
    [['--length', 'short', '--sections', 'summary'], 2, 'do not go together'],
    [['--length', 'short', '-f', 'json'], 2, 'do not go together'],
    [['--lead', 'so-c'], 2, 'so-a'],
    [['--area', 'nowhere'], 2, 'nowhere'],
    [['--template', 'appendix', '--since', '2024-01-01'], 2, 'do not go together'],
    [['--since', '2024-06-30'], 2, '--since 30 Jun 2024 is not before the as-of day'],
    [['--since', '2024-01-01', '--since-results', 'old.csv'], 2, 'do not go together'],
    [['--since-results', 'none.csv'], 2, 'no such file'],
    [['--title', ' '], 2, 'must not be empty'],
  ])('%j', async (argv, code, said) => {
    const made = await small(...argv);
    expect(made).toMatchObject({ code, stdout: '' });
    expect(made.stderr).toContain(said);
  });

  it('--since-results goes with one plan', async () => {
    const argv = ['report', 'plans', '--since-results', 'README.md', '--as-of', '2024-12-31'];
    const made = await run(argv, { cwd: ROOT });
    expect(made).toMatchObject({ code: 2, stdout: '' });
    expect(made.stderr).toContain('--since-results goes with one plan, not with 8');
  });

  it('--sections keeps the order of the report and leaves the rest out', async () => {
    const { stdout } = await small(
      '--sections',
      'method,missed',
      '--sections',
      'summary',
      '--lang',
      'en',
    );
    const headings = nodesOf(readGfm(stdout), 'heading').filter(({ depth }) => depth === 2);
    expect(headings.map(textOf)).toEqual([
      'Summary',
      'Annex I. Results by indicator',
      'Annex II. Method and scope',
    ]);
    expect(stdout).toContain('No indicator with a target for 2024 is “missed”.');
  });

  it('--fail-on asks about the data, never about the sections shown', async () => {
    expect((await small('--sections', 'summary', '--fail-on', 'overdue')).code).toBe(1);
    expect((await small('--fail-on', 'missed,no-data')).code).toBe(0);
    expect((await small('--fail-on', 'mismatch')).code).toBe(1);
  });

  it('the same inputs and day give the same bytes, in every format', async () => {
    for (const format of ['markdown', 'table', 'json']) {
      const [a, b] = [await small('-f', format), await small('-f', format)];
      expect(a.stdout).toBe(b.stdout);
    }
  });

  it('--width fits the text, and colour only repeats what words say', async () => {
    const { stdout } = await small('-f', 'table', '--width', '80', '--lang', 'vi');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    const coloured = await small(
      '-f',
      'table',
      '--width',
      '80',
      '--lang',
      'vi',
      '--color',
      'always',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(stdout);
  });
});

describe('--output', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-report-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('replaces a file whole, and leaves nothing beside it', async () => {
    const file = path.join(folder, 'r.md');
    writeFileSync(file, 'old\n'.repeat(100_000));
    const printed = await small();
    const written = await small('-o', file);
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
    expect(readdirSync(folder)).toEqual(['r.md']);
  });

  it('leaves an existing file alone where the report cannot be made', async () => {
    const file = path.join(folder, 'kept.md');
    writeFileSync(file, 'kept');
    const broken = await run(['report', 'none.yaml', '-o', file], { cwd: FILES });
    expect(broken.code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('knows the format by the ending, several at once', async () => {
    const [md, json] = ['a.md', 'a.json'].map((name) => path.join(folder, name));
    await small('-o', md!, '-o', json!);
    expect(readFileSync(md!, 'utf8').startsWith('# ')).toBe(true);
    expect(JSON.parse(readFileSync(json!, 'utf8')).format).toBe('report/1');
  });
});

describe('a plan from elsewhere', () => {
  const eu = 'plans/eu/eu-digital-decade.yaml';

  it('is not held against the targets of a nation that it is not of', async () => {
    const { stdout } = await real('plans/', '2023-12-15', '--lang', 'en', '--format', 'json');
    const { alignment } = JSON.parse(stdout);
    expect(alignment.plans).toContain('thanhhoa-2022');
    expect(alignment.plans).not.toContain('eu-digital-decade');
  });

  it('is told with its units, and with the name of the country whose figures are judged', async () => {
    const { stdout } = await real(eu, '2024-12-31', '--lang', 'en', '--year', '2030');
    expect(stdout).toContain('- ICT specialists employed (million people): 9.8 (2023) against');
    expect(stdout).toContain('“Climate-neutral edge nodes”: 1,186 (2023)');
    const of = await real(eu, '2024-12-31', '--lang', 'en', '--year', '2030', '--area', 'fi');
    expect(of.stdout).toContain('targets for 2030; results of Finland (fi)');
  });

  it.each([
    [eu, 0],
    ['plans/national-2022.yaml', 1],
  ])('%s in Word has the national heading %d times', async (plan, times) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-'));
    const file = path.join(folder, 'report.docx');
    await real(plan, '2024-12-31', '--lang', 'en', '-o', file);
    const { 'word/document.xml': xml } = unzipSync(readFileSync(file));
    rmSync(folder, { recursive: true });
    const said = new TextDecoder().decode(xml);
    expect(said.split('Socialist Republic of Viet Nam')).toHaveLength(times + 1);
  });
});
