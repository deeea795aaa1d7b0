import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a key stands twice in one map',
    vi: 'một khóa xuất hiện hai lần trong cùng một mục',
  },
  what: {
    en: 'The same key is written twice at the same level. YAML readers keep the last one and drop the first in silence.',
    vi: 'Cùng một khóa được viết hai lần ở cùng một cấp. Chương trình đọc YAML sẽ giữ khóa sau và lặng lẽ bỏ khóa trước.',
  },
  why: {
    en: 'One of two figures would be lost without anybody noticing. Keep the one that the document prints.',
    vi: 'Một trong hai con số sẽ mất mà không ai hay. Hãy giữ con số đúng với văn bản.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20, 2025: 25 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `period: 2024..2030
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20, 2030: 25 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

/** Raised by the reader. */
export const duplicateKey: Rule = { id: 'duplicate-key', page };
