import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a column is unknown, missing or doubled', vi: 'cột lạ, thiếu cột hoặc trùng cột' },
  what: {
    en: 'The header names a column that does not exist, names one twice, or lacks a required one.',
    vi: 'Hàng tên cột có cột không tồn tại, có cột lặp lại, hoặc thiếu cột bắt buộc.',
  },
  why: {
    en: 'Figures in an unknown column would be ignored in silence. The message names the column that was probably meant.',
    vi: 'Số liệu ở cột lạ sẽ bị bỏ qua mà không ai hay. Thông báo nêu tên cột có thể là ý của người viết.',
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
    results: `indicator,period,valeu,value,source
kts-1,2024,,19.5,12/BC-STTTT
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
export const csvColumn: Rule = { id: 'csv-column', page };
