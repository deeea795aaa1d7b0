import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../src/load/plan.ts';
import { readProgress } from '../../src/load/progress.ts';
import type { Plan } from '../../src/plan.ts';
import { say } from '../../src/words/say.ts';
import { SPEECH } from '../speech.ts';

const PLAN = `format: plan/1
id: p
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-04-15
area: danang
period: 2024..2025
tasks:
  - { id: nen-tang, title: Nền tảng, due: 2024-07, source: I.1 }
  - { id: thuong-xuyen, title: Thường xuyên, due: continuous, source: I.2 }
  - { id: chua-ro, title: Chưa rõ, due: none, source: I.3 }
reports:
  - { id: quy, title: Báo cáo quý, due: quarterly, source: II.1 }
  - { id: nam, title: Báo cáo năm, due: { yearly: [12-15] }, source: II.2 }
`;

const folder = mkdtempSync(path.join(tmpdir(), 'progress-'));
afterAll(() => rmSync(folder, { recursive: true }));

function thePlan(): Plan {
  const { plan, findings } = readPlan('p.yaml', PLAN);
  if (!plan) throw new Error(JSON.stringify(findings));
  return plan;
}

let files = 0;
async function read(text: string | Buffer) {
  files += 1;
  const file = `p${files}.progress.csv`;
  writeFileSync(path.join(folder, file), text);
  return readProgress(file, thePlan(), { delimiter: null, encoding: null, cwd: folder });
}

const HEADER = 'task,occurrence,status,date,due,source,note\n';

/** What is found in one row: rule, line, column name and the words. */
async function foundIn(row: string) {
  const reading = await read(HEADER + row);
  return {
    unread: reading.unread,
    found: reading.findings.map(({ rule, level, place, path: at, message, suggestion }) => ({
      rule,
      level,
      at: `${place.line}:${place.column} ${at.join('/')}`,
      said: say(message, SPEECH.en),
      suggestion,
    })),
  };
}

describe('rows that can be read', () => {
  it('have every cell, with days written in every way that results have', async () => {
    const { progress, findings, rows, unread } = await read(
      `${HEADER}nen-tang,,extended,15/7/2024,2024-09,12/UBND,"gia hạn, lần 1"\n` +
        'quy,2024-Q2,Đã hoàn thành,2024-07-02,,,\n' +
        'nam,2024-12-15,in-progress,,,,\n',
    );
    expect(findings).toEqual([]);
    expect({ rows, unread }).toEqual({ rows: 3, unread: 0 });
    expect(progress).toMatchObject([
      {
        task: 'nen-tang',
        occurrence: null,
        status: 'extended',
        date: '2024-07-15',
        due: '2024-09-30',
        source: '12/UBND',
        note: 'gia hạn, lần 1',
        line: 2,
      },
      { task: 'quy', occurrence: '2024-06-30', status: 'done', date: '2024-07-02', line: 3 },
      { task: 'nam', occurrence: '2024-12-15', status: 'in-progress', date: null, line: 4 },
    ]);
  });

  it('come from a spreadsheet with semicolons, a byte order mark and CRLF too', async () => {
    const text = '\ufefftask;status;date\r\nnen-tang;đã hoàn thành;31/7/2024\r\n;;\r\n';
    const { progress, findings, rows } = await read(text);
    expect(findings).toEqual([]);
    expect(rows).toBe(1);
    expect(progress).toMatchObject([{ task: 'nen-tang', status: 'done', date: '2024-07-31' }]);
  });
});

describe('rows that cannot be used', () => {
  it('an unknown task, with the one probably meant', async () => {
    expect(await foundIn('nen-tag,,done,,,,')).toEqual({
      unread: 1,
      found: [
        {
          rule: 'csv-task',
          level: 'error',
          at: '2:1 task',
          said: 'the plan has no task or report duty “nen-tag”; did you mean “nen-tang”?',
          suggestion: 'nen-tang',
        },
      ],
    });
  });

  it.each([
    ['quy,,done,2024-07-02,,,', '2:5', '2024-06-30 or 2024-09-30'],
    ['quy,2024-08-31,done,,,,', '2:5', 'never due on “2024-08-31”; nearest: 2024-06-30 and 2024-0'],
    ['quy,2024-03-31,done,,,,', '2:5', 'before the plan was issued (2024-04-15)'],
    ['nam,2026-12-15,done,,,,', '2:5', 'not in the plan’s period 2024–2025; nearest: 2024-12-15'],
    ['nen-tang,2024-08-31,done,,,,', '2:10', 'due once, on 2024-07-31, not on “2024-08-31”'],
    ['chua-ro,2024-08,done,,,,', '2:9', 'has no due day; leave the cell empty'],
  ])('an occurrence that is not one: %s', async (row, at, said) => {
    const { unread, found } = await foundIn(row);
    expect(unread).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'csv-occurrence', at: `${at} occurrence` });
    expect(found[0]?.said).toContain(said);
  });

  it.each([
    [
      'nen-tang,,done,30/2/2024,,,',
      'date',
      'no “30/2/2024”; the nearest is 2024-02-29',
      '2024-02-29',
    ],
    ['nen-tang,,done,2024-13-01,,,', 'date', 'the nearest is 2024-01-13', '2024-01-13'],
    ['nen-tang,,done,2024-07,,,', 'date', 'no day, and whether it was in time', null],
    ['nen-tang,,done,hôm qua,,,', 'date', '“hôm qua” is no date; write 2024-07-15', null],
    ['nen-tang,,done,Jul-24,,,', 'date', 'Excel', null],
    ['nen-tang,,extended,,13/2024,,', 'due', 'the nearest is 2024-12', '2024-12'],
    ['quy,2024-Q5,done,,,,', 'occurrence', 'the nearest is 2024-Q4', '2024-Q4'],
  ])('an impossible date, said once: %s', async (row, column, said, suggestion) => {
    const { unread, found } = await foundIn(row);
    expect(unread).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'csv-date', suggestion });
    expect(found[0]?.at.endsWith(` ${column}`)).toBe(true);
    expect(found[0]?.said).toContain(said);
  });

  it('a status that is none, and one that is missing', async () => {
    const { found } = await foundIn('nen-tang,,don,,,,\nnen-tang,,,,2024-09,,\n');
    expect(found.map(({ rule, at, suggestion }) => [rule, at, suggestion])).toEqual([
      ['csv-progress-status', '2:11 status', 'done'],
      ['csv-progress-status', '3:11 status', null],
    ]);
  });

  it('an extension without a day, or of what is continuous', async () => {
    const { unread, found } = await foundIn(
      'nen-tang,,extended,,,,\nthuong-xuyen,,extended,,2024-09,,',
    );
    expect(unread).toBe(2);
    expect(found.map(({ rule, at }) => [rule, at])).toEqual([
      ['csv-extension', '2:21 due'],
      ['csv-extension', '3:15 status'],
    ]);
  });

  it('every fault of a row is named', async () => {
    const { found } = await foundIn('nen-tag,2024-02-30,xong rồi nhé,32/1/2024,,,');
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      'csv-date',
      'csv-date',
      'csv-progress-status',
      'csv-task',
    ]);
  });
});

