import { foldText } from '../fold.ts';

/** Rows of data by what they are about, told from the titles, totals and signatures around them. */
export interface DataRows<Column extends string> {
  /** The column that names what a row is about. */
  column: Column;
  /** Does the plan know the text of that column? */
  isKnown(text: string): boolean;
  /** The columns without which a row says nothing. */
  facts: readonly Column[];
  /** Does the text say something in that column of facts? A signature there does not. */
  says(column: Column, text: string): boolean;
}

const TOTAL = /^(?:tong cong|tong so|tong|cong|trung binh|binh quan|total|average)(?![\p{L}-])/u;
/** The number of a section: `I`, `A.`, `1.2`. */
const SECTION = /^(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)[.)]?$/;

/**
 * Is the row no data but a title, a total or a signature? It names nothing that a row can be about,
 * and it says nothing, or is a total.
 */
export function isBeside<Column extends string>(
  row: readonly string[],
  cells: Readonly<Record<Column, string>>,
  { column, facts, says }: DataRows<Column>,
): boolean {
  const code = cells[column].trim();
  const hasCode = code !== '' && !/\s/.test(code) && !SECTION.test(code);
  if (hasCode) return false;
  if (row.some((cell) => TOTAL.test(foldText(cell)))) return true;
  return !facts.some((fact) => cells[fact].trim() !== '' && says(fact, cells[fact].trim()));
}
