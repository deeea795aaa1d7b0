import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PLAN = readFileSync(path.join(ROOT, 'docs/rounds/thu-2024.yaml'), 'utf8');
const PLAN_FILE = { 'p.yaml': PLAN };
const RESULTS = 'p.results.csv';
const HEADER =
  'indicator,name,period,value,numerator,denominator,area,status,published,source,note';
const WHOSE = 'sheet/1 thu-2024 2024-Q3 lead so-y-te';

interface Outcome {
  code: number;
  stderr: string;
  json: ReturnType<typeof JSON.parse>;
}

async function collected(cwd: string, ...words: string[]): Promise<Outcome> {
  const how = ['--period', '2024-Q3', '--as-of', '2024-10-04', '-f', 'json'];
  const { stdout, stderr, code } = await run(['collect', 'p.yaml', ...words, ...how], { cwd });
  return { code, stderr, json: stdout === '' ? null : JSON.parse(stdout) };
}

function textOf(cwd: string, file = RESULTS): string {
  return readFileSync(path.join(cwd, file), 'utf8');
}

function rowsOf(cwd: string, file = RESULTS): string[] {
  return textOf(cwd, file).trim().split('\n').slice(1);
}

const outcomes = ({ json }: Outcome) =>
  json.results.map(({ indicator, outcome }: Record<string, string>) => `${indicator} ${outcome}`);
const stateOf = ({ json }: Outcome, code: string) =>
  json.recipients.find((one: { code: string }) => one.code === code);

