import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a state of progress that is not known', vi: 'trạng thái tiến độ không rõ nghĩa' },
  what: {
    en: 'The column “status” of a progress file takes done, in-progress, not-started, extended, cancelled, or their Vietnamese words.',
    vi: 'Cột “status” của tệp tiến độ nhận done, in-progress, not-started, extended, cancelled, hoặc cách nói tiếng Việt tương ứng.',
  },
  why: {
    en: 'Whether a task is overdue hangs on this word, so it must be clear; the row does not count. Put remarks into the column “note”.',
    vi: 'Từ này quyết định nhiệm vụ có quá hạn hay không nên phải rõ nghĩa; dòng này không được tính. Lời giải thích ghi ở cột “note”.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,gần xong,,,15/BC-STTTT
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,in-progress,,,15/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvProgressStatus: Rule = { id: 'csv-progress-status', page };
