import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'no group has this code', vi: 'không có nhóm mang mã này' },
  what: {
    en: 'A “group” names a code that the plan’s “groups” do not have.',
    vi: '“group” ghi mã không có trong “groups” của kế hoạch.',
  },
  why: {
    en: 'Subtotals by group would miss the item. Correct the code, or add the group with its name as printed.',
    vi: 'Số cộng theo nhóm sẽ thiếu mục này. Hãy sửa mã, hoặc thêm nhóm với tên như trong văn bản.',
  },
  wrong: {
    yaml: `groups: { kinh-te-so: Kinh tế số }
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    group: kinh-te-sao
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `groups: { kinh-te-so: Kinh tế số }
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    group: kinh-te-so
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const unknownGroup: Rule = { id: 'unknown-group', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const counts = plan.claims.filter((claim) => claim.kind === 'count');
  for (const item of [...plan.indicators, ...plan.tasks, ...plan.reports, ...counts]) {
    const found = item.group;
    if (found === null || plan.groups.has(found)) continue;
    const suggestion = suggest(found, plan.groups.keys());
    const path = [...item.path, 'group'];
    yield {
      rule: 'unknown-group',
      place: locate(path),
      path,
      message: message('unknown-group', { found, suggestion }),
      suggestion,
    };
  }
}
