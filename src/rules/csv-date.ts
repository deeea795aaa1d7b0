import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a date of a progress file that cannot be read',
    vi: 'ngày trong tệp tiến độ không đọc được',
  },
  what: {
    en: 'A cell of “occurrence”, “date” or “due” is no date, does not exist in the calendar, or is what Excel made of it. “date” needs the very day.',
    vi: 'Ô ở cột “occurrence”, “date” hoặc “due” không phải ngày, không có trong lịch, hoặc do Excel tự đổi. Cột “date” cần đúng ngày.',
  },
  why: {
    en: 'Whether something was in time depends on the day; the row does not count. Write 2024-07-15 or 15/7/2024.',
    vi: 'Đúng hạn hay không là tùy theo ngày; dòng này không được tính. Hãy viết 2024-07-15 hoặc 15/7/2024.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,done,31/6/2024,,15/BC-STTTT
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06-30, source: II.1 }
  - { id: nv-2, title: Tập huấn hằng năm, due: yearly, source: II.2 }
  - { id: nv-3, title: Vận hành nền tảng, due: continuous, source: II.3 }
`,
    progress: `task,occurrence,status,date,due,source
nv-1,,done,30/6/2024,,15/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvDate: Rule = { id: 'csv-date', page };
