import type { DatabaseArgs } from '../../message/database.ts';
import type { Words } from '../../message/message.ts';
import { list, oneLine, quote, some } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';

const PASSWORD =
  'hãy đặt biến PGPASSWORD, hoặc ghi vào tệp ~/.pgpass (chmod 600): MÁY-CHỦ:CỔNG:CƠ-SỞ-DỮ-LIỆU:NGƯỜI-DÙNG:MẬT-KHẨU';

/** Vietnamese words for tables in a database. */
export const database: Words<DatabaseArgs> = {
  'address-unknown': ({ scheme, form }) =>
    `không đọc được ${scheme}://; chỉ đọc tệp và bảng PostgreSQL, ${form}`,
  'database-password': ({ masked }) =>
    `${masked}: người khác có thể thấy mật khẩu ghi trong dòng lệnh, qua danh sách tiến trình và nhật ký; hãy bỏ ra (và đổi mật khẩu nếu đã lộ), rồi ${PASSWORD}`,
  'database-form': ({ found, form }) =>
    `${quote(found)} không chỉ ra bảng nào trong cơ sở dữ liệu; hãy viết '${form}' trong dấu nháy đơn, các ký tự như # hay dấu cách viết thành %23, %20`,
  'database-parameter': ({ found, valid, suggestion }) =>
    `địa chỉ cơ sở dữ liệu không có tham số ${quote(found)}${hint(suggestion) || '.'} Có thể dùng: ${valid.join(', ')}`,
  'database-setting': ({ name, found, valid, suggestion }) =>
    `${name} không thể là ${quote(found)}${hint(suggestion) || '.'} Có thể chọn: ${valid.join(', ')}`,
  'database-only-results': () => 'chỉ đọc kết quả từ cơ sở dữ liệu, bằng --results',
  'database-engine': ({ engine }) =>
    `--engine ${engine} đọc tệp; với bảng trong cơ sở dữ liệu hãy bỏ tùy chọn này, máy chủ sẽ tự tìm các dòng quyết định, hoặc viết --engine node để đọc mọi dòng`,
  'database-unreachable': ({ at, why, seconds, said }) => {
    switch (why) {
      case 'refused':
        return `không có máy chủ PostgreSQL nào trả lời tại ${at}; hãy kiểm tra tên máy, cổng và xem máy chủ có đang chạy không`;
      case 'unknown-host':
        return `${at}: không tìm thấy máy nào có tên này; hãy kiểm tra tên máy`;
      case 'timeout':
        return `${at} không trả lời trong ${seconds} giây; hãy kiểm tra tên máy và mạng, hoặc thêm connect_timeout=SỐ-GIÂY vào địa chỉ`;
      case 'other':
        return `không kết nối được với ${at}: ${oneLine(said)}`;
    }
  },
  'database-login': ({ user, at, why, said }) => {
    switch (why) {
      case 'no-password':
        return `${at} yêu cầu mật khẩu của ${quote(user)}; ${PASSWORD}`;
      case 'wrong':
        return `${at} không chấp nhận mật khẩu của ${quote(user)}; ${PASSWORD}`;
      case 'refused':
        return `${at} không cho ${quote(user)} truy cập: ${oneLine(said)}`;
    }
  },
  'database-password-open': ({ user, at, file }) =>
    `${at} yêu cầu mật khẩu của ${quote(user)}; không dùng ${file} vì người khác đọc được tệp này: chmod 600 ${file}`,
  'database-unknown': ({ database: name, at }) => `${at} không có cơ sở dữ liệu ${quote(name)}`,
  'database-tls': ({ at, sslmode, said }) =>
    `không kết nối được với ${at} theo sslmode=${sslmode}: ${oneLine(said)}`,
  'database-denied': ({ user, said }) =>
    `${quote(user)} không có quyền đọc: ${oneLine(said)}; cấp quyền bằng GRANT SELECT`,
  'database-failed': ({ at, said }) => `${at} không đọc hết được bảng: ${oneLine(said)}`,
  'database-table': ({ table, suggestion }) =>
    `cơ sở dữ liệu không có bảng ${quote(table)}${hint(suggestion)}`,
  'database-columns': ({ table, missing, oneOf, found }) =>
    `bảng ${quote(table)} không phải bảng kết quả: thiếu ${list(
      [...missing, ...(oneOf.length > 0 ? [list(oneOf, 'hoặc')] : [])],
      'và',
    )}. Bảng có các cột: ${some(found)}`,
  'database-type': ({ table, column, type }) =>
    `cột ${quote(column)} của bảng ${quote(table)} có kiểu ${type}, không phải chữ, số hay ngày; hãy dùng một view chuyển kiểu cột này`,
  'database-order': ({ table, column, suggestion }) =>
    `order: bảng ${quote(table)} không có cột ${quote(column)}${hint(suggestion)}`,
  'database-no-key': ({ table }) =>
    `bảng ${quote(table)} không có khóa chính nên không biết dòng nào sau dòng nào; hãy thêm order=CỘT vào địa chỉ, các cột cách nhau bằng dấu phẩy`,
};
