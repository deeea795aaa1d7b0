import type { PeriodsWords } from '../en/periods.ts';
import { formatDay } from '../numbers.ts';

/** The Vietnamese words of figures side by side, a column a period. */
export const periods: PeriodsWords = {
  change: 'So với kỳ trước',
  yearChange: 'So với cùng kỳ năm trước',
  rule: (older) =>
    `${older} là số liệu có từ trước khi kỳ của cột kết thúc, khi kỳ ấy chưa có số liệu riêng; số liệu lũy kế không được lấy của kỳ trước. Mức thay đổi tính cho kỳ cuối cùng có số liệu riêng (ghi rõ kỳ nếu không phải cột cuối), và chỉ so giữa số liệu của đúng các kỳ đó.`,
  asOf: (asOf, year, files) =>
    `Theo số liệu biết được đến ${formatDay(asOf, 'vi')}, mục tiêu năm ${year}; kết quả: ${files.length === 0 ? 'không có tệp' : files.join(', ')}.`,
  heading: 'Số liệu theo kỳ',
};
