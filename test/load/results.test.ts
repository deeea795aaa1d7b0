import { describe, expect, test } from 'vitest';
import type { AreaCatalogue } from '../../src/area.ts';
import { toDecimal } from '../../src/exact.ts';
import type { TolerantReading } from '../../src/load/cell-reading.ts';
import type { ResultsOptions } from '../../src/load/result-book.ts';
import { frameOf } from '../../src/load/result-frame.ts';
import { readResults } from '../../src/load/results.ts';
import { observedText } from '../../src/observation.ts';
import type { Plan } from '../../src/plan.ts';
import type { Result } from '../../src/result.ts';
import { say } from '../../src/words/say.ts';
import { anIndicator, aPart, aPlan } from '../build.ts';
import { SPEECH } from '../speech.ts';
import { temporaryFile, windows1258 } from './temporary.ts';

const PLAN = aPlan([
  anIndicator({ 2023: 95, 2025: 100 }, { id: 'cqs-2' }),
  anIndicator({ 2023: 20 }, { id: 'kts-5', unit: 'doanh nghiệp/1000 dân', per: 1000 }),
  anIndicator({ 2023: 'done' }, { id: 'dls-1', unit: null }),
  anIndicator({ 2023: 'done', 2025: 3 }, { id: 'dls-4', unit: 'bộ' }),
  anIndicator(
    {},
    { id: 'cqs-8', parts: [aPart('moi', { 2023: 100 }), aPart('2020-2022', { 2023: 90 })] },
  ),
]);

const HEADER = 'indicator,name,period,value,numerator,denominator,area,status,source,note';

const area = (code: string) => [code, { code, name: code, nameEn: code }] as const;
const AREAS = new Map(['vn', 'danang', 'haiphong'].map(area)) as unknown as AreaCatalogue;

interface Case extends Partial<ResultsOptions> {
  plan?: Partial<Plan>;
}

async function readFile(content: string | Uint8Array, { plan, ...over }: Case = {}) {
  const options = { decimal: null, delimiter: null, encoding: null, areas: AREAS, ...over };
  const results: Result[] = [];
  const file = temporaryFile(content);
  const reading = await readResults(file, frameOf({ ...PLAN, ...plan }), options, (result) => {
    results.push(result);
  });
  expect(reading.file).toBe(file);
  expect(results.every((result) => result.file === file)).toBe(true);
  const said = reading.findings.map(
    ({ place, path, message }) => `${place.line}:${place.column} ${path.join('.')} ${message.code}`,
  );
  return { ...reading, results, said, values: results.map(plainValue) };
}

const read = (rows: string, options: Case = {}) => readFile(`${HEADER}\n${rows}`, options);

/** The row's value in this column order, with a source. */
const valueRow = (indicator: string, value: string) => `${indicator},,2023,"${value}",,,,,nguồn,`;

function plainValue({ value }: Result): string | null {
  if (value === null) return null;
  if (value.kind === 'milestone') return value.done ? 'done' : 'not-done';
  return `${value.about ? '~' : ''}${toDecimal(value.value, 6)}`;
}

describe('a row becomes a result', () => {
  test('with everything that it says', async () => {
    const { results, findings, rows, unread } = await read(
      'cqs-2,Tên,2023-12-15, 96 ,,,vn,Đã hoàn thành,PL1.II.2,"ghi\nchú"\n',
    );
    expect(findings).toEqual([]);
    expect([rows, unread]).toEqual([1, 0]);
    expect(results).toMatchObject([
      {
        indicator: 'cqs-2',
        period: { kind: 'day', text: '2023-12-15', end: '2023-12-15' },
        counts: null,
        printed: null,
        status: 'met',
        area: 'vn',
        source: 'PL1.II.2',
        note: 'ghi\nchú',
        basis: 'result',
        line: 2,
      },
    ]);
    expect(plainValue(results[0]!)).toBe('96');
  });

  test('of the plan’s own area where none is named', async () => {
    const { results } = await read(valueRow('cqs-2', '96'), { plan: { area: 'haiphong' } });
    expect(results[0]!.area).toBe('haiphong');
  });

  test('with a status alone', async () => {
    const { results, said } = await read('cqs-2,,2023,,,,,vượt mức,,');
    expect(results[0]).toMatchObject({ value: null, status: 'exceeded' });
    expect(said).toEqual([]);
  });

  test('from columns in any order, and from those only that are needed', async () => {
    const { values } = await readFile('source;value;period;indicator\nx;96;12/2023;cqs-2\n');
    expect(values).toEqual(['96']);
  });

  test.each(['2023', '2023-Q4', '2023-12', '2023-12-31', '12/2023', '31/12/2023'])(
    'in the period %s',
    async (period) => {
      const { results } = await read(`cqs-2,,${period},96,,,,,x,`);
      expect(results[0]!.period.end).toBe('2023-12-31');
    },
  );

  test('of a part', async () => {
    const { results } = await read(valueRow('cqs-8/moi', '100%'));
    expect(results[0]!.indicator).toBe('cqs-8/moi');
  });
});

