import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a figure without a source', vi: 'con số không có nguồn' },
  what: {
    en: 'A row reports a value but does not say which document it comes from.',
    vi: 'Dòng có kết quả nhưng không ghi lấy từ văn bản nào.',
  },
  why: {
    en: 'A figure that cannot be traced cannot be defended. Name the document and the place in it.',
    vi: 'Số liệu không truy được nguồn thì không bảo vệ được. Hãy ghi số văn bản và vị trí trong văn bản.',
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
kts-1,2024,19.5,
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
kts-1,2024,19.5,12/BC-STTTT I.2
`,
  },
};

/** Raised by the reader. */
export const csvSource: Rule = { id: 'csv-source', page };