describe('a filled sheet', () => {
  test('goes into the results with its source, its day and its name', async () => {
    const sheet = `Indicator,Value,Source,Sheet\nxh-1,86.25,BC 12,${WHOSE}\n`;
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': sheet });
    const done = await collected(cwd, 'a.csv');
    expect(outcomes(done)).toEqual(['xh-1 new']);
    expect(rowsOf(cwd)).toEqual([
      'xh-1,Tỷ lệ người dân có hồ sơ sức khỏe điện tử,2024-Q3,86.25,,,danang,,2024-10-04,BC 12,[2024-Q3 so-y-te 2024-10-04: a.csv]',
    ]);
    const status = await run(['status', 'p.yaml', '--as-of', '2024-10-04', '-f', 'json'], { cwd });
    const { indicators } = JSON.parse(status.stdout).plans[0];
    expect(indicators.find(({ id }: { id: string }) => id === 'xh-1').actual).toMatchObject({
      value: 86.25,
      period: '2024-Q3',
      source: 'BC 12',
    });
  });

  test('collected twice changes nothing, on a later day too', async () => {
    const sheet = `Indicator,Value,Sheet\nxh-1,86.25,${WHOSE}\nxh-2,chưa có số liệu,${WHOSE}\n`;
    const tasks = `Task,Status,Reason,Sheet\nnv-b,in-progress,=chờ,${WHOSE}\n`;
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': sheet, 'b.csv': tasks });
    await collected(cwd, 'a.csv', 'b.csv');
    const before = [textOf(cwd), textOf(cwd, 'p.progress.csv')];
    const again = await collected(cwd, 'a.csv', 'b.csv', '--received', '2024-10-09');
    expect(outcomes(again)).toEqual(['xh-1 unchanged', 'xh-2 unchanged']);
    expect(again.json.counts).toMatchObject({ new: 0, unchanged: 3 });
    expect([textOf(cwd), textOf(cwd, 'p.progress.csv')]).toEqual(before);
  });

  test('a changed figure is a new row that corrects the old', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': `Indicator,Value\nxh-1,86.25\n` });
    await collected(cwd, 'a.csv');
    const [first] = rowsOf(cwd);
    writeFileSync(path.join(cwd, 'a.csv'), 'Indicator,Value\nxh-1,87\n');
    const done = await collected(cwd, 'a.csv');
    expect(done.json.results[0]).toMatchObject({
      outcome: 'corrected',
      figure: '87',
      before: '86.25',
    });
    expect(rowsOf(cwd)[0]).toBe(first);
    // And back: what was sent first is right after all.
    writeFileSync(path.join(cwd, 'a.csv'), 'Indicator,Value\nxh-1,86.25\n');
    expect(outcomes(await collected(cwd, 'a.csv'))).toEqual(['xh-1 corrected']);
    const status = await run(['status', 'p.yaml', '--as-of', '2024-10-04', '-f', 'json'], { cwd });
    const { indicators } = JSON.parse(status.stdout).plans[0];
    const found = indicators.find(({ id }: { id: string }) => id === 'xh-1');
    expect(found).toMatchObject({ actual: { value: 86.25 }, disputed: false });
  });

  test('an earlier sheet does not come back over the one that corrected it', async () => {
    const files = { 'a.csv': 'Mã,Giá trị\nxh-1,86\n', 'b.csv': 'Mã,Giá trị\nxh-1,87\n' };
    const cwd = temporaryFolder({ ...PLAN_FILE, ...files });
    expect(outcomes(await collected(cwd, 'a.csv', 'b.csv'))).toEqual([
      'xh-1 new',
      'xh-1 corrected',
    ]);
    const before = textOf(cwd);
    expect(outcomes(await collected(cwd, 'a.csv', 'b.csv'))).toEqual([
      'xh-1 older',
      'xh-1 unchanged',
    ]);
    expect(textOf(cwd)).toBe(before);
  });

  test('what another source says is told', async () => {
    const held = `${HEADER}\nxh-1,,2024-Q3,84,,,,,2024-10-01,nhandan.vn,\n`;
    const cwd = temporaryFolder({
      ...PLAN_FILE,
      [RESULTS]: held,
      'a.csv': 'Mã,Giá trị\nxh-1,86\n',
    });
    const done = await collected(cwd, 'a.csv');
    expect(done.json.results[0]).toMatchObject({ outcome: 'rival', before: '84' });
    expect(textOf(cwd).startsWith(held)).toBe(true);
  });

  test('may have its columns moved and renamed, titles above and a total below', async () => {
    const sheet = [
      'SỞ Y TẾ;;;;',
      'Nguồn;Kết quả;STT;Mã chỉ tiêu;Ghi chú',
      'BC 12;86,25%;1;II.1;khảo sát',
      ';khoảng 41;2;xh-2;',
      ';;;Tổng cộng;',
    ].join('\r\n');
    const cwd = temporaryFolder({ ...PLAN_FILE, 'so-y-te thang 10.csv': sheet });
    const done = await collected(cwd, 'so-y-te thang 10.csv');
    expect(done.json.refused).toEqual([]);
    expect(done.json.results.map(({ figure }: { figure: string }) => figure)).toEqual([
      '86.25',
      '~ 41',
    ]);
    expect(stateOf(done, 'so-y-te')).toMatchObject({ state: 'sent', missing: [], answered: 2 });
  });

  test('as a workbook, whichever tab stands first, is read as it was filled in', async () => {
    const cwd = temporaryFolder(PLAN_FILE);
    await run(['sheet', 'p.yaml', '--as-of', '2024-10-02', '--lang', 'vi'], { cwd });
    const file = path.join(cwd, 'sheets/thu-2024.2024-Q3.so-y-te.xlsx');
    const { sheets } = await readXlsx(readFileSync(file), { readStyles: true });
    const [results, tasks, how] = sheets;
    const put = (sheet: typeof results, at: string, value: string | number | Date, numFmt = '') => {
      const [row, column] = at.split(',').map(Number) as [number, number];
      while (sheet!.rows[row]!.length <= column) sheet!.rows[row]!.push(null);
      sheet!.rows[row]![column] = value;
      sheet!.cells!.set(at, { value, style: numFmt === '' ? {} : { numFmt } } as never);
    };
    put(results, '3,7', 0.8625, '0.0#%');
    put(results, '3,12', 'BC 12');
    put(results, '4,8', 41);
    put(results, '4,9', 60);
    put(tasks, '3,5', 'đã hoàn thành');
    put(tasks, '3,6', new Date('2024-09-27T00:00:00Z'), 'dd/mm/yyyy');
    const filled = await writeXlsx({ sheets: [how!, tasks!, results!] as never });
    mkdirSync(path.join(cwd, 'in'));
    writeFileSync(path.join(cwd, 'in/gui lai.xlsx'), filled);
    const done = await collected(cwd, 'in');
    expect(done.json.refused).toEqual([]);
    const figures = done.json.results.map(({ figure }: { figure: string }) => figure);
    expect(figures[0]).toBe('86.25');
    expect(rowsOf(cwd)[1]).toContain(',2024-Q3,,41,60,danang,');
    expect(rowsOf(cwd, 'p.progress.csv')).toEqual([
      'nv-b,2024-12-31,so-y-te,done,2024-09-27,,[2024-Q3 so-y-te 2024-10-04: gui lai.xlsx],',
    ]);
    // Of the two days of the yearly duty that had come the second tab says nothing.
    expect(stateOf(done, 'so-y-te')).toMatchObject({
      state: 'with-gaps',
      missing: [],
      due: 2,
      silent: [
        { id: 'bc-quy', occurrence: '2024-03-31', agency: 'so-y-te' },
        { id: 'bc-quy', occurrence: '2024-06-30', agency: 'so-y-te' },
      ],
      sheets: ['gui lai.xlsx'],
    });
  });

  test('each agency answers for its own duty', async () => {
    const row = 'bc-quy,2024-06-30,done,2024-07-02';
    const tasks = `Task,Deadline,Status,Date,Sheet\n${row},${WHOSE}\n`;
    const cwd = temporaryFolder({ ...PLAN_FILE, 'b.csv': tasks });
    await collected(cwd, 'b.csv');
    expect(rowsOf(cwd, 'p.progress.csv')[0]).toMatch(/^bc-quy,2024-06-30,so-y-te,done,2024-07-02,/);
  });
});

