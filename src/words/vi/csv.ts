import type { CsvArgs, WorkbookProblem } from '../../message/csv.ts';
import type { Words } from '../../message/message.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { list, quote, some } from '../quote.ts';
import { columnName, columnText } from './columns.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';
const mark = (delimiter: string) => (delimiter === '\t' ? 'dấu tab' : `dấu ${quote(delimiter)}`);

const other = (decimal: ',' | '.') => (decimal === ',' ? '.' : ',');
const DECLARE = 'khai báo dấu thập phân (decimal: "," hoặc "." trong kế hoạch, hoặc --decimal)';

/** Vietnamese words for CSV files. */
export const csv: Words<CsvArgs> = {
  'csv-not-text': ({ file }) =>
    `${quote(file)} không phải tệp văn bản (bảng tính Excel, ảnh?); hãy lưu trang tính thành CSV UTF-8`,
  'csv-bad-encoding': ({ encoding }) =>
    `không có bảng mã ${quote(encoding)}; dùng utf-8, utf-16le, utf-16be hoặc windows-1258, hoặc để chương trình tự nhận`,
  'csv-undecodable': ({ encoding }) =>
    `tệp có byte không thuộc bảng mã ${encoding}; hãy lưu lại bằng UTF-8, hoặc chỉ rõ bảng mã bằng --encoding`,
  'csv-no-header': ({ expected }) =>
    `ở đây không có tên cột nào; dòng đầu phải là tên cột: ${expected.map(columnText).join(', ')}`,
  'csv-unclosed-quote': () =>
    'ô này mở bằng dấu nháy kép nhưng không có dấu đóng; hãy thêm dấu đóng, hoặc viết "" nếu dấu nháy thuộc nội dung',
  'csv-stray-quote': () =>
    'trong ô này có dấu nháy kép đặt sai quy tắc CSV; hãy đặt cả ô trong dấu nháy kép và viết mỗi dấu nháy bên trong thành hai ("")',
  'csv-row-too-long': ({ bytes }) =>
    `sau ${formatNumber(bytes, 'vi')} byte vẫn chưa hết dòng dữ liệu này; hãy kết thúc mỗi dòng bằng dấu xuống dòng, hoặc đặt giới hạn khác bằng --limit row-bytes=N`,
  'csv-field-count': ({ found, expected, delimiter }) =>
    `dòng có ${found} ô trong khi hàng tên cột có ${expected}; ${
      found > expected
        ? `ô nào chứa ${mark(delimiter)} thì phải đặt trong dấu nháy kép`
        : `ô trống cũng phải có ${mark(delimiter)} ngăn cách`
    }`,
  'csv-unknown-column': ({ found, valid, suggestion }) =>
    `không có cột ${quote(found)}${hint(suggestion) || `; chỉ nhận: ${valid.map(columnText).join(', ')}`}`,
  'csv-period-heading': ({ found }) =>
    `tên cột ${quote(found)} nêu kỳ số liệu; hãy ghi mỗi kỳ một dòng, kỳ ở cột ${columnText('period')}, con số ở cột ${columnText('value')}`,
  'csv-missing-column': ({ missing, expected }) =>
    `thiếu cột bắt buộc ${columnText(missing)}; các cột gồm: ${expected.map(columnText).join(', ')}`,
  'csv-missing-one-of': ({ choices }) =>
    `chưa có cột nào để ghi kết quả; hãy thêm ${list(choices.map(columnText), 'hoặc')}`,
  'csv-doubled-column': ({ found, first }) =>
    `cột ${quote(found)} xuất hiện lần thứ hai, lần đầu là cột số ${first}; chỉ giữ lại một`,
  'csv-unknown-indicator': ({ found, suggestion }) =>
    found === ''
      ? 'chưa ghi chỉ tiêu; hãy ghi id của chỉ tiêu, hoặc id/phần'
      : `kế hoạch không có chỉ tiêu ${quote(found)}${hint(suggestion) || '; hãy ghi id của chỉ tiêu, hoặc id/phần'}`,
  'csv-unknown-part': ({ found, indicator, valid, suggestion }) =>
    `chỉ tiêu ${quote(indicator)} không có phần ${quote(found)}${
      hint(suggestion) ||
      (valid.length > 0
        ? `; các phần gồm: ${some(valid)}`
        : `; chỉ tiêu này không chia phần, hãy ghi ${indicator}`)
    }`,
  'csv-not-a-number': ({ found, column, decimal }) =>
    decimal
      ? `${quote(found)} ở cột ${columnName(column)} không phải số viết với dấu thập phân ${quote(decimal)}; hãy ${found.includes(other(decimal)) ? `viết theo dấu ấy, hoặc ${DECLARE}` : `chỉ ghi con số, ví dụ 1919${decimal}5`}`
      : `${quote(found)} ở cột ${columnName(column)} không phải số; hãy chỉ ghi con số, ví dụ 1919, 19,7 hoặc 19.7`,
  'csv-exponent': ({ found }) =>
    `${quote(found)} là số viết gọn theo lũy thừa của bảng tính, có thể đã mất chữ số; hãy ghi đủ các chữ số (trong Excel đặt định dạng ô là “Number”)`,
  'csv-ambiguous-number': ({ found, asThousands, asDecimal }) =>
    `${quote(found)} có thể đọc là ${asThousands} (hàng nghìn) hoặc ${asDecimal} (số thập phân); hãy viết ${asThousands} hoặc ${asDecimal}0, hoặc ${DECLARE}`,
  'csv-percent-unit': ({ found, unit }) =>
    unit === ''
      ? `${quote(found)} có dấu phần trăm nhưng chỉ tiêu không có đơn vị tính; hãy bỏ dấu %`
      : `${quote(found)} có dấu phần trăm nhưng đơn vị tính là ${quote(unit)}; hãy ghi số theo đơn vị đó`,
  'csv-percent-count': ({ found }) =>
    `${quote(found)} có dấu phần trăm nhưng đây là số đếm; tỷ lệ phần trăm ghi ở cột ${columnText('value')}`,
  'csv-milestone-value': ({ found }) =>
    `${quote(found)} chỉ dùng cho mốc hoàn thành, ở đây cần một con số; hãy ghi số, hoặc “chưa có số liệu”`,
  'csv-number-value': ({ found }) =>
    `${quote(found)} là số, nhưng mục tiêu là một mốc hoàn thành; hãy ghi done hoặc not-done`,
  'csv-no-milestone': ({ found }) =>
    `${quote(found)} không cho biết mốc đã hoàn thành hay chưa; hãy ghi “đã hoàn thành”, “chưa hoàn thành” hoặc mức hoàn thành như 60%, phần còn lại ghi ở cột ${columnName('note')}`,
  'csv-zero-or-none': ({ found }) =>
    `${quote(found)} có thể hiểu là bằng không hoặc chưa có số liệu; hãy ghi 0, hoặc ghi “chưa có số liệu”`,
  'csv-range-value': ({ found }) =>
    `${quote(found)} là một khoảng, không phải một con số; hãy ghi một số, ví dụ “>= 75” hoặc “khoảng 77”, còn khoảng giá trị ghi ở cột ${columnName('note')}`,
  'csv-two-counts': ({ found }) =>
    `${quote(found)} gồm hai con số; hãy chỉ ghi kết quả, hoặc ghi hai số đếm của tỷ lệ vào cột ${columnName('numerator')} và cột ${columnName('denominator')}`,
  'csv-lone-count': ({ present, absent }) =>
    `có ${columnText(present)} nhưng thiếu ${columnText(absent)}; hãy ghi cả hai, hoặc chỉ ghi ${columnText('value')}`,
  'csv-zero-denominator': () =>
    'mẫu số bằng 0 nên không tính được tỷ lệ; hãy sửa lại, hoặc để trống cả tử số và mẫu số',
  'csv-mixed-decimals': ({ first, firstLine, found }) =>
    `${quote(found)} dùng dấu thập phân khác với ${quote(first)} ở dòng ${firstLine}; hãy thống nhất một kiểu trong cả tệp, hoặc ${DECLARE}`,
  'csv-bad-period': ({ found }) =>
    `${found === '' ? 'chưa ghi kỳ số liệu' : `${quote(found)} không phải kỳ số liệu`}; hãy viết 2023, 2023-H1, 2023-Q4, 2023-12, 2023-01..2023-09 hoặc 2023-12-15`,
  'csv-period-year': ({ found }) =>
    `${quote(found)} chưa ghi năm đủ bốn chữ số; hãy ghi cả năm, ví dụ Quý III/2024, 6 tháng đầu năm 2024 hoặc 12/2024`,
  'csv-excel-month': ({ found }) =>
    `${quote(found)} là do Excel tự đổi từ tháng hoặc ngày; hãy viết 2023-12 hoặc 12/2023 và định dạng ô là văn bản (Text)`,
  'csv-excel-serial': ({ found }) =>
    `${quote(found)} là số mà Excel dùng để lưu ngày; hãy viết kỳ số liệu, ví dụ 2023-12 hoặc 12/2023, và định dạng ô là văn bản (Text)`,
  'csv-month-first': ({ found, meant }) =>
    `${quote(found)} ghi tháng trước ngày; ở đây ngày đứng trước${meant === null ? '' : `: hãy viết ${formatDay(meant, 'vi')} hoặc ${meant}`}`,
  'csv-doubtful-day': ({ found, read, other }) =>
    `${quote(found)} được đọc là ${read}, nhưng trong tệp có ngày ghi tháng trước: có thể là ${other}; hãy viết rõ ngày đúng`,
  'csv-unnamed-column': ({ column }) =>
    `cột thứ ${column} không có tên nên nội dung từ dòng này trở đi không được đọc; hãy đặt tên cột, hoặc xóa nội dung`,
  'csv-second-table': () =>
    'ở đây bắt đầu một bảng khác, các cột không đúng loại số liệu đọc từ tệp này nên các dòng của bảng không được tính; hãy đặt tên cột như bảng đầu, hoặc tách ra tệp riêng',
  'csv-conflict': () =>
    'git để lại xung đột ở đây và chỉ bản thứ nhất được đọc; hãy giữ một trong hai bản và xóa các dòng <<<<<<<, ======= và >>>>>>>',
  'csv-passed-over': ({ rows }) =>
    `${rows === 1 ? 'dòng này' : `${rows} dòng, bắt đầu từ dòng này,`} được coi là tiêu đề, dòng tổng hoặc chữ ký nên không đọc; dòng số liệu phải có mã`,
  'csv-other-unit': ({ found, other, unit }) =>
    `${quote(found)} ghi theo ${quote(other)} nhưng đơn vị tính là ${quote(unit)}; hãy ghi số theo đơn vị đó`,
  'csv-sheet-unit': ({ found, unit }) =>
    `đơn vị tính ở đây là ${quote(found)} nhưng kế hoạch dùng ${quote(unit)}; hãy ghi số theo đơn vị của kế hoạch`,
  'csv-count-factor': ({ unit }) =>
    `đơn vị ${quote(unit)} có hệ số mà kế hoạch không khai báo nên tử số và mẫu số này không ra con số; hãy thêm “per” vào chỉ tiêu, hoặc ghi thẳng giá trị`,
  'csv-one-sided-count': ({ found }) =>
    `${quote(found)} chỉ cho biết số đếm nằm về phía nào nên không tính được tỷ lệ; hãy ghi số đếm, hoặc ghi giá trị`,
  'csv-bad-share': ({ found }) =>
    `${quote(found)} không phải tỷ lệ hoàn thành của một mốc; hãy ghi nhiều nhất 100%, hoặc done, not-done`,
  'csv-impossible-period': ({ found }) => `lịch không có ${quote(found)}; hãy sửa lại kỳ số liệu`,
  'csv-unknown-status': ({ found, valid, suggestion }) =>
    `không rõ trạng thái ${quote(found)}${hint(suggestion) || `; chỉ nhận: ${valid.join(', ')}`}`,
  'csv-unknown-area': ({ found, suggestion }) =>
    `danh mục không có địa bàn ${quote(found)}${hint(suggestion) || '; hãy ghi mã trong areas.yaml, hoặc để trống nếu là địa bàn của kế hoạch'}`,
  'csv-ended-area': ({ area, ended, period, successor }) =>
    `địa bàn ${quote(area)} không còn từ sau ngày ${formatDay(ended, 'vi')}, trước khi hết kỳ ${quote(period)}; dòng này không được tính${
      successor ? `: hãy ghi cho ${quote(successor)}, hoặc sửa lại kỳ số liệu` : ''
    }`,
  'csv-empty-row': ({ rows, needed }) =>
    `${rows === 1 ? 'dòng này' : `${rows} dòng, bắt đầu từ dòng này,`} chưa được điền nên không được tính; để báo cáo, hãy ghi ${list(needed.map(columnText), 'hoặc')}`,
  'csv-no-source': () =>
    `kết quả này không có nguồn; hãy ghi văn bản nguồn ở cột ${columnText('source')}`,
  'cell-read': ({ column, written, read }) => `${columnName(column)} ${quote(written)} → ${read}`,
  'heading-read': ({ heading, column }) => `cột ${quote(heading)} → ${columnText(column)}`,
  'row-passed': ({ text }) => `bỏ qua: ${quote(text)}`,
  'parquet-memory': ({ megabytes }) =>
    `cần hơn ${megabytes} MB bộ nhớ để đọc tệp; hãy xuất lại với nhóm hàng (row group) nhỏ hơn, hoặc dưới dạng CSV`,
  'parquet-unread': () => 'tệp bị hỏng, không đọc được dưới dạng Parquet; hãy xuất lại tệp',
  'gzip-damaged': () => 'tệp nén bị hỏng hoặc bị cắt cụt; hãy nén hoặc tải lại tệp',
  'xlsx-unread': ({ problem }) => XLSX_PROBLEMS[problem],
  'xlsx-all-hidden': ({ sheets }) =>
    `bảng duy nhất nằm ở trang tính đang ẩn ${list(sheets.map(quote), 'và')}; trang ẩn không được đọc: hãy bỏ ẩn trong Excel rồi lưu lại`,
  'xlsx-several-sheets': ({ sheets }) =>
    `đã đọc bảng ở ${sheets.length} trang tính: ${list(sheets.map(quote), 'và')}`,
  'xlsx-hidden-sheets': ({ sheets }) =>
    `trang tính đang ẩn ${list(sheets.map(quote), 'và')} cũng có bảng nhưng không được đọc; nếu cần tính, hãy bỏ ẩn trong Excel, nếu không hãy xóa`,
  'xlsx-hidden-rows': ({ rows }) =>
    `${rows === 1 ? 'dòng này' : `${rows} dòng, bắt đầu từ dòng này,`} bị ẩn trong Excel nhưng vẫn được đọc; hãy xóa dòng không tính`,
  'xlsx-hidden-columns': ({ columns }) =>
    `${columns === 1 ? 'cột này' : `${columns} cột, bắt đầu từ cột này,`} bị ẩn trong Excel nhưng vẫn được đọc`,
  'xlsx-merged': ({ cells }) =>
    `${cells === 1 ? 'ô này' : `${cells} ô, bắt đầu từ ô này,`} gộp với ô phía trên nên được đọc theo giá trị của ô đó; nếu không áp dụng cho từng dòng, hãy tách ô`,
  'xlsx-scaled': ({ shown, held }) =>
    `Excel hiển thị ${quote(shown)} nhưng ô chứa ${held} vì định dạng số lược bớt hàng nghìn; hãy đặt lại định dạng số thường và ghi số theo đơn vị của kế hoạch`,
  'xlsx-no-value': ({ formula, error }) =>
    error !== null
      ? `${formula === null ? 'ô này báo' : `công thức ${quote(formula)} báo`} lỗi ${error}; hãy sửa trong Excel, hoặc ghi thẳng giá trị`
      : `công thức ${quote(formula ?? '')} chưa có giá trị lưu trong tệp; hãy mở tệp bằng Excel để tính lại rồi lưu`,
};

