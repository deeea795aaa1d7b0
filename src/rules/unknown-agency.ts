import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'no agency has this code', vi: 'không có cơ quan mang mã này' },
  what: {
    en: 'A “lead” or “partners” names a code that the plan’s “agencies” do not have.',
    vi: '“lead” hoặc “partners” ghi mã không có trong “agencies” của kế hoạch.',
  },
  why: {
    en: 'Tables by agency would miss the item. Correct the code, or add the agency with its name as printed.',
    vi: 'Bảng theo cơ quan sẽ thiếu mục này. Hãy sửa mã, hoặc thêm cơ quan với tên như trong văn bản.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttv]
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
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const unknownAgency: Rule = { id: 'unknown-agency', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const item of [...plan.indicators, ...plan.tasks, ...plan.reports])
    for (const list of ['lead', 'partners'] as const)
      for (const [index, found] of codes(item, list).entries()) {
        if (plan.agencies.has(found)) continue;
        const suggestion = suggest(found, plan.agencies.keys());
        const path = [...item.path, list, index];
        yield {
          rule: 'unknown-agency',
          place: locate(path),
          path,
          message: message('unknown-agency', { found, suggestion }),
          suggestion,
        };
      }
}

function codes(
  item: { lead: readonly string[]; partners?: readonly string[] },
  list: 'lead' | 'partners',
): readonly string[] {
  return item[list] ?? [];
}
