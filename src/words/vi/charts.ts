import type { ChartWords } from '../en/charts.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { wouldBe } from './evidence.ts';
import { documentName } from './report-headline.ts';

const number = (count: number) => formatNumber(count, 'vi');

/** The Vietnamese words of pictures and of the pages that they stand on. */
export const charts: ChartWords = {
  titles: {
    status: (document) => `Tình hình thực hiện ${documentName(document)}`,
    statusOfSeveral: (plans) => `Tình hình thực hiện ${number(plans)} văn bản`,
    overdue: (document) => `Thời hạn của ${documentName(document)}`,
    overdueOfSeveral: (plans) => `Thời hạn của ${number(plans)} văn bản`,
    areas: (document) => `${documentName(document)} theo địa bàn`,
    areasOfSeveral: (plans) => `${number(plans)} văn bản theo địa bàn`,
  },
  facts: (asOf, year) => `Tính đến ${formatDay(asOf, 'vi')}, mục tiêu năm ${year}.`,
  asOf: (asOf) => `Tính đến ${formatDay(asOf, 'vi')}.`,
  figures: {
    reached: 'hoàn thành hoặc vượt mức',
    'in-progress': 'đang triển khai',
    missed: 'không hoàn thành',
    'no-data': 'chưa có số liệu',
    overdue: 'quá hạn',
    'due-soon': 'sắp đến hạn',
  },
  unreported: 'đã qua thời hạn, chưa có báo cáo',
  shareOfJudged: (percent) => `${percent} số chỉ tiêu có số liệu`,
  noneJudged: 'chưa chỉ tiêu nào có số liệu',
  ofAll: (all) => `trong ${number(all)} chỉ tiêu`,
  ofDeadlines: (all) => `trong ${number(all)} thời hạn`,
  within: (days) => `trong ${number(days)} ngày tới`,
  all: 'Tổng số',
  group: 'Nhóm',
  plan: 'Văn bản',
  waived: 'được miễn',
  groups: 'Đánh giá theo nhóm',
  table: 'Chi tiết',
  basis: 'Cơ sở số liệu',
  plans: 'Đánh giá theo văn bản',
  sharesSaid: (title, rows) => `${title}: ${number(rows)} thanh; số liệu ở bảng bên dưới.`,
  indicators: (year) => `Chỉ tiêu so với mục tiêu năm ${year}`,
  earlier: 'số liệu năm trước',
  provisional: 'tạm tính: chưa có số liệu quý cuối năm',
  disputed: (figure, source, otherwise) =>
    `nguồn khác nêu ${figure}${source === '' ? '' : ` (${source})`}${wouldBe(otherwise)}`,
  estimate: 'số ước thực hiện',
  declared: (status) => `công bố: ${status}`,
  waivedUntil: (day) => `được miễn đến ${day}`,
  trend: 'Diễn biến',
  trendSaid: (points, goal) => `${points.join('; ')}${goal === null ? '' : `; mục tiêu ${goal}`}`,
  timeline: 'Nhiệm vụ và báo cáo theo thời gian',
  timelineSaid: (count, asOf) =>
    `${number(count)} thời hạn theo tháng và theo từng việc, có vạch ngày ${formatDay(asOf, 'vi')}; ngày cụ thể ở bảng bên dưới.`,
  today: (day) => `Ngày ${day}`,
  dueOn: (day) => `hạn ${day}`,
  noDay: 'không ghi ngày',
  states: {
    overdue: 'quá hạn',
    'due-soon': 'sắp đến hạn',
    upcoming: 'đến hạn sau',
    done: 'đã xong',
    'done-late': 'xong muộn',
    continuous: 'thường xuyên',
    undated: 'không có thời hạn',
    cancelled: 'đã hủy',
  },
  dots: (unit) => `Mục tiêu đặt cạnh nhau${unit === '' ? '' : ` (${unit})`}`,
  dotsSaid: (rows, plans) =>
    `${number(rows)} mục tiêu do ${number(plans)} văn bản đặt ra; số liệu ở bảng bên dưới.`,
  heat: (year) => `Mức đạt mục tiêu năm ${year}, theo từng địa bàn`,
  area: 'Địa bàn',
  ranking: 'Địa bàn theo mức đạt',
  measure: 'Chỉ số',
};
