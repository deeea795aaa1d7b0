import type { DeclaredTally } from '../../report.ts';
import { DECLARED_STATUSES, TARGETED_VERDICTS } from '../../verdict.ts';
import { formatDay, formatNumber, formatPercent } from '../numbers.ts';
import { list } from '../quote.ts';
import type { DeadlineFacts, GroupFact, HeadlineFacts, IndicatorFact } from '../report-facts.ts';
import { number } from './count.ts';
import { evidence, reasonsIn } from './evidence.ts';
import { status } from './status.ts';

/** Why figures do not count, with counts as official documents write them. */
export const notCountedReasons = reasonsIn(number);

const and = (items: readonly string[]) => list(items, 'và');

/** The document with the kind that its number tells. */
export function documentName(code: string): string {
  if (/\/KH\b/.test(code)) return `Kế hoạch số ${code}`;
  if (/\/QĐ(?![\p{L}\d])/u.test(code)) return `Quyết định số ${code}`;
  return code;
}

/** `11/13 (84,6%)`. */
export function share(part: number, of: number): string {
  const percent = of === 0 ? '' : ` (${formatPercent(part / of, 'vi')})`;
  return `${formatNumber(part, 'vi')}/${formatNumber(of, 'vi')}${percent}`;
}

/** The headline of one plan: what was counted, what stands out, what is not known. */
export function headline(facts: HeadlineFacts): string {
  return [
    counted(facts),
    ...facts.lastKnown,
    ...reached(facts),
    ...doubts(facts),
    ...earlier(facts),
    ...strongest(facts.strongest),
    ...extremes(facts),
    ...declared(facts),
    ...unknown(facts),
    ...deadlines(facts),
    ...notCounted(facts),
  ].join(' ');
}

/** The same for one page: what was counted, what is doubtful, what is late. */
export function shortHeadline(facts: HeadlineFacts): string {
  return [
    counted(facts),
    ...facts.lastKnown,
    ...reached(facts),
    ...doubts(facts),
    ...deadlines({ ...facts, longestOverdue: null }),
    ...notCounted(facts),
  ].join(' ');
}

function counted({ asOf, year, document, isNarrow, tally }: HeadlineFacts): string {
  const day = `Đến ngày ${formatDay(asOf, 'vi')}`;
  const name = `${documentName(document)}${isNarrow ? ' thuộc phạm vi báo cáo này' : ''}`;
  if (tally.targeted === 0)
    return `${day}, ${name} không có chỉ tiêu nào có mục tiêu năm ${year} để đánh giá.`;
  const told = TARGETED_VERDICTS.filter((verdict) => tally[verdict] > 0);
  const [only] = told;
  const of = `${number(tally.targeted)} chỉ tiêu có mục tiêu năm ${year} của ${name}`;
  if (tally.targeted === 1 && only)
    return `${day}, chỉ tiêu duy nhất có mục tiêu năm ${year} của ${name} ${status.verdicts[only]}.`;
  if (told.length === 1 && only) return `${day}, ${of} đều ${status.verdicts[only]}.`;
  const counts = told.map(
    (verdict) => `${number(tally[verdict])} chỉ tiêu ${status.verdicts[verdict]}`,
  );
  return `${day}, trong ${of} có ${and(counts)}.`;
}

function reached({ tally }: HeadlineFacts): string[] {
  const { judged, targeted } = tally;
  if (judged === 0 || judged === tally.reached) return [];
  if (judged === 1)
    return targeted === 1 ? [] : ['Chỉ tiêu duy nhất có số liệu chưa đạt mục tiêu.'];
  const base = judged === targeted ? 'các chỉ tiêu trên' : `${number(judged)} chỉ tiêu có số liệu`;
  return tally.reached === 0
    ? [`Trong ${base}, chưa có chỉ tiêu nào đạt mục tiêu.`]
    : [
        `Trong ${base}, ${number(tally.reached)} chỉ tiêu đạt hoặc vượt mục tiêu (${formatPercent(tally.reached / judged, 'vi')}).`,
      ];
}

function earlier({ earlier: count, tally, year }: HeadlineFacts): string[] {
  if (count === 0) return [];
  const all = count === tally.judged;
  const who =
    all && count > 1
      ? `Cả ${number(count)} chỉ tiêu có số liệu`
      : all
        ? 'Chỉ tiêu duy nhất có số liệu'
        : `Có ${number(count)} trong ${number(tally.judged)} chỉ tiêu có số liệu`;
  return [`${who} được đánh giá theo kết quả của các năm trước, do chưa có kết quả năm ${year}.`];
}

function strongest(group: GroupFact | null): string[] {
  if (group === null) return [];
  const { reached, judged } = group.tally;
  return [
    `Nhóm “${group.name}” có tỷ lệ đạt cao nhất: ${number(reached)}/${number(judged)} chỉ tiêu có số liệu đạt hoặc vượt mục tiêu.`,
  ];
}

/** What is to be said of a figure that stands out and is in doubt. */
const DOUBTS = {
  disputed: ', nhưng có nguồn khác nêu số liệu trái',
  doubted: ', nhưng tỷ lệ này còn đáng ngờ',
};

