import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a claim speaks of an indicator that is not there',
    vi: 'câu trích nói đến chỉ tiêu không có trong kế hoạch',
  },
  what: {
    en: 'A claim of the document names an indicator, or a part, that the plan does not have.',
    vi: 'Mục “claims” ghi một chỉ tiêu, hoặc một phần, mà kế hoạch không có.',
  },
  why: {
    en: 'The claim would never be held against a target. Write the id of the indicator, or id/part.',
    vi: 'Câu trích sẽ không bao giờ được đối chiếu với mục tiêu. Hãy ghi id của chỉ tiêu, hoặc id/phần.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
claims:
  - { text: phấn đấu đạt 20% GRDP, indicator: kts-01, year: 2025, target: 20, source: III.2 }
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
claims:
  - { text: phấn đấu đạt 20% GRDP, indicator: kts-1, year: 2025, target: 20, source: III.2 }
`,
  },
};

export const unknownIndicator: Rule = { id: 'unknown-indicator', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const known = new Set(addresses(plan).map(({ address }) => address));
  for (const claim of plan.claims) {
    if (claim.kind !== 'target' || known.has(claim.indicator)) continue;
    const suggestion = suggest(claim.indicator, known);
    const path = [...claim.path, 'indicator'];
    yield {
      rule: 'unknown-indicator',
      place: locate(path),
      path,
      message: message('unknown-indicator', { found: claim.indicator, suggestion }),
      suggestion,
    };
  }
}
