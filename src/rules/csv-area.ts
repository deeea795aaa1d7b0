import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the catalogue has no such area', vi: 'danh mục không có địa bàn này' },
  what: {
    en: 'The column “area” names a code that areas.yaml does not have.',
    vi: 'Cột “area” ghi mã không có trong areas.yaml.',
  },
  why: {
    en: 'The row belongs to no place and does not count. Leave the cell empty for the plan’s own area.',
    vi: 'Dòng không thuộc địa bàn nào nên không được tính. Nếu là địa bàn của kế hoạch thì để trống ô này.',
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
    results: `indicator,period,value,area,source
kts-1,2024,19.5,da-nang,12/BC-STTTT
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
    results: `indicator,period,value,area,source
kts-1,2024,19.5,danang,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvArea: Rule = { id: 'csv-area', page };
