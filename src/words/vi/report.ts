import type { Verdict } from '../../verdict.ts';
import type { ReportWords } from '../en/report.ts';
import { formatDay } from '../numbers.ts';
import { list } from '../quote.ts';
import type { ChangeCounts, SinceText, UncomputedReason } from '../report-facts.ts';
import { number } from './count.ts';
import { appendix } from './report-appendix.ts';
import { chapters } from './report-chapters.ts';
import {
  documentName,
  headline,
  overdueText,
  sentence,
  share,
  shortHeadline,
} from './report-headline.ts';
import { method } from './report-method.ts';
import { status } from './status.ts';

const day = (date: string) => formatDay(date, 'vi');
const and = (items: readonly string[]) => list(items, 'và');

const REASONS: Record<UncomputedReason, string> = {
  'no-baseline': 'không có số liệu nền',
  'no-newer-result': 'chưa có kết quả sau số liệu nền',
  'baseline-satisfies': 'có số liệu nền đã đạt mục tiêu',
  'zero-baseline': 'có số liệu nền bằng 0',
  'sign-change': 'có số liệu đổi dấu',
  'too-steep': 'có kết quả sau thời gian quá ngắn để quy ra tốc độ tăng trưởng năm',
  'beyond-cap': 'có tổng của năm đã vượt mức trần',
  milestone: 'là mốc công việc, không có tiến độ bằng số',
  parts: 'có thành phần chưa tính được',
};

const since = (what: SinceText) =>
  'day' in what ? `ngày ${day(what.day)}` : `số liệu trong ${what.files.join(', ')}`;

function noneWith(verdicts: readonly Verdict[], year: number): string {
  const words = verdicts.map((verdict) => `“${status.verdicts[verdict]}”`);
  return `Không có chỉ tiêu nào có mục tiêu năm ${year} ở mức ${list(words, 'hoặc')}.`;
}

function uncomputed(
  count: number,
  all: number,
  reasons: readonly { reason: UncomputedReason; count: number }[],
): string {
  const why = reasons.map((one) => `${number(one.count)} chỉ tiêu ${REASONS[one.reason]}`);
  const [only] = reasons;
  if (reasons.length === 1 && only)
    return `Chưa tính được tiến độ của ${number(count)}/${number(all)} chỉ tiêu đang triển khai, vì ${REASONS[only.reason]}.`;
  return `Chưa tính được tiến độ của ${number(count)}/${number(all)} chỉ tiêu đang triển khai: ${why.join('; ')}.`;
}

