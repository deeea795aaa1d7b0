import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/tally.ts';
import type { Lang } from '../../src/words/langs.ts';
import type { ChangeCounts, DeadlineFacts, HeadlineFacts } from '../../src/words/report-facts.ts';
import { SPEECH } from '../speech.ts';

const NO_TASKS: DeadlineFacts = {
  items: 0,
  dated: 0,
  overdueItems: 0,
  overdue: 0,
  soon: 0,
  done: 0,
};

function tally(over: Partial<Tally>): Tally {
  const counts = {
    exceeded: 0,
    met: 0,
    'in-progress': 0,
    missed: 0,
    'no-data': 0,
    'no-target': 0,
    waived: 0,
    ...over,
  };
  const reached = counts.exceeded + counts.met;
  const judged = reached + counts['in-progress'] + counts.missed;
  const targeted = judged + counts['no-data'];
  const indicators = targeted + counts['no-target'] + counts.waived;
  return { ...counts, reached, judged, targeted, indicators };
}

function headline(lang: Lang, counts: Partial<Tally>, over: Partial<HeadlineFacts> = {}): string {
  return SPEECH[lang].report.headline({
    asOf: '2023-12-15',
    year: 2023,
    isNarrow: false,
    document: '56/KH-UBND',
    tally: tally(counts),
    earlier: 0,
    strongest: null,
    leastKnown: null,
    highest: null,
    lowest: null,
    declared: {
      declared: 0,
      statuses: { exceeded: 0, met: 0, 'in-progress': 0, missed: 0, 'no-data': 0 },
      differing: 0,
      unsupported: 0,
    },
    tasks: { ...NO_TASKS, items: 3 },
    duties: NO_TASKS,
    within: 30,
    hasProgress: true,
    longestOverdue: null,
    lastKnown: [],
    disputed: { count: 0, tipped: 0 },
    provisional: 0,
    doubted: 0,
    notCounted: [],
    ...over,
  });
}

const VI = 'không có việc nào quá hạn.'.replace('k', 'K');
const EN = 'Nothing is overdue.';

describe('the headline counts', () => {
  it.each([
    [
      { exceeded: 11, met: 6, 'in-progress': 8, 'no-data': 14 },
      'Đến ngày 15/12/2023, trong 39 chỉ tiêu có mục tiêu năm 2023 của Kế hoạch số 56/KH-UBND có 11 chỉ tiêu vượt mức, 06 chỉ tiêu hoàn thành, 08 chỉ tiêu đang triển khai và 14 chỉ tiêu chưa có số liệu. Trong 25 chỉ tiêu có số liệu, 17 chỉ tiêu đạt hoặc vượt mục tiêu (68%).',
      'As of 15 Dec 2023, of the 39 targets that Plan 56/KH-UBND sets for 2023, 11 have been exceeded, 6 have been met, 8 are in progress and 14 have no usable data. Of the 25 with data, 17 have been met or exceeded (68%).',
    ],
    [
      { met: 1, missed: 1 },
      'Đến ngày 15/12/2023, trong 02 chỉ tiêu có mục tiêu năm 2023 của Kế hoạch số 56/KH-UBND có 01 chỉ tiêu hoàn thành và 01 chỉ tiêu không hoàn thành. Trong các chỉ tiêu trên, 01 chỉ tiêu đạt hoặc vượt mục tiêu (50%).',
      'As of 15 Dec 2023, of the 2 targets that Plan 56/KH-UBND sets for 2023, 1 has been met and 1 has been missed. Of them, 1 has been met or exceeded (50%).',
    ],
    [
      { met: 2 },
      'Đến ngày 15/12/2023, 02 chỉ tiêu có mục tiêu năm 2023 của Kế hoạch số 56/KH-UBND đều hoàn thành.',
      'As of 15 Dec 2023, all of the 2 targets that Plan 56/KH-UBND sets for 2023 have been met.',
    ],
    [
      { missed: 1 },
      'Đến ngày 15/12/2023, chỉ tiêu duy nhất có mục tiêu năm 2023 của Kế hoạch số 56/KH-UBND không hoàn thành.',
      'As of 15 Dec 2023, the one target that Plan 56/KH-UBND sets for 2023 has been missed.',
    ],
    [
      { 'no-data': 17 },
      'Đến ngày 15/12/2023, 17 chỉ tiêu có mục tiêu năm 2023 của Kế hoạch số 56/KH-UBND đều chưa có số liệu.',
      'As of 15 Dec 2023, there are usable data for none of the 17 targets that Plan 56/KH-UBND sets for 2023.',
    ],
    [
      { 'no-target': 4 },
      'Đến ngày 15/12/2023, Kế hoạch số 56/KH-UBND không có chỉ tiêu nào có mục tiêu năm 2023 để đánh giá.',
      'As of 15 Dec 2023, no indicator of Plan 56/KH-UBND has a target for 2023 to judge.',
    ],
    [
      { 'in-progress': 1, 'no-data': 1 },
      'Đến ngày 15/12/2023, trong 02 chỉ tiêu có mục tiêu năm 2023 của Kế hoạch số 56/KH-UBND có 01 chỉ tiêu đang triển khai và 01 chỉ tiêu chưa có số liệu. Chỉ tiêu duy nhất có số liệu chưa đạt mục tiêu.',
      'As of 15 Dec 2023, of the 2 targets that Plan 56/KH-UBND sets for 2023, 1 is in progress and 1 has no usable data. The one with data has not been reached.',
    ],
  ])('%j', (counts, vi, en) => {
    expect(headline('vi', counts)).toBe(`${vi} ${VI}`);
    expect(headline('en', counts)).toBe(`${en} ${EN}`);
  });
});

