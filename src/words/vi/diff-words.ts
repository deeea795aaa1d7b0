import type { DiffWords } from '../en/diff-words.ts';
import { formatDay, formatNumber } from '../numbers.ts';

const number = (count: number) => formatNumber(count, 'vi');

const WHY = {
  unit: 'khác đơn vị',
  parts: 'nhiều điều kiện',
  milestone: 'con số và mốc',
  direction: 'khác chiều',
  each: 'theo từng ngành',
} as const;

const missing = (standIns: number) =>
  standIns === 0 ? 'không có' : `không có (${number(standIns)} có chỉ tiêu gần giống)`;

const counted = (list: readonly (readonly [number, string])[]) =>
  list
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${number(count)} ${word}`)
    .join(', ') || 'không có gì để so sánh';

/** The Vietnamese words of `diff` across plans. */
export const diffWords: DiffWords = {
  columns: {
    measure: 'Chỉ tiêu',
    year: 'Năm',
    plan: 'Kế hoạch',
    document: 'Văn bản',
    target: 'Mục tiêu',
    relation: 'So sánh',
  },
  relations: {
    same: 'bằng',
    stricter: 'cao hơn',
    looser: 'thấp hơn',
    missing: 'không có',
    'not-yet': 'khi đó chưa yêu cầu',
    only: 'chỉ có ở đây',
  },
  aligned: { same: 'bằng', stricter: 'vượt', looser: 'thấp hơn' },
  extra: 'có thêm',
  incomparable: (why) => `không so được: ${WHY[why]}`,
  byYear: (year) => `đến ${year}`,
  referenceBy: (year) => `mốc so sánh đến ${year}`,
  reference: 'mốc so sánh',
  done: 'hoàn thành',
  lookAlike: 'gần giống, khác định nghĩa',
  withoutGroup: 'Không thuộc nhóm nào',
  single: 'Chỉ có trong một kế hoạch',
  title: (plans, reference, isAligned) =>
    isAligned
      ? `${number(plans - 1)} kế hoạch so với ${reference}`
      : `Mục tiêu của ${number(plans)} kế hoạch đặt cạnh nhau`,
  summary: (plan, count, relations, standIns) =>
    `${plan}: so ${number(count)} mục tiêu — ${counted([
      [relations.same, 'bằng'],
      [relations.stricter, 'cao hơn'],
      [relations.looser, 'thấp hơn'],
      [relations.incomparable, 'không so được'],
      [relations['other-year'], 'ở năm khác'],
      [relations.missing, missing(standIns)],
      [relations['not-yet'], 'khi đó chưa yêu cầu'],
      [relations.only, 'không có trong mốc so sánh'],
    ])}`,
  alignment: (plan, count, relations, standIns) =>
    `${plan}: trên ${number(count)} mục tiêu, ${[
      `bằng ${number(relations.same)}`,
      `vượt ${number(relations.stricter)}`,
      `thấp hơn ${number(relations.looser)}`,
    ].join(', ')}; ${counted([
      [relations.incomparable, 'không so được'],
      [relations['other-year'], 'chỉ có ở năm khác'],
      [relations.missing, missing(standIns)],
      [relations['not-yet'], 'khi đó chưa yêu cầu'],
      [relations.only, 'không có trong mốc so sánh'],
    ])}`.replace(/; không có gì để so sánh$/, ''),
  lookAlikes: (count, isShown) =>
    isShown
      ? `≈ ${number(count)} dòng gần giống: định nghĩa khác nhau (khác đối tượng, khác mẫu số), nên dấu so sánh đặt hai thứ khác nhau cạnh nhau và không tính vào số đếm ở trên.`
      : `Còn ${number(count)} dòng gần giống nhưng khác định nghĩa: --similar để xem.`,
  areaEnded: (name, on, plans, years) =>
    `Địa bàn ${name}${plans.length === 0 ? '' : ` của ${plans.join(', ')}`} chấm dứt ngày ${formatDay(on, 'vi')}, trước khi hết hạn mục tiêu ${years.length === 1 ? 'năm' : 'các năm'} ${years.join(', ')}.`,
  years: (years) =>
    years.length === 0
      ? 'Các kế hoạch không có năm mục tiêu chung.'
      : `Năm mục tiêu được so sánh: ${years.join(', ')}.`,
  narrowed: (shown, all) =>
    `Bảng hiện ${number(shown)} trên ${number(all)} dòng; các số đếm là của toàn bộ.`,
  unasked: (measures, reference) =>
    `Không hiện ${number(measures)} chỉ tiêu ${reference === null ? 'chỉ một kế hoạch có' : `mà ${reference} không có`}: --rows all để xem.`,
  untimely: (measures) =>
    `${number(measures)} chỉ tiêu chỉ có mục tiêu cho năm khác nên không có dòng.`,
  unmeasured: (plans) =>
    `Chỉ tiêu không có mã trong danh mục chung thì không so sánh: ${plans
      .map(({ plan, count, of }) => `${plan} ${number(count)} trên ${number(of)}`)
      .join(', ')}.`,
  legend: (reference, isAligned) =>
    isAligned
      ? `Dấu so với ${reference}: = bằng, ▲ vượt, ▼ thấp hơn, ≠ không so được, ○ năm khác, — không có, · khi đó chưa yêu cầu.`
      : `Dấu so với ${reference}: = bằng, ▲ cao hơn, ▼ thấp hơn, ≠ không so được, ○ năm khác, — không có, · khi đó chưa yêu cầu, + ${reference} không có.`,
  nothing: 'Không có gì để hiện.',
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
};
