import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a recurring item without its due day, or with a wrong one',
    vi: 'việc định kỳ thiếu kỳ hạn hoặc sai kỳ hạn',
  },
  what: {
    en: 'A row on what is due again and again must name the due day it means (“occurrence”), one that the plan has. What is due once has none.',
    vi: 'Dòng về việc định kỳ phải ghi ngày hạn của kỳ đang nói đến (“occurrence”), đúng ngày trong kế hoạch. Việc chỉ có một hạn thì để trống.',
  },
  why: {
    en: 'Done in one year is not done in the next. The message names the nearest due days.',
    vi: 'Năm này hoàn thành không có nghĩa là năm sau hoàn thành. Thông báo nêu các ngày hạn gần nhất.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-2,,done,2024-12-10,,15/BC-STTTT
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-2,2024-12-31,done,2024-12-10,,15/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvOccurrence: Rule = { id: 'csv-occurrence', page };
