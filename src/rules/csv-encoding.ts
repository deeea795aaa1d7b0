import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'the file is no text in a known encoding',
    vi: 'tệp không phải văn bản theo bảng mã đã biết',
  },
  what: {
    en: 'The file holds bytes that are no text: a workbook or picture with the ending .csv, a damaged file, or an encoding that is not known.',
    vi: 'Tệp chứa các byte không phải văn bản: bảng tính Excel hoặc ảnh đổi đuôi thành .csv, tệp hỏng, hoặc bảng mã không nhận ra.',
  },
  why: {
    en: 'No row can be read. In Excel, save the sheet as “CSV UTF-8”; name another encoding with --encoding.',
    vi: 'Không đọc được dòng nào. Trong Excel hãy lưu thành “CSV UTF-8”; nếu dùng bảng mã khác, chỉ rõ bằng --encoding.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `PK\u0003\u0004\u0014\u0000\u0006\u0000xl/workbook.xml
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,source
kts-1,2024,19.5,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvEncoding: Rule = { id: 'csv-encoding', page };