describe('a sheet that an agency made itself', () => {
  const OWN = [
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO;;;;;',
    'TT;Mã chỉ tiêu;Chỉ tiêu;Kết quả thực hiện;Nguồn;',
    '1;xh-3;Trường học;62,5%;BC 5;',
    ';;Cộng;1;;',
    ';;;;;',
    'TT;Nhiệm vụ;Mã;Kỳ hạn;Tình trạng;Ngày hoàn thành',
    '1;Báo cáo quý;bc-quy;31/3/2024;đã hoàn thành;30/3/2024',
    ';;;;GIÁM ĐỐC;',
  ].join('\n');

  test('may have its tasks in a table below its figures', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'so-gddt.csv': OWN });
    const done = await collected(cwd, 'so-gddt.csv');
    expect([outcomes(done), done.json.refused]).toEqual([['xh-3 new'], []]);
    expect(rowsOf(cwd)[0]).toMatch(/^xh-3,.*,2024-Q3,62\.5,/);
    expect(rowsOf(cwd, 'p.progress.csv')[0]).toMatch(/^bc-quy,2024-03-31,so-gddt,done,2024-03-30,/);
    const told = done.json.doubted.map(({ place }: { place: { line: number } }) => place.line);
    expect(told).toEqual([4, 8]);
  });

  test('shows how it was read, each line once', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'so-gddt.csv': OWN });
    const { stderr } = await collected(cwd, 'so-gddt.csv', '--show-reading', '--lang', 'vi');
    expect(stderr.trim().split('\n')).toEqual([
      'so-gddt.csv:1:1: bỏ qua: “SỞ GIÁO DỤC VÀ ĐÀO TẠO”',
      'so-gddt.csv:2:4: cột “Mã chỉ tiêu” → Mã chỉ tiêu (indicator)',
      'so-gddt.csv:2:16: cột “Chỉ tiêu” → Tên chỉ tiêu (name)',
      'so-gddt.csv:2:25: cột “Kết quả thực hiện” → Giá trị (value)',
      'so-gddt.csv:2:43: cột “Nguồn” → Nguồn (source)',
      'so-gddt.csv:3:19: Giá trị “62,5%” → 62.5',
      'so-gddt.csv:4:1: bỏ qua: “Cộng · 1”',
      'so-gddt.csv:6:13: cột “Mã” → Mã nhiệm vụ (task)',
      'so-gddt.csv:6:16: cột “Kỳ hạn” → Kỳ hạn (occurrence)',
      'so-gddt.csv:6:23: cột “Tình trạng” → Trạng thái (status)',
      'so-gddt.csv:6:34: cột “Ngày hoàn thành” → Ngày (date)',
      'so-gddt.csv:7:22: Kỳ hạn “31/3/2024” → 2024-03-31',
      'so-gddt.csv:7:32: Trạng thái “đã hoàn thành” → done',
      'so-gddt.csv:7:46: Ngày “30/3/2024” → 2024-03-30',
      'so-gddt.csv:8:1: bỏ qua: “GIÁM ĐỐC”',
    ]);
  });

  test('whose tasks are refused has gaps, and its tab of help is no fault', async () => {
    const files = {
      ...PLAN_FILE,
      'so-y-te.csv': 'Mã,Giá trị\nxh-1,80\nxh-2,40\n',
      'so-y-te.tasks.csv': 'Mã,Thời hạn,Trạng thái\nbc-quy,2024-06-30,hoàn thành cơ bản\n',
      'how.csv': 'Cách điền phiếu,,\nChỉ điền các ô màu vàng.,,\n',
    };
    const done = await collected(temporaryFolder(files), ...Object.keys(files).slice(1));
    expect(stateOf(done, 'so-y-te')).toMatchObject({ state: 'with-gaps', missing: [] });
    expect(done.json.refused.map(({ place }: { place: { file: string } }) => place.file)).toEqual([
      'so-y-te.tasks.csv',
    ]);
    expect(done.json.doubted.map(({ place }: { place: { file: string } }) => place.file)).toEqual([
      'how.csv',
    ]);
  });

  test('that hides rows is told so', async () => {
    const cwd = temporaryFolder(PLAN_FILE);
    const rows = [
      ['Mã', 'Giá trị'],
      ['xh-1', 80],
      ['xh-2', 40],
    ];
    const sheet = { name: 'Quý III', rows, rowDefs: new Map([[2, { hidden: true }]]) };
    writeFileSync(path.join(cwd, 'so-y-te.xlsx'), await writeXlsx({ sheets: [sheet] }));
    const done = await collected(cwd, 'so-y-te.xlsx');
    expect(outcomes(done)).toEqual(['xh-1 new', 'xh-2 new']);
    expect(done.json.doubted[0].place).toMatchObject({ sheet: 'Quý III', line: 3 });
  });
});

