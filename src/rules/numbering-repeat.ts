import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { type Sourced, sourceItems } from './numbering.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a number of the document stands twice', vi: 'số thứ tự của văn bản bị lặp' },
  what: {
    en: 'Two tasks, or two report duties, name the same place in the document (“source”).',
    vi: 'Hai nhiệm vụ, hoặc hai chế độ báo cáo, ghi cùng một vị trí trong văn bản (“source”).',
  },
  why: {
    en: 'Either the document gives one number twice, so that a reference to it is unclear, or a place was copied by mistake.',
    vi: 'Hoặc văn bản đánh số trùng nên dẫn chiếu không rõ, hoặc vị trí bị chép nhầm.',
  },
  wrong: {
    yaml: `reports:
  - { id: bc-1, title: Tổng hợp vướng mắc, due: 2024-06, source: VII.1.6 }
  - { id: bc-2, title: Tổng hợp kinh phí, due: 2024-12, source: VII.1.6 }
`,
  },
  right: {
    yaml: `reports:
  - { id: bc-1, title: Tổng hợp vướng mắc, due: 2024-06, source: VII.1.6 }
  - { id: bc-2, title: Tổng hợp kinh phí, due: 2024-12, source: VII.1.7 }
`,
  },
};

export const numberingRepeat: Rule = { id: 'numbering-repeat', page, check };

function* check(context: PlanContext): Generator<Report> {
  yield* repeats(context, context.plan.tasks);
  yield* repeats(context, context.plan.reports);
}

function* repeats({ locate }: PlanContext, duties: readonly Sourced[]): Generator<Report> {
  const known = new Map<string, Sourced>();
  for (const { text, owner } of duties.flatMap((duty) => sourceItems(duty.source, duty))) {
    const first = known.get(text);
    const path = [...owner.path, 'source'];
    if (!first) known.set(text, owner);
    else if (first !== owner)
      yield {
        rule: 'numbering-repeat',
        place: locate(path),
        path,
        message: message('numbering-repeat', { source: text, first: first.id }),
        related: [{ message: message('first-here', {}), place: locate([...first.path, 'source']) }],
      };
  }
}
