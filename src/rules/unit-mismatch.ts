import type { Report } from '../finding.ts';
import type { Measure } from '../measure.ts';
import { type Message, message } from '../message/message.ts';
import { type Addressed, addresses } from '../plan.ts';
import { isMilestone } from '../target.ts';
import { isSameUnit } from '../unit.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the unit is not the measure’s', vi: 'đơn vị tính khác với chỉ số' },
  what: {
    en: 'An indicator’s unit differs from that of the measure it names, or its target is a number although the measure is a milestone.',
    vi: 'Đơn vị tính của chỉ tiêu khác với đơn vị của chỉ số mà nó dùng, hoặc mục tiêu là con số dù chỉ số là mốc hoàn thành.',
  },
  why: {
    en: 'Plans that share a measure are compared number by number: 20 % and 20 firms must never meet. Correct the unit or the measure.',
    vi: 'Các kế hoạch dùng chung chỉ số được so từng con số: 20 % và 20 doanh nghiệp không thể so với nhau. Hãy sửa đơn vị hoặc chỉ số.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: tỷ đồng
    targets: { 2025: 20 }
    measure: digital-economy-grdp-share
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

export const unitMismatch: Rule = { id: 'unit-mismatch', page, check };

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const item of addresses(plan)) {
    const measure = measures.get(item.measurable.measure ?? '');
    const said = measure && contradiction(item, measure);
    if (!said) continue;
    const path = [...item.measurable.path, 'unit'];
    const related = [
      { message: message('the-measure', {}), place: locate([...item.measurable.path, 'measure']) },
    ];
    yield { rule: 'unit-mismatch', place: locate(path), path, message: said, related };
  }
}

function contradiction({ address, measurable }: Addressed, measure: Measure): Message | null {
  const { unit, targets } = measurable;
  if (unit === null) return null;
  if (measure.unit !== null)
    return isSameUnit(unit, measure.unit)
      ? null
      : message('unit-mismatch', {
          id: address,
          unit,
          measure: measure.code,
          expected: measure.unit,
        });
  const hasNumber = [...targets.values()].some((target) => !isMilestone(target));
  return hasNumber ? message('unit-of-milestone', { id: address, measure: measure.code }) : null;
}
