import type { Scale } from '../../formats/chart.ts';

/** How many characters a bar takes. */
const COLUMNS = 16;

/**
 * A scale of one character a column: the value as a bar, the target and the baseline as lines.
 * Empty without a scale, and without any figure but the target.
 */
export function barText(scale: Scale | null): string {
  if (scale === null || (scale.value === null && scale.baseline === null)) return '';
  const { value, baseline, target, isOld } = scale;
  const cells = Array.from({ length: COLUMNS }, () => '·');
  if (value !== null) cells.fill(isOld ? '░' : '█', columnOf(0, scale), columnsUpTo(value, scale));
  if (baseline !== null) cells[columnOf(baseline, scale)] = '╎';
  cells[columnOf(target, scale)] = '┃';
  return cells.join('');
}

/** The column in which a figure ends. */
function columnOf(figure: number, scale: Scale): number {
  return Math.min(COLUMNS - 1, Math.max(0, columnsUpTo(figure, scale) - 1));
}

function columnsUpTo(figure: number, { from, to }: Scale): number {
  return Math.round(((figure - from) / (to - from)) * COLUMNS);
}
