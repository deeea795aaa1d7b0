import type { DiffArgs } from '../../message/diff.ts';
import type { Words } from '../../message/message.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';

/** Vietnamese words about what `diff` is given to compare. */
export const diff: Words<DiffArgs> = {
  'diff-needs-two': () =>
    'diff so sánh từ hai kế hoạch trở lên; hãy nêu thêm một kế hoạch, hoặc kế hoạch làm mốc bằng --against',
  'plan-id-repeated': ({ id, files }) =>
    `${list(files, 'và')} là các bản của một kế hoạch, ${quote(id)}; hãy so sánh riêng hai bản, không kèm kế hoạch khác`,
  'unknown-plan-id': ({ found, valid, suggestion }) =>
    `--against: không có kế hoạch ${quote(found)} trong số đã nêu (${valid.join(', ')}), cạnh chúng hay trong gói${hint(suggestion)}`,
  'bad-git-name': ({ found }) =>
    `${quote(found)} không chỉ đến tệp nào của một bản git; hãy viết git:BẢN:ĐƯỜNG-DẪN, ví dụ git:HEAD~1:plans/danang-2024.yaml; không phần nào được bắt đầu bằng dấu gạch nối`,
  'git-missing': ({ found }) =>
    `${found}: cần chương trình git nhưng không tìm thấy; hãy cài đặt git hoặc nêu hai tệp`,
  'git-no-repository': ({ detail }) =>
    `git không thấy kho nào ở đây${detail === '' ? '' : ` (${detail})`}; hãy chạy lệnh trong kho chứa các kế hoạch`,
  'git-unknown-ref': ({ ref }) => `git không biết bản ${quote(ref)} nào ở đây`,
  'git-shallow': ({ ref }) =>
    `bản sao này chỉ có các commit mới nhất (shallow clone), không có bản ${quote(ref)}; hãy lấy đủ lịch sử trước (git fetch --unshallow; trong GitHub Actions: fetch-depth: 0 của actions/checkout, trong GitLab CI: GIT_DEPTH: 0)`,
  'git-unknown-path': ({ ref, path }) =>
    `${path}: không có tệp này trong bản ${quote(ref)}; đường dẫn tính từ thư mục đang chạy lệnh`,
  'option-for-plans': ({ option, id }) =>
    `${option} dùng khi so sánh các kế hoạch khác nhau; đây là hai bản của ${quote(id)}`,
  'option-for-revisions': ({ option }) =>
    `${option} dùng khi so sánh hai bản của một kế hoạch; đây là các kế hoạch khác nhau`,
  'choice-for-revisions': ({ option, choice }) =>
    `${option} ${choice} dùng khi so sánh hai bản của một kế hoạch; đây là các kế hoạch khác nhau`,
  'option-not-with': ({ option, other }) => `${option} không đi cùng ${other}`,
  'no-such-rows': ({ years, valid }) =>
    `không kế hoạch nào có mục tiêu năm ${list(years.map(String), 'hay')}; có mục tiêu cho các năm ${valid.join(', ')}`,
};
