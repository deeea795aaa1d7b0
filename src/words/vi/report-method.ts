import type { MethodWords } from '../en/report-method.ts';
import { formatDay } from '../numbers.ts';
import { number } from './count.ts';

const day = (date: string) => formatDay(date, 'vi');

/** How the report was made and what it leaves out, in Vietnamese. */
export const method: MethodWords = {
  verdicts:
    'Vượt mức: kết quả vượt hẳn con số mục tiêu (không xét nơi mục tiêu đã là 100%). Hoàn thành: đạt mục tiêu. Đang triển khai: chưa đạt và năm mục tiêu chưa kết thúc. Không hoàn thành: chưa đạt khi năm mục tiêu đã kết thúc. Chưa có số liệu: có mục tiêu nhưng không có kết quả dùng được; thiếu số liệu không được coi là 0.',
  counting:
    'Kết quả được dùng là kết quả mới nhất không sau thời điểm đánh giá và không sau năm mục tiêu; khi năm mục tiêu đã kết thúc, chỉ dùng kết quả của chính năm đó. Kết quả của năm trước được đánh dấu *.',
  rounding:
    'Số liệu được so sánh chính xác như đã ghi, chỉ làm tròn khi in; nơi có tử số và mẫu số thì lấy thương của hai số. Mức đạt là kết quả chia cho mục tiêu (với mục tiêu “không quá” thì ngược lại).',
  pace: 'Tiến độ so kết quả với đường thẳng từ số liệu nền đến mục tiêu: đúng tiến độ từ 95% quãng đường cần có, có nguy cơ chậm từ 60%, dưới đó là chậm.',
  cagr: 'Tiến độ so tốc độ tăng trưởng bình quân năm đã đạt với tốc độ cần có: đúng tiến độ từ 95%, có nguy cơ chậm từ 60%, dưới đó là chậm.',
  deadlines: (within) =>
    `Việc đến hạn vào ngày nào thì hết ngày đó mới quá hạn; sắp đến hạn là trong ${number(within)} ngày tới.`,
  declaredColumn:
    'Cột “Đã công bố là” chỉ ghi đánh giá đã công bố khi khác với kết quả tính từ số liệu tại kỳ đó.',
  noData: (count, of) =>
    `${number(count)}/${number(of)} chỉ tiêu chưa có số liệu dùng được: không được tính là đạt hay không đạt, và không nằm trong mẫu số của tỷ lệ “đạt hoặc vượt”.`,
  noTarget: (count, year, codes) =>
    `${number(count)} chỉ tiêu không có mục tiêu năm ${year} nên không được đánh giá: ${codes.join(', ')}.`,
  waived: (code, decision, reason, until) =>
    `Chỉ tiêu ${code} được miễn đến ngày ${day(until)} theo ${decision} (${reason}) nên không được tính.`,
  earlier: (count, year) =>
    `${number(count)} chỉ tiêu được đánh giá theo kết quả của các năm trước (dấu *), do chưa có kết quả năm ${year}.`,
  noProgress: 'Chưa có báo cáo tiến độ nên không việc nào được ghi nhận là hoàn thành.',
  undated: (count) => `${number(count)} việc không có thời hạn nên không bao giờ tính là quá hạn.`,
  ignored: (count, reasons) =>
    `${number(count)} nội dung chưa thống nhất không được nêu, theo mục ignore của kế hoạch: ${reasons.join('; ')}.`,
  note: (note) => `Ghi chú của kế hoạch: ${note}`,
  version: (version) => `Báo cáo do dti-eval ${version} lập từ các nguồn nêu trên.`,
};
