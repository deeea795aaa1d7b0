import { columnNamed, knownAmong } from './header.ts';
import { RESULTS } from './result-columns.ts';

/** Is it the text of a row that looks like a header, or like a mark of git's? */
export function isTurning(cells: readonly string[], raw: string): boolean {
  const isHeader = cells.some((cell) => columnNamed(cell, RESULTS) === 'indicator');
  return isHeader || knownAmong(cells, RESULTS) > 1 || /^"?(?:<{7}|={7}|>{7}|\|{7})/.test(raw);
}
