import type { DeadlineState, OnTime, TaskCounts } from '../../overdue.ts';
import type { OverdueWords } from '../en/overdue.ts';
import { formatDay, formatNumber, formatPercent } from '../numbers.ts';
import { list } from '../quote.ts';

const day = (date: string) => formatDay(date, 'vi');
const number = (count: number) => formatNumber(count, 'vi');
const days = (count: number) => `${number(count)} ngày`;

const STATES = {
  overdue: () => 'quá hạn',
  'due-soon': (within) => `đến hạn trong ${days(within)} tới`,
  upcoming: () => 'đến hạn sau đó',
  done: () => 'hoàn thành',
  'done-late': () => 'hoàn thành quá hạn',
  continuous: () => 'thường xuyên',
  undated: () => 'không có thời hạn',
  cancelled: () => 'đã hủy',
} as const satisfies Record<DeadlineState, (within: number) => string>;

const REPORTED = {
  done: 'hoàn thành',
  'in-progress': 'đang triển khai',
  'not-started': 'chưa triển khai',
  extended: 'gia hạn',
  cancelled: 'đã hủy',
};

const ITEMS = { task: 'nhiệm vụ', report: 'chế độ báo cáo' } as const;

/** What a reader looks for is told even where it is none. */
const ALWAYS: readonly DeadlineState[] = ['overdue', 'due-soon', 'done', 'done-late'];
const ORDER: readonly DeadlineState[] = [
  'overdue',
  'due-soon',
  'upcoming',
  'done',
  'done-late',
  'continuous',
  'undated',
  'cancelled',
];

function share({ onTime, judged, rate }: OnTime): string {
  const percent = rate === null ? '' : ` (${formatPercent(rate, 'vi')})`;
  return `${number(onTime)} trên ${number(judged)}${percent}`;
}

function leftOut({ leftOut: unknown, ahead }: OnTime): string {
  const told = [
    ...(unknown === 0
      ? []
      : [
          `${number(unknown)} việc hoàn thành nhưng không rõ ngày hoàn thành hoặc không có thời hạn`,
        ]),
    ...(ahead === 0 ? [] : [`${number(ahead)} việc hoàn thành trước khi đến hạn`]),
  ];
  return told.length === 0 ? '' : `; không tính ${told.join(', ')}`;
}

function totalOf(kind: 'task' | 'report', counts: TaskCounts, told: string): string {
  const times = counts.occurrences === counts.items ? '' : ` (${number(counts.occurrences)} kỳ)`;
  return `${number(counts.items)} ${ITEMS[kind]}${times}: ${told}.`;
}

const pastDate = (count: number) => `${number(count)} việc đã qua thời hạn`;