function extremes({ highest, lowest }: HeadlineFacts): string[] {
  const figures = ({ name, value, period, target, attained, doubt }: IndicatorFact) =>
    `“${name}”: ${value}${period === null ? '' : ` (${period})`} so với mục tiêu ${target}, bằng ${attained} mục tiêu${doubt === null ? '' : DOUBTS[doubt]}`;
  return [
    ...(highest ? [`Chỉ tiêu vượt cao nhất so với mục tiêu là ${figures(highest)}.`] : []),
    ...(lowest ? [`Chỉ tiêu đạt thấp nhất so với mục tiêu là ${figures(lowest)}.`] : []),
  ];
}

function declared({ declared: tally }: HeadlineFacts): string[] {
  const { declared: all, differing, unsupported } = tally;
  if (all === 0) return [];
  const base = `Trong ${number(all)} đánh giá đã được công bố (${statuses(tally)})`;
  if (differing + unsupported === 0)
    return [`${base}, không có đánh giá nào khác với kết quả tính từ số liệu.`];
  const parts = [
    ...(differing > 0 ? [`${number(differing)} đánh giá khác với kết quả tính từ số liệu`] : []),
    ...(unsupported > 0 ? [`${number(unsupported)} đánh giá chưa có số liệu để đối chiếu`] : []),
  ];
  return [`${base}, ${and(parts)}.`];
}

function statuses({ statuses: counts }: DeclaredTally): string {
  return DECLARED_STATUSES.filter((one) => counts[one] > 0)
    .map((one) => `${number(counts[one])} ${status.declared[one]}`)
    .join(', ');
}

function unknown({ tally, leastKnown }: HeadlineFacts): string[] {
  if (leastKnown === null || tally.judged === 0) return [];
  const { name, tally: own } = leastKnown;
  return [
    `Thiếu số liệu nhiều nhất là nhóm “${name}”: ${number(own['no-data'])}/${number(own.targeted)} chỉ tiêu.`,
  ];
}

function deadlines(facts: HeadlineFacts): string[] {
  const { tasks, duties, hasProgress, longestOverdue, within } = facts;
  if (tasks.items + duties.items === 0)
    return ['Kế hoạch không ghi nhiệm vụ hay chế độ báo cáo nào.'];
  const late = overdueText(tasks, duties);
  const basis = hasProgress ? '' : 'Chưa có báo cáo tiến độ; theo thời hạn trong kế hoạch, ';
  const longest = longestOverdue
    ? `, lâu nhất ${number(longestOverdue.days)} ngày (“${longestOverdue.title}”)`
    : '';
  const told = late === null ? 'không có việc nào quá hạn' : `${late}${longest}`;
  const soon = tasks.soon + duties.soon;
  const next = soon > 0 ? `; ${number(soon)} việc đến hạn trong ${number(within)} ngày tới` : '';
  return [`${sentence(basis + told)}${next}.`];
}

/** What is past its day without word that it is done; `null` where nothing is. */
export function overdueText(tasks: DeadlineFacts, duties: DeadlineFacts): string | null {
  const parts = [
    ...(tasks.overdue > 0 ? [overdueOf(tasks, 'nhiệm vụ', 'lượt')] : []),
    ...(duties.overdue > 0 ? [overdueOf(duties, 'chế độ báo cáo', 'kỳ')] : []),
  ];
  return parts.length === 0 ? null : `${and(parts)} đã quá hạn mà chưa được báo cáo hoàn thành`;
}

function overdueOf(facts: DeadlineFacts, noun: string, times: string): string {
  const repeated =
    facts.overdue === facts.overdueItems ? '' : ` (${number(facts.overdue)} ${times})`;
  return `${number(facts.overdueItems)}/${number(facts.dated)} ${noun}${facts.dated < facts.items ? ' có thời hạn' : ''}${repeated}`;
}

function doubts({ disputed: { count, tipped }, provisional, doubted }: HeadlineFacts): string[] {
  const change =
    tipped === 0
      ? 'nhưng không đánh giá nào đổi nếu theo nguồn kia'
      : `trong đó ${number(tipped)} đánh giá sẽ khác nếu theo nguồn kia`;
  return [
    ...(count === 0
      ? []
      : [`${number(count)} đánh giá có nguồn khác nêu số liệu trái, ${change}.`]),
    ...(provisional === 0
      ? []
      : [`${number(provisional)} đánh giá là tạm thời, dựa trên số liệu trước quý cuối của năm.`]),
    ...(doubted === 0
      ? []
      : [`${number(doubted)} đánh giá đáng ngờ vì tỷ lệ phần trăm có thể đã ghi dưới dạng tỷ số.`]),
  ];
}

function notCounted({ notCounted: list }: HeadlineFacts): string[] {
  const told = list.map(({ reason, count }) => notCountedReasons[reason](count));
  return told.length === 0 ? [] : [evidence.notCounted(0, told)];
}

/** With a capital at its head. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
