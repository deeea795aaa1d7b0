import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a row is not valid CSV', vi: 'dòng không đúng quy tắc CSV' },
  what: {
    en: 'A row has more or fewer cells than the header, or a quote is not closed or stands inside a cell without being doubled.',
    vi: 'Dòng có nhiều hoặc ít ô hơn hàng tên cột, hoặc dấu nháy kép không được đóng, hoặc đứng trong ô mà không viết thành hai.',
  },
  why: {
    en: 'The row cannot be read and does not count; the others do. Put a cell that holds a separator, a quote or a line break in quotes.',
    vi: 'Dòng đó không đọc được nên không được tính; các dòng khác vẫn tính. Ô có dấu ngăn cách, dấu nháy kép hoặc dấu xuống dòng phải đặt trong dấu nháy kép.',
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
    results: `indicator,period,value,source
kts-1,2024,19,5,12/BC-STTTT
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
kts-1,2024,"19,5",12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvSyntax: Rule = { id: 'csv-syntax', page };