describe('values', () => {
  test.each([
    ['cqs-2', '98,8', '98.8'],
    ['cqs-2', '~ 8.2', '~8.2'],
    ['cqs-2', '45 %', '45'],
    ['kts-5', '1.919.000', '1919000'],
    ['dls-1', 'done', 'done'],
    ['dls-1', 'Not-done', 'not-done'],
    ['dls-4', 'done', 'done'],
    ['dls-4', '2', '2'],
    ['cqs-8', '56', '56'],
    ['cqs-8', 'done', 'done'],
  ])('%s takes %s', async (indicator, value, expected) => {
    const { values, said } = await read(valueRow(indicator, value));
    expect(said).toEqual([]);
    expect(values).toEqual([expected]);
  });

  test.each([
    ['cqs-2', '1.919', 'csv-ambiguous-number'],
    ['cqs-2', 'nhiều', 'csv-not-a-number'],
    ['cqs-2', 'constructor', 'csv-not-a-number'],
    ['kts-5', '45%', 'csv-percent-unit'],
    ['cqs-2', 'done', 'csv-milestone-value'],
    ['dls-1', '100', 'csv-number-value'],
  ])('%s does not take %s', async (indicator, value, code) => {
    const { values, said, rows, unread } = await read(valueRow(indicator, value));
    expect(said).toEqual([`2:${indicator.length + 8} value ${code}`]);
    expect([values, rows, unread]).toEqual([[], 1, 1]);
  });

  test('are read with the mark of the option, else of the plan', async () => {
    const one = valueRow('kts-5', '1.919');
    expect((await read(one, { plan: { decimal: ',' } })).values).toEqual(['1919']);
    expect((await read(one, { plan: { decimal: ',' }, decimal: '.' })).values).toEqual(['1.919']);
    const { findings } = await read(valueRow('kts-5', '19.7'), { decimal: ',' });
    expect(findings[0]!.message.args).toMatchObject({ found: '19.7', decimal: ',' });
  });
});

describe('counts', () => {
  test('decide over the printed value, exactly, in percent where that is the unit', async () => {
    const { results } = await read('cqs-2,,2023,9.9,190,1 919,,,x,\nkts-5,,2023,,3,4,,,x,');
    const [share, other] = results as [Result, Result];
    expect(share.value).toMatchObject({ kind: 'number', about: false });
    expect(share.value?.kind === 'number' && share.value.value.toFraction()).toBe('1000/101');
    expect(share.printed?.toFraction()).toBe('99/10');
    expect(share.counts?.denominator.toFraction()).toBe('1919');
    expect(plainValue(other)).toBe('750');
    expect(other.printed).toBeNull();
  });

  test('are about where one of them is', async () => {
    expect((await read('cqs-2,,2023,,~ 1,2,,,x,')).values).toEqual(['~50']);
  });

  test.each([
    [',5,,', 'numerator csv-lone-count'],
    [',,5,', 'denominator csv-lone-count'],
    ['9,5,,', 'numerator csv-lone-count'],
    [',5,0,', 'denominator csv-zero-denominator'],
    [',5,"0,0",', 'denominator csv-zero-denominator'],
    [',5%,9,', 'numerator csv-percent-count'],
    [',x,9,', 'numerator csv-not-a-number'],
    [',5,1.000,', 'denominator csv-ambiguous-number'],
    ['done,5,9,', 'value csv-milestone-value'],
  ])('%s', async (cells, code) => {
    const { said, unread } = await read(`cqs-8,,2023,${cells},,x,`);
    expect(said.map((one) => one.replace(/^\S+ /, ''))).toEqual([code]);
    expect(unread).toBe(1);
  });

  test('of a milestone', async () => {
    const { said } = await read('dls-1,,2023,,5,9,,,x,');
    expect(said).toEqual(['2:14 numerator csv-number-value']);
  });
});