/** The Vietnamese words of `overdue`. */
export const overdue: OverdueWords = {
  columns: {
    standing: 'Tình trạng',
    due: 'Thời hạn',
    item: 'Mã',
    title: 'Nhiệm vụ, báo cáo',
    kind: 'Loại',
    lead: 'Chủ trì',
    reported: 'Cập nhật',
    timeline: 'Tiến trình',
  },
  sheet: {
    original: 'Thời hạn ban đầu',
    'days-overdue': 'Số ngày quá hạn',
    'done-on': 'Ngày hoàn thành',
    'days-late': 'Số ngày hoàn thành muộn',
  },
  otherLeads: 'Cùng chủ trì',
  moreLeads: (more) => `và ${formatNumber(more, 'vi')} cơ quan khác`,
  kinds: { task: 'nhiệm vụ', report: 'báo cáo' },
  standing: {
    overdue: (count) => `quá hạn ${days(count)}`,
    dueIn: (count) => (count === 0 ? 'đến hạn hôm nay' : `còn ${days(count)}`),
    done: (on) => (on === null ? 'hoàn thành, không rõ ngày' : `hoàn thành ${day(on)}`),
    doneLate: (on, count) => `hoàn thành ${day(on)}, quá hạn ${days(count)}`,
    continuous: 'thường xuyên',
    undated: (per) => (per === null ? 'không có thời hạn' : `thời hạn theo ${per}`),
    cancelled: 'đã hủy',
  },
  extended: (from) => `gia hạn từ ${day(from)}`,
  reported: (status, on) => `${REPORTED[status]}${on === null ? '' : `, ${day(on)}`}`,
  withoutLead: 'Không ghi cơ quan chủ trì',
  withoutGroup: 'Không thuộc nhóm nào',
  duties: 'Chế độ báo cáo',
  subtotal: (name, counts, onTime) =>
    `${name}: ${number(counts.overdue)} quá hạn, ${number(counts['due-soon'])} sắp đến hạn, tổng số ${number(counts.occurrences)} việc${
      onTime.judged === 0 ? '' : `; đúng hạn ${share(onTime)}`
    }`,
  subtotalUnreported: (name, counts) =>
    `${name}: ${pastDate(counts.overdue)}, ${number(counts['due-soon'])} sắp đến hạn, tổng số ${number(counts.occurrences)} việc`,
  total: (kind, counts, within) => {
    const told = ORDER.filter((state) => ALWAYS.includes(state) || counts[state] > 0);
    const all = told.map((state) => `${number(counts[state])} ${STATES[state](within)}`);
    return totalOf(kind, counts, all.join(', '));
  },
  unreported: (kind, counts, within) => {
    const told = ORDER.filter(
      (state) => state !== 'overdue' && (state === 'due-soon' || counts[state] > 0),
    );
    const others = told.map((state) => `${number(counts[state])} ${STATES[state](within)}`);
    return totalOf(
      kind,
      counts,
      `${pastDate(counts.overdue)}, chưa có báo cáo nào; ${others.join(', ')}`,
    );
  },
  nothing: 'Kế hoạch không có nhiệm vụ và chế độ báo cáo nào.',
  nothingShown: (byDefault) =>
    byDefault
      ? 'Trong phạm vi được hỏi không có việc nào quá hạn hay sắp đến hạn (--all hiện cả các việc khác).'
      : 'Không có việc nào như được hỏi.',
  narrowed: (shown, all) =>
    `Bảng hiện ${number(shown)} trên ${number(all)} việc; các số đếm là của toàn bộ kế hoạch.`,
  onTime: (onTime) =>
    onTime.judged === 0
      ? `Đúng hạn: chưa có việc nào đến hạn mà đánh giá được${leftOut(onTime)}.`
      : `Đúng hạn: ${share(onTime)} việc đã đến hạn${leftOut(onTime)}.`,
  onTimeOf: (name, onTime) => `${name}: đúng hạn ${share(onTime)}${leftOut(onTime)}.`,
  setElsewhere: (documents) =>
    `Thời hạn do văn bản khác quy định, ở đây không rõ: ${documents.join(', ')}.`,
  severalLeads: (items) =>
    `${number(items)} việc có nhiều cơ quan chủ trì nên xuất hiện ở từng cơ quan; tổng số chỉ tính một lần.`,
  judged: (asOf) => `Tính đến ${day(asOf)}. Đúng ngày đến hạn thì chưa quá hạn.`,
  sources: (document, plan, progress) =>
    `Nguồn: ${document} (${plan}); tiến độ: ${
      progress.length === 0 ? 'không có tệp nên chưa có việc nào được báo cáo' : progress.join(', ')
    }.`,
  timeline: (from, to) =>
    `Tiến trình từ ${day(from)} đến ${day(to)}: ├ bắt đầu (của khoảng thời gian, nếu không có thì ngày ban hành kế hoạch), ┤ đến hạn, ┃ hôm nay, ··· quá hạn, ✓ hoàn thành.`,
  longest: (named, count, reported) => {
    const what = reported ? 'Quá hạn' : 'Đã qua thời hạn';
    return named === count
      ? `${what}:`
      : `${what} lâu nhất, ${number(named)} trên ${number(count)}:`;
  },
  longestItem: ({ title, id, lead, due, days: count, note }) =>
    `✗ quá hạn ${days(count)} (hạn ${day(due)}): ${title} (${[id, ...lead].join('; ')})${note === '' ? '' : `; lý do: ${note}`}`,
  progressFrom: (files) =>
    files.length === 0
      ? 'Tiến độ thực hiện: không có tệp nên chưa có việc nào được báo cáo.'
      : `Tiến độ thực hiện: ${files.join(', ')}.`,
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
  entry: {
    note: (note) => `Lý do: ${note}`,
    lead: (names) => `Chủ trì: ${names.join('; ')}`,
    plan: (document, title) => `Kế hoạch: ${document}, ${title}`,
    item: (kind, id) => `${kind === 'task' ? 'Nhiệm vụ' : 'Chế độ báo cáo'}: ${id}`,
    standing: (standing, asOf) => `Tính đến ${day(asOf)}: ${standing}`,
    originalDue: (due) => `Đã gia hạn; hạn trong kế hoạch: ${day(due)}`,
    name: (documents) => `Thời hạn của ${list(documents, 'và')}`,
  },
};
