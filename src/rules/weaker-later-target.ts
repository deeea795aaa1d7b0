import type { Report } from '../finding.ts';
import type { Measurable } from '../indicator.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { compareTargets, type Target } from '../target.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';
import { saidTarget } from './said.ts';

const page: RulePage = {
  title: {
    en: 'a later target is weaker than an earlier one',
    vi: 'mục tiêu năm sau yêu cầu thấp hơn năm trước',
  },
  what: {
    en: 'Of one indicator or part, the target for a later year asks for less than that for an earlier one. On equal numbers “more than” is stronger than “at least”, and that than “about”.',
    vi: 'Trong cùng một chỉ tiêu hoặc một phần, mục tiêu năm sau đòi hỏi ít hơn năm trước. Nếu số bằng nhau thì “trên” chặt hơn “ít nhất”, “ít nhất” chặt hơn “khoảng”.',
  },
  why: {
    en: 'Who reaches the first has reached the second, or may fall back. Mostly one of the two figures was not carried over from the plan before; ask its author which holds.',
    vi: 'Đạt mục tiêu trước là đã đạt mục tiêu sau, hoặc được phép tụt lại. Thường một trong hai con số chưa cập nhật theo kế hoạch trước; hãy hỏi cơ quan soạn thảo con số nào đúng.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 22, 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 18, 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const weakerLaterTarget: Rule = { id: 'weaker-later-target', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const { address, measurable } of addresses(plan))
    for (const [year, target] of measurable.targets) {
      const stronger = strongestBefore(measurable, year, target);
      if (!stronger) continue;
      const [earlierYear, earlier] = stronger;
      const path = [...measurable.path, 'targets', String(year)];
      yield {
        rule: 'weaker-later-target',
        place: locate(path),
        path,
        message: message('weaker-later-target', {
          id: address,
          year,
          target: saidTarget(target, measurable),
          earlierYear,
          earlier: saidTarget(earlier, measurable),
        }),
        related: [
          {
            message: message('target-of-year', { year: earlierYear }),
            place: locate([...measurable.path, 'targets', String(earlierYear)]),
          },
        ],
      };
    }
}

/** Of the targets before that year that this one is weaker than, the strongest; the first on a tie. */
function strongestBefore(
  { targets }: Measurable,
  year: number,
  target: Target,
): [number, Target] | undefined {
  return [...targets]
    .filter(([other, earlier]) => other < year && compareTargets(target, earlier) === 'looser')
    .reduce<[number, Target] | undefined>(
      (best, one) => (!best || compareTargets(one[1], best[1]) === 'stricter' ? one : best),
      undefined,
    );
}
