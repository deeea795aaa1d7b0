import type { Report } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { type Message, message } from '../message/message.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'an id stands twice', vi: 'mã bị trùng' },
  what: {
    en: 'Two indicators, tasks or report duties have the same id, or two parts of one indicator.',
    vi: 'Hai chỉ tiêu, nhiệm vụ hoặc chế độ báo cáo có cùng mã, hoặc hai phần của một chỉ tiêu có cùng mã.',
  },
  why: {
    en: 'Results and progress files name things by their id: a row could mean either. Give one of them another id.',
    vi: 'Tệp kết quả và tiến độ gọi theo mã: một dòng có thể chỉ cái này hoặc cái kia. Hãy đổi mã của một trong hai.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-1, title: Báo cáo sơ kết, due: 2024-06, source: II.1 }
  - { id: nv-1, title: Báo cáo tổng kết, due: 2024-12, source: II.2 }
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-1, title: Báo cáo sơ kết, due: 2024-06, source: II.1 }
  - { id: nv-2, title: Báo cáo tổng kết, due: 2024-12, source: II.2 }
`,
  },
};

export const duplicateId: Rule = { id: 'duplicate-id', page, check };

interface Named {
  id: string;
  path: Path;
}

function* check(context: PlanContext): Generator<Report> {
  const { indicators, tasks, reports } = context.plan;
  yield* repeats(context, [...indicators, ...tasks, ...reports], ({ id }) =>
    message('duplicate-id', { id }),
  );
  for (const { id: indicator, parts } of indicators)
    yield* repeats(context, parts, ({ id }) => message('duplicate-part-id', { id, indicator }));
}

function* repeats(
  { locate }: PlanContext,
  items: readonly Named[],
  said: (item: Named) => Message,
): Generator<Report> {
  const known = new Map<string, Named>();
  for (const item of items) {
    const first = known.get(item.id);
    const path = [...item.path, 'id'];
    if (!first) known.set(item.id, item);
    else
      yield {
        rule: 'duplicate-id',
        place: locate(path),
        path,
        message: said(item),
        related: [{ message: message('first-here', {}), place: locate([...first.path, 'id']) }],
      };
  }
}