describe('what is wrong in a sheet', () => {
  test('is told with its place and what to write; the rest is taken', async () => {
    const sheet = `Mã,Giá trị\nxh-1,ba mươi\nxh-2,150\nxh-9,3\n`;
    const cwd = temporaryFolder({
      ...PLAN_FILE,
      'so-y-te.csv': sheet,
      'b.csv': 'Mã,Giá trị\ncq-2,27\n',
    });
    const done = await collected(cwd, 'so-y-te.csv', 'b.csv', '--fail-on', 'data');
    expect(done.code).toBe(1);
    const found = done.json.refused.map(({ code, place }: ReturnType<typeof JSON.parse>) => [
      code,
      place.line,
      place.column,
    ]);
    expect(found.sort()).toEqual([
      ['xh-1', 2, 6],
      ['xh-2', 3, 6],
      ['xh-9', 4, 1],
    ]);
    expect(outcomes(done)).toEqual(['cq-2 new']);
    expect(stateOf(done, 'so-y-te')).toMatchObject({
      state: 'with-gaps',
      missing: ['xh-1', 'xh-2'],
    });
    expect(stateOf(done, 'so-tttt')).toMatchObject({ state: 'with-gaps', missing: ['cq-1'] });
  });

  test.each([
    ['another plan', 'Mã,Giá trị,Phiếu\nxh-1,80,sheet/1 khac 2024-Q3 lead so-y-te\n'],
    ['another period', 'Mã,Giá trị,Phiếu\nxh-1,80,sheet/1 thu-2024 2024-Q2 lead so-y-te\n'],
    ['another form', 'Mã,Giá trị,Phiếu\nxh-1,80,sheet/9 thu-2024 2024-Q3 lead so-y-te\n'],
    ['nothing that is known', 'Mã,Giá trị\nzz-1,80\n'],
    ['no workbook', 'PK\u0003\u0004 damaged'],
    ['no table', 'một thư không có bảng\n'],
  ])('%s refuses the sheet in one line, and stops no other', async (_, bad) => {
    const name = bad.startsWith('PK') ? 'a.xlsx' : 'a.csv';
    const cwd = temporaryFolder({ ...PLAN_FILE, [name]: bad, 'b.csv': 'Mã,Giá trị\nxh-1,80\n' });
    const done = await collected(cwd, name, 'b.csv');
    expect(done.json.refused).toHaveLength(1);
    expect(done.json.refused[0].place.file).toBe(name);
    expect(done.json.counts).toMatchObject({ sheets: 2, unread: 1 });
    expect(outcomes(done)).toEqual(['xh-1 new']);
  });

  test('two rows of one figure are refused both', async () => {
    const cwd = temporaryFolder({
      ...PLAN_FILE,
      'a.csv': 'Mã,Giá trị\nxh-1,80\nxh-1,85\nxh-2,5\n',
    });
    const done = await collected(cwd, 'a.csv');
    expect(outcomes(done)).toEqual(['xh-2 new']);
    expect(done.json.refused).toHaveLength(1);
  });

  test('a row of another period is refused', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': 'Mã,Kỳ,Giá trị\nxh-1,Quý II/2024,80\n' });
    const done = await collected(cwd, 'a.csv');
    expect(done.json.refused[0]).toMatchObject({
      rule: 'csv-period',
      place: { line: 2, column: 6 },
    });
    expect(readdirSync(cwd)).not.toContain(RESULTS);
  });

  test('a sheet of nobody is told', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': 'Mã,Giá trị\nxh-1,80\ncq-2,25\n' });
    const done = await collected(cwd, 'a.csv');
    expect(done.json.doubted).toHaveLength(1);
    expect(done.json.recipients.map(({ state }: { state: string }) => state)).toEqual(
      Array(3).fill('not-sent'),
    );
  });

  test('a path that names nothing is an error, and nothing is written', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': 'Mã,Giá trị\nxh-1,80\n' });
    const { code, stderr } = await collected(cwd, 'a.csv', 'no.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining('no.csv')]);
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'p.yaml']);
  });
});

