import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a CSV file could not be checked', vi: 'tệp CSV không kiểm tra được' },
  what: {
    en: 'A results or progress file has no plan of its name beside it, its plan cannot be read, or it cannot be opened itself.',
    vi: 'Bên cạnh tệp kết quả hoặc tiến độ không có kế hoạch cùng tên, không đọc được kế hoạch đó, hoặc không mở được chính tệp này.',
  },
  why: {
    en: 'Files are found by name: danang-2024.results.csv belongs to danang-2024.yaml. What is named otherwise is never read, and nobody notices. Give both the same name, or mend the plan first.',
    vi: 'Tệp được tìm theo tên: danang-2024.results.csv thuộc về danang-2024.yaml. Tệp tên khác thì không bao giờ được đọc mà không ai hay. Hãy đặt hai tệp cùng tên, hoặc sửa kế hoạch trước.',
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
    stray: `indicator,period,value,source
kts-1,2024,19.5,12/BC-STTTT
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

/** Raised where files are opened. */
export const csvUnchecked: Rule = { id: 'csv-unchecked', page };
