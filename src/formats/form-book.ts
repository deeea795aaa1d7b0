import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Form, FormCell, FormColumn, FormFormat, FormTable, FormText } from './form.ts';
import { reproducible } from './office-file.ts';
import { loosened } from './printable.ts';
import {
  BORDER,
  FONT,
  fill,
  gridOf,
  HEADER,
  held,
  letters,
  literal,
  PAGE,
  repeatedRow,
  type StyledCell,
  sheetNames,
} from './xlsx.ts';

/**
 * The form as an Excel workbook: what is fixed is locked, without a password, and what is to be
 * filled in stands out. The same form gives the same bytes.
 */
export async function writeForm({ title, lang, tabs }: Form): Promise<Uint8Array> {
  const names = sheetNames(tabs.map(({ name }) => name));
  const sheets = tabs.map((tab, index) => ({
    ...(tab.kind === 'table' ? tableSheet(tab) : textSheet(tab)),
    name: names[index]!,
  }));
  const namedRanges = tabs.flatMap((tab, index) =>
    tab.kind === 'table' ? repeatedRow(names[index]!, tab.titles.length + 1) : [],
  );
  const file = await writeXlsx({ sheets, namedRanges, defaultFont: FONT });
  return reproducible(file, { title, language: lang });
}

/** Hidden columns keep a width, for whoever shows them. */
const HIDDEN_WIDTH = 20;

const PROTECTION = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: true,
  formatRows: true,
} as const;

function tableSheet({ titles, columns, rows, name }: FormTable): WriteSheet {
  const widths = columns.map(({ width }) => (width === 0 ? HIDDEN_WIDTH : width));
  const head = titles.length;
  const lines = [
    ...titles.map((text, index) => titleLine(text, index === 0)),
    columns.map(headingOf),
    ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!))),
  ];
  const grid = gridOf(lines, widths);
  // A title goes on over the empty cells beside it: it takes one line.
  for (let row = 0; row < head; row += 1) grid.rowDefs.set(row, { height: row === 0 ? 22 : 16 });
  return {
    ...grid,
    columns: grid.columns.map((one, at) => ({ ...one, hidden: columns[at]!.width === 0 })),
    name,
    freezePane: { rows: head + 1 },
    protection: PROTECTION,
    dataValidations: validationsOf(columns, rows, head + 2),
    pageSetup: { ...PAGE, orientation: 'landscape' },
    headerFooter: { oddFooter: `&L${literal(titles[0] ?? name)}&R&P / &N` },
  };
}

function titleLine(text: string, isFirst: boolean): StyledCell[] {
  const font = isFirst ? { ...FONT, size: 14, bold: true } : FONT;
  const shown = held(loosened(text));
  return [{ value: shown, shown: '', style: { font, alignment: { vertical: 'center' } } }];
}

/** Headings of what is to be filled in have the ground of its cells, darker. */
function headingOf({ title, isFilled, width }: FormColumn): StyledCell {
  const shown = held(loosened(title));
  const style = isFilled ? { ...HEADER, fill: fill('FFE699') } : HEADER;
  return { value: shown, shown: width === 0 ? '' : shown, style };
}

const FORMATS: Record<FormFormat, string> = {
  percent: '0.0#%',
  count: '#,##0',
  number: 'General',
  day: 'dd/mm/yyyy',
};

const FIXED: CellStyle = { font: FONT, border: BORDER, fill: fill('F2F2F2') };
const FILLED: CellStyle = {
  font: FONT,
  border: BORDER,
  fill: fill('FFFBE6'),
  protection: { locked: false },
};

function cellOf({ text, format }: FormCell, { isFilled, width }: FormColumn): StyledCell {
  const shown = held(loosened(text));
  const value: CellValue = shown === '' ? null : shown;
  return { value, shown: width === 0 ? '' : shown, style: styleOf(isFilled, format) };
}

/** Cells that look alike have the same one. */
const STYLES = new Map<string, CellStyle>();

function styleOf(isFilled: boolean, format: FormFormat | undefined): CellStyle {
  const key = `${isFilled} ${format}`;
  const style = STYLES.get(key) ?? {
    ...(isFilled ? FILLED : FIXED),
    alignment: {
      vertical: 'top',
      wrapText: true,
      horizontal: format === undefined ? 'left' : 'right',
    },
    numFmt: format === undefined ? '@' : FORMATS[format],
  };
  STYLES.set(key, style);
  return style;
}

/** Lists to choose from and what to write where; a run of like cells has one of them. */
function validationsOf(
  columns: readonly FormColumn[],
  rows: FormTable['rows'],
  first: number,
): DataValidation[] {
  return columns.flatMap(({ isFilled, prompt, title }, at) => {
    if (!isFilled) return [];
    const kinds = rows.map((row) => row[at]!.choices ?? []);
    return runsOf(kinds.map((choices) => choices.join(','))).flatMap(([from, to]) => {
      const values = kinds[from]!;
      if (values.length === 0 && prompt === undefined) return [];
      const range = `${letters(at)}${first + from}:${letters(at)}${first + to}`;
      const list = values.length > 0 ? { type: 'list', values: [...values] } : ANY;
      const said =
        prompt === undefined ? {} : { inputTitle: clipped(title, 32), ...saying(prompt) };
      return [{ ...list, ...said, range, allowBlank: true } as DataValidation];
    });
  });
}

/** A rule that every entry keeps: it is there for its words alone. */
const ANY = { type: 'textLength', operator: 'greaterThanOrEqual', formula1: '0' } as const;

function saying(prompt: string) {
  return { showInputMessage: true, inputMessage: clipped(prompt, 255) };
}

/** Excel refuses a file with longer ones. */
function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The first and last position of each run of equal texts. */
function runsOf(texts: readonly string[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [at, text] of texts.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && texts[run[0]] === text) run[1] = at;
    else runs.push([at, at]);
  }
  return runs;
}

const TEXT_WIDTH = 110;

function textSheet({ name, lines }: FormText): WriteSheet {
  const cells = lines.map(({ text, isHeading = false }) => {
    const shown = held(loosened(text));
    const font = isHeading ? { ...FONT, bold: true, size: 13 } : FONT;
    const alignment = { wrapText: true, vertical: 'top' } as const;
    return [{ value: shown, shown, style: { font, alignment, numFmt: '@' } }];
  });
  return {
    ...gridOf(cells, [TEXT_WIDTH]),
    name,
    protection: PROTECTION,
    pageSetup: { ...PAGE, orientation: 'landscape' },
    view: { showGridLines: false },
  };
}
