import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'the plan has no such task or report duty',
    vi: 'kế hoạch không có nhiệm vụ hoặc chế độ báo cáo này',
  },
  what: {
    en: 'The column “task” of a progress file names an id that no task or report duty of the plan has.',
    vi: 'Cột “task” của tệp tiến độ ghi mã không thuộc nhiệm vụ hoặc chế độ báo cáo nào của kế hoạch.',
  },
  why: {
    en: 'The row belongs to nothing and does not count: a task reported done would stay overdue. Write the id of the plan file.',
    vi: 'Dòng không thuộc việc nào nên không được tính: nhiệm vụ đã báo hoàn thành vẫn bị coi là quá hạn. Hãy ghi id trong tệp kế hoạch.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv1,,done,2024-06-20,,15/BC-STTTT
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,done,2024-06-20,,15/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvTask: Rule = { id: 'csv-task', page };
