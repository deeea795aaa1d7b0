import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { eachOrTogether } from './each-or-together.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'an indicator without a leading agency', vi: 'chỉ tiêu không có cơ quan chủ trì' },
  what: {
    en: 'An indicator names no leading agency although others of the plan do. Where most of a plan’s indicators have none, one remark gives their number.',
    vi: 'Chỉ tiêu không ghi cơ quan chủ trì dù các chỉ tiêu khác có. Nếu phần lớn chỉ tiêu của kế hoạch không có thì chỉ nêu một lưu ý kèm số lượng.',
  },
  why: {
    en: 'Nobody answers for what nobody leads. Take the agency from the document; where it names none, leave it out and suppress the finding with that reason.',
    vi: 'Không ai chủ trì thì không ai chịu trách nhiệm. Hãy lấy cơ quan từ văn bản; nếu văn bản không nêu thì để trống và bỏ qua phát hiện này với lý do đó.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
  - id: kts-2
    name: Tỷ trọng công nghiệp ICT trong GRDP
    unit: "%"
    targets: { 2025: 10 }
    source: I.2
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
  - id: kts-2
    name: Tỷ trọng công nghiệp ICT trong GRDP
    unit: "%"
    targets: { 2025: 10 }
    lead: [so-tttt]
    source: I.2
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const noLead: Rule = { id: 'no-lead', page, check };

function check({ plan, locate }: PlanContext): Report[] {
  const all = plan.indicators.length;
  return eachOrTogether(
    plan.indicators.filter(({ lead }) => lead.length === 0),
    all,
    ({ id, path }) => ({
      rule: 'no-lead',
      place: locate([...path, 'id']),
      path,
      message: message('no-lead', { id }),
    }),
    (count) => ({
      rule: 'no-lead',
      level: 'info',
      place: locate(['indicators'], 'key'),
      path: ['indicators'],
      message: message('no-lead-mostly', { count, all }),
    }),
  );
}
