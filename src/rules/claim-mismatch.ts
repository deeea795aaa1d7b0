import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a stated total that is not what is listed',
    vi: 'tổng số nêu ra khác với số liệt kê',
  },
  what: {
    en: 'The document states how many indicators, tasks or statuses there are (`claims`), and what it lists comes to another number. Found by `audit`, not by `check`.',
    vi: 'Văn bản nêu số chỉ tiêu, nhiệm vụ hoặc đánh giá (`claims`) nhưng liệt kê ra số khác. Lệnh `audit` tìm ra, không phải `check`.',
  },
  why: {
    en: 'Either something is missing from the list or the sentence was copied from an earlier draft. First look whether an entry was left out when the plan was encoded; else ask.',
    vi: 'Hoặc danh sách thiếu, hoặc câu văn chép từ bản nháp cũ. Trước hết hãy xem khi nhập có sót mục nào không; nếu không thì hỏi lại.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
claims:
  - { text: bao gồm 02 chỉ tiêu, count: indicators, equals: 2, source: I }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
claims:
  - { text: bao gồm 01 chỉ tiêu, count: indicators, equals: 1, source: I }
`,
  },
};

/** The truth of data is looked at by `audit`; the rule has a page and no check. */
export const claimMismatch: Rule = { id: 'claim-mismatch', page };
