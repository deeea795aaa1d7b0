import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a number reads as thousands or as a fraction',
    vi: 'con số có thể đọc là hàng nghìn hoặc số thập phân',
  },
  what: {
    en: 'A number of one to three digits, a point and exactly three digits, such as 75.000: in a Vietnamese document it is seventy-five thousand, in YAML it is seventy-five.',
    vi: 'Con số gồm một đến ba chữ số, dấu chấm và đúng ba chữ số, như 75.000: trong văn bản là bảy mươi lăm nghìn, trong YAML là bảy mươi lăm.',
  },
  why: {
    en: 'Nothing is guessed: read wrongly, a target would become a thousandth of itself. Write 75000, or 75 if that was meant.',
    vi: 'Chương trình không đoán: nếu đọc sai, mục tiêu chỉ còn một phần nghìn. Hãy viết 75000, hoặc 75 nếu đúng là 75.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Số lao động chất lượng cao
    unit: lao động
    targets: { 2025: 75.000 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Số lao động chất lượng cao
    unit: lao động
    targets: { 2025: 75000 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

/** Raised by the reader. */
export const ambiguousNumber: Rule = { id: 'ambiguous-number', page };
