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
  mend: {
    safe: 'Cách sửa an toàn duy nhất; dti-eval check --fix sẽ sửa:',
    unsafe: 'Có lẽ ý là; dti-eval check --fix-unsafe sẽ ghi:',
  },
  mendable: ({ safe, unsafe }) =>
    [
      safe > 0 ? `--fix sửa được ${n(safe)} phát hiện` : '',
      unsafe > 0
        ? `--fix-unsafe ${safe > 0 ? `thêm ${n(unsafe)} phát hiện` : `sửa được ${n(unsafe)} phát hiện`}`
        : '',
    ]
      .filter((text) => text !== '')
      .join(', ')
      .concat('; --dry-run cho xem trước.'),
  notAnnotated: (dropped, limits) =>
    `GitHub hiển thị tối đa ${limits.ofLevelPerStep} chú thích mỗi mức trong một bước và ` +
    `${limits.perRun} trong một lần chạy; chưa hiển thị: ${levels(dropped)}. ` +
    'Nhật ký của bước này liệt kê đầy đủ.',
  moreLikeIt: (more) => `(và ${n(more)} phát hiện tương tự nữa)`,
  rowsLeftOut: (rows) =>
    `Bảng được cắt theo dung lượng GitHub cho phép: còn ${n(rows)} phát hiện không liệt kê.`,
  statistics: {
    findings: 'Phát hiện',
    files: 'Tệp',
    safe: '--fix sửa',
    unsafe: '--fix-unsafe',
    hidden: (titles) => `Không hiển thị ở độ rộng này: ${titles.join(', ')}.`,
  },
  columns: { place: 'Vị trí', level: 'Mức', rule: 'Quy tắc', message: 'Nội dung' },
};
