import { toDecimal } from '../exact.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import type { RowCheck, RowContext, Rule, RulePage } from './rule.ts';
import { isOutOfRange } from './share-out-of-range.ts';

const page: RulePage = {
  title: { en: 'a result that no share can be', vi: 'kết quả của tỷ lệ nằm ngoài 0–100%' },
  what: {
    en: 'A result of an indicator in % lies outside 0 to 100%. A number in % is taken for a share unless its measure is a growth.',
    vi: 'Kết quả của chỉ tiêu tính bằng % nằm ngoài khoảng 0–100%. Số tính bằng % được coi là tỷ lệ, trừ khi chỉ số là mức tăng.',
  },
  why: {
    en: 'No share of a whole can be there: mostly a decimal mark is lost, numerator and denominator are swapped, or accounts were counted instead of people. If it is a growth, name its measure or write another unit.',
    vi: 'Tỷ lệ trên tổng thể không thể như vậy: thường là mất dấu thập phân, đảo tử số với mẫu số, hoặc đếm tài khoản thay vì đếm người. Nếu là mức tăng, hãy ghi chỉ số của nó hoặc viết đơn vị khác.',
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
`,
    results: `indicator,period,value,source
kts-1,2023,1967,12/BC-STTTT
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
    results: `indicator,period,value,source
kts-1,2023,19.67,12/BC-STTTT
`,
  },
};

export const csvShare: Rule = { id: 'csv-share', page, openRows };

/** A quotient of counts has no end; so many digits tell it. */
const PLACES = 4;

function openRows({ plan, measures }: RowContext): RowCheck {
  const shares = new Set(
    addresses(plan)
      .filter(({ measurable: m }) => isShare(m.unit, measures.get(m.measure ?? '')))
      .map(({ address }) => address),
  );
  return (row, at) => {
    if (row.value?.kind !== 'number' || !shares.has(row.indicator)) return [];
    const { value } = row.value;
    if (!isOutOfRange(value)) return [];
    const column = row.counts === null ? 'value' : 'numerator';
    const figure = toDecimal(value, PLACES);
    const said = message('csv-share', { figure });
    return [{ rule: 'csv-share', place: at(column), path: [column], message: said }];
  };
}
