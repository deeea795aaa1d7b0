/** A place in a file; of a workbook, in one of its sheets. */
interface Spot {
  file: string;
  sheet?: string | undefined;
  line: number;
  /** Absent where the whole line or row is meant. */
  column?: number;
}

/** `file:line:column`, which terminals and editors turn into a link; `p.xlsx: Quý III!C14` in a workbook. */
export function placeText({ file, sheet, line, column }: Spot): string {
  if (sheet !== undefined) return `${file}: ${cellText({ sheet, line, column })}`;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** A cell as Excel names it, `Quý III!C14`; a row where no column is given, `Quý III!14`. */
export function cellText({
  sheet,
  line,
  column,
}: Pick<Spot, 'sheet' | 'line'> & { column?: number | undefined }): string {
  return `${sheet}!${column === undefined ? '' : lettersOf(column)}${line}`;
}

const LETTERS = 26;

/** The 1-based column as Excel names it: 3 is `C`, 28 is `AB`. */
function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / LETTERS);
  const last = String.fromCharCode('A'.charCodeAt(0) + ((column - 1) % LETTERS));
  return rest === 0 ? last : lettersOf(rest) + last;
}

/** Do both stand on the same line? */
export function isSamePlace(a: Spot, b: Spot): boolean {
  return a.file === b.file && a.sheet === b.sheet && a.line === b.line;
}
