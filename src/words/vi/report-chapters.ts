import type { Day } from '../../calendar.ts';
import type { ChapterWords } from '../en/report-chapters.ts';
import { formatDay, formatPercent } from '../numbers.ts';
import { list } from '../quote.ts';
import type { DeadlineKind, WorkFacts } from '../report-facts.ts';
import { number } from './count.ts';
import { documentName, notCountedReasons } from './report-headline.ts';

const day = (date: Day) => formatDay(date, 'vi');
const and = (items: readonly string[]) => list(items, 'và');

const NOUNS: Record<DeadlineKind, string> = { task: 'nhiệm vụ', report: 'chế độ báo cáo' };
const TIMES: Record<DeadlineKind, string> = { task: 'lượt', report: 'kỳ' };

function standing(facts: WorkFacts, kind: DeadlineKind, asOf: Day): string {
  const { items, occurrences, done, late, undatedDone, underWay, overdue, cancelled, isReported } =
    facts;
  const rest = occurrences - done - late - underWay - overdue - cancelled;
  const told = [
    [done + late, 'đã hoàn thành'],
    [underWay, 'đang triển khai, chưa đến hạn'],
    [overdue, isReported ? 'quá hạn chưa hoàn thành' : 'đã qua thời hạn mà chưa có báo cáo'],
    [cancelled, 'đã hủy'],
    [rest, 'chưa đến hạn hoặc không có thời hạn'],
  ] as const;
  const unit = occurrences === items ? NOUNS[kind] : TIMES[kind];
  const counts = told
    .filter(([count]) => count > 0)
    .map(([count, so]) => `${number(count)} ${unit} ${so}`);
  const times = occurrences === items ? '' : ` (${number(occurrences)} ${TIMES[kind]})`;
  const when = [
    ...(late > 0 ? [`${number(late)} ${unit} hoàn thành chậm`] : []),
    ...(undatedDone > 0 ? [`${number(undatedDone)} ${unit} không ghi ngày hoàn thành`] : []),
  ];
  const { onTime, judged } = facts.onTime;
  const rate =
    judged === 0 || !isReported
      ? ''
      : ` Tỷ lệ hoàn thành đúng hạn: ${number(onTime)}/${number(judged)} ${unit} đã đến hạn (${formatPercent(onTime / judged, 'vi')}).`;
  return `Đến ngày ${day(asOf)}, trong ${number(items)} ${NOUNS[kind]}${times} có ${and(counts)}${when.length === 0 ? '' : `; trong số đã hoàn thành có ${and(when)}`}.${rate}`;
}

