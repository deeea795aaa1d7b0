import type { OfficeWords } from '../en/office.ts';

const STYLES: OfficeWords['styles'] = {
  body: 'Nội dung',
  table: 'Chữ trong bảng',
  tableHead: 'Tiêu đề bảng',
  tableGroup: 'Nhóm trong bảng',
  tableNote: 'Ghi chú trong bảng',
  nation: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  superior: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  number: 'Số, ký hiệu',
  placeDate: 'Địa danh, thời gian',
  rule: 'Đường kẻ',
  addressee: 'Kính gửi',
  recipients: 'Nơi nhận',
  copies: 'Danh sách nơi nhận',
  signer: 'Người ký',
  annex: 'Phụ lục',
};

/** Vietnamese words that Excel and Word files have of themselves. */
export const office: OfficeWords = {
  group: 'Nhóm',
  notes: 'Nguồn và phương pháp',
  dayFormat: 'dd/mm/yyyy',
  styles: STYLES,
  form: {
    nation: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    issuer: '[TÊN CƠ QUAN BAN HÀNH]',
    number: 'Số: ',
    noNumber: '…/BC-…',
    beforeDate: ', ',
    noDate: 'ngày … tháng … năm …',
    longDate: (date) => {
      const [year, month, day] = date.split('-') as [string, string, string];
      return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
    },
    kind: 'Báo cáo',
    subjectOf: (title) => {
      const subject = title.replace(/^báo cáo /i, '');
      return subject.charAt(0).toUpperCase() + subject.slice(1);
    },
    to: 'Kính gửi:',
    recipients: 'Nơi nhận:',
    archive: 'Lưu:',
    noArchive: 'VT, …',
    signer: '[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]',
    name: '[Họ và tên]',
    annex: 'Phụ lục',
    attachedTo: (kind) =>
      `(Kèm theo ${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()} số `,
    ofDate: ' ',
    ofBody: ' của ',
  },
};
