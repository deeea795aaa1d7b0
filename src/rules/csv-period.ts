import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a period that cannot be read', vi: 'kỳ số liệu không đọc được' },
  what: {
    en: 'The period is empty, has no known form, does not exist in the calendar, or is what Excel made of it (Dec-23).',
    vi: 'Kỳ số liệu để trống, không đúng kiểu, không có trong lịch, hoặc là do Excel tự đổi (Dec-23).',
  },
  why: {
    en: 'Without its time a result belongs to no year and does not count. Write 2023, 2023-Q4, 2023-12, 12/2023 or 15/12/2023.',
    vi: 'Không có thời gian thì kết quả không thuộc năm nào và không được tính. Hãy viết 2023, 2023-Q4, 2023-12, 12/2023 hoặc 15/12/2023.',
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
kts-1,Dec-24,19.5,12/BC-STTTT
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
kts-1,12/2024,19.5,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvPeriod: Rule = { id: 'csv-period', page };