/** The Vietnamese words of a report's chapters. */
export const chapters: ChapterWords = {
  headings: {
    direction: 'Công tác chỉ đạo, điều hành',
    results: 'Kết quả thực hiện',
    tasks: 'Nhiệm vụ và chế độ báo cáo',
    done: 'Đã hoàn thành',
    late: 'Hoàn thành chậm',
    underWay: 'Đang triển khai',
    overdue: 'Quá hạn chưa hoàn thành',
    shortcomings: 'Tồn tại, hạn chế và nguyên nhân',
    next: 'Nhiệm vụ trọng tâm kỳ tới',
    proposals: 'Đề xuất, kiến nghị',
    taskList: 'Danh mục nhiệm vụ và chế độ báo cáo',
    files: 'Tệp số liệu',
  },
  annex: (order) => `Phụ lục ${order}`,
  letters: 'abcdđeghiklmnopqrstuvxy',
  fill: {
    direction:
      '[Bổ sung: công tác chỉ đạo, điều hành; văn bản đã ban hành; kiểm tra, đôn đốc trong kỳ.]',
    reasons: '[Bổ sung: nguyên nhân khách quan, chủ quan mà số liệu không thể hiện.]',
    next: '[Bổ sung: nhiệm vụ trọng tâm khác của kỳ tới.]',
    proposals: '[Bổ sung: đề xuất, kiến nghị khác.]',
  },
  scope: (leads, groups) =>
    `Phạm vi: ${[
      ...(leads.length === 0 ? [] : [`nội dung do ${and(leads)} chủ trì`]),
      ...(groups.length === 0 ? [] : [`nhóm ${and(groups)}`]),
    ].join('; ')}`,
  noTasksOfArea:
    'Kế hoạch không giao nhiệm vụ, chế độ báo cáo theo từng địa bàn nên không nêu ở đây.',
  sources: (documents, more) =>
    documents.length === 0
      ? 'Nguồn số liệu: chưa có số liệu'
      : `Nguồn số liệu: ${documents.join('; ')}${more > 0 ? ` và ${number(more)} nguồn khác` : ''}`,
  assigned: ({ document, issued, serves, indicators, tasks, duties, leads, isNarrow }) => {
    const given = [
      ...(indicators > 0 ? [`${number(indicators)} chỉ tiêu`] : []),
      ...(tasks > 0 ? [`${number(tasks)} nhiệm vụ`] : []),
      ...(duties > 0 ? [`${number(duties)} chế độ báo cáo`] : []),
    ];
    const serving = serves.length === 0 ? '' : `, triển khai ${and(serves)}`;
    const led = leads === 0 ? '' : ` do ${number(leads)} cơ quan chủ trì`;
    return `${documentName(document)} được ban hành ngày ${day(issued)}${serving}${isNarrow ? '. Phạm vi báo cáo này gồm' : '; đề ra'} ${and(given)}${led}.`;
  },
  standing,
  noProgress:
    'Chưa có báo cáo tiến độ: việc đã qua thời hạn được nêu như vậy, chưa kết luận là chưa hoàn thành.',
  columns: {
    done: 'Ngày hoàn thành',
    late: 'Số ngày chậm',
    state: 'Tình trạng',
    note: 'Lý do, ghi chú',
    number: 'TT',
  },
  states: {
    done: 'đã hoàn thành',
    'done-late': 'hoàn thành chậm',
    overdue: 'quá hạn',
    'due-soon': 'sắp đến hạn',
    upcoming: 'chưa đến hạn',
    continuous: 'thường xuyên',
    undated: 'không có thời hạn',
    cancelled: 'đã hủy',
  },
  reportedUnderWay: 'đang triển khai',
  per: (document) => `theo ${document}`,
  shortcomings: {
    none: 'Qua số liệu, không có chỉ tiêu nào chưa đạt mục tiêu và không có việc nào chậm.',
    notReached: (count, year) =>
      `${number(count)} chỉ tiêu chưa đạt mục tiêu năm ${year}; đạt thấp nhất so với mục tiêu:`,
    compared: ({ name, value, period, target, attained }) =>
      `${name}: ${value}${period === null ? '' : ` (${period})`}${target === null ? '' : `, mục tiêu ${target}`}${attained === null ? '' : `, bằng ${attained} mục tiêu`}`,
    more: (count) => `và ${number(count)} chỉ tiêu khác`,
    moreLeads: (count) => `và ${number(count)} cơ quan khác`,
    noData: (count, groups) =>
      `${number(count)} chỉ tiêu chưa có số liệu để đánh giá${groups.length === 0 ? '' : `: ${groups.join('; ')}`}.`,
    counted: (name, count) => `${name} (${number(count)})`,
    overdue: (kind, count, isReported) =>
      isReported
        ? kind === 'task'
          ? `${number(count)} nhiệm vụ quá hạn chưa hoàn thành, theo cơ quan chủ trì:`
          : `Chậm gửi ${number(count)} kỳ báo cáo, theo cơ quan chủ trì:`
        : `${number(count)} ${kind === 'task' ? 'nhiệm vụ' : 'kỳ báo cáo'} đã qua thời hạn mà chưa có báo cáo tiến độ, theo cơ quan chủ trì:`,
    late: (kind, count, most) =>
      `${number(count)} ${kind === 'task' ? 'nhiệm vụ hoàn thành' : 'kỳ báo cáo gửi'} chậm, nhiều nhất ${number(most)} ngày.`,
    disputed: (count) => `${number(count)} đánh giá dựa trên số liệu mà nguồn khác ghi khác.`,
    provisional: (count) =>
      `${number(count)} đánh giá là tạm thời, do chưa có số liệu của quý cuối năm.`,
    doubted: (count) =>
      `${number(count)} đánh giá dựa trên tỷ lệ phần trăm có thể đã ghi dưới dạng tỷ số.`,
    reasons: 'Nguyên nhân do các cơ quan nêu:',
    reason: (title, note) => `“${title}”: ${note}`,
  },
  next: {
    overdue: (kind, count, isReported) =>
      isReported
        ? kind === 'task'
          ? `Hoàn thành ${number(count)} nhiệm vụ đã quá hạn.`
          : `Gửi ${number(count)} kỳ báo cáo còn chậm.`
        : `Báo cáo tiến độ của ${number(count)} ${kind === 'task' ? 'nhiệm vụ' : 'kỳ báo cáo'} đã qua thời hạn.`,
    unreached: (count) =>
      `Tiếp tục thực hiện ${number(count)} chỉ tiêu chưa đạt; còn cách mục tiêu:`,
    missing: (name, left) => `${name}: ${left}`,
    noData: (count) => `Thu thập, cung cấp số liệu của ${number(count)} chỉ tiêu chưa có số liệu.`,
    disputed: (count) => `Làm rõ số liệu của ${number(count)} đánh giá có nguồn khác ghi khác.`,
    nothing: 'Theo số liệu, không còn việc nào phải thực hiện.',
  },
  files: {
    plan: (file) => `Kế hoạch: ${file}`,
    results: (files) => `Kết quả: ${files.join(', ') || 'không có tệp'}`,
    progress: (files) => `Tiến độ nhiệm vụ: ${files.join(', ') || 'không có tệp'}`,
  },
  short: { next: (items) => `Việc sắp tới: ${items.join('; ').replace(/\.$/, '')}.` },
  targets: {
    '≥': (figure) => `từ ${figure} trở lên`,
    '>': (figure) => `trên ${figure}`,
    '≤': (figure) => `không quá ${figure}`,
    '<': (figure) => `dưới ${figure}`,
    '~': (figure) => `khoảng ${figure}`,
  },
  points: 'điểm phần trăm',
  otherYears: (years) =>
    `${years.map(({ year, targets }) => `Năm ${year} có ${number(targets)} mục tiêu`).join('; ')}.`,
  notCounted: notCountedReasons,
  remarks: 'Lưu ý',
};
