import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a new due day that moves nothing', vi: 'hạn mới không thay đổi gì' },
  what: {
    en: 'A row has a new due day but its status is not “extended”, or it extends to a day that is not after the one in the plan.',
    vi: 'Dòng có hạn mới nhưng trạng thái không phải “extended”, hoặc gia hạn đến ngày không muộn hơn hạn trong kế hoạch.',
  },
  why: {
    en: 'The row counts, but its author probably meant something else. Compare it with the decision that moved the day.',
    vi: 'Dòng vẫn được tính, nhưng có lẽ người ghi muốn nói khác. Hãy đối chiếu với văn bản cho gia hạn.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,in-progress,,2024-09-30,20/QĐ-UBND
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,extended,,2024-09-30,20/QĐ-UBND
`,
  },
};

/** Raised by the reader. */
export const csvDue: Rule = { id: 'csv-due', page };
