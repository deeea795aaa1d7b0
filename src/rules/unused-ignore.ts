import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a suppression suppresses nothing', vi: 'mục bỏ qua không còn tác dụng' },
  what: {
    en: 'A comment # dti-eval-ignore, or an entry of “ignore”, has nothing to suppress: the finding is gone, or it stands elsewhere.',
    vi: 'Chú thích # dti-eval-ignore, hoặc một mục trong “ignore”, không có gì để bỏ qua: phát hiện đã hết, hoặc nằm ở chỗ khác.',
  },
  why: {
    en: 'Left in place it would hide the next mistake of its kind. Take it out.',
    vi: 'Nếu để lại, mục này sẽ che mất lỗi cùng loại sau này. Hãy xóa đi.',
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
ignore:
  - { rule: weaker-later-target, where: kts-1, reason: Văn bản in như vậy }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 22, 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
ignore:
  - { rule: weaker-later-target, where: kts-1, reason: Văn bản in như vậy }
`,
  },
};

/** Raised where suppressions are applied. */
export const unusedIgnore: Rule = { id: 'unused-ignore', page };