function changes({ directions, results, deadlines }: ChangeCounts, what: SinceText): string {
  const told = [
    [directions.improved, 'đánh giá tốt lên'],
    [directions.worsened, 'đánh giá kém đi'],
    [directions.known, 'chỉ tiêu nay có số liệu để đánh giá'],
    [directions.unknown, 'chỉ tiêu nay không còn số liệu dùng được'],
    [results, 'số liệu mới không làm đổi đánh giá'],
    [deadlines?.finished ?? 0, 'việc hoàn thành'],
    [deadlines?.newlyOverdue ?? 0, 'việc mới quá hạn'],
    [deadlines?.extended ?? 0, 'việc được gia hạn'],
    [deadlines?.cancelled ?? 0, 'việc bị hủy'],
  ] as const;
  const parts = told
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${number(count)} ${what}`);
  const tasks = deadlines === null ? ' Nhiệm vụ không được so sánh.' : '';
  return `So với ${since(what)}: ${and(parts)}.${tasks}`;
}

/** The Vietnamese words of `report`, in the register of official reports. */
export const report: ReportWords = {
  document: documentName,
  title: (document) => `Báo cáo kết quả thực hiện ${documentName(document)}`,
  titleOfSeveral: (plans) => `Báo cáo kết quả thực hiện ${number(plans)} kế hoạch`,
  headings: {
    summary: 'Tóm tắt',
    comparison: 'So sánh các kế hoạch',
    alignment: 'Đối chiếu với mục tiêu quốc gia',
    groups: 'Chỉ tiêu theo nhóm',
    indicators: 'Kết quả từng chỉ tiêu',
    overdue: 'Nhiệm vụ và chế độ báo cáo quá hạn',
    dueNext: 'Việc sắp đến hạn',
    questions: 'Nội dung đề nghị các cơ quan làm rõ',
    method: 'Cách tính và phạm vi',
    scope: 'Phạm vi và lưu ý',
  },
  planHeading: (document, area) => `${documentName(document)} (${area})`,
  changesHeading: (what) => `Thay đổi so với ${since(what)}`,
  counted: (heading, count) => `${sentence(heading)} (${number(count)})`,
  paces: {
    'on-track': 'Đúng tiến độ',
    'at-risk': 'Có nguy cơ chậm',
    'off-track': 'Chậm tiến độ',
    'not-computable': 'Chưa tính được tiến độ',
  },
  columns: {
    group: 'Nhóm',
    indicators: 'Chỉ tiêu',
    reached: 'Đạt hoặc vượt / có số liệu',
    declaredOtherwise: 'Đã công bố là',
    expected: 'Mức cần có tại kỳ',
    needed: 'Còn cần mỗi năm',
    left: 'Còn thiếu',
    achieved: 'Đã đạt thêm mỗi năm',
    reaches: 'Dự kiến đạt',
    item: 'Mã',
    title: 'Nội dung',
    kind: 'Loại',
    due: 'Thời hạn',
    daysLate: 'Số ngày quá hạn',
    daysLeft: 'Số ngày còn lại',
    lead: 'Cơ quan chủ trì',
    direction: 'Thay đổi',
    before: 'Trước',
    now: 'Nay',
    change: 'Thay đổi',
    plan: 'Kế hoạch',
    area: 'Địa bàn',
    year: 'Năm',
    overdue: 'Nhiệm vụ quá hạn',
  },
  leftIn: (amount, months) => (months > 0 ? `${amount} trong ${number(months)} tháng` : amount),
  waivedColumn: 'Được miễn',
  total: 'Tổng số',
  withoutGroup: 'Không thuộc nhóm nào',
  withoutLead: 'Văn bản không ghi cơ quan chủ trì',
  senders: 'Cơ quan gửi tệp số liệu',
  kinds: { task: 'nhiệm vụ', report: 'báo cáo' },
  facts: {
    document: (code, issued, title) =>
      `Văn bản: ${documentName(code)} ngày ${day(issued)}, ${title}`,
    area: (name) => `Địa bàn: ${name}`,
    asOf: (asOf, year, area) =>
      [
        `Thời điểm đánh giá: ngày ${day(asOf)}`,
        ...(year === null ? [] : [`mục tiêu năm ${year}`]),
        ...(area === null ? [] : [`kết quả của địa bàn ${area}`]),
      ].join('; '),
    sources: (plan, results, progress) =>
      `Nguồn số liệu: kế hoạch ${plan}; kết quả ${results.length === 0 ? '(không có tệp)' : results.join(', ')}; tiến độ nhiệm vụ ${progress.length === 0 ? '(không có tệp)' : progress.join(', ')}`,
    plans: (documents) => `Các văn bản: ${documents.map(documentName).join('; ')}`,
  },
  headline,
  shortHeadline,
  share,
  noneWith,
  noTargets: (year) => `Không có chỉ tiêu nào có mục tiêu năm ${year}.`,
  uncomputed,
  severalLeads: (count) =>
    `Có ${number(count)} việc do nhiều cơ quan cùng chủ trì nên xuất hiện ở từng cơ quan.`,
  reason: (note) => `lý do: ${note}`,
  overdue: ({ tasks, duties }, asOf, hasProgress) => {
    const text = overdueText(tasks, duties);
    const basis = hasProgress
      ? ''
      : ' Chưa có báo cáo tiến độ nên chưa biết việc nào đã xong; mọi việc đã qua thời hạn đều được kể ở đây.';
    return text === null
      ? `Đến ngày ${day(asOf)}, không có việc nào quá hạn.`
      : `Đến ngày ${day(asOf)}, ${text}.${basis}`;
  },
  noDuties: 'Kế hoạch không ghi nhiệm vụ hay chế độ báo cáo nào.',
  dueSoon: (count, within) => `${number(count)} việc đến hạn trong ${number(within)} ngày tới.`,
  dueLater: (count, within, due) =>
    `Không có việc nào đến hạn trong ${number(within)} ngày tới; thời hạn gần nhất là ngày ${day(due)}, có ${number(count)} việc.`,
  nothingDue: (asOf) => `Từ ngày ${day(asOf)} không còn việc nào có thời hạn ở phía trước.`,
  extendedFrom: (due) => `gia hạn từ ${day(due)}`,
  directions: {
    improved: 'tốt lên',
    worsened: 'kém đi',
    known: 'nay có số liệu',
    unknown: 'nay không còn số liệu dùng được',
  },
  unchanged: (what) => `Không có thay đổi nào so với ${since(what)}.`,
  changes,
  deadlineChanges: {
    finished: 'hoàn thành',
    newlyOverdue: 'mới quá hạn',
    extended: 'được gia hạn',
    cancelled: 'bị hủy',
  },
  unknownBefore: 'chưa có',
  perYear: (amount) => `${amount}/năm`,
  never: 'không đạt',
  notInYear: (year) => `không đạt trong năm ${year}`,
  alignment: (reference, targets) =>
    `Các kế hoạch được đặt cạnh ${number(targets)} mục tiêu của ${reference}. Chỉ so những chỉ tiêu cùng định nghĩa và cùng năm; so mục tiêu với mục tiêu, không phải kết quả.`,
  comparison: (plans, asOf, withoutProgress) =>
    `${number(plans)} kế hoạch được đánh giá đến ngày ${day(asOf)}, mỗi kế hoạch theo năm mục tiêu của mình; mục tiêu của các kế hoạch được định nghĩa khác nhau nên bảng không phải là xếp hạng.${
      withoutProgress === 0
        ? ''
        : ` ${number(withoutProgress)} kế hoạch chưa có báo cáo tiến độ: nhiệm vụ quá hạn của các kế hoạch này là nhiệm vụ đã qua thời hạn mà chưa có báo cáo nào.`
    }`,
  questions: (count, notes) => {
    const more = notes === 0 ? '' : ` Ngoài ra có ${number(notes)} lưu ý không cần trả lời.`;
    return count === 0
      ? `Qua đối chiếu, không có nội dung nào cần làm rõ.${more}`
      : `Qua đối chiếu có ${number(count)} nội dung cần làm rõ, đề nghị các cơ quan dưới đây rà soát và cho ý kiến.${more}`;
  },
  uncounted: (about, reasons) =>
    `${about}: không được tính: ${reasons.join('; ')}. Đề nghị gửi lại số liệu đúng.`,
  placed: (places) => `Nguồn: ${places}.`,
  method,
  chapters,
  appendix,
};
