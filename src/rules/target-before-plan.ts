import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a target for a year before the plan', vi: 'mục tiêu cho năm trước kế hoạch' },
  what: {
    en: 'A target’s year lies before the first year of the plan’s period.',
    vi: 'Năm của mục tiêu sớm hơn năm đầu trong giai đoạn của kế hoạch.',
  },
  why: {
    en: 'A plan sets no targets for the past: mostly it is the value before the plan, which belongs under “baseline”, or a slip in the year.',
    vi: 'Kế hoạch không đặt mục tiêu cho quá khứ: thường đó là số liệu trước kế hoạch, cần ghi ở “baseline”, hoặc ghi nhầm năm.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2022: 12, 2025: 20 }
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
    baseline: { 2022: 12 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const targetBeforePlan: Rule = { id: 'target-before-plan', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const { first } = plan.period;
  for (const { address, measurable } of addresses(plan))
    for (const year of measurable.targets.keys()) {
      if (year >= first) continue;
      const path = [...measurable.path, 'targets', String(year)];
      yield {
        rule: 'target-before-plan',
        place: locate(path, 'key'),
        path,
        message: message('target-before-plan', { id: address, year, first }),
        related: [{ message: message('the-period', {}), place: locate(['period']) }],
      };
    }
}
