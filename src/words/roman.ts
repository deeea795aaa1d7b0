const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The number in Roman numerals; from 1 on. */
export function roman(number: number): string {
  const [value, sign] = ROMAN.find(([one]) => one <= number) ?? [];
  return value === undefined ? '' : sign + roman(number - value);
}
