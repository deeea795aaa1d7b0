import type { Words } from '../../message/message.ts';
import type { RoundArgs } from '../../message/round.ts';
import { list, quote } from '../quote.ts';

/** Vietnamese words for filled sheets of a round. */
export const roundMessages: Words<RoundArgs> = {
  'sheet-other-form': ({ form }) =>
    `phiếu do phiên bản khác của chương trình lập; phiên bản này dùng ${form}: hãy lập lại phiếu bằng dti-eval sheet`,
  'sheet-other-plan': ({ found, plan }) =>
    `phiếu thuộc kế hoạch ${quote(found)}, không phải ${quote(plan)}; hãy tổng hợp cùng kế hoạch đó`,
  'sheet-other-period': ({ found, period }) =>
    `đây là số liệu kỳ ${quote(found)}, trong khi đang tổng hợp kỳ ${period}; hãy tổng hợp với --period ${found}, hoặc sửa lại kỳ`,
  'sheet-several': ({ found }) =>
    `một tệp chứa các dòng của nhiều phiếu (${list(found, 'và')}); hãy để mỗi phiếu một tệp`,
  'sheet-of-nobody': () =>
    'không rõ phiếu của ai nên chưa tính là đơn vị nào đã gửi; hãy ghi mã cơ quan hoặc địa bàn vào tên tệp',
  'sheet-of-help': () => 'đây là trang hướng dẫn điền phiếu, không có số liệu để ghi nhận',
  'sheet-without-codes': () =>
    'không dòng nào có mã chỉ tiêu, nhiệm vụ hay chế độ báo cáo của kế hoạch; mã nằm ở cột đầu của phiếu do dti-eval sheet lập',
  'sheet-note-alone': ({ found }) =>
    `${quote(found)} là ghi chú không kèm số liệu nên không được ghi nhận; nếu không có số liệu, hãy ghi “chưa có số liệu” ở cột Giá trị`,
  'sheet-broken': ({ problem }) =>
    problem === 'missing'
      ? 'không có tệp này'
      : 'không đọc được tệp; hãy kiểm tra quyền truy cập và xem tệp có đang mở ở chương trình khác không',
  'table-not-utf8': ({ file }) =>
    `${file} không phải UTF-8 nên không thể thêm dòng mà giữ nguyên tệp; hãy lưu lại thành “CSV UTF-8”. Chưa ghi gì cả`,
  'table-without-columns': ({ file, missing }) =>
    `${file} thiếu cột ${list(missing, 'và')} cho các dòng cần thêm; hãy thêm vào dòng tiêu đề. Chưa ghi gì cả`,
  'table-not-csv': ({ file }) =>
    `${file} là sổ Excel; chỉ thêm dòng vào tệp CSV: hãy lưu lại thành “CSV UTF-8”, hoặc chỉ tệp khác bằng --results, --progress. Chưa ghi gì cả`,
  'table-not-appendable': ({ file }) =>
    `các dòng thêm vào cuối ${file} sẽ không được đọc; chưa ghi gì cả. Hãy xem các dòng cuối: có thể có bảng thứ hai hoặc ghi chú`,
  'table-changed': ({ file }) =>
    `${file} vừa bị chương trình khác thay đổi; chưa ghi gì cả. Hãy chạy lại lệnh`,
  'table-locked': ({ file, lock, by }) =>
    `${file} đang được một lần tổng hợp khác ghi (${by}); chưa ghi gì cả. Hãy chạy lại lệnh; nếu không có lệnh nào khác đang chạy, hãy xóa ${lock}`,
};
