import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a suppression names no rule', vi: 'mục bỏ qua ghi quy tắc không có' },
  what: {
    en: 'A comment # dti-eval-ignore, or an entry of “ignore”, names a rule that does not exist.',
    vi: 'Chú thích # dti-eval-ignore, hoặc một mục trong “ignore”, ghi quy tắc không tồn tại.',
  },
  why: {
    en: 'It suppresses nothing, while its author believes it does. Correct the name, or remove the entry.',
    vi: 'Mục này không bỏ qua được gì, trong khi người viết tưởng là có. Hãy sửa tên, hoặc xóa mục đó.',
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
  - { rule: weaker-latter-target, where: kts-1, reason: Văn bản in như vậy }
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
  },
};

/** Raised where suppressions are applied. */
export const unknownIgnore: Rule = { id: 'unknown-ignore', page };
