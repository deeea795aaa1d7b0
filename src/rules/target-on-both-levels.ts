import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'an indicator and its parts have targets for one year',
    vi: 'chỉ tiêu và các phần cùng có mục tiêu trong một năm',
  },
  what: {
    en: 'For the same year the indicator has a target of its own and so has one of its parts.',
    vi: 'Trong cùng một năm, chỉ tiêu có mục tiêu riêng và một phần của nó cũng có mục tiêu.',
  },
  why: {
    en: 'Judged by its own target, the indicator would be met while a part is missed. For one year it is one or the other; for different years both are well.',
    vi: 'Nếu đánh giá theo mục tiêu chung, chỉ tiêu có thể thành hoàn thành trong khi một phần chưa đạt. Mỗi năm chỉ đặt mục tiêu ở một cấp; các năm khác nhau thì được.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng
    unit: "%"
    targets: { 2025: 80 }
    parts:
      - { id: tinh, name: Cấp tỉnh, unit: "%", targets: { 2025: 90 } }
      - { id: xa, name: Cấp xã, unit: "%", targets: { 2025: 60 } }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `period: 2024..2030
indicators:
  - id: kts-1
    name: Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng
    unit: "%"
    targets: { 2030: 100 }
    parts:
      - { id: tinh, name: Cấp tỉnh, unit: "%", targets: { 2025: 90 } }
      - { id: xa, name: Cấp xã, unit: "%", targets: { 2025: 60 } }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const targetOnBothLevels: Rule = { id: 'target-on-both-levels', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const { id, path: at, targets, parts } of plan.indicators)
    for (const year of targets.keys()) {
      const rivals = parts.filter((part) => part.targets.has(year));
      const path = [...at, 'targets', String(year)];
      if (rivals.length > 0)
        yield {
          rule: 'target-on-both-levels',
          place: locate(path, 'key'),
          path,
          message: message('target-on-both-levels', { id, year }),
          related: rivals.map((part) => ({
            message: message('part-target', { id: `${id}/${part.id}`, year }),
            place: locate([...part.path, 'targets', String(year)], 'key'),
          })),
        };
    }
}
