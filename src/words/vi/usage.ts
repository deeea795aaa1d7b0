import type { Words } from '../../message/message.ts';
import type { UsageArgs } from '../../message/usage.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';

/** Vietnamese words for the command line and the files it names. */
export const usage: Words<UsageArgs> = {
  'bad-epoch': ({ found }) => `SOURCE_DATE_EPOCH phải là số giây, không phải ${quote(found)}`,
  'unknown-format': ({ found, valid }) =>
    `không có định dạng ${quote(found)}; chỉ có ${valid.join(', ')}`,
  'two-formats-on-stdout': ({ formats, example }) =>
    `không in ${list(formats, 'và')} chung ra stdout được; hãy ghi một định dạng vào tệp, -o ${example}`,
  'binary-on-terminal': ({ format }) =>
    `không in ${format} ra màn hình được; hãy ghi vào tệp bằng -o TỆP.${format}`,
  'output-without-format': ({ found }) =>
    `${quote(found)} dành cho định dạng nào? Hãy viết -o ĐỊNH-DẠNG=${found}`,
  'cannot-print': ({ detail }) => `không in thêm được: ${detail}`,
  'two-formats-in-file': ({ file }) =>
    `hai định dạng cùng ghi vào ${quote(file)}; hãy cho mỗi định dạng một tệp riêng`,
  'output-over-input': ({ file }) =>
    `${file} là kế hoạch hoặc bảng số liệu đầu vào; -o không ghi đè lên tệp này, hãy chọn tên khác`,
  'cannot-write': ({ file, detail }) => `không ghi được ${file}: ${detail}`,
  'pipe-without-reader': ({ file }) =>
    `${file}: đường ống chưa có chương trình nào đọc; hãy chạy chương trình đọc trước, hoặc ghi tên một tệp`,
  'file-missing': ({ file, suggestion }) =>
    `${file}: không có tệp hay thư mục này${hint(suggestion)}`,
  'file-unreadable': ({ file }) =>
    `${file}: không đọc được; hãy kiểm tra quyền truy cập, và xem có chương trình khác đang mở tệp không`,
  'not-a-folder': ({ file }) => `${file}: là tệp, trong khi cần một thư mục`,
  'not-a-file': ({ file }) => `${file}: là thư mục, trong khi cần một tệp`,
  'file-empty': ({ file }) => `${file}: tệp trống`,
  'catalogue-missing': ({ folder }) =>
    `${folder}: thư mục này không có measures.yaml cũng không có areas.yaml`,
  'empty-path': () =>
    'có một đường dẫn trống; hãy ghi tên tệp hoặc thư mục, hoặc . cho thư mục hiện tại',
  'file-special': ({ file }) =>
    `${file}: là ống dẫn hoặc thiết bị, trong khi cần một tệp; hãy lưu thành tệp, hoặc dùng - để đọc đầu vào chuẩn`,
  'file-too-large': ({ file, most, isOpen }) =>
    `${file}: lớn hơn ${formatNumber(most, 'vi')} byte, vượt giới hạn đọc được${isOpen ? '; đặt giới hạn khác bằng --limit plan-bytes=N' : ''}`,
  'file-binary': ({ file }) => `${file}: không phải tệp văn bản`,
  'file-bad-encoding': ({ file }) =>
    `${file}: không phải UTF-8 hay UTF-16; hãy lưu lại dưới dạng UTF-8`,
  'folder-without-plans': ({ folder }) =>
    `${folder}: thư mục không có tệp kế hoạch nào (tệp .yaml hoặc .yml ghi "format: plan/1")`,
  'plan-has-errors': ({ file, errors }) =>
    `${file}: ${errors} lỗi; chưa dùng được kế hoạch cho đến khi sửa xong`,
  'config-has-errors': ({ file, errors }) =>
    `${file}: ${errors} lỗi; chưa làm gì khi các lỗi này chưa được sửa`,
  'letter-has-errors': ({ file, errors }) =>
    `${file}: ${errors} lỗi; phải sửa mới dùng được tệp này`,
  'item-needed': ({ plan }) =>
    `chỉ tiêu, nhiệm vụ hay báo cáo nào? Hãy viết dti-eval explain ${plan} MÃ`,
  'option-of-items': ({ option }) =>
    `${option} chỉ đi với một mục của kế hoạch: dti-eval explain KẾ-HOẠCH MÃ`,
  'one-plan-needed': ({ found, plans }) =>
    `explain cần đúng một kế hoạch, mà ${found} có ${plans}; hãy chỉ rõ một tệp`,
  'unknown-item': ({ plan, found, suggestion }) =>
    `${plan}: không có chỉ tiêu, thành phần, nhiệm vụ hay báo cáo ${quote(found)}${hint(suggestion) || '; xem danh sách bằng dti-eval status và dti-eval overdue --all'}`,
  'one-plan-only': ({ option, plans }) => `${option} chỉ đi với một kế hoạch, không phải ${plans}`,
  'unknown-choice': ({ option, found, valid, suggestion }) =>
    `${option}: không có ${quote(found)}${hint(suggestion) || '.'} Có thể chọn: ${valid.join(', ')}`,
  'unknown-rule': ({ found, suggestion }) =>
    `không có quy tắc ${quote(found)}${hint(suggestion) || '; dti-eval explain liệt kê tất cả'}`,
  'more-findings': ({ more, plan }) =>
    `… và ${more} phát hiện khác; xem tất cả: dti-eval check ${plan}`,
  'not-together': ({ options }) => `không dùng ${list(options, 'và')} cùng nhau được`,
  'option-needs': ({ option, needs }) => `${option} phải đi cùng ${needs}`,
  'since-not-before': ({ since, asOf }) =>
    `--since ${formatDay(since, 'vi')} không trước thời điểm đánh giá ${formatDay(asOf, 'vi')}`,
  'year-without-targets': ({ year, years }) =>
    `không chỉ tiêu nào có mục tiêu năm ${year}; các năm có mục tiêu: ${years.join(', ')}`,
  'letter-of-document': () =>
    '--letter dành cho văn bản để đọc: thêm -f docx -o TỆP.docx, hoặc markdown, html, table',
  'csv-of-template': () =>
    'định dạng csv chỉ dành cho bảng kết quả: thêm --template appendix (số liệu của từng chỉ tiêu: dti-eval status --format csv)',
  'nothing-to-fill-in': ({ plan, period, year, split }) =>
    split === 'area'
      ? `${plan}: không có địa bàn nào báo cáo; hãy ghi các địa bàn trong kế hoạch, “areas: [mã]”, hoặc trong danh mục`
      : `${plan}: kỳ ${period} không có gì để điền: không chỉ tiêu nào có cơ quan chủ trì và có mục tiêu năm ${year}, cũng không còn nhiệm vụ nào đang mở`,
  'unknown-recipient': ({ option, found, valid, suggestion }) =>
    `${option}: ${quote(found)} không có phiếu trong kỳ này${hint(suggestion) || '.'} Có các mã: ${valid.join(', ')}`,
  'parquet-needs-package': ({ file, package: name }) =>
    `${file}: để đọc tệp Parquet cần một gói chưa được cài đặt; cài bằng lệnh: npm install ${name}`,
  'engine-missing': ({ engine, package: name }) =>
    `--engine ${engine} cần một gói chưa được cài đặt; cài bằng lệnh: npm install ${name}`,
  'sheets-there': ({ files }) =>
    `${list(files, 'và')} đã có, có thể đã được điền; chưa ghi gì cả. Hãy chuyển đi nơi khác, hoặc ghi vào thư mục khác bằng -o`,
};
