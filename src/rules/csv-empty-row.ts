import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'rows are not filled in yet', vi: 'có dòng chưa được điền' },
  what: {
    en: 'Rows name an indicator and a period but no value, no counts and no status, as those of a collection sheet do before it is filled in. That is told once a file.',
    vi: 'Có dòng đã ghi chỉ tiêu và kỳ số liệu nhưng không có giá trị, không có tử số và mẫu số, không có trạng thái, như trong phiếu thu thập chưa điền. Mỗi tệp chỉ báo một lần.',
  },
  why: {
    en: 'An empty row is no result of zero: it does not count. Fill it in when the figure is known.',
    vi: 'Dòng trống không phải là kết quả bằng 0: dòng này không được tính. Khi có số liệu hãy điền vào.',
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
