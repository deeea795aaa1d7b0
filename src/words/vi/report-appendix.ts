import type { AppendixWords } from '../en/report-appendix.ts';
import { formatDay } from '../numbers.ts';

const BODIES: Record<string, string> = { national: 'quốc gia' };

/** The words of Appendix I of 93/KH-UBND. */
export const appendix: AppendixWords = {
  title: (year) => `Kết quả thực hiện mục tiêu chuyển đổi số năm ${year}`,
  number: 'TT',
  indicator: 'Chỉ tiêu',
  cityTarget: (year) => `Mục tiêu năm ${year}`,
  referenceTarget: (body, year) => `Mục tiêu ${BODIES[body] ?? body} năm ${year}`,
  lead: 'Cơ quan chủ trì',
  result: (asOf) => `Kết quả đã đạt được đến ${formatDay(asOf, 'vi')}`,
  declared: 'Đánh giá đã công bố',
  verdict: 'Đánh giá theo số liệu',
  disputed: 'Số liệu trái nhau',
  provisional: 'Tạm thời',
  early: (year) => `số liệu thuộc thời gian trước quý cuối năm ${year}`,
  statuses: {
    exceeded: 'Hoàn thành vượt mức',
    met: 'Đã hoàn thành',
    'in-progress': 'Đang triển khai',
    missed: 'Không hoàn thành',
    'no-data': 'Chưa có số liệu',
    'no-target': 'Không có mục tiêu',
  },
  done: 'Hoàn thành',
  notDone: 'Chưa hoàn thành',
  printed: {
    '>=': (number) => number,
    '>': (number) => `Trên ${number}`,
    '<=': (number) => `Không quá ${number}`,
    '<': (number) => `Dưới ${number}`,
    '~': (number) => `Khoảng ${number}`,
    '..': (number) => number,
  },
  waived: 'được miễn',
};