describe('a collection sheet that is half filled in', () => {
  const half = 'cqs-2,tên,2023,,,,,,,\ncqs-2,,2023,9,,,,,x,\ncqs-8,,2023,,,,,,,chờ số liệu';

  test('is told once, and its empty rows are neither results nor unreadable', async () => {
    const { findings, rows, unread, empty, values } = await read(half);
    expect(findings).toMatchObject([
      { rule: 'csv-empty-row', level: 'info', place: { line: 2, column: 16 } },
    ]);
    expect(findings[0]!.message.args).toMatchObject({ rows: 2 });
    expect([rows, unread, empty, values]).toEqual([3, 0, 2, ['9']]);
  });

  test('still tells what is wrong with an empty row', async () => {
    const { said, unread, empty } = await read('cqs2,,2023,,,,,,,');
    expect(said).toEqual(['2:1 indicator csv-unknown-indicator']);
    expect([unread, empty]).toEqual([1, 0]);
  });

  test('tells of which indicator a finding is', async () => {
    const { findings } = await read('cqs-8/mới,,2023,1,,,,,x,\ncqs-2,,2023,1,,,,,,');
    expect(findings.map(({ about }) => about)).toEqual(['cqs-8/mới', 'cqs-2']);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['cqs2,,2023,1,,,,,x,', '2:1 indicator csv-unknown-indicator', 'cqs-2'],
    ['zzzzzz,,2023,1,,,,,x,', '2:1 indicator csv-unknown-indicator', null],
    [',,2023,1,,,,,x,', '2:1 indicator csv-unknown-indicator', null],
    ['cqs-8/mới,,2023,1,,,,,x,', '2:1 indicator csv-unknown-part', 'cqs-8/moi'],
    ['cqs-2/moi,,2023,1,,,,,x,', '2:1 indicator csv-unknown-part', null],
    ['cqs-2,,Dec-23,1,,,,,x,', '2:8 period csv-excel-month', null],
    ['cqs-2,,2023-13,1,,,,,x,', '2:8 period csv-impossible-period', null],
    ['cqs-2,,30/02/2023,1,,,,,x,', '2:8 period csv-impossible-period', null],
    ['cqs-2,,đầu năm 2023,1,,,,,x,', '2:8 period csv-bad-period', null],
    ['cqs-2,,,1,,,,,x,', '2:8 period csv-bad-period', null],
    ['cqs-2,,2023,,,,,Đã hoàn thàn,x,', '2:17 status csv-unknown-status', 'đã hoàn thành'],
    ['cqs-2,,2023,1,,,Đà Nẵng,,x,', '2:17 area csv-unknown-area', 'danang'],
  ])('%s', async (row, expected, suggestion) => {
    const { said, findings, rows, unread, results } = await read(row);
    expect(said).toEqual([expected]);
    expect(findings[0]!.suggestion).toBe(suggestion);
    expect([rows, unread, results]).toEqual([1, 1, []]);
  });

  test('each cell of a row is told, and nothing of the row is used', async () => {
    const { said, results, unread } = await read('cqs2,,Dec-23,x,,,,tốt,,');
    expect(said).toEqual([
      '2:1 indicator csv-unknown-indicator',
      '2:7 period csv-excel-month',
      '2:14 value csv-not-a-number',
      '2:19 status csv-unknown-status',
    ]);
    expect([results, unread]).toEqual([[], 1]);
  });

  test('a readable status does not save a row with an unreadable value', async () => {
    const { results, unread } = await read('cqs-2,,2023,1.919,,,,đã hoàn thành,x,');
    expect([results, unread]).toEqual([[], 1]);
  });

  test('the other rows count', async () => {
    const rows = [
      'cqs-2,,2023,96,,,,,x,',
      'cqs-2,,2023,9,6,,,,,x,',
      'cqs-9,,2023,1,,,,,x,',
      'kts-5,,2023,"2,3",,,,,x,',
    ];
    const { values, results, unread, ...reading } = await read(rows.join('\n'));
    expect(values).toEqual(['96', '2.3']);
    expect(results.map(({ line }) => line)).toEqual([2, 5]);
    expect([reading.rows, unread]).toEqual([4, 2]);
  });

  test('without a catalogue any area is taken', async () => {
    const { results } = await read('cqs-2,,2023,1,,,hue,,x,', { areas: null });
    expect(results[0]!.area).toBe('hue');
  });

  test('without a required column no row', async () => {
    const { said, rows, unread } = await readFile('indicator,value\ncqs-2,1\n');
    expect(said).toEqual(['1:1 period csv-missing-column']);
    expect([rows, unread]).toEqual([1, 1]);
    const bare = await readFile('indicator,period,numerator\ncqs-2,2023,1\n');
    expect(bare.said).toEqual(['1:1  csv-missing-one-of']);
  });
});

