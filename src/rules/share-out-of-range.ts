import { compare, type Exact, exact, toDecimal } from '../exact.ts';
import type { Report } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import { type Addressed, addresses } from '../plan.ts';
import { numbersOf, type Target } from '../target.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a target or baseline that no share can be',
    vi: 'mục tiêu hoặc số liệu gốc của tỷ lệ nằm ngoài 0–100%',
  },
  what: {
    en: 'A target, baseline or quoted figure of a share is below 0 or above 100%. A number in % is taken for a share unless its measure is a growth.',
    vi: 'Mục tiêu, số liệu gốc hoặc số dẫn của một tỷ lệ nhỏ hơn 0 hoặc lớn hơn 100%. Số tính bằng % được coi là tỷ lệ, trừ khi chỉ số là mức tăng.',
  },
  why: {
    en: 'No share of a whole can be there: mostly a decimal mark is lost. If it is a growth, name its measure or write another unit.',
    vi: 'Tỷ lệ trên tổng thể không thể như vậy: thường là mất dấu thập phân. Nếu là mức tăng, hãy ghi chỉ số của nó hoặc viết đơn vị khác.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 205 }
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
    targets: { 2025: 20.5 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const shareOutOfRange: Rule = { id: 'share-out-of-range', page, check };

const PLACES = 12;
const NONE = exact(0);
const ALL = exact(100);

/** Can no share of a whole, in percent, be this number? */
export function isOutOfRange(share: Exact): boolean {
  return compare(share, NONE) < 0 || compare(share, ALL) > 0;
}

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const item of addresses(plan)) {
    const { unit, measure } = item.measurable;
    if (!isShare(unit, measures.get(measure ?? ''))) continue;
    for (const { path, value, of } of figuresOf(item))
      if (isOutOfRange(value))
        yield {
          rule: 'share-out-of-range',
          place: locate(path),
          path,
          message: message('share-out-of-range', {
            id: item.address,
            figure: toDecimal(value, PLACES),
            of,
          }),
        };
  }
}

interface Figure {
  path: Path;
  value: Exact;
  of: 'target' | 'baseline' | 'result';
}

function* figuresOf({ measurable, indicator }: Addressed): Generator<Figure> {
  const { path, baseline, targets } = measurable;
  if (baseline)
    yield {
      path: [...path, 'baseline', String(baseline.year)],
      value: baseline.value,
      of: 'baseline',
    };
  yield* targetFigures(targets, [...path, 'targets']);
  if (measurable !== indicator) return;
  for (const [body, reference] of indicator.reference) {
    const at = [...path, 'reference', body];
    yield* targetFigures(reference.targets, [...at, 'targets']);
    for (const [year, { value }] of reference.results)
      yield { path: [...at, 'results', String(year)], value, of: 'result' };
  }
}

function* targetFigures(targets: ReadonlyMap<number, Target>, path: Path): Generator<Figure> {
  for (const [year, target] of targets) {
    const value = numbersOf(target).at(-1);
    if (value === undefined) continue;
    yield { path: [...path, String(year)], value, of: 'target' };
  }
}