describe('who has sent', () => {
  test('is late after the due day, which is the plan’s own or the one named', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'so-y-te.csv': 'Mã,Giá trị\nxh-1,80\nxh-2,41\n' });
    const late = await collected(cwd, 'so-y-te.csv', '--received', '2024-10-06', '--dry-run');
    expect(late.json.due).toBe('2024-10-05');
    expect(stateOf(late, 'so-y-te')).toMatchObject({ state: 'late', late: true });
    const due = ['--received', '2024-10-06', '--due', '2024-10-10', '--dry-run'];
    expect(stateOf(await collected(cwd, 'so-y-te.csv', ...due), 'so-y-te').state).toBe('sent');
  });

  test('is remembered from one collection to the next', async () => {
    const files = {
      'so-y-te.csv': 'Mã,Giá trị\nxh-1,80\nxh-2,41\n',
      'so-gddt.csv': 'Mã,Giá trị\nxh-3,66\n',
    };
    const cwd = temporaryFolder({ ...PLAN_FILE, ...files });
    await collected(cwd, 'so-y-te.csv');
    const done = await collected(cwd, 'so-gddt.csv', '--fail-on', 'missing');
    const states = done.json.recipients.map(({ code, state }: Record<string, string>) => [
      code,
      state,
    ]);
    expect(states).toEqual([
      ['so-tttt', 'not-sent'],
      ['so-y-te', 'sent'],
      ['so-gddt', 'sent'],
    ]);
    expect(done.code).toBe(1);
  });

  test('and who has not gets a letter', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'so-y-te.csv': 'Mã,Giá trị\nxh-1,ba\nxh-2,41\n' });
    await collected(cwd, 'so-y-te.csv', '--letters', 'thu', '--lang', 'vi');
    expect(readdirSync(path.join(cwd, 'thu')).sort()).toEqual([
      'thu-2024.2024-Q3.so-gddt.md',
      'thu-2024.2024-Q3.so-tttt.md',
      'thu-2024.2024-Q3.so-y-te.md',
    ]);
    const letter = textOf(cwd, 'thu/thu-2024.2024-Q3.so-y-te.md');
    expect(letter).toContain('Kính gửi: Sở Y tế');
    expect(letter).toContain('so-y-te.csv:2:6');
    expect(letter).not.toContain('xh-2');
  });
});

