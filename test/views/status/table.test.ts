import { describe, expect, it } from 'vitest';
import { evaluate, type PlanEvaluation } from '../../../src/evaluation.ts';
import { exact } from '../../../src/exact.ts';
import { recordsCsv } from '../../../src/formats/csv.ts';
import { loosened } from '../../../src/formats/printable.ts';
import { tableText } from '../../../src/formats/text-table.ts';
import { type StatusView, statusTable } from '../../../src/views/status/table.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from '../../build.ts';
import { SPEECH } from '../../speech.ts';

const AS_OF = '2023-12-15';

const plan = aPlan(
  [
    anIndicator({ 2023: 95 }, { id: 'cq-1', name: 'Hồ sơ', group: 'cq', lead: ['tttt'] }),
    anIndicator({ 2023: '~ 45' }, { id: 'cq-2', name: 'Ước', group: 'cq', lead: ['tttt', 'nv'] }),
    anIndicator({ 2023: '<= 15' }, { id: 'kt-1', name: 'Hạng', group: 'kt', unit: 'hạng' }),
    anIndicator({ 2023: 1000 }, { id: 'kt-2', name: 'Đếm', group: 'kt', unit: null }),
    anIndicator({ 2023: 'done' }, { id: 'kt-3', name: 'Ban hành', group: 'kt', unit: null }),
    anIndicator({ 2023: '2..3' }, { id: 'kt-4', name: 'Mô hình', group: 'kt', unit: null }),
    anIndicator({ 2025: 5 }, { id: 'x-1', name: 'Không nhóm' }),
    anIndicator(
      { 2023: 10 },
      {
        id: 'x-2',
        name: 'Miễn',
        waived: [{ until: '2024-12-31', reason: 'r', decision: 'd' }],
      },
    ),
    anIndicator(
      {},
      {
        id: 'x-3',
        name: 'Hai phần',
        parts: [
          aPart('moi', { 2023: 100 }, { name: 'Mới' }),
          aPart('cu', { 2023: 50 }, { name: 'Cũ', baseline: baseline(2022, 20) }),
          aPart('sau', { 2025: 50 }, { name: 'Sau' }),
        ],
      },
    ),
  ],
  {
    title: 'Kế hoạch\nchuyển đổi số',
    groups: new Map([
      ['kt', 'Kinh tế số'],
      ['cq', 'Chính quyền số'],
    ]),
    agencies: new Map([['tttt', 'Sở Thông tin và Truyền thông']]),
  },
);

const day = { period: AS_OF };
const results = [
  aResult({ indicator: 'cq-1', value: 96, status: 'met', ...day }),
  aResult({ indicator: 'cq-2', value: '~44', status: 'met', ...day }),
  aResult({ indicator: 'kt-1', value: 19, ...day }),
  aResult({ indicator: 'kt-2', value: '1919.5', period: '2022' }),
  aResult({ indicator: 'kt-3', value: true, period: '2022-Q4' }),
  aResult({ indicator: 'kt-4', status: 'in-progress', ...day }),
  aResult({ indicator: 'x-1', value: 3, ...day }),
  aResult({ indicator: 'x-2', value: 4, ...day }),
  aResult({ indicator: 'x-3/moi', value: 100, ...day }),
  aResult({
    indicator: 'x-3/cu',
    value: '35.2400548',
    counts: { numerator: exact(2569), denominator: exact(7290) },
    ...day,
  }),
];

const evaluated = evaluate(plan, results, new Map(), { asOf: AS_OF, year: 2023 });

/** The texts of the rows' cells, markers included, without the columns for machines. */
function rowsOf(evaluation: PlanEvaluation, view: StatusView): Record<string, string[]> {
  const grid = statusTable(evaluation, view);
  const columns = grid.columns.filter((column) => !column.csvOnly);
  const rows = grid.sections.flatMap((section) => section.rows);
  return Object.fromEntries(
    rows.map((row) => [
      String(row.indicator?.raw ?? row.indicator?.text),
      columns.map(({ key }) => loosened(`${row[key]?.marker ?? ''}${row[key]?.text ?? ''}`)),
    ]),
  );
}

