import { AUDIT_KINDS } from '../../audit/finding.ts';
import type { AuditWords } from '../en/audit.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { list } from '../quote.ts';
import { periodOf } from './period-of.ts';

const KINDS = {
  'declared-mismatch': 'Đánh giá công bố khác với số liệu',
  'stale-result': 'Số liệu của thời điểm khác',
  'source-conflict': 'Các nguồn ghi số liệu khác nhau',
  'target-conflict': 'Mục tiêu được ghi khác nhau',
  'claim-mismatch': 'Tổng số nêu trong văn bản khác với số liệt kê',
  'ratio-mismatch': 'Giá trị không khớp với tử số và mẫu số',
} as const satisfies AuditWords['kinds'];

const number = (count: number) => formatNumber(count, 'vi');
const and = (values: readonly string[]) => list(values, 'và');

/** The Vietnamese words of `audit`; the letter is in the words of official correspondence. */
export const audit: AuditWords = {
  title: 'Đối chiếu: đánh giá công bố với số liệu, nguồn này với nguồn khác',
  columns: {
    indicator: 'Mã',
    name: 'Chỉ tiêu',
    finding: 'Nội dung và nơi ghi',
  },
  kinds: KINDS,
  kindHeading: (kind, count) => `${kind} (${number(count)})`,
  notes: (count) => `Lưu ý, không phải mâu thuẫn (${number(count)})`,
  done: 'đã hoàn thành',
  notDone: 'chưa hoàn thành',
  milestone: 'một mốc phải hoàn thành',
  noSource: 'không ghi nguồn',
  declared: (status, period) => `công bố “${status}” (kỳ ${period})`,
  rival: (status) => `cùng kỳ còn được đánh giá “${status}”`,
  capped: 'mục tiêu đã là mức cao nhất: chỉ có thể hoàn thành, không thể vượt mức',
  computed: (verdict) => `tính tại kỳ đó: “${verdict}”`,
  against: (actual, target) => `${actual} so với mục tiêu ${target}`,
  onlyTarget: (target) => `mục tiêu ${target}`,
  declaredFigure: ({ status, period, verdict, why, actual, target }) =>
    `báo cáo kỳ ${period} đánh giá “${status}”; theo số liệu ${actual} so với mục tiêu ${target} thì là “${verdict}”: ${why}`,
  declaredNoFigure: ({ status, period, target }) =>
    `báo cáo kỳ ${period} đánh giá “${status}”${target === null ? '' : ` (mục tiêu ${target})`} nhưng không kèm số liệu nào để đối chiếu`,
  declaredParts: ({ status, period, verdict, parts }) =>
    `báo cáo kỳ ${period} đánh giá “${status}”; theo từng thành phần thì là “${verdict}” (${parts.join('; ')})`,
  declaredRule: ({ status, period, verdict, why }) =>
    `báo cáo kỳ ${period} đánh giá “${status}”; theo cách tính thì là “${verdict}”: ${why}`,
  partVerdict: (part, verdict) => `${part}: ${verdict}`,
  staleEarlier: (status, period, shown) =>
    `đánh giá “${status}” (kỳ ${period}) chỉ kèm số liệu của năm trước: ${shown}`,
  staleAfter: (status, period, shown) =>
    `đánh giá “${status}” (kỳ ${period}) chỉ kèm kết quả có sau ngày báo cáo: ${shown}`,
  staleRepeated: (period, shown) =>
    `số liệu ghi cho ${period} lặp lại số liệu của năm trước: ${shown}`,
  mistaken: (figure, indicator, year) =>
    `${figure} cũng là số liệu năm ${year} của “${indicator}”: có thể đã ghi nhầm sang chỉ tiêu này`,
  results: (period, values) => `kết quả ${periodOf(period)} được ghi khác nhau: ${and(values)}`,
  moreFigures: (count) => `${number(count)} số liệu khác`,
  moreLike: (count) => `và ${number(count)} trường hợp tương tự, chỉ đếm, không liệt kê`,
  morePlaces: (count) => `và ${number(count)} chỗ khác`,
  tipped: (target, verdicts) =>
    `so với mục tiêu ${target} thì kết luận khác nhau: ${verdicts.join(', ')}`,
  verdictBy: (figure, verdict, total) =>
    total === null ? `${figure} là “${verdict}”` : `${figure} cho lũy kế ${total} là “${verdict}”`,
  agreed: {
    corrected: 'cùng một nguồn tự đính chính: số liệu ghi cuối cùng ở đây được tính',
    rounding: 'bằng nhau khi làm tròn theo số ghi ít chữ số hơn',
    tolerance: 'chênh lệch không quá mức cho phép',
  },
  targets: (year, values) => `mục tiêu năm ${year} được ghi khác nhau: ${and(values)}`,
  targetNote: {
    tolerance: 'chênh lệch không quá mức cho phép',
    wording: 'cùng con số, cách ghi khác nhau',
  },
  ofIndicator: (name, target) => `“${name}” ${target}`,
  partTarget: (year, targets) =>
    `mục tiêu năm ${year} của chỉ tiêu thành phần cao hơn mục tiêu của chỉ tiêu bao gồm nó: ${targets.join(', ')}`,
  lookAlike: (year, targets) =>
    `các chỉ tiêu gần giống nhau nhưng định nghĩa khác nhau, có mục tiêu năm ${year} khác nhau: ${targets.join(', ')}`,
  calledLocal: (own, year, national) =>
    `ghi là chỉ tiêu riêng của địa phương (mục tiêu năm ${year}: ${own}), trong khi đã có mục tiêu quốc gia: ${national.join(', ')}`,
  partFigure: (period, part, whole, figures) =>
    `${and(part)} ${periodOf(period)} lớn hơn ${and(figures)} của “${whole}”, chỉ tiêu bao gồm nó`,
  alreadyReached: (target, year, figure) =>
    `mục tiêu năm ${year} là ${target} đã đạt theo kết quả của kỳ trước khi ban hành kế hoạch: ${figure}`,
  laterLooser: (later, year, earlier, earlierYear) =>
    `mục tiêu năm ${year} là ${later}, yêu cầu thấp hơn mục tiêu năm ${earlierYear} của kế hoạch trước là ${earlier}`,
  total: (said, found, listed) =>
    `văn bản nêu “${said}”, nhưng ${listed ? 'liệt kê được' : 'đếm từng mục được'} ${number(found)}`,
  ratio: (printed, quotient, computed) => `ghi ${printed}, nhưng ${quotient} là ${computed}`,
  figureHere: (figure) => `số liệu ${figure}`,
  statusHere: (status) => `đánh giá “${status}”`,
  targetHere: (year, target) => `mục tiêu năm ${year}, ${target}`,
  ofArea: (area) => `địa bàn ${area}`,
  ofNation: 'nói về cả nước',
  requests: {
    'give-figure': 'Đề nghị cung cấp số liệu làm căn cứ cho đánh giá này.',
    'review-status': 'Đề nghị rà soát đánh giá và số liệu, cho biết kết quả chính thức.',
    'give-current': 'Đề nghị cung cấp kết quả tính đến kỳ báo cáo.',
    'which-figure': 'Đề nghị cho biết số liệu chính thức và lý do các nguồn ghi khác nhau.',
    'which-target': 'Đề nghị xác nhận mục tiêu đang có hiệu lực.',
    'which-origin':
      'Đề nghị xác nhận chỉ tiêu này là chỉ tiêu quốc gia hay chỉ tiêu của địa phương.',
    'which-part':
      'Đề nghị rà soát chỉ tiêu thành phần và chỉ tiêu bao gồm nó, cho biết con số đúng.',
    'which-total': 'Đề nghị xác nhận tổng số đúng.',
    'which-value': 'Đề nghị xác nhận lại giá trị, tử số và mẫu số.',
    none: '',
  },
  nothing: 'Không phát hiện nội dung nào.',
  summary: (counts) =>
    `${number(AUDIT_KINDS.reduce((sum, kind) => sum + counts[kind], 0))} phát hiện: ${(
      [
        ['declared-mismatch', 'về đánh giá công bố'],
        ['stale-result', 'về số liệu của thời điểm khác'],
        ['source-conflict', 'giữa các nguồn'],
        ['target-conflict', 'giữa các mục tiêu'],
        ['claim-mismatch', 'về tổng số nêu trong văn bản'],
        ['ratio-mismatch', 'về tử số và mẫu số'],
      ] as const
    )
      .map(([kind, words]) => `${number(counts[kind])} ${words}`)
      .join(', ')}.`,
  notesLine: (notes) => `${number(notes)} lưu ý, không phải mâu thuẫn.`,
  ignored: (findings, reasons) =>
    `${number(findings)} phát hiện được bỏ qua theo mục “ignore” của kế hoạch: ${reasons.join('; ')}.`,
  sensitive: (verdicts, addresses) =>
    `${number(verdicts)} đánh giá có thể thay đổi chỉ vì số liệu đã được làm tròn: ${addresses}.`,
  otherTimes: (figures) =>
    `${number(figures)} số liệu không được đối chiếu vì thuộc tháng khác trong năm.`,
  scope: (asOf, plans) => `Tính đến ${formatDay(asOf, 'vi')}; các kế hoạch: ${plans.join(', ')}.`,
  tolerance: (tolerance) => `Chênh lệch đến ${tolerance} (theo đơn vị của chỉ tiêu) chỉ là lưu ý.`,
  narrowed: (what) => `Chỉ xét: ${what}.`,
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
  letter: {
    title: 'Nội dung đề nghị rà soát, làm rõ số liệu',
    opening: (questions, asOf) =>
      `Qua đối chiếu các kế hoạch, kết quả báo cáo và số liệu đã công bố tính đến ngày ${formatDay(asOf, 'vi')}, có ${number(questions)} nội dung chưa thống nhất. Kính đề nghị các cơ quan dưới đây rà soát và cho ý kiến.`,
    to: (lead) => `Kính gửi: ${lead}`,
    noLead: 'Văn bản chưa nêu cơ quan chủ trì',
    about: (name, document, code) => `${name} (${document}, ${code})`,
    aboutPlan: (document) => `Văn bản ${document}`,
    notesHeading: 'Lưu ý, không cần trả lời',
    sourcesHeading: 'Cách ghi nguồn',
    closing: 'Trân trọng cảm ơn sự phối hợp của các cơ quan.',
  },
};
