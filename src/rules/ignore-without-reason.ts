import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a suppression gives no reason', vi: 'mục bỏ qua không nêu lý do' },
  what: {
    en: 'A comment # dti-eval-ignore, or an entry of “ignore”, does not say why the finding is accepted. It suppresses nothing.',
    vi: 'Chú thích # dti-eval-ignore, hoặc một mục trong “ignore”, không nói vì sao chấp nhận phát hiện. Mục này không bỏ qua gì cả.',
  },
  why: {
    en: 'Who reads the file next year must be able to tell an accepted oddity of the document from a mistake. Write the reason after the colon.',
    vi: 'Người đọc tệp này sang năm phải phân biệt được điểm lạ của văn bản đã được chấp nhận với lỗi nhập. Hãy ghi lý do sau dấu hai chấm.',
  },
  wrong: {
    yaml: `# dti-eval-ignore-file weaker-later-target
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `# dti-eval-ignore-file weaker-later-target: as printed in Appendix I
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 22, 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

/** Raised where suppressions are applied. */
export const ignoreWithoutReason: Rule = { id: 'ignore-without-reason', page };