const codesOf = (view: Partial<StatusView>) =>
  Object.keys(rowsOf(evaluated, { speech: SPEECH.en, ...view })).filter(
    (code) => !code.includes('/'),
  );

describe('the rows of statusTable', () => {
  const en = rowsOf(evaluated, { speech: SPEECH.en });
  const vi = rowsOf(evaluated, { speech: SPEECH.vi });

  it('tells a result with its period, attainment, gap and verdict in the language', () => {
    const lead = 'Sở Thông tin và Truyền thông';
    const [, ...english] = en['cq-1']!;
    expect(english).toEqual([
      ...['Hồ sơ', '≥ 95%', '96% (15 Dec 2023)', '101.1%', '+1 pp', '▲ exceeded ≠', '', '≠ met'],
      lead,
    ]);
    const [, ...vietnamese] = vi['cq-1']!;
    expect(vietnamese).toEqual([
      ...['Hồ sơ', '≥ 95%', '96% (15/12/2023)', '101,1%', '+1 điểm %', '▲ vượt mức ≠', ''],
      ...['≠ hoàn thành', lead],
    ]);
  });

  it('marks results that are about, and says nothing of a declared status that agrees', () => {
    expect(en['cq-2']!.slice(2, 9)).toEqual([
      ...['~ 45%', '~ 44% (15 Dec 2023)', '97.8%', '-1 pp', '✓ met', '', ''],
    ]);
  });

  it('names an agency by its code where the plan has no name for it', () => {
    expect(en['cq-2']!.at(-1)).toBe('Sở Thông tin và Truyền thông; nv');
  });

  it('puts the unit with the name, and the sign of at most with the target', () => {
    expect(en['kt-1']!.slice(1, 7)).toEqual([
      ...['Hạng (hạng)', '≤ 15', '19 (15 Dec 2023)', '78.9%', '+4', '→ in progress'],
    ]);
  });

  it('shows a result of an earlier year with its year and a mark', () => {
    expect(vi['kt-2']!.slice(2, 7)).toEqual([
      ...['≥ 1.000', '1.919,5 (2022)*', '192%', '+919,5', '▲ vượt mức'],
    ]);
  });

  it('words milestones, which once done are of no earlier year', () => {
    expect(vi['kt-3']!.slice(2, 7)).toEqual([
      ...['hoàn thành', 'hoàn thành (quý IV/2022)', '100%', '', '✓ hoàn thành'],
    ]);
  });

  it('leaves figures out where there are none', () => {
    expect(en['kt-4']!.slice(2, 9)).toEqual(['2–3', '', '', '', '? no data', '', 'in progress']);
  });

  it('shows the last known value where none counts', () => {
    expect(en['x-1']!.slice(2, 7)).toEqual([
      ...['', 'latest: 3% (15 Dec 2023)', '', '', '· no target'],
    ]);
  });

  it('tells waived indicators from their verdict', () => {
    expect(en['x-2']![6]).toBe('○ waived (in progress)');
  });

  it('indents parts under their indicator, which has only verdict and attainment itself', () => {
    expect(en['x-3']!.slice(0, 7)).toEqual([
      'x-3',
      'Hai phần',
      '',
      '',
      '70.5%',
      '',
      '→ in progress',
    ]);
    expect(en['x-3/moi']!.slice(0, 3)).toEqual(['x-3/moi', '↳ Mới', '≥ 100%'].with(0, ''));
    expect(en['x-3/cu']!.slice(3, 8)).toEqual([
      ...['35.24% (15 Dec 2023)', '70.5%', '-14.76 pp', '→ in progress', 'off track'],
    ]);
    expect(en).not.toHaveProperty('x-3/sau');
  });

  it('says when the verdict that a declared status differed from is another by now', () => {
    const later = evaluate(plan, results, new Map(), { asOf: '2024-06-30', year: 2023 });
    expect(rowsOf(later, { speech: SPEECH.en })['kt-4']!.slice(6, 9)).toEqual([
      ...['? no data', '', 'in progress'],
    ]);
    const missed = [aResult({ indicator: 'cq-1', value: 90, status: 'met', ...day })];
    const then = evaluate(plan, missed, new Map(), { asOf: '2024-06-30', year: 2023 });
    expect(rowsOf(then, { speech: SPEECH.vi })['cq-1']![8]).toBe(
      '≠ hoàn thành (khi đó tính ra: đang triển khai)',
    );
  });

  it('marks a baseline', () => {
    const own = aPlan([anIndicator({ 2024: 98 }, { baseline: baseline(2023, 96) })]);
    const view = evaluate(own, [], new Map(), { asOf: '2024-06-30' });
    expect(rowsOf(view, { speech: SPEECH.en }).a![3]).toBe('96% (2023, baseline)*');
    expect(rowsOf(view, { speech: SPEECH.en }).a![7]).toBe(
      'not computable: no result after the baseline',
    );
    expect(rowsOf(view, { speech: SPEECH.vi }).a![3]).toBe('96% (2023, số liệu nền)*');
  });

  it('never prints a result as the target that it falls short of', () => {
    const near = { numerator: exact(99_998), denominator: exact(100_000) };
    const row = aResult({ value: '99.998', counts: near, ...day });
    const own = aPlan([anIndicator({ 2023: 100 })]);
    const view = evaluate(own, [row], new Map(), { asOf: AS_OF });
    expect(rowsOf(view, { speech: SPEECH.en }).a!.slice(3, 7)).toEqual([
      ...['99.998% (15 Dec 2023)', '99.998%', '-0.002 pp', '→ in progress'],
    ]);
  });
});

