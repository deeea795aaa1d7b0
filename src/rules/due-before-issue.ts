import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { lastDueDay } from './last-due-day.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'due before the plan was issued', vi: 'thời hạn trước ngày ban hành' },
  what: {
    en: 'A task or report duty that is due once was due before the day on which the plan was issued.',
    vi: 'Nhiệm vụ hoặc báo cáo có hạn một lần mà hạn đó sớm hơn ngày ban hành kế hoạch.',
  },
  why: {
    en: 'It was overdue on the day it was given. It is kept and counts as overdue; compare its date, and the day of issue, with the document.',
    vi: 'Việc này quá hạn ngay khi được giao. Việc vẫn được giữ và tính là quá hạn; hãy đối chiếu thời hạn và ngày ban hành với văn bản.',
  },
  wrong: {
    yaml: `issued: 2024-04-15
tasks:
  - { id: nv-1, title: Kế hoạch Đề án 06 năm 2024, due: 2024-03, source: II.1 }
`,
  },
  right: {
    yaml: `issued: 2024-04-15
tasks:
  - { id: nv-1, title: Kế hoạch Đề án 06 năm 2024, due: 2024-05, source: II.1 }
`,
  },
};

export const dueBeforeIssue: Rule = { id: 'due-before-issue', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const { issued } = plan;
  for (const { id, due: written, path: at } of [...plan.tasks, ...plan.reports]) {
    const due = lastDueDay(written);
    if (due === null || due >= issued) continue;
    const path = [...at, 'due'];
    yield {
      rule: 'due-before-issue',
      place: locate(path),
      path,
      message: message('due-before-issue', { id, due, issued }),
      related: [{ message: message('the-issue', {}), place: locate(['issued']) }],
    };
  }
}
