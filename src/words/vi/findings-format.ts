import type { Level } from '../../finding.ts';
import type { FindingsFormatWords } from '../en/findings-format.ts';
import { formatNumber } from '../numbers.ts';
import { cited } from '../quote.ts';

const n = (count: number) => formatNumber(count, 'vi');

function levels(counts: Readonly<Record<Level, number>>): string {
  const named = [
    counts.error > 0 ? `${n(counts.error)} lỗi` : '',
    counts.warning > 0 ? `${n(counts.warning)} cảnh báo` : '',
    counts.info > 0 ? `${n(counts.info)} lưu ý` : '',
  ].filter((text) => text !== '');
  return named.length < 2
    ? (named[0] ?? 'không có phát hiện nào')
    : `${named.slice(0, -1).join(', ')} và ${named.at(-1)}`;
}

export const findingsFormat: FindingsFormatWords = {
  heading: 'Kiểm tra các tệp kế hoạch',
  level: { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' },
  didYouMean: (suggestion) => `có phải ý là ${cited(suggestion)}?`,
  summary: (counts) => {
    const suppressed = counts.suppressed > 0 ? `; bỏ qua ${n(counts.suppressed)} phát hiện` : '';
    return `Kết quả kiểm tra ${n(counts.files)} tệp: ${levels(counts)}${suppressed}.`;
  },
  notAnnotated: (dropped, limits) =>
    `GitHub hiển thị tối đa ${limits.ofLevelPerStep} chú thích mỗi mức trong một bước và ` +
    `${limits.perRun} trong một lần chạy; chưa hiển thị: ${levels(dropped)}. ` +
    'Nhật ký của bước này liệt kê đầy đủ.',
  rowsLeftOut: (rows) =>
    `Bảng được cắt theo dung lượng GitHub cho phép: còn ${n(rows)} phát hiện không liệt kê.`,
  columns: { place: 'Vị trí', level: 'Mức', rule: 'Quy tắc', message: 'Nội dung' },
};
