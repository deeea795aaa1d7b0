import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a row that reports nothing', vi: 'dòng không có kết quả' },
  what: {
    en: 'A row names an indicator and a period but no value, no counts and no status.',
    vi: 'Dòng có chỉ tiêu và kỳ số liệu nhưng không có giá trị, không có tử số và mẫu số, không có trạng thái.',
  },
  why: {
    en: 'An empty row is no result of zero: it does not count. Fill it in, or delete it.',
    vi: 'Dòng trống không phải là kết quả bằng 0: dòng này không được tính. Hãy điền vào, hoặc xóa đi.',
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
kts-1,2024,,12/BC-STTTT
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
export const csvEmptyRow: Rule = { id: 'csv-empty-row', page };