describe('the frame of statusTable', () => {
  const grid = statusTable(evaluated, { speech: SPEECH.en });

  it('follows the plan’s order of groups, the indicators without one last', () => {
    expect(grid.title).toBe('1/KH — Kế hoạch chuyển đổi số');
    expect(grid.sections.map((section) => section.heading)).toEqual([
      ...['Kinh tế số', 'Chính quyền số', 'Without a group'],
    ]);
    expect(grid.sections.map((section) => section.subtotal)).toEqual([
      'Kinh tế số: 4 indicators — 1 exceeded, 1 met, 1 in progress, 1 no data',
      'Chính quyền số: 2 indicators — 1 exceeded, 1 met',
      'Without a group: 3 indicators — 1 in progress, 1 no target, 1 waived',
    ]);
  });

  it('names no section of a plan without groups', () => {
    const view = evaluate(aPlan([anIndicator({ 2023: 5 })]), [], new Map(), { asOf: AS_OF });
    expect(statusTable(view, { speech: SPEECH.en }).sections[0]).toMatchObject({
      heading: null,
      subtotal: null,
    });
  });

  it('closes with every verdict, what was left out and why, as-of day, sources and notes', () => {
    expect(grid.closing).toEqual([
      '9 indicators: 2 exceeded, 2 met, 2 in progress, 0 missed, 1 no data, 1 no target, 1 waived.',
      'Counted: 6 of 9. Left out: 1 without a result that counts, 1 without a target for 2023, 1 waived.',
      'As of 15 Dec 2023, target year 2023.',
      'Sources: 1/KH (test.yaml); results: test.results.csv.',
      '* 1 result is of a year before 2023.',
      '≠ 1 of 3 declared statuses differs from the verdict computed as of its own period.',
    ]);
  });

  it('closes in Vietnamese, with the files read and the caller’s lines', () => {
    const view = {
      resultFiles: ['b.csv', 'a.csv'],
      closing: ['3 nhiệm vụ quá hạn.'],
    };
    expect(statusTable(evaluated, { speech: SPEECH.vi, only: ['met'], ...view }).closing).toEqual([
      'Bảng hiện 2 trên 9 chỉ tiêu; các số đếm là của toàn bộ.',
      '9 chỉ tiêu: 2 vượt mức, 2 hoàn thành, 2 đang triển khai, 0 không hoàn thành, 1 chưa có số liệu, 1 không có mục tiêu, 1 được miễn.',
      'Được tính: 6 trên 9. Không tính: 1 không có kết quả dùng được, 1 không có mục tiêu năm 2023, 1 được miễn.',
      'Tính đến 15/12/2023, mục tiêu năm 2023.',
      'Nguồn: 1/KH (test.yaml); kết quả: b.csv, a.csv.',
      '* 1 kết quả thuộc các năm trước 2023.',
      '≠ 1 trên 3 đánh giá được công bố khác với kết quả tính tại kỳ báo cáo tương ứng.',
      '3 nhiệm vụ quá hạn.',
    ]);
  });

  it('keeps subtotals and totals whole when narrowed', () => {
    const narrowed = statusTable(evaluated, { speech: SPEECH.en, only: ['exceeded'] });
    expect(narrowed.sections.map((section) => section.subtotal)).toEqual(
      grid.sections.slice(0, 2).map((section) => section.subtotal),
    );
    expect(narrowed.closing.slice(1)).toEqual(grid.closing);
  });
});

