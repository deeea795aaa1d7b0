import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { eachOrTogether } from './each-or-together.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a task without a date', vi: 'nhiệm vụ không có thời hạn' },
  what: {
    en: 'A task’s due is “none”: the document gives it no date. Where this is so of most tasks of a plan, one remark gives their number.',
    vi: 'Thời hạn của nhiệm vụ là “none”: văn bản không nêu ngày. Nếu phần lớn nhiệm vụ của kế hoạch như vậy thì chỉ nêu một lưu ý kèm số lượng.',
  },
  why: {
    en: 'Such a task is reported but never overdue. If the document sets the date elsewhere, write it, or name that document: { per: 53/KH-UBND }.',
    vi: 'Nhiệm vụ như vậy vẫn được nêu nhưng không bao giờ quá hạn. Nếu thời hạn ở chỗ khác, hãy ghi vào, hoặc dẫn văn bản đó: { per: 53/KH-UBND }.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06, source: II.1 }
  - { id: nv-2, title: Tập huấn cán bộ, due: none, source: II.2 }
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Ban hành quy chế, due: 2024-06, source: II.1 }
  - { id: nv-2, title: Tập huấn cán bộ, due: 2024-09, source: II.2 }
`,
  },
};

export const noDate: Rule = { id: 'no-date', page, check };

function check({ plan, locate }: PlanContext): Report[] {
  const all = plan.tasks.length;
  return eachOrTogether(
    plan.tasks.filter(({ due }) => due.kind === 'none'),
    all,
    ({ id, path }) => ({
      rule: 'no-date',
      place: locate([...path, 'due']),
      path: [...path, 'due'],
      message: message('no-date', { id }),
    }),
    (count) => ({
      rule: 'no-date',
      level: 'info',
      place: locate(['tasks'], 'key'),
      path: ['tasks'],
      message: message('no-date-mostly', { count, all }),
    }),
  );
}
