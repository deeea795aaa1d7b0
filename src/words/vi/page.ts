import type { PageWords } from '../en/page.ts';
import { formatNumber } from '../numbers.ts';

const number = (count: number) => formatNumber(count, 'vi');

/** The Vietnamese words of the page itself. */
export const page: PageWords = {
  skip: 'Đến phần nội dung',
  contents: 'Mục lục',
  table: 'Số liệu dạng bảng',
  legend: {
    title: 'Cách đọc các thanh',
    value: 'kết quả',
    old: 'số liệu gần nhất, không được tính',
    provisional: 'kết quả tạm tính',
    rival: 'số liệu của nguồn khác',
    target: 'mục tiêu',
    baseline: 'số liệu nền',
    tolerance: 'được coi là đạt (“khoảng”)',
  },
  filter: 'Lọc',
  search: 'Tìm',
  searchHint: 'từ hoặc mã, không cần gõ dấu',
  all: 'tất cả',
  facets: { group: 'Nhóm', lead: 'Cơ quan chủ trì', verdict: 'Đánh giá' },
  sort: 'Thứ tự',
  sorts: {
    document: 'như trong văn bản',
    verdict: 'đánh giá kém nhất trước',
    attainment: 'mức đạt thấp nhất trước',
    name: 'theo tên',
  },
  reset: 'Hiện tất cả',
  shown: (shown, all) => `Đang hiện ${shown} trong ${number(all)} chỉ tiêu`,
  none: 'Không có chỉ tiêu nào như vậy.',
  target: 'Mục tiêu',
  result: 'Kết quả',
  noResult: 'chưa có kết quả',
  attained: 'mức đạt',
  copy: 'Chép liên kết',
  copied: 'Đã chép liên kết',
  openAll: 'Mở tất cả',
  closeAll: 'Đóng tất cả',
  items: 'Từng việc',
  count: (count) => number(count),
  made: (version) => `Do dti-eval ${version} lập.`,
};
