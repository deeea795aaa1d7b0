import type { EvidenceWords, Otherwise, SaidCode } from '../en/evidence.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { VERDICTS } from './status.ts';

const number = (count: number) => formatNumber(count, 'vi');

const dueAfter = (due: number) =>
  `${number(due)} thời hạn của nhiệm vụ, chế độ báo cáo rơi vào sau ngày đó`;

/** Sau số liệu của nguồn khác: theo đó thì kết quả và đánh giá ra sao. */
export function wouldBe({ result, verdict }: Otherwise): string {
  const judged = verdict === null ? '' : `, nếu theo đó thì “${verdict}”`;
  return result === null
    ? judged
    : `; tính theo nguồn này thì kết quả là ${result}${judged && `, “${verdict}”`}`;
}

/** Why figures do not count, how many of each, with counts as they are to be written. */
export function reasonsIn(number: (count: number) => string): EvidenceWords['reasons'] {
  return {
    unreadable: (count) => `${number(count)} dòng không đọc được`,
    'file-unread': (count) => `${number(count)} tệp không đọc được`,
    'out-of-range': (count) => `${number(count)} tỷ lệ ngoài khoảng 0–100%`,
    'on-parts': (count) => `${number(count)} số liệu của chỉ tiêu có mục tiêu đặt ở các thành phần`,
    'not-addable': (count) => `${number(count)} số liệu không cộng dồn được`,
    'after-as-of': (count) => `${number(count)} dòng thuộc kỳ hoặc công bố sau ngày đánh giá`,
    'after-target-year': (count) => `${number(count)} số liệu của các năm sau năm mục tiêu`,
    'other-area': (count) => `${number(count)} số liệu của địa bàn khác`,
    'ended-area': (count) => `${number(count)} dòng của kỳ sau khi địa bàn chấm dứt`,
    'answered-none': (count) => `${number(count)} trả lời chưa có số liệu`,
  };
}

const SAID: Record<SaidCode, string> = {
  ...VERDICTS,
  done: 'hoàn thành',
  'not-done': 'chưa hoàn thành',
  'not-started': 'chưa triển khai',
  extended: 'gia hạn',
  cancelled: 'đã hủy',
};

export const evidence = {
  estimate: (figure) => `${figure}, số ước`,
  disputed: (address, rival, source, otherwise) =>
    `‡ ${address} có số liệu trái nhau: ${rival} theo ${source}${wouldBe(otherwise)}.`,
  rival: (rival, source, otherwise) => `${rival} theo ${source}${wouldBe(otherwise)}`,
  moreDisputed: (count) => `‡ Còn ${number(count)} số liệu khác trái nhau.`,
  coverage: (address, sent, missing) =>
    `${address} được tổng hợp từ ${number(sent)} địa bàn${missing.length === 0 ? '' : `; chưa có số liệu của ${missing.join(', ')}`}.`,
  provisional: (count, year) =>
    `† ${number(count)} đánh giá là tạm thời: số liệu quyết định thuộc thời gian trước quý cuối năm ${year}.`,
  shareDoubt: (of, figure, meant) =>
    of === 'target'
      ? `mục tiêu ${figure} đáng ngờ, có phải là ${meant}?`
      : `${figure} quá nhỏ so với các số liệu khác nên đáng ngờ, có phải là ${meant}?`,
  lastReaches: 'tới mức',
  lastBelow: 'dưới mức',
  noSource: 'một dòng không ghi nguồn',
  notCounted: (count, reasons) =>
    `Không được tính: ${reasons.join('; ')}${count > 0 ? ` (${number(count)} mục, liệt kê bên dưới)` : ''}.`,
  said: SAID,
  reasons: reasonsIn(number),
  entry: (reason, places) => `Không được tính: ${reason} (${places}).`,
  yearWithoutFigures: ({ year, targeted, without }, isSent) => {
    const figure = `số liệu${isSent ? ' dùng được' : ''} của chính năm đó`;
    return `Năm ${year} đã kết thúc mà ${
      without < targeted
        ? `${number(without)}/${number(targeted)} chỉ tiêu có mục tiêu năm này chưa có ${figure}`
        : targeted === 1
          ? `chỉ tiêu duy nhất có mục tiêu năm này chưa có ${figure}`
          : `cả ${number(targeted)} chỉ tiêu có mục tiêu năm này đều chưa có ${figure}`
    }.`;
  },
  lastKnown: ({ without, atTarget, below }) => {
    const unknown = without - atTarget - below;
    if (unknown === without) return 'Các kỳ khác cũng chưa có số liệu để so với mục tiêu.';
    if (without === 1)
      return `Số liệu gần nhất của chỉ tiêu ấy ${atTarget === 1 ? 'đã tới hoặc vượt mức mục tiêu' : 'còn dưới mức mục tiêu'}; đây không phải là đánh giá.`;
    const rest = unknown === 0 ? '' : `, ${number(unknown)} chưa có số liệu nào để so`;
    return `Theo số liệu gần nhất của các chỉ tiêu ấy: ${number(atTarget)} đã tới hoặc vượt mức mục tiêu, ${number(below)} còn dưới mức${rest}; đây không phải là đánh giá.`;
  },
  otherYears: (years, isWithOptions) =>
    `${years.map(({ year, targets }) => `Năm ${year} có ${number(targets)} chỉ tiêu có mục tiêu riêng${isWithOptions ? ` (--year ${year})` : ''}`).join('; ')}.`,
  unreported: (tasks) => `${number(tasks)} nhiệm vụ đã qua thời hạn mà chưa có báo cáo nào.`,
  areaOfPlansEnded: (name, on, plans) =>
    `Địa bàn ${name}${plans.length === 0 ? '' : ` của ${plans.join(', ')}`} chấm dứt ngày ${formatDay(on, 'vi')}: số liệu sau ngày đó là của địa bàn khác.`,
  areaEnded: (name, on, successor, due) =>
    `Địa bàn của kế hoạch, ${name}, chấm dứt ngày ${formatDay(on, 'vi')}${successor === null ? '' : `; kế hoạch giao đánh giá theo địa bàn kế tiếp ${successor}`}${due === 0 ? '' : `; ${dueAfter(due)}`}.`,
  unjudged: (name, on, year, { targets, due }) =>
    `Địa bàn của kế hoạch, ${name}, chấm dứt ngày ${formatDay(on, 'vi')}, trước khi hết năm ${year}: ${targets === 1 ? 'mục tiêu duy nhất' : `${number(targets)} mục tiêu`} năm ${year} không được đánh giá theo số liệu nào${due === 0 ? '' : `, ${dueAfter(due)}`}.`,
} satisfies EvidenceWords;
