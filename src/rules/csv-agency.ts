import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a report without its agency, or of one that does not owe it',
    vi: 'báo cáo không ghi cơ quan, hoặc ghi cơ quan không có trách nhiệm',
  },
  what: {
    en: 'What each of several agencies owes (`each: lead`) needs the agency in every row; and an agency that a row names must be one of those, for other items one of the plan’s. Code or name will do.',
    vi: 'Việc mà từng cơ quan phải làm riêng (`each: lead`) thì mỗi dòng phải ghi cơ quan; cơ quan ghi ở dòng phải là một trong các cơ quan đó, với việc khác thì phải có trong kế hoạch. Ghi mã hoặc tên đều được.',
  },
  why: {
    en: 'One agency’s report never settles another’s.',
    vi: 'Báo cáo của cơ quan này không thay cho báo cáo của cơ quan khác.',
  },
  wrong: {
    yaml: `agencies: { so-yt: Sở Y tế, so-gd: Sở Giáo dục và Đào tạo }
reports:
  - { id: bc, title: Báo cáo kết quả, lead: [so-yt, so-gd], each: lead, due: 2024-06-30, source: IV.1 }
`,
    progress: `task,agency,status,date,source
bc,,done,2024-06-20,15/BC-SYT
`,
  },
  right: {
    yaml: `agencies: { so-yt: Sở Y tế, so-gd: Sở Giáo dục và Đào tạo }
reports:
  - { id: bc, title: Báo cáo kết quả, lead: [so-yt, so-gd], each: lead, due: 2024-06-30, source: IV.1 }
`,
    progress: `task,agency,status,date,source
bc,so-yt,done,2024-06-20,15/BC-SYT
`,
  },
};

/** Raised by the reader. */
export const csvAgency: Rule = { id: 'csv-agency', page };