const XLSX_PROBLEMS: Record<WorkbookProblem, string> = {
  empty: 'tệp rỗng; hãy yêu cầu gửi lại, hoặc lưu lại trang tính',
  text: 'đây là tệp văn bản mang đuôi bảng tính; nếu là CSV, hãy đổi đuôi tệp thành .csv',
  'old-excel': 'đây là bảng tính Excel 97–2003 (.xls); hãy mở bằng Excel và lưu lại thành .xlsx',
  encrypted: 'bảng tính có đặt mật khẩu; hãy mở bằng Excel và lưu lại không đặt mật khẩu',
  'binary-excel': 'đây là bảng tính nhị phân (.xlsb); hãy mở bằng Excel và lưu lại thành .xlsx',
  'open-document': 'đây là tệp OpenDocument (.ods); hãy lưu lại thành .xlsx',
  word: 'đây là văn bản Word; hãy chép bảng sang trang tính và lưu thành .xlsx',
  'not-a-workbook': 'đây không phải bảng tính Excel; hãy lưu trang tính thành .xlsx hoặc CSV UTF-8',
  damaged: 'bảng tính bị hỏng, không đọc được; hãy mở bằng Excel để sửa tệp rồi lưu lại',
  'too-large':
    'bảng tính chứa nhiều hơn hẳn một bảng kết quả (giải nén ra hơn 16 MB, khoảng 40.000 dòng, hoặc có ô nằm quá xa); hãy xóa phần không thuộc bảng, hoặc lưu trang tính thành CSV UTF-8',
};
