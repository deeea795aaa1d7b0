import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a number has two readings', vi: 'con số có hai cách đọc' },
  what: {
    en: 'A number such as 1.919 is 1919 with thousands and 1.919 with decimals, and the file does not say which mark it uses.',
    vi: 'Con số như 1.919 có thể là một nghìn chín trăm mười chín hoặc 1,919, mà tệp không nói dùng dấu thập phân nào.',
  },
  why: {
    en: 'Nothing is guessed. Declare the decimal mark in the plan (decimal: ",") or with --decimal, or write 1919.',
    vi: 'Chương trình không đoán. Hãy khai báo dấu thập phân trong kế hoạch (decimal: ",") hoặc bằng --decimal, hoặc viết 1919.',
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
    results: `indicator,period,numerator,denominator,source
kts-1,2024,190,1.919,12/BC-STTTT
`,
  },
  right: {
    yaml: `decimal: ","
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,numerator,denominator,source
kts-1,2024,190,1.919,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvAmbiguousNumber: Rule = { id: 'csv-ambiguous-number', page };
