import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'two decimal marks in one file', vi: 'hai kiểu dấu thập phân trong một tệp' },
  what: {
    en: 'One figure is written with a decimal comma, another with a decimal point, and none is declared.',
    vi: 'Có số viết dấu phẩy thập phân, có số viết dấu chấm thập phân, mà không khai báo dùng dấu nào.',
  },
  why: {
    en: 'Each is read in the only way it can be, but a third may be read wrongly. Keep to one mark, or declare it.',
    vi: 'Mỗi số được đọc theo cách duy nhất có thể, nhưng số khác có thể bị đọc sai. Hãy thống nhất một dấu, hoặc khai báo.',
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
kts-1,2023,"19,7",11/BC-STTTT
kts-1,2024,19.9,12/BC-STTTT
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
kts-1,2023,19.7,11/BC-STTTT
kts-1,2024,19.9,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvMixedDecimals: Rule = { id: 'csv-mixed-decimals', page };
