import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'different targets for one measure and year',
    vi: 'mục tiêu được ghi khác nhau',
  },
  what: {
    en: 'Two plans of one area, or two places of one plan (a claim against the indicators), set different targets for one measure and year. A later plan that asks less of a later year is a note. Found by `audit`, not by `check`.',
    vi: 'Hai kế hoạch của một địa bàn, hoặc hai chỗ trong một kế hoạch (một câu trong văn bản và bảng chỉ tiêu), đặt mục tiêu khác nhau cho cùng một chỉ số và năm. Kế hoạch sau yêu cầu thấp hơn cho năm sau chỉ là lưu ý. Lệnh `audit` tìm ra, không phải `check`.',
  },
  why: {
    en: 'Nobody can say whether the target was reached. Ask which one is in force and encode that; keep the other as a claim.',
    vi: 'Không ai nói được mục tiêu đã đạt hay chưa. Hãy hỏi mục tiêu nào đang có hiệu lực và ghi theo đó; chỗ còn lại ghi vào `claims`.',
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
  - { text: phấn đấu đạt 25%, indicator: kts-1, year: 2024, target: 25, source: IV.2.b }
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
  - { text: phấn đấu đạt 20%, indicator: kts-1, year: 2024, target: 20, source: IV.2.b }
`,
  },
};

/** The truth of data is looked at by `audit`; the rule has a page and no check. */
export const targetConflict: Rule = { id: 'target-conflict', page };
