import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'the plan’s area is not in the catalogue',
    vi: 'địa bàn của kế hoạch không có trong danh mục',
  },
  what: {
    en: 'The plan’s “area” names a code that areas.yaml does not have.',
    vi: '“area” của kế hoạch ghi mã không có trong areas.yaml.',
  },
  why: {
    en: 'Results are matched with the plan by their area. Correct the code, or add the area to the catalogue.',
    vi: 'Kết quả được ghép với kế hoạch theo địa bàn. Hãy sửa mã, hoặc thêm địa bàn vào danh mục.',
  },
  wrong: {
    yaml: `area: da-nag
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `area: danang
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const unknownArea: Rule = { id: 'unknown-area', page, check };

function* check({ plan, areas, locate }: PlanContext): Generator<Report> {
  const found = plan.area;
  if (areas.size === 0 || areas.has(found)) return;
  const suggestion = suggest(found, areas.keys());
  yield {
    rule: 'unknown-area',
    place: locate(['area']),
    path: ['area'],
    message: message('unknown-area', { found, suggestion }),
    suggestion,
  };
}
