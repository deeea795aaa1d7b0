import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the catalogue has no such measure', vi: 'danh mục không có chỉ số này' },
  what: {
    en: 'A “measure” names a code that measures.yaml does not have.',
    vi: '“measure” ghi mã không có trong measures.yaml.',
  },
  why: {
    en: 'Plans are compared by these codes: with an unknown one the indicator is compared with nothing. Correct the code, or add the measure to the catalogue with its definition.',
    vi: 'Các kế hoạch được so sánh theo mã này: mã lạ thì chỉ tiêu không so được với đâu. Hãy sửa mã, hoặc thêm chỉ số vào danh mục kèm định nghĩa.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    measure: digital-econmy-grdp-share
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
    measure: digital-economy-grdp-share
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const unknownMeasure: Rule = { id: 'unknown-measure', page, check };

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  if (measures.size === 0) return;
  for (const { measurable } of addresses(plan)) {
    const found = measurable.measure;
    if (found === null || measures.has(found)) continue;
    const suggestion = suggest(found, measures.keys());
    const path = [...measurable.path, 'measure'];
    yield {
      rule: 'unknown-measure',
      place: locate(path),
      path,
      message: message('unknown-measure', { found, suggestion }),
      suggestion,
    };
  }
}
