import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { compareTargets } from '../target.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';
import { saidTarget } from './said.ts';

const page: RulePage = {
  title: {
    en: 'the target is weaker than the national one',
    vi: 'yêu cầu thấp hơn mục tiêu quốc gia',
  },
  what: {
    en: 'For one year the indicator’s target asks for less than the national target that the plan itself quotes under “reference”. National results are not looked at: only targets bind.',
    vi: 'Trong cùng một năm, mục tiêu của chỉ tiêu đòi hỏi ít hơn mục tiêu quốc gia mà chính kế hoạch dẫn ở “reference”. Kết quả của cả nước không xét đến: chỉ mục tiêu mới ràng buộc.',
  },
  why: {
    en: 'A local plan may ask for more than the national one, hardly for less. Compare both figures with the documents, and whether they count the same thing.',
    vi: 'Kế hoạch địa phương có thể đặt cao hơn, khó có thể đặt thấp hơn quốc gia. Hãy đối chiếu hai con số với văn bản, và xem chúng có đo cùng một việc không.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    reference: { national: { targets: { 2025: 25 } } }
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
    targets: { 2025: 20 }
    reference: { national: { targets: { 2025: 20 } } }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const weakerThanNational: Rule = { id: 'weaker-than-national', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const indicator of plan.indicators)
    for (const [body, reference] of indicator.reference)
      for (const [year, rival] of reference.targets) {
        const target = indicator.targets.get(year);
        if (!target || compareTargets(target, rival) !== 'looser') continue;
        const path = [...indicator.path, 'targets', String(year)];
        const rivalPath = [...indicator.path, 'reference', body, 'targets', String(year)];
        yield {
          rule: 'weaker-than-national',
          place: locate(path),
          path,
          message: message('weaker-than-national', {
            id: indicator.id,
            year,
            target: saidTarget(target, indicator),
            body,
            reference: saidTarget(rival, indicator),
          }),
          related: [
            { message: message('reference-target', { body, year }), place: locate(rivalPath) },
          ],
        };
      }
}
