import type { Period } from '../../period.ts';
import { formatPeriod } from '../numbers.ts';

const NAMES: Partial<Record<Period['kind'], string>> = { year: 'năm', month: 'tháng', day: 'ngày' };

/** The period with its own name before it: `năm 2024`, `tháng 9/2024`, `quý III/2024`. */
export function periodOf(period: Period): string {
  const name = NAMES[period.kind];
  const text = formatPeriod(period, 'vi');
  return name === undefined ? text : `${name} ${text}`;
}
