import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'an extension without a new day, or of what has none',
    vi: 'gia hạn không có hạn mới, hoặc việc không có hạn',
  },
  what: {
    en: 'A row says “extended” without the new due day, or for something continuous, which has no due day to be moved.',
    vi: 'Dòng ghi “extended” nhưng không có hạn mới, hoặc cho việc thường xuyên, vốn không có hạn để gia.',
  },
  why: {
    en: 'Without the new day the old one would hold in silence; the row does not count. Write the new day in the column “due”.',
    vi: 'Không có hạn mới thì hạn cũ vẫn áp dụng mà không ai hay; dòng này không được tính. Hãy ghi hạn mới ở cột “due”.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,extended,,,20/QĐ-UBND
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
export const csvExtension: Rule = { id: 'csv-extension', page };
