import { formatNumber } from '../numbers.ts';

/** A count as official documents write it: below ten with a leading zero, "07 chỉ tiêu". */
export function number(count: number): string {
  const isDigit = Number.isInteger(count) && count > 0 && count < 10;
  return isDigit ? `0${count}` : formatNumber(count, 'vi');
}
