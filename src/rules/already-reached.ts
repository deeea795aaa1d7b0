import { toDecimal } from '../exact.ts';
import type { Report } from '../finding.ts';
import type { Baseline } from '../indicator.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import type { SaidValue } from '../message/rule.ts';
import { addresses } from '../plan.ts';
import { isCap, isSatisfied } from '../target.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';
import { saidTarget } from './said.ts';

const page: RulePage = {
  title: { en: 'the baseline already reaches the target', vi: 'số liệu gốc đã đạt mục tiêu' },
  what: {
    en: 'The value before the plan satisfies a target of a later year. Targets that are the end of the scale (100% of a share) and those that must hold in every year are left out: to hold them is a target.',
    vi: 'Số liệu trước kế hoạch đã thỏa mãn mục tiêu của năm sau. Không tính mục tiêu đã là mức cao nhất (100% của tỷ lệ) và mục tiêu phải giữ hằng năm: giữ được cũng là mục tiêu.',
  },
  why: {
    en: 'Such a target is met before any work is done. Either the baseline is of something else, or the target was set before it was known; compare both with the document.',
    vi: 'Mục tiêu như vậy đạt trước khi bắt tay làm. Hoặc số liệu gốc đo việc khác, hoặc mục tiêu đặt khi chưa có số liệu; hãy đối chiếu cả hai với văn bản.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    baseline: { 2023: 20.7 }
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
    baseline: { 2023: 19.7 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const alreadyReached: Rule = { id: 'already-reached', page, check };

const PLACES = 12;

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const { address, indicator, measurable } of addresses(plan)) {
    const { baseline, unit, measure, targets, path: at } = measurable;
    if (!baseline || indicator.every !== null) continue;
    const ofShare = isShare(unit, measures.get(measure ?? ''));
    for (const [year, target] of targets) {
      if (target.op === 'done' || isCap(target, ofShare) || year <= baseline.year) continue;
      if (!isSatisfied(target, baseline.value)) continue;
      const path = [...at, 'targets', String(year)];
      yield {
        rule: 'already-reached',
        place: locate(path),
        path,
        message: message('already-reached', {
          id: address,
          year,
          target: saidTarget(target, measurable),
          baselineYear: baseline.year,
          baseline: saidBaseline(baseline, unit),
        }),
        related: [
          {
            message: message('the-baseline', { year: baseline.year }),
            place: locate([...at, 'baseline', String(baseline.year)]),
          },
        ],
      };
    }
  }
}

function saidBaseline({ value, about }: Baseline, unit: string | null): SaidValue {
  return { text: `${about ? '~ ' : ''}${toDecimal(value, PLACES)}`, unit };
}
