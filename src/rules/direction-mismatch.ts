import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { isAtMost, isMilestone, type Target, turned } from '../target.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';
import { saidTarget } from './said.ts';

const page: RulePage = {
  title: {
    en: '“at least” of what should be small, or “at most” of what should be large',
    vi: 'mục tiêu nhầm “ít nhất” với “nhiều nhất”',
  },
  what: {
    en: 'A target says “at least” of a measure of which less is better, such as a rank, or “at most” of one of which more is better. A bare number means “at least”.',
    vi: 'Mục tiêu ghi “ít nhất” cho chỉ số càng nhỏ càng tốt, như thứ hạng, hoặc “nhiều nhất” cho chỉ số càng lớn càng tốt. Chỉ viết con số nghĩa là “ít nhất”.',
  },
  why: {
    en: 'The verdict would be turned round: rank 60 would exceed a target of 15. Write "<= 15" for a place among the first 15.',
    vi: 'Đánh giá sẽ bị đảo ngược: hạng 60 sẽ thành vượt mục tiêu 15. Nếu là trong nhóm 15 địa phương đứng đầu, hãy viết "<= 15".',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Xếp hạng chính quyền số
    unit: hạng
    targets: { 2025: 15 }
    measure: digital-government-rank
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Xếp hạng chính quyền số
    unit: hạng
    targets: { 2025: "<= 15" }
    measure: digital-government-rank
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const directionMismatch: Rule = { id: 'direction-mismatch', page, check };

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const { address, measurable } of addresses(plan)) {
    const measure = measures.get(measurable.measure ?? '');
    if (!measure) continue;
    for (const [year, target] of measurable.targets) {
      if (isMilestone(target) || isAtMost(target) === (measure.direction === 'down')) continue;
      const suggestion = suggestionFor(target);
      const path = [...measurable.path, 'targets', String(year)];
      yield {
        rule: 'direction-mismatch',
        place: locate(path),
        path,
        message: message('direction-mismatch', {
          id: address,
          year,
          target: saidTarget(target, measurable),
          measure: measure.code,
          better: measure.direction === 'down' ? 'less' : 'more',
          suggestion,
        }),
        suggestion,
      };
    }
  }
}

/** The same number, read the other way; ready to be written. */
function suggestionFor(target: Target): string | null {
  const text = turned(target);
  return text === null ? null : `"${text}"`;
}