describe('the headline on', () => {
  const rest = (lang: Lang, over: Partial<HeadlineFacts>) =>
    headline(lang, { met: 2, missed: 1 }, over).split('. ').slice(2).join('. ');

  it('results of earlier years', () => {
    expect(rest('vi', { earlier: 3 })).toContain('Cả 03 chỉ tiêu có số liệu được đánh giá');
    expect(rest('vi', { earlier: 1 })).toContain('01 trong 03 chỉ tiêu có số liệu được đánh giá');
    expect(rest('en', { earlier: 3 })).toContain('All 3 with data are judged on results from');
    expect(rest('en', { earlier: 1 })).toContain('1 of 3 is judged on a result from before 2023');
  });

  it('declared statuses: differing, without figures, agreeing, none', () => {
    const statuses = { exceeded: 1, met: 1, 'in-progress': 0, missed: 0, 'no-data': 0 };
    const declared = (differing: number, unsupported: number) => ({
      declared: { declared: 2, statuses, differing, unsupported },
    });
    expect(rest('vi', declared(1, 1))).toContain(
      'Trong 02 đánh giá đã được công bố (01 vượt mức, 01 hoàn thành), 01 đánh giá khác với kết quả tính từ số liệu và 01 đánh giá chưa có số liệu để đối chiếu.',
    );
    expect(rest('en', declared(1, 0))).toContain(
      'Of 2 officially declared statuses (1 exceeded, 1 met), 1 differs from what the figures say.',
    );
    expect(rest('en', declared(0, 2))).toContain(', 2 have no figures to be held against.');
    expect(rest('en', declared(0, 0))).toContain('All 2 officially declared statuses (1 exceeded');
    expect(rest('vi', {})).toBe(VI);
  });

  it('tasks: overdue once, several times, without any report, and soon due', () => {
    const tasks = { items: 5, dated: 5, overdueItems: 1, overdue: 1, soon: 1, done: 0 };
    const longestOverdue = { title: 'T', days: 1 };
    expect(rest('en', { tasks, longestOverdue })).toBe(
      '1 of 5 tasks is past the due day and not reported done, the longest by 1 day (“T”); 1 item falls due in the next 30 days.',
    );
    expect(rest('vi', { tasks, longestOverdue, hasProgress: false })).toBe(
      'Chưa có báo cáo tiến độ; theo thời hạn trong kế hoạch, 01/05 nhiệm vụ đã quá hạn mà chưa được báo cáo hoàn thành, lâu nhất 01 ngày (“T”); 01 việc đến hạn trong 30 ngày tới.',
    );
    const duties = { items: 2, dated: 2, overdueItems: 2, overdue: 7, soon: 2, done: 0 };
    expect(rest('en', { tasks, duties })).toBe(
      '1 of 5 tasks and 2 of 2 duties to report (7 times) are past the due day and not reported done; 3 items fall due in the next 30 days.',
    );
    expect(rest('vi', { tasks: NO_TASKS })).toBe(
      'Kế hoạch không ghi nhiệm vụ hay chế độ báo cáo nào.',
    );
  });

  it('what does not count, is disputed or provisional', () => {
    const notCounted = [{ reason: 'unreadable', count: 1 } as const];
    expect(rest('en', { notCounted })).toContain('Not counted: 1 row that cannot be read.');
    expect(rest('vi', { notCounted })).toContain('Không được tính: 01 dòng không đọc được.');
    const doubts = { disputed: { count: 2, tipped: 1 }, provisional: 1 };
    expect(rest('en', doubts)).toContain(
      '2 verdicts are disputed by another source, whose figure would change 1 of them.',
    );
    expect(rest('vi', doubts)).toContain('01 đánh giá là tạm thời');
  });
});

describe('changes', () => {
  const counts = (over: Partial<ChangeCounts>): ChangeCounts => ({
    directions: { improved: 0, worsened: 0, known: 0, unknown: 0 },
    results: 0,
    deadlines: { finished: 0, newlyOverdue: 0, extended: 0, cancelled: 0 },
    ...over,
  });

  it('agree with their numbers', () => {
    const { changes } = SPEECH.en.report;
    const one = counts({ results: 1 });
    const since = { day: '2024-01-01' };
    expect(changes(one, since)).toBe(
      'Compared with 1 Jan 2024: 1 new result leaves the verdict as it was.',
    );
    const some = {
      directions: { improved: 2, worsened: 1, known: 0, unknown: 0 },
      deadlines: null,
    };
    expect(changes(counts(some), { files: ['a.csv', 'b.csv'] })).toBe(
      'Compared with the results in a.csv, b.csv: 2 verdicts improved and 1 verdict worsened. Tasks were not compared.',
    );
  });
});

it.each([
  ['56/KH-UBND', 'Kế hoạch số 56/KH-UBND', 'Plan 56/KH-UBND'],
  ['2780/QĐ-UBND', 'Quyết định số 2780/QĐ-UBND', 'Decision 2780/QĐ-UBND'],
  ['411/QĐ-TTg', 'Quyết định số 411/QĐ-TTg', 'Decision 411/QĐ-TTg'],
  ['05-NQ/TU', '05-NQ/TU', '05-NQ/TU'],
])('a document is named for what its number says: %s', (code, vi, en) => {
  expect(SPEECH.vi.report.document(code)).toBe(vi);
  expect(SPEECH.en.report.document(code)).toBe(en);
});
