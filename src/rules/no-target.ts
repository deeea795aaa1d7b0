import type { Report } from '../finding.ts';
import { targetYears } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'an indicator without a target', vi: 'chỉ tiêu không có mục tiêu' },
  what: {
    en: 'Neither the indicator nor one of its parts has a target for any year.',
    vi: 'Cả chỉ tiêu lẫn các phần của nó đều không có mục tiêu cho năm nào.',
  },
  why: {
    en: 'It can never be judged. Where the document prints a figure, add it; where it has only words, a note says so honestly.',
    vi: 'Chỉ tiêu như vậy không bao giờ đánh giá được. Nếu văn bản có con số, hãy thêm vào; nếu chỉ có lời, hãy ghi chú rõ.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
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
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const noTarget: Rule = { id: 'no-target', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const indicator of plan.indicators) {
    if (targetYears(indicator).length > 0) continue;
    const { id, path } = indicator;
    yield {
      rule: 'no-target',
      place: locate([...path, 'id']),
      path,
      message: message('no-target', { id }),
    };
  }
}
