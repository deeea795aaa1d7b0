/**
 * Widths of the letters of Times bold in thousandths of the size, from Adobe's font metrics
 * (Times-Bold.afm); Times New Roman has the same. An accent takes no width.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [250, ' ,.'],
  [278, '/il'],
  [333, '!()-:;fjt'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, '0123456789?Jagovxy–“”'],
  [520, '~'],
  [549, '≤≥'],
  [570, '+<=>'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYwĐ'],
  [778, 'GHKOQ'],
  [833, 'm'],
  [944, 'M'],
  [1000, '%W—…'],
];
const USUAL = 556;

const BY_LETTER = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** How wide the text is in Times bold of that size in points; in twentieths of a point. */
export function boldWidth(text: string, size: number): number {
  const bare = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('\u00a0', ' ');
  const letters = [...bare];
  const thousandths = letters.reduce((sum, one) => sum + (BY_LETTER.get(one) ?? USUAL), 0);
  return Math.round((thousandths * size * 20) / 1000);
}
