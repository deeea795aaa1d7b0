import type { CheckArgs } from '../../message/check.ts';
import type { Words } from '../../message/message.ts';
import { formatNumber } from '../numbers.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';

/** Vietnamese words for the check itself. */
export const check: Words<CheckArgs> = {
  'file-not-decodable': () => 'tệp không phải UTF-8 hay UTF-16; hãy lưu lại dưới dạng UTF-8',
  'file-not-text': () => 'tệp này không phải tệp văn bản dù tên như vậy',
  'file-with-nul': () => 'ở đây có ký tự NUL (U+0000); hãy xóa đi',
  'csv-plan-broken': ({ plan }) =>
    `không đối chiếu được các dòng của tệp này với ${plan} vì không đọc được kế hoạch; hãy sửa kế hoạch trước`,
  'csv-no-plan': ({ plan }) =>
    `không có gì đọc tệp này vì bên cạnh không có kế hoạch ${plan}; hãy đặt hai tệp cùng tên`,
  'csv-unreadable': ({ why }) =>
    ({
      missing: 'liên kết này không dẫn tới tệp nào; hãy sửa lại hoặc xóa đi',
      'not-a-file': 'đây là thư mục, trong khi cần một tệp; hãy đổi tên thư mục',
      special: 'đây là đường ống hoặc thiết bị, trong khi cần một tệp; hãy lưu ra tệp',
      unreadable: 'không mở được tệp này; hãy kiểm tra quyền truy cập',
    })[why],
  'csv-near-name': ({ plan, kind, name }) =>
    `không có gì đọc tệp này dù tên gần giống tệp ${kind === 'results' ? 'kết quả' : 'tiến độ'} của ${plan}; hãy lưu thành ${name}`,
  'plan-fault-here': () => 'lỗi đầu tiên của kế hoạch',

  'unused-ignore-comment': ({ rule, line }) =>
    line === null
      ? `trong tệp này ${rule} không có gì để bỏ qua; hãy xóa chú thích`
      : `ở dòng ${line} ${rule} không có gì để bỏ qua; hãy xóa chú thích`,
  'unused-ignore-of-audit': ({ rule }) =>
    `${rule} do lệnh audit phát hiện, mà lệnh này không đọc chú thích; hãy ghi một mục trong “ignore”`,
  'unused-ignore-entry': ({ rule, where, isKnown, suggestion }) =>
    isKnown
      ? `tại ${quote(where)} ${rule} không có gì để bỏ qua; hãy xóa mục này`
      : `ở đây không có gì tên là ${quote(where)}; hãy ghi mã, mã/phần hoặc tên tệp${hint(suggestion)}`,
  'unknown-ignore': ({ found, suggestion }) =>
    found === ''
      ? 'chưa nêu quy tắc; hãy viết # dti-eval-ignore QUY-TẮC: lý do'
      : `không có quy tắc ${quote(found)}${hint(suggestion)}`,
  'ignore-without-reason': ({ rule }) =>
    `không bỏ qua ${rule} khi chưa nêu lý do; hãy viết “${rule}: lý do chấp nhận”`,

  'nothing-matches': ({ pattern }) => `${pattern}: không có tệp nào khớp với mẫu này`,
  'folder-without-tables': ({ folder }) =>
    `${folder}: trong thư mục này không có tệp .csv hoặc .xlsx nào`,
  'folder-without-files': ({ folder }) =>
    `${folder}: thư mục không có kế hoạch hay danh mục nào (tệp .yaml hoặc .yml ghi "format: plan/1", "measures/1" hoặc "areas/1")`,
  'not-checkable': ({ file }) =>
    `${file}: không phải kế hoạch hay danh mục; các tệp này ghi "format: plan/1", "measures/1" hoặc "areas/1"`,
  'csv-name-unknown': ({ file }) =>
    `${file}: tệp này của kế hoạch nào? Hãy đặt tên KẾ-HOẠCH.results.csv hoặc KẾ-HOẠCH.progress.csv, hoặc chạy check KẾ-HOẠCH.yaml --results ${file}`,
  'csv-plan-missing': ({ file, plan }) => `${file}: bên cạnh không có kế hoạch ${plan}`,
  'stdin-not-yaml': () =>
    'đầu vào chuẩn phải là kế hoạch hoặc danh mục; với tệp CSV hãy nêu tên tệp',
  'stdin-name-alone': () => '--stdin-filename đi cùng -, tức là đọc đầu vào chuẩn',
  'baseline-broken': ({ file }) =>
    `${file}: không phải tệp ghi các phát hiện đã chấp nhận; hãy ghi lại bằng --suppress-all`,
  'baseline-written': ({ file, count }) => `${file}: từ nay chấp nhận ${count} phát hiện`,
  'baseline-stale': ({ file, count }) =>
    `${file}: ${count} mục không còn hiệu lực; --prune sẽ bỏ các mục này`,
  'baseline-pruned': ({ file, count }) => `${file}: đã bỏ ${count} mục không còn hiệu lực`,
  mended: ({ findings, files }) =>
    findings === 0 ? 'không có gì để sửa' : `đã sửa ${findings} phát hiện trong ${files} tệp`,
  'would-be-mended': ({ findings, files }) =>
    findings === 0
      ? 'không có gì để sửa'
      : `sẽ sửa ${findings} phát hiện trong ${files} tệp; chưa thay đổi gì`,
  'fix-of-stdin': () => 'không sửa được đầu vào chuẩn; hãy nêu tên tệp',
  'exclude-nothing': ({ pattern }) =>
    `${quote(pattern)} trong “exclude” không khớp với tệp nào; hãy sửa lại hoặc bỏ đi`,
  'exclude-outside': ({ pattern }) =>
    `${quote(pattern)} trong “exclude” dẫn ra ngoài thư mục chứa tệp này, mà cấu hình chỉ có hiệu lực trong thư mục đó; hãy viết đường dẫn tính từ thư mục này`,
  'exclude-unknown': ({ pattern }) =>
    `${quote(pattern)} trong “exclude” có !( ), là dạng không được hỗ trợ; hãy ghi phần cần giữ lại thành một mục riêng bắt đầu bằng !`,
  'rule-not-set': ({ rule }) =>
    `${rule} cho biết điều khiến tệp không đọc được trọn vẹn nên luôn là lỗi; hãy xóa dòng này`,
  'unchanged-left-out': ({ count, ref }) =>
    `bỏ qua ${formatNumber(count, 'vi')} phát hiện ở những dòng không đổi từ ${ref}`,
  'folder-excluded': ({ folder, files }) =>
    `${folder}: không còn gì để đọc; .dti-eval.yaml loại trừ ${formatNumber(files, 'vi')} tệp ở đó`,
  'suppress-and-prune': () =>
    '--suppress-all ghi lại toàn bộ các phát hiện đã chấp nhận nên --prune không còn gì để bỏ; hãy chọn một',
  'unknown-schema': ({ found, valid, suggestion }) =>
    `không có lược đồ ${quote(found)}${hint(suggestion) || `; chỉ có: ${valid.join(', ')}`}`,
  'init-what': () => 'hãy đặt tên kế hoạch mới: dti-eval init ke-hoach-moi',
  'bad-plan-name': ({ found, suggestion }) =>
    `${quote(found)} không dùng làm tên kế hoạch được; tên gồm các từ ASCII chữ thường nối bằng gạch ngang${hint(suggestion)}`,
  'already-there': ({ files }) =>
    `đã có ${list(files, 'và')}; không ghi đè lên tệp nào, hãy chọn tên khác`,
  'plan-created': ({ files, plan }) =>
    `Đã ghi ${list(files, 'và')}. Hãy thay các ví dụ, rồi chạy: dti-eval check ${plan}`,
  'no-targets-in-year': ({ plan, year, years, isLed }) =>
    `${plan}: không chỉ tiêu nào${isLed ? ' của các cơ quan này' : ''} có mục tiêu năm ${year}; các năm có mục tiêu: ${years.join(', ')}`,
  'sheet-created': ({ file, rows, plan }) =>
    `Đã ghi ${file} gồm ${rows} dòng. Khi đã điền: dti-eval collect ${plan} ${file}`,
  'findings-cut': ({ format, most, all }) =>
    `${format} ghi ${formatNumber(most, 'vi')} trên ${formatNumber(all, 'vi')} phát hiện, nặng nhất trước: các dịch vụ không nhận nhiều hơn; các định dạng khác đếm đủ`,
  'summary-not-written': ({ detail }) => `không ghi được bản tóm tắt của bước: ${detail}`,
};
