import { yearOf } from '../calendar.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { lastDueDay } from './last-due-day.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'due after the plan’s period', vi: 'thời hạn sau giai đoạn của kế hoạch' },
  what: {
    en: 'A task or report duty is due after the last year of the plan’s period.',
    vi: 'Nhiệm vụ hoặc báo cáo có hạn sau năm cuối trong giai đoạn của kế hoạch.',
  },
  why: {
    en: 'Often this is meant: a yearly plan starts work that the next one ends. It is said so that a slip in the year is seen.',
    vi: 'Thường là có chủ ý: kế hoạch năm khởi động việc mà kế hoạch sau hoàn thành. Lưu ý này để phát hiện khi ghi nhầm năm.',
  },
  wrong: {
    yaml: `period: 2024
tasks:
  - { id: nv-1, title: Số hóa tài liệu, due: 2024..2025, source: II.1 }
`,
  },
  right: {
    yaml: `period: 2024..2025
tasks:
  - { id: nv-1, title: Số hóa tài liệu, due: 2024..2025, source: II.1 }
`,
  },
};

export const dueAfterPeriod: Rule = { id: 'due-after-period', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const { last } = plan.period;
  for (const { id, due: written, path: at } of [...plan.tasks, ...plan.reports]) {
    const due = lastDueDay(written);
    if (due === null || yearOf(due) <= last) continue;
    const path = [...at, 'due'];
    yield {
      rule: 'due-after-period',
      place: locate(path),
      path,
      message: message('due-after-period', { id, due, last }),
      related: [{ message: message('the-period', {}), place: locate(['period']) }],
    };
  }
}