describe('warnings leave the row in', () => {
  test('a value without source', async () => {
    const { said, findings, values } = await read('cqs-2,,2023,96,,,,,,\ncqs-2,,2023,,,,,met,,');
    expect(said).toEqual(['2:20 source csv-no-source']);
    expect(findings[0]!.level).toBe('warning');
    expect(values).toEqual(['96', null]);
  });

  test('mixed decimal marks, once in a file, at the second kind’s first cell', async () => {
    const cells = ['1919', '19.7', '20.1', '19,7', '"1.919.000"', '18,5', '3.5'];
    const { said, findings, values } = await read(
      cells.map((cell) => valueRow('kts-5', cell.replaceAll('"', ''))).join('\n'),
    );
    expect(said).toEqual(['5:13 value csv-mixed-decimals']);
    expect(findings[0]).toMatchObject({
      level: 'warning',
      message: { args: { first: '19.7', firstLine: 3, found: '19,7' } },
      related: [{ place: { line: 3, column: 13 } }],
    });
    expect(values).toHaveLength(7);
  });

  test('thousands say which mark is the decimal one', async () => {
    const { said } = await read(`${valueRow('kts-5', '1.919.000')}\n${valueRow('kts-5', '19.7')}`);
    expect(said).toEqual(['3:13 value csv-mixed-decimals']);
  });
});

