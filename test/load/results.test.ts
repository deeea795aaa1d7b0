import { describe, expect, test } from 'vitest';
import type { AreaCatalogue } from '../../src/area.ts';
import { toDecimal } from '../../src/exact.ts';
import type { ResultsOptions } from '../../src/load/result-book.ts';
import { frameOf } from '../../src/load/result-frame.ts';
import { readResults } from '../../src/load/results.ts';
import type { Plan } from '../../src/plan.ts';
import type { Result } from '../../src/result.ts';
import { say } from '../../src/words/say.ts';
import { anIndicator, aPart, aPlan } from '../build.ts';
import { SPEECH } from '../speech.ts';
import { temporaryFile, windows1258 } from './temporary.ts';

const PLAN = aPlan([
  anIndicator({ 2023: 95, 2025: 100 }, { id: 'cqs-2' }),
  anIndicator({ 2023: 20 }, { id: 'kts-5', unit: 'doanh nghiệp/1000 dân' }),
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
    expect(plainValue(other)).toBe('0.75');
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
    ['cqs-2,,năm 2023,1,,,,,x,', '2:8 period csv-bad-period', null],
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