it('a due day that moves nothing, or not forward, is a warning and the row counts', async () => {
  const { unread, found } = await foundIn(
    'nen-tang,,in-progress,,2024-09,,\nnen-tang,,extended,,2024-06,,',
  );
  expect(unread).toBe(0);
  expect(found.map(({ rule, level }) => `${rule} ${level}`)).toEqual([
    'csv-due warning',
    'csv-due warning',
  ]);
});

it('a column that is missing takes every row out', async () => {
  const { findings, rows, unread } = await read('task,date\nnen-tang,2024-07-01\n');
  expect(findings.map(({ rule }) => rule)).toEqual(['csv-column']);
  expect({ rows, unread }).toEqual({ rows: 1, unread: 1 });
});

it('every finding has words in both languages', async () => {
  const { findings } = await read(
    `${HEADER}x,,done,,,,\n,,done,,,,\nquy,,done,,,,\nquy,2024-08,done,,,,\nquy,2024-03-31,done,,,,
quy,2026-03-31,done,,,,\nnen-tang,2024-06,done,,,,\nchua-ro,2024,done,,,,\nnen-tang,,,,,,\nnen-tang,,xyz,,,,
nen-tang,,done,x,,,\nnen-tang,,done,Jul-24,,,\nnen-tang,,done,2024,,,\nnen-tang,,done,30/2/2024,,,
nen-tang,,extended,,,,\nthuong-xuyen,,extended,,2024,,\nnen-tang,,extended,,2024-05,,\nnen-tang,,done,,2024,,\n`,
  );
  const said = findings.map(({ message }) => [say(message, SPEECH.vi), say(message, SPEECH.en)]);
  expect(findings).toHaveLength(18);
  for (const [vi, en] of said) {
    expect(vi).not.toBe(en);
    expect(`${vi} ${en}`).not.toMatch(/undefined|null|\[object/);
  }
});

describe('a sheet as people make it', () => {
  const sheet = (rows: string) =>
    read(`BÁO CÁO TIẾN ĐỘ;;;\nMã;Nhiệm vụ;Hạn;Trạng thái;Ngày\n${rows}`);

  it('has Vietnamese headings, names of periods and rows that are no data', async () => {
    const { progress, findings, rows } = await sheet(
      'A;Nhiệm vụ;;;\nI.1;Nền tảng;;\u00d0ã hoàn thành;31.7.2024\nquy;Báo cáo;Quý II/2024;quá hạn;\n;Người lập biểu;;;',
    );
    expect(
      progress.map(({ task, occurrence, status, date }) => [task, occurrence, status, date]),
    ).toEqual([
      ['nen-tang', null, 'done', '2024-07-31'],
      ['quy', '2024-06-30', 'not-started', null],
    ]);
    expect(findings.map(({ message, level }) => [message.code, level])).toEqual([
      ['look-alike-letter', 'warning'],
      ['csv-passed-over', 'info'],
    ]);
    expect(rows).toBe(2);
  });

  it.each([
    ['quá hạn', 'not-started'],
    ['Chậm', 'not-started'],
    ['chậm tiến độ', 'not-started'],
    ['gia hạn', 'extended'],
    ['đã ho\u00e0n th\u00e0nh\u200b', 'done'],
  ])('%s is %s', async (text, status) => {
    const due = status === 'extended' ? '2024-09' : '';
    const { progress } = await read(`${HEADER}nen-tang,,${text},,${due},,\n`);
    expect(progress[0]?.status).toBe(status);
  });

  it.each(['cơ bản hoàn thành', 'quá hạng', 'sắp xong'])(
    '%s is refused without advice that could be its opposite',
    async (text) => {
      const { found } = await foundIn(`nen-tang,,${text},,,,\n`);
      expect(found).toMatchObject([{ rule: 'csv-progress-status', suggestion: null }]);
    },
  );

  it('days with the month first are refused, and the others of the file doubted', async () => {
    const { findings, progress } = await read(
      `${HEADER}nen-tang,,done,7/25/2024,,,\nthuong-xuyen,,done,3/4/2024,,,\n`,
    );
    expect(findings.map(({ message, level }) => [message.code, level])).toEqual([
      ['csv-month-first', 'error'],
      ['csv-doubtful-day', 'warning'],
    ]);
    expect(progress).toHaveLength(1);
  });
});