describe('files as programs write them', () => {
  const text = [
    'indicator;name;period;value;numerator;denominator;area;status;source;note',
    'cqs-2;Tỷ lệ dịch vụ công;15/12/2023;98,8;;;;Đã hoàn thành;Phụ lục I;"một; hai"',
    'cqs-8/moi;;12/2023;;638.311.000;714 797 000;;vượt mức;Phụ lục I;',
    ';;;;;;;;;',
    '',
  ].join('\r\n');

  test.each([
    ['Excel: UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['Excel: ANSI in Vietnam, windows-1258', windows1258(text)],
    [
      'Excel: Unicode text',
      Buffer.from(`\ufeff${text.replaceAll('one; two', '').replaceAll(';', '\t')}`, 'utf16le'),
    ],
    ['a Mac: decomposed', Buffer.from(text.normalize('NFD'))],
  ])('%s', async (_, bytes) => {
    const { results, said, rows, unread, values } = await readFile(bytes);
    expect(said).toEqual([]);
    expect([rows, unread]).toEqual([2, 0]);
    expect(values).toEqual(['98.8', '89.299619']);
    expect(results.map(({ source, status, line }) => [source, status, line])).toEqual([
      ['Phụ lục I', 'met', 2],
      ['Phụ lục I', 'exceeded', 3],
    ]);
  });
});

describe('the words', () => {
  test('show both readings of an ambiguous number and a way out', async () => {
    const { findings } = await read(valueRow('kts-5', '1.919'));
    expect(say(findings[0]!.message, SPEECH.en)).toBe(
      '“1.919” can be read as 1919 or as 1.919; write 1919 or 1.9190, or declare the decimal mark (decimal: "," or "." in the plan, or --decimal)',
    );
    expect(say(findings[0]!.message, SPEECH.vi)).toContain(
      '1919 (hàng nghìn) hoặc 1.919 (số thập phân)',
    );
  });

  test('and what they advise is then read', async () => {
    expect((await read(valueRow('kts-5', '1.9190'))).values).toEqual(['1.919']);
  });
});

describe('a sheet as people make it', () => {
  const plan = aPlan(
    [
      anIndicator({ 2024: 80 }, { id: 'a-1', source: 'I.1' }),
      anIndicator({ 2024: 10000 }, { id: 'a-2', unit: 'doanh nghiệp', source: 'I.2' }),
      anIndicator({ 2024: 'done' }, { id: 'a-3', unit: null, source: 'I.3' }),
    ],
    { area: 'danang' },
  );

  async function readSheet(content: string, options: Case = {}) {
    const readings: TolerantReading[] = [];
    const reading = await readFile(content, {
      plan,
      reading: (one) => readings.push(one),
      ...options,
    });
    const shown = readings.map((one) => {
      const at = `${one.place.line}:${one.place.column}`;
      if ('passed' in one) return `${at} passed ${one.passed.join(' · ')}`;
      if ('heading' in one) return `${at} ${one.heading} → ${one.column}`;
      return `${at} ${one.column} ${one.written} → ${one.read}`;
    });
    const figures = reading.results.map(({ indicator, period, value, isAnswered }) => {
      const said = isAnswered ? 'none' : value && observedText(value);
      return `${indicator} ${period.text} ${said}`;
    });
    return { ...reading, shown, figures };
  }

  const simple = (rows: string, options: Case = {}) =>
    readSheet(`indicator;period;value;numerator;denominator;source\n${rows}`, options);

  test('titles above, Vietnamese headings, sections, a total, notes and a signature', async () => {
    const { figures, said, rows, unread, shown } = await readSheet(
      [
        'SỞ THÔNG TIN VÀ TRUYỀN THÔNG;;;;;',
        '"BÁO CÁO ""6 tháng đầu năm 2024""";;;;;',
        'TT;Mã;Chỉ tiêu;Kỳ;Giá trị (%);Nguồn',
        '(1);(2);(3);(4);(5);(6)',
        'I;;Kinh tế số;;;',
        '1;a-1;Tỷ lệ A;6 tháng đầu năm 2024;81,5;BC',
        '2;a-2;Số B;Quý II/2024;1.450 doanh nghiệp;BC',
        ';;Tổng cộng;;1.531,5;',
        ';;;;;Đà Nẵng, ngày 30 tháng 6 năm 2024',
        ';Người lập biểu;;;Giám đốc;',
      ].join('\n'),
    );
    expect(figures).toEqual(['a-1 2024-H1 81.5', 'a-2 2024-Q2 1450']);
    expect(said).toEqual(['5:1  csv-passed-over']);
    expect([rows, unread]).toEqual([2, 0]);
    expect(shown).toEqual([
      '1:1 passed SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
      '2:1 passed BÁO CÁO "6 tháng đầu năm 2024"',
      '3:4 Mã → indicator',
      '3:7 Chỉ tiêu → name',
      '3:16 Kỳ → period',
      '3:19 Giá trị (%) → value',
      '3:31 Nguồn → source',
      '5:1 passed I · Kinh tế số',
      '6:15 period 6 tháng đầu năm 2024 → 2024-H1',
      '6:36 value 81,5 → 81.5',
      '7:12 period Quý II/2024 → 2024-Q2',
      '7:24 value 1.450 doanh nghiệp → 1450',
      '8:1 passed Tổng cộng · 1.531,5',
      '9:1 passed Đà Nẵng, ngày 30 tháng 6 năm 2024',
      '10:1 passed Người lập biểu · Giám đốc',
    ]);
  });

  test('headings over two rows', async () => {
    const two = [
      'TT;Mã;Chỉ tiêu;Kỳ;Kết quả;;;Nguồn',
      ';;;;Giá trị;Tử số;Mẫu số;',
      '1;a-1;A;2024;;190;200;BC',
    ];
    expect((await readSheet(two.join('\n'))).figures).toEqual(['a-1 2024 95']);
    const apart = ['Mã;Kết quả quý;;;Nguồn', ';Kỳ;Tử số;Mẫu số;', 'a-1;2024;190;200;BC'];
    const { figures, said } = await readSheet(apart.join('\n'));
    expect([figures, said]).toEqual([['a-1 2024 95'], []]);
  });

  test('sep=; is obeyed, against a delimiter that is declared it is only left out', async () => {
    const rows = 'indicator;period;value;source\na-1;2024;81,5;BC\n';
    const { figures, results, said } = await readSheet(`sep=;\n${rows}`);
    expect([figures, said, results[0]!.line]).toEqual([['a-1 2024 81.5'], [], 3]);
    const tabs = `sep=;\n${rows.replaceAll(';', '\t')}`;
    expect((await readSheet(tabs, { delimiter: '\t' })).figures).toEqual(['a-1 2024 81.5']);
  });

  test('cells missing at the end and empty ones too many', async () => {
    const { figures, said } = await readSheet(
      'indicator;period;value;source;note\na-1;2024;81,5;BC\na-1;2024-Q3;80;BC;;;;;\n',
    );
    expect([figures, said]).toEqual([['a-1 2024 81.5', 'a-1 2024-Q3 80'], []]);
  });

  test('but not where a decimal comma may have pushed them', async () => {
    const { said, results } = await readSheet(
      'indicator,period,value,source,note\na-1,2024,81,5,BC,\n',
    );
    expect([said, results]).toEqual([['2:1  csv-field-count'], []]);
  });

  test.each([
    ['a-1', 'khoảng 45%', '~ 45'],
    ['a-1', 'gần 80%', '< 80'],
    ['a-1', 'trên 90%', '> 90'],
    ['a-1', 'từ 90% trở lên', '>= 90'],
    ['a-1', 'không quá 5', '<= 5'],
    ['a-1', 'ước đạt 18,3 phần trăm', '~ 18.3'],
    ['a-1', '45 ％', '45'],
    ['a-2', 'hơn 12', '> 12'],
    ['a-2', '1 450 doanh nghiệp', '1450'],
    ['a-3', 'đã ban hành', 'done'],
    ['a-3', 'chưa', 'not-done'],
    ['a-3', 'hoàn thành 60%', '60%'],
    ['a-3', '60%', '60%'],
    ['a-3', '> 60%', '> 60%'],
    ['a-3', 'hoàn thành gần 60% khối lượng', '< 60%'],
    ['a-1', 'chưa có số liệu', 'none'],
    ['a-2', 'N/A', 'none'],
    ['a-3', '–', 'none'],
  ])('%s takes %s', async (indicator, value, read) => {
    for (const written of [value, value.normalize('NFD')]) {
      const { figures, said } = await simple(`${indicator};2024;${written};;;BC`);
      expect([figures, said]).toEqual([[`${indicator} 2024 ${read}`], []]);
    }
  });

  test.each([
    ['a-1', 'hoàn thành 60%', 'csv-milestone-value'],
    ['a-1', 'đã ban hành', 'csv-milestone-value'],
    ['a-1', 'trên khoảng 90%', 'csv-not-a-number'],
    ['a-1', '45-50%', 'csv-range-value'],
    ['a-1', '190/1.919', 'csv-two-counts'],
    ['a-1', '9,9% (190/1.919)', 'csv-two-counts'],
    ['a-1', 'khoảng', 'csv-not-a-number'],
    ['a-2', '12 hộ', 'csv-other-unit'],
    ['a-2', '45%', 'csv-percent-unit'],
    ['a-3', 'hoàn thành 160%', 'csv-bad-share'],
    ['a-3', 'trên 90', 'csv-number-value'],
  ])('%s does not take %s', async (indicator, value, code) => {
    const { said, unread } = await simple(`${indicator};2024;${value};;;BC`);
    expect([said, unread]).toEqual([[`2:10 value ${code}`], 1]);
  });

  test('a figure of more or less than so many gives no ratio', async () => {
    const { said } = await simple('a-1;2024;;trên 190;200;BC');
    expect(said).toEqual(['2:11 numerator csv-one-sided-count']);
  });

  test('dashes where a table has no counts are no counts', async () => {
    expect((await simple('a-1;2024;81;-;-;BC')).figures).toEqual(['a-1 2024 81']);
    expect((await simple('a-1;2024;-;190;200;BC')).figures).toEqual(['a-1 2024 95']);
  });

  test('counts of a unit that names a factor need it from the plan', async () => {
    const unit = 'doanh nghiệp/1000 dân';
    const of = (over: object) => ({
      plan: { indicators: [anIndicator({ 2024: 3 }, { id: 'a-1', unit, ...over })] },
    });
    const counts = 'a-1;2024;;3000;1000000;BC';
    const refused = await simple(counts, of({}));
    expect([refused.said, refused.figures]).toEqual([['2:11 numerator csv-count-factor'], []]);
    expect((await simple(counts, of({ per: 1000 }))).figures).toEqual(['a-1 2024 3']);
    const withUnit = 'a-1;2024;3,5 doanh nghiệp/1.000 dân;;;BC';
    expect((await simple(withUnit, of({}))).figures).toEqual(['a-1 2024 3.5']);
    expect((await simple('a-1;2024;3;;;BC', of({}))).figures).toEqual(['a-1 2024 3']);
  });

  test.each(['％', 'phần trăm', '% dân số'])('counts are percent in %s', async (unit) => {
    const indicators = [anIndicator({ 2024: 80 }, { id: 'a-1', unit })];
    const { figures } = await simple('a-1;2024;;190;200;BC', { plan: { indicators } });
    expect(figures).toEqual(['a-1 2024 95']);
  });

  test('one cell proves the decimal mark of the whole file', async () => {
    const rows = ['a-2;2023;1.919;;;BC', 'a-2;2024;10.250,75;;;BC'];
    for (const order of [rows, rows.toReversed()])
      expect((await simple(order.join('\n'))).figures.sort()).toEqual([
        'a-2 2023 1919',
        'a-2 2024 10250.75',
      ]);
    const none = await simple('a-2;2023;1.919;;;BC');
    expect(none.said).toEqual(['2:10 value csv-ambiguous-number']);
    const parted = 'indicator,period,value,source\na-2,2023,1.919,BC\na-2,2024,10250.75,BC';
    const commas = await readSheet(parted);
    expect(commas.figures).toEqual(['a-2 2023 1.919', 'a-2 2024 10250.75']);
    const both = await simple('a-2;2022;1.919;;;BC\na-1;2023;19.7;;;BC\na-1;2024;19,7;;;BC');
    expect(both.said).toEqual(['2:10 value csv-ambiguous-number', '4:10 value csv-mixed-decimals']);
  });

  test('days with the month first are refused, and the others of the file doubted', async () => {
    const { said, findings, figures } = await simple(
      'a-1;12/15/2024;80;;;BC\na-1;3/4/2024;81;;;BC\na-1;15/4/2024;82;;;BC\na-1;5/5/2024;83;;;BC',
    );
    expect(said).toEqual(['2:5 period csv-month-first', '3:5 period csv-doubtful-day']);
    expect(findings.map(({ level, suggestion }) => [level, suggestion])).toEqual([
      ['error', '2024-12-15'],
      ['warning', null],
    ]);
    expect(findings[1]!.message.args).toMatchObject({ read: '2024-04-03', other: '2024-03-04' });
    expect(figures).toHaveLength(3);
    expect((await simple('a-1;3/4/2024;81;;;BC')).said).toEqual([]);
    expect((await simple('a-1;45275;81;;;BC')).said).toEqual(['2:5 period csv-excel-serial']);
  });

  test('codes by their place in the document, with look-alikes and in capitals', async () => {
    const codes = ['I.2', 'A-2', '\u0430-2', 'a\u20112', 'a-2\u200b', '\u00a0a-2'];
    const { figures, said } = await simple(codes.map((one) => `${one};2024;5;;;BC`).join('\n'));
    expect(said).toEqual(['4:1 indicator look-alike-letter', '6:1 indicator stray-character']);
    expect(new Set(figures)).toEqual(new Set(['a-2 2024 5']));
    expect(figures).toHaveLength(codes.length);
    const twice = [anIndicator({}, { id: 'a-1', source: 'I' }), anIndicator({}, { source: 'I' })];
    const { said: refused } = await simple('I;2024;5;;;BC', { plan: { indicators: twice } });
    expect(refused).toEqual(['2:1 indicator csv-unknown-indicator']);
  });

  test('the sheet’s own unit is held against the plan’s', async () => {
    const sheet = (unit: string) =>
      readSheet(`Mã;Đơn vị tính;Kỳ;Giá trị;Nguồn\na-2;${unit};2024;5;BC`);
    expect((await sheet('Doanh nghiệp')).figures).toEqual(['a-2 2024 5']);
    expect((await sheet('hộ')).said).toEqual(['2:5 unit csv-sheet-unit']);
  });

  test('when a figure was made known', async () => {
    const sheet = (day: string) =>
      readSheet(`indicator;period;value;published;source\na-1;2024;81;${day};BC`);
    const known = async (day: string) => (await sheet(day)).results[0]!.published;
    expect(await known('15/01/2025')).toBe('2025-01-15');
    expect(await known('2025-01')).toBe('2025-01-31');
    expect(await known('2025')).toBe('2025-12-31');
    expect(await known('')).toBeNull();
    expect((await sheet('sau Tết')).said).toEqual(['2:13 published csv-bad-day']);
  });

  test('a figure in words is a row of data, whatever its code; headings are shortened as offices do', async () => {
    const { figures, said } = await readSheet(
      'TT;Mã CT;Tên CT;Kỳ;KQ;Nguồn\n1;a-1;A;2024;khoảng 93%;BC\n2;a 99;B;2024;khoảng 93%;BC\n3;Số C;C;2024;chưa đến 20;BC\n;;;;Khoảng trống để ký;\n',
    );
    expect(figures).toEqual(['a-1 2024 ~ 93']);
    expect(said).toEqual([
      '3:3 indicator csv-unknown-indicator',
      '4:3 indicator csv-unknown-indicator',
      '5:1  csv-passed-over',
    ]);
  });

  test('a second table below the first is read by its own header', async () => {
    const { figures, said, rows, unread } = await readSheet(
      'Mã;Kỳ;Giá trị;Nguồn\na-1;2024;81;BC\n;;;\nBảng 2;;;\nKỳ;Mã;Nguồn;Giá trị\n2024;a-2;BC;5\n',
    );
    expect([figures, said]).toEqual([['a-1 2024 81', 'a-2 2024 5'], ['4:1  csv-passed-over']]);
    expect([rows, unread]).toEqual([2, 0]);
  });

  test('one that is not of results is told and not read', async () => {
    const { figures, said, rows, unread } = await readSheet(
      'Mã;Kỳ;Giá trị;Nguồn\na-1;2024;81;BC\nMã;Nhiệm vụ;Tình trạng;Ghi chú\na-2;Đề án;xong;x\n',
    );
    expect([figures, said]).toEqual([['a-1 2024 81'], ['3:1  csv-second-table']]);
    expect([rows, unread]).toEqual([2, 1]);
  });

  test('an indicator by its whole name, where no column has codes', async () => {
    const named = aPlan([
      anIndicator({ 2024: 80 }, { id: 'a-1', name: 'Tỷ lệ hồ sơ trực tuyến', source: 'I.1' }),
      anIndicator({ 2024: 80 }, { id: 'a-2', name: 'Tỷ lệ A', source: 'I.2' }),
      anIndicator({ 2024: 80 }, { id: 'a-3', name: 'Tỷ lệ A', source: 'I.3' }),
    ]);
    const sheet =
      'STT;Chỉ tiêu;Kỳ;Giá trị;Nguồn\n1;TỶ LỆ HỒ SƠ TRỰC TUYẾN;2024;81;BC\n2;Tỷ lệ A;2024;5;BC\n';
    const { figures, said } = await readSheet(sheet, { plan: named });
    expect([figures, said]).toEqual([['a-1 2024 81'], ['3:3 indicator csv-unknown-indicator']]);
  });

  test.each([
    ['a-1', '2024', 'không có', 'value csv-zero-or-none'],
    ['a-3', '2024', 'có văn bản', 'value csv-no-milestone'],
    ['a-1', 'Quý III', '81', 'period csv-period-year'],
    ['a-1', 'Quý 3/24', '81', 'period csv-period-year'],
  ])('%s %s “%s” is refused with what to write', async (indicator, period, value, code) => {
    const { said } = await readSheet(
      `indicator;period;value;source\n${indicator};${period};${value};BC`,
    );
    expect(said.map((one) => one.replace(/^\S+ /, ''))).toEqual([code]);
  });

  test('a column for each period is told as such', async () => {
    const { said } = await readSheet('Mã;Quý II/2024;Kết quả quý III/2024\na-1;5;6');
    expect(said.filter((one) => one.endsWith('csv-period-heading')).length).toBe(2);
  });

  test('what stands under no heading is told once', async () => {
    const { figures, said } = await readSheet(
      'Mã;;Kỳ;Giá trị;Nguồn\na-1;;2024;81;BC\na-1;x;2023;81;BC\na-1;y;2022;81;BC',
    );
    expect([figures.length, said]).toEqual([3, ['3:5  csv-unnamed-column']]);
  });

  test('the header again on the next page is no second table', async () => {
    const head = 'Mã;Kỳ;Giá trị;Nguồn';
    const { figures, said } = await readSheet(`${head}\na-1;2024;81;BC\n${head}\na-2;2024;5;BC`);
    expect([figures, said]).toEqual([['a-1 2024 81', 'a-2 2024 5'], []]);
  });

  test('statuses with Ð, and no advice that turns one into its opposite', async () => {
    const status = (text: string) =>
      readSheet(`indicator;period;status;source\na-1;2024;${text};BC`);
    expect((await status('\u00d0ã hoàn thành')).results[0]!.status).toBe('met');
    const { findings } = await status('Cơ bản hoàn thành');
    expect(findings[0]).toMatchObject({ rule: 'csv-status', suggestion: null });
  });

  test('a file without a header in twenty rows has none', async () => {
    const titles = Array.from({ length: 25 }, (_, row) => `dòng ${row};;`).join('\n');
    const { said, rows, unread } = await readSheet(`${titles}\nMã;Kỳ;Giá trị\na-1;2024;5`);
    expect(said).toEqual(['1:1  csv-no-header']);
    expect([rows, unread]).toEqual([26, 26]);
  });

  test('areas by their names, where one only is so called on that day', async () => {
    const danang = { name: 'Đà Nẵng', nameEn: 'Da Nang', successor: 'danang-2025', parent: 'vn' };
    const areas = new Map([
      ['danang', { ...danang, code: 'danang', validFrom: null, validTo: '2025-06-30' }],
      ['danang-2025', { ...danang, code: 'danang-2025', validFrom: '2025-07-01', validTo: null }],
    ]) as unknown as AreaCatalogue;
    const sheet = (period: string, area: string) =>
      readSheet(`indicator;period;value;area;source\na-1;${period};81;${area};BC`, { areas });
    expect((await sheet('2024', 'TP. Đà Nẵng')).results[0]!.area).toBe('danang');
    expect((await sheet('2025', 'da nang')).results[0]!.area).toBe('danang-2025');
    expect((await sheet('2024', 'Huế')).said).toEqual(['2:13 area csv-unknown-area']);
  });
});
