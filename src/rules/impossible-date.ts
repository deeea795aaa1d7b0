import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a date that the calendar does not have', vi: 'ngày không có trong lịch' },
  what: {
    en: 'A date is written well but does not exist, such as 31 June, or a window or period ends before it starts.',
    vi: 'Ngày viết đúng kiểu nhưng không có thật, như 31/6, hoặc khoảng thời gian kết thúc trước khi bắt đầu.',
  },
  why: {
    en: 'A deadline that does not exist cannot be held. The message names the nearest date; compare it with the document.',
    vi: 'Không thể theo dõi một thời hạn không có thật. Thông báo nêu ngày gần nhất; hãy đối chiếu với văn bản.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Báo cáo sơ kết, due: 2024-06-31, source: II.1 }
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Báo cáo sơ kết, due: 2024-06-30, source: II.1 }
`,
  },
};

/** Raised by the reader. */
export const impossibleDate: Rule = { id: 'impossible-date', page };
