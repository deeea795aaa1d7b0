import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'the plan has no such indicator or part',
    vi: 'kế hoạch không có chỉ tiêu hoặc phần này',
  },
  what: {
    en: 'The cell names an indicator, or a part of one, that the plan does not have.',
    vi: 'Ô ghi một chỉ tiêu, hoặc một phần của chỉ tiêu, mà kế hoạch không có.',
  },
  why: {
    en: 'The row belongs to nothing and does not count. Write the id of the plan file, or id/part.',
    vi: 'Dòng không thuộc chỉ tiêu nào nên không được tính. Hãy ghi id trong tệp kế hoạch, hoặc id/phần.',
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
kts1,2024,19.5,12/BC-STTTT
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
export const csvIndicator: Rule = { id: 'csv-indicator', page };
