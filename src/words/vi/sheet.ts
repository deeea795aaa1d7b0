import type { Day } from '../../calendar.ts';
import type { DeadlineState } from '../../overdue.ts';
import type { ProgressStatus } from '../../progress.ts';
import type { HowLine, SheetWords } from '../en/sheet.ts';
import { formatDay } from '../numbers.ts';
import { periodOf } from './period-of.ts';

const day = (date: Day) => formatDay(date, 'vi');

const STATES: Record<DeadlineState, string> = {
  done: 'đã hoàn thành',
  'done-late': 'hoàn thành trễ hạn',
  overdue: 'đã qua thời hạn',
  'due-soon': 'sắp đến hạn',
  upcoming: 'chưa đến hạn',
  continuous: 'thường xuyên',
  undated: 'không có thời hạn',
  cancelled: 'đã hủy',
};

const REPORTED: Record<ProgressStatus, string> = {
  done: 'đã hoàn thành',
  'in-progress': 'đang triển khai',
  'not-started': 'chưa triển khai',
  extended: 'gia hạn',
  cancelled: 'đã hủy',
};

const HOW: readonly HowLine[] = [
  { text: 'Cách điền phiếu', isHeading: true },
  {
    text: 'Chỉ điền các ô màu vàng. Các ô màu xám đã khóa; giữ nguyên các dòng, có thể kéo rộng cột.',
  },
  {
    text: 'Giá trị: số liệu của kỳ này, theo đơn vị tính của dòng. Số ước tính ghi “khoảng 45” hoặc “~ 45”; “trên 90”, “gần 50” ghi đúng như vậy. Chỉ tiêu không có con số: ghi “đã hoàn thành” hoặc “chưa hoàn thành”.',
  },
  {
    text: 'Tỷ lệ phần trăm: ghi 81,5%, hoặc ghi tử số và mẫu số, khi đó tỷ lệ được tính từ hai số này.',
  },
  {
    text: 'Chưa có số liệu: ghi “chưa có số liệu” ở cột Giá trị. Để trống nghĩa là sẽ gửi sau; số 0 nghĩa là bằng không.',
  },
  {
    text: 'Đánh giá: tự đánh giá, chọn trong danh sách; có thể để trống. Nguồn: văn bản hoặc hệ thống cung cấp số liệu. Ghi chú: giải trình cần thiết.',
  },
  {
    text: 'Nhiệm vụ, chế độ báo cáo: chọn trạng thái trong danh sách. Ngày: ngày hoàn thành (với “đã hoàn thành”) hoặc ngày quyết định. Hạn mới: chỉ ghi khi “gia hạn”. Lý do: vì sao chậm, gia hạn hoặc hủy.',
  },
  { text: 'Ngày tháng ghi theo ngày/tháng/năm, ví dụ 30/09/2024.' },
  {
    text: 'Có thể lưu phiếu thành CSV (mỗi trang tính một tệp) và đổi tên tệp. Xin giữ nguyên các cột ẩn: nhờ đó biết phiếu của cơ quan nào.',
  },
];

/** The Vietnamese words of the sheets that agencies and areas fill in. */
export const sheet: SheetWords = {
  tabs: { results: 'Kết quả', tasks: 'Nhiệm vụ', how: 'Cách điền' },
  title: (document, period) => `Phiếu số liệu ${periodOf(period)} — ${document}`,
  tasksTitle: (document) => `Nhiệm vụ và chế độ báo cáo — ${document}`,
  recipient: (name, asOf, due) =>
    `${name}. Tính đến ngày ${day(asOf)}.${due === null ? '' : ` Hạn gửi: ${day(due)}.`} Điền các ô màu vàng.`,
  everyone: 'Tất cả cơ quan',
  results: {
    indicator: 'Mã',
    name: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    target: (year) => `Mục tiêu (${year})`,
    last: 'Số gần nhất',
    lastPeriod: 'Kỳ gần nhất',
    period: 'Kỳ báo cáo',
    value: 'Giá trị',
    numerator: 'Tử số',
    denominator: 'Mẫu số',
    status: 'Đánh giá',
    note: 'Ghi chú',
    source: 'Nguồn',
    sheet: 'Phiếu',
  },
  tasks: {
    task: 'Mã',
    title: 'Nội dung nhiệm vụ',
    occurrence: 'Thời hạn',
    state: 'Hiện trạng',
    last: 'Báo cáo gần nhất',
    status: 'Trạng thái',
    date: 'Ngày',
    due: 'Hạn mới',
    note: 'Lý do',
    sheet: 'Phiếu',
  },
  prompts: {
    percent: 'Tỷ lệ phần trăm: 81,5%. Ước tính: khoảng 45. Không có: chưa có số liệu.',
    number: 'Số liệu theo đơn vị tính của dòng. Ước tính: khoảng 45. Không có: chưa có số liệu.',
    milestone: 'đã hoàn thành hoặc chưa hoàn thành; hoàn thành một phần: hoàn thành 60%.',
    counts: 'Chỉ ghi khi số liệu là tỷ số của hai số đếm.',
    status: 'Tự đánh giá, chọn trong danh sách; có thể để trống.',
    source: 'Văn bản hoặc hệ thống cung cấp số liệu.',
    taskStatus: 'Chọn trong danh sách. “gia hạn” phải kèm hạn mới.',
    date: 'Ngày/tháng/năm: 30/09/2024.',
    reason: 'Vì sao chậm, gia hạn hoặc hủy.',
  },
  statuses: [
    'hoàn thành vượt mức',
    'đã hoàn thành',
    'đang triển khai',
    'chưa hoàn thành',
    'chưa có số liệu',
  ],
  milestones: ['đã hoàn thành', 'chưa hoàn thành'],
  taskStatuses: ['đã hoàn thành', 'đang triển khai', 'chưa triển khai', 'gia hạn', 'đã hủy'],
  done: 'đã hoàn thành',
  notDone: 'chưa hoàn thành',
  noDate: (per) => (per === null ? 'không có thời hạn' : `thời hạn theo ${per}`),
  state: (state) => STATES[state],
  extended: (to) => `gia hạn đến ${day(to)}`,
  reported: (status, on) => `${REPORTED[status]}${on === null ? '' : `, ${day(on)}`}`,
  how: HOW,
  deadline: day,
  written: (files, folder, period) => `Đã ghi ${files} tệp cho ${periodOf(period)} vào ${folder}:`,
  file: (file, figures, items) =>
    `  ${file}: ${figures} chỉ tiêu, ${items} nhiệm vụ và chế độ báo cáo`,
  unled: (figures, items) =>
    `Không có trên phiếu nào vì không ghi cơ quan chủ trì: ${figures} chỉ tiêu, ${items} nhiệm vụ và chế độ báo cáo.`,
  ended: (area, last) =>
    `${area} không còn từ sau ngày ${day(last)} nên số liệu kỳ này không được tính; hãy chọn kỳ trước đó bằng --period, hoặc khai báo “succeeded-by” trong kế hoạch.`,
  running: (period, end) =>
    `Đến ${day(end)} ${periodOf(period)} mới kết thúc: trước đó số liệu chỉ được tính là ước tính.`,
};