describe('a sheet of an area', () => {
  const plan = PLAN.replace('area: danang', 'area: danang\nareas: [hai-chau]').replace(
    'unit: bộ',
    'unit: bộ\n    whole: sum',
  );
  const sheet = 'Mã,Giá trị,Phiếu\ncq-2,9,sheet/1 thu-2024 2024-Q3 area hai-chau\n';
  const areas = [
    'format: areas/1',
    'areas:',
    '  - { code: hai-chau, name: Quận Hải Châu, name-en: Hai Chau, gso: "492", type: district, parent: danang }',
    '',
  ].join('\n');

  test('is that area’s figure, of one source whatever the language', async () => {
    const files = { 'p.yaml': plan, 'catalogue/areas.yaml': areas, 'a.csv': sheet };
    const cwd = temporaryFolder(files);
    const done = await collected(cwd, 'a.csv', '--lang', 'en');
    expect(stateOf(done, 'hai-chau')).toMatchObject({ state: 'sent', missing: [] });
    expect(rowsOf(cwd)[0]).toContain(',9,,,hai-chau,,2024-10-04,Quận Hải Châu,');
    writeFileSync(path.join(cwd, 'a.csv'), sheet.replace(',9,', ',10,'));
    expect(outcomes(await collected(cwd, 'a.csv', '--lang', 'vi'))).toEqual(['cq-2 corrected']);
  });

  test('that no catalogue knows is refused in the sheet', async () => {
    const cwd = temporaryFolder({ 'p.yaml': plan, 'a.csv': sheet });
    const done = await collected(cwd, 'a.csv');
    expect(done.json.refused[0]).toMatchObject({ rule: 'csv-area', place: { line: 2 } });
    expect(readdirSync(cwd)).not.toContain(RESULTS);
  });
});

describe('what is held', () => {
  const HELD = '\ufeffMã;Kỳ;Giá trị;Nguồn\r\nxh-3;2024-Q1;61,5;BC 1\r\nxh-3;2024-Q2;không rõ;BC 2';

  test('keeps its bytes, its delimiter, its marks and its line breaks', async () => {
    const sheet = `Mã,Giá trị,Ghi chú\nxh-1,"86,25","a, b"\n`;
    const cwd = temporaryFolder({ ...PLAN_FILE, [RESULTS]: HELD, 'so-y-te.csv': sheet });
    const { code, stderr } = await collected(cwd, 'so-y-te.csv');
    expect([code, stderr]).toEqual([0, expect.stringContaining('không rõ')]);
    const [header, first, second, added, end] = textOf(cwd).split('\r\n');
    expect(header).toBe('\ufeffMã;Kỳ;Giá trị;Nguồn;published;note');
    expect([first, second, end]).toEqual([...HELD.split('\r\n').slice(1), '']);
    expect(added).toBe(
      'xh-1;2024-Q3;86,25;Sở Y tế;2024-10-04;a, b [2024-Q3 so-y-te 2024-10-04: so-y-te.csv]',
    );
  });

  test('a number with three digits behind its mark stays what it is', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': 'Mã,Giá trị\nxh-1,9.3750\nxh-2,41.5\n' });
    await collected(cwd, 'a.csv');
    writeFileSync(path.join(cwd, 'a.csv'), 'Mã;Giá trị\nxh-1;"9,375"\nxh-2;41,5\n');
    expect(outcomes(await collected(cwd, 'a.csv'))).toEqual(['xh-1 unchanged', 'xh-2 unchanged']);
    writeFileSync(path.join(cwd, 'a.csv'), 'Mã;Giá trị\nxh-1;"9,125"\nxh-2;41,5\n');
    expect(outcomes(await collected(cwd, 'a.csv'))).toEqual(['xh-1 corrected', 'xh-2 unchanged']);
    expect(rowsOf(cwd).at(-1)).toContain(',9.125,');
    const check = await run(['check', 'p.yaml', '-f', 'json'], { cwd });
    const errors = JSON.parse(check.stdout).findings.filter(
      (f: { level: string }) => f.level === 'error',
    );
    expect(errors).toEqual([]);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le')],
    [
      'a second table at its end',
      Buffer.from(`${HEADER}\nxh-1,,2023,80,,,,,,BC,\nstatus,indicator,period\n`),
    ],
  ])('%s cannot be added to, and stays as it is', async (_, bytes) => {
    const cwd = temporaryFolder({
      ...PLAN_FILE,
      [RESULTS]: bytes,
      'a.csv': 'Mã,Giá trị\nxh-1,80\n',
    });
    const { code, stderr } = await collected(cwd, 'a.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining('othing was written')]);
    expect(readFileSync(path.join(cwd, RESULTS)).equals(bytes)).toBe(true);
  });

  test('is not touched on trial: what would be is shown as a diff', async () => {
    const cwd = temporaryFolder({ ...PLAN_FILE, 'a.csv': 'Mã,Giá trị\nxh-1,80\n' });
    const { stderr, json } = await collected(cwd, 'a.csv', '--dry-run');
    expect(json.dryRun).toBe(true);
    expect(stderr).toContain('+xh-1,');
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'p.yaml']);
  });
});