describe('narrowing and sorting', () => {
  it.each<[Partial<StatusView>, string[]]>([
    [{ only: ['in-progress'] }, ['kt-1', 'x-3']],
    [{ only: ['waived'] }, ['x-2']],
    [{ only: ['differs'] }, ['cq-1']],
    [{ only: ['differs', 'waived'] }, ['cq-1', 'x-2']],
    [{ group: ['cq'] }, ['cq-1', 'cq-2']],
    [{ lead: ['nv'] }, ['cq-2']],
    [{ lead: ['tttt'], only: ['met'] }, ['cq-2']],
    [{ only: ['missed'] }, []],
    [{ only: [] }, ['kt-1', 'kt-2', 'kt-3', 'kt-4', 'cq-1', 'cq-2', 'x-1', 'x-2', 'x-3']],
  ])('%j', (view, codes) => {
    expect(codesOf(view)).toEqual(codes);
  });

  it.each<[StatusView['sort'], string[]]>([
    ['verdict', ['kt-4', 'kt-1', 'kt-3', 'kt-2']],
    ['attainment', ['kt-1', 'kt-3', 'kt-2', 'kt-4']],
    ['gap', ['kt-1', 'kt-2', 'kt-3', 'kt-4']],
    ['name', ['kt-3', 'kt-2', 'kt-1', 'kt-4']],
    ['document', ['kt-1', 'kt-2', 'kt-3', 'kt-4']],
  ])('sorts by %s within the group', (sort, codes) => {
    expect(codesOf({ group: ['kt'], sort })).toEqual(codes);
  });
});

describe('formats of the status grid', () => {
  it('CSV is the same in every language and holds what machines need', () => {
    const csv = (lang: 'vi' | 'en') => recordsCsv(statusTable(evaluated, { speech: SPEECH[lang] }));
    expect(csv('vi')).toBe(csv('en'));
    const lines = csv('en').split('\r\n');
    expect(lines[0]).toBe(
      'plan,indicator,name,group,unit,year,target,value,about,period,basis,latest,latest-period,attainment,gap,verdict,waived,pace,declared,differs,lead,source,bound,published,estimate,provisional,disputed,rivals,doubted',
    );
    expect(lines.find((line) => line.includes(',cq-2,'))).toBe(
      'test,cq-2,Ước,cq,%,2023,~ 45,44,true,2023-12-15,result,,,0.9777777777777777,-1,met,false,,met,false,tttt nv,test,,,false,false,false,,false',
    );
    expect(lines.find((line) => line.includes(',x-3/cu,'))).toContain(
      ',Cũ,,%,2023,>= 50,35.2400548,',
    );
  });

  it('drops lead, pace and gap before attainment, and names never', () => {
    const at = (width: number) =>
      tableText(statusTable(evaluated, { speech: SPEECH.en }), { width, color: false });
    expect(at(80)).toMatch(/Code +Indicator +2023 +Result +Attained +Verdict/);
    expect(at(80)).toContain('Not shown at this width: Gap, Pace, Lead.');
    expect(at(200)).not.toContain('Not shown');
    expect(at(20)).toMatch(/^Indicator$/m);
  });
});