describe('several collections at once', () => {
  const spawned = promisify(execFile);
  const BIN = path.join(ROOT, 'bin/dti-eval.js');

  test('lose none of each other’s rows', async () => {
    const codes = ['xh-1', 'xh-2', 'xh-3', 'cq-1', 'cq-2'];
    const files = Object.fromEntries(
      codes.map((code) => [`${code}.csv`, `Mã,Giá trị\n${code},33\n`]),
    );
    const cwd = temporaryFolder({ ...PLAN_FILE, ...files });
    const how = ['--period', '2024-Q3', '--as-of', '2024-10-04'];
    await Promise.all(
      codes.map((code) =>
        spawned(process.execPath, [BIN, 'collect', 'p.yaml', `${code}.csv`, ...how], { cwd }),
      ),
    );
    expect(
      rowsOf(cwd)
        .map((row) => row.split(',')[0])
        .sort(),
    ).toEqual([...codes].sort());
    expect(readdirSync(cwd).filter((name) => /lock|tmp/.test(name))).toEqual([]);
  }, 60_000);

  test('a lock that was left behind is taken away', async () => {
    const { pid } = await new Promise<{ pid: number }>((resolve) => {
      const child = execFile(process.execPath, ['-e', ''], () => resolve({ pid: child.pid! }));
    });
    const host = (await import('node:os')).hostname();
    const lock = { [`${RESULTS}.lock`]: `${host} ${pid} abc` };
    const cwd = temporaryFolder({ ...PLAN_FILE, ...lock, 'a.csv': 'Mã,Giá trị\nxh-1,80\n' });
    expect((await collected(cwd, 'a.csv')).code).toBe(0);
    expect(rowsOf(cwd)).toHaveLength(1);
    expect(readdirSync(cwd).filter((name) => name.includes('lock'))).toEqual([]);
  });
});

test('the JSON output is as its schema says', async () => {
  const sheet = `Mã,Giá trị\nxh-1,86\nxh-2,ba\n`;
  const tasks = `Mã,Trạng thái\nnv-b,đang triển khai\n`;
  const cwd = temporaryFolder({ ...PLAN_FILE, 'so-y-te.csv': sheet, 'so-y-te.tasks.csv': tasks });
  const { json } = await collected(cwd, 'so-y-te.csv', 'so-y-te.tasks.csv');
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/collect.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  expect(json.results.length + json.progress.length + json.refused.length).toBe(3);
});
