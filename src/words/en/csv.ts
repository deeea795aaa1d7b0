import type { CsvArgs, WorkbookProblem } from '../../message/csv.ts';
import type { Words } from '../../message/message.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { list, quote, some } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';
const mark = (delimiter: string) => (delimiter === '\t' ? 'tab' : quote(delimiter));

const other = (decimal: ',' | '.') => (decimal === ',' ? '.' : ',');
const DECLARE = 'declare the decimal mark (decimal: "," or "." in the plan, or --decimal)';

/** English words for CSV files. */
export const csv: Words<CsvArgs> = {
  'csv-not-text': ({ file }) =>
    `${quote(file)} is not a text file (a workbook, a picture?); save the sheet as CSV UTF-8`,
  'csv-bad-encoding': ({ encoding }) =>
    `unknown encoding ${quote(encoding)}; use utf-8, utf-16le, utf-16be or windows-1258, or leave it to be found out`,
  'csv-undecodable': ({ encoding }) =>
    `the file has bytes that are not ${encoding}; save it as UTF-8, or name its encoding with --encoding`,
  'csv-no-header': ({ expected }) =>
    `no column is named here; the first line must be the header: ${expected.join(',')}`,
  'csv-unclosed-quote': () =>
    'this cell opens with a quote that is never closed; add the closing quote, or write "" for a quote that belongs to the text',
  'csv-stray-quote': () =>
    'a quote inside this cell is not part of valid CSV; put the whole cell in quotes and write each quote within it twice ("")',
  'csv-row-too-long': ({ bytes }) =>
    `no end of this row within ${formatNumber(bytes, 'en')} bytes; end rows with a line break, or set another limit with --limit row-bytes=N`,
  'csv-field-count': ({ found, expected, delimiter }) =>
    `${found} cells where the header has ${expected}; ${
      found > expected
        ? `a cell that contains a ${mark(delimiter)} must be in quotes`
        : `an empty cell needs its ${mark(delimiter)} too`
    }`,
  'csv-unknown-column': ({ found, valid, suggestion }) =>
    `unknown column ${quote(found)}${hint(suggestion) || `; valid here: ${valid.join(', ')}`}`,
  'csv-period-heading': ({ found }) =>
    `the heading ${quote(found)} gives a period; write a row for each period, with the period in a column “period” and the figure in “value”`,
  'csv-missing-column': ({ missing, expected }) =>
    `the column ${quote(missing)} is required and missing; the columns are ${expected.join(',')}`,
  'csv-missing-one-of': ({ choices }) =>
    `the header has no column to report with; add ${list(choices, 'or')}`,
  'csv-doubled-column': ({ found, first }) =>
    `the column ${quote(found)} appears here a second time, first as column ${first}; keep one of them`,
  'csv-unknown-indicator': ({ found, suggestion }) =>
    found === ''
      ? 'no indicator is named; write its id, or id/part'
      : `the plan has no indicator ${quote(found)}${hint(suggestion) || '; write its id, or id/part'}`,
  'csv-unknown-part': ({ found, indicator, valid, suggestion }) =>
    `the indicator ${quote(indicator)} has no part ${quote(found)}${
      hint(suggestion) ||
      (valid.length > 0 ? `; its parts: ${some(valid)}` : `; it has no parts, write ${indicator}`)
    }`,
  'csv-not-a-number': ({ found, column, decimal }) =>
    decimal
      ? `${quote(found)} in ${quote(column)} is no number with ${quote(decimal)} as its decimal mark; ${found.includes(other(decimal)) ? `write it with that one, or ${DECLARE}` : `write the number alone, as 1919${decimal}5`}`
      : `${quote(found)} in ${quote(column)} is no number; write the number alone, as 1919, 19.7 or 19,7`,
  'csv-exponent': ({ found }) =>
    `${quote(found)} is a number in a spreadsheet’s short form, which may have lost digits; write all of its digits (in Excel give the cell the format “Number”)`,
  'csv-ambiguous-number': ({ found, asThousands, asDecimal }) =>
    `${quote(found)} can be read as ${asThousands} or as ${asDecimal}; write ${asThousands} or ${asDecimal}0, or ${DECLARE}`,
  'csv-percent-unit': ({ found, unit }) =>
    unit === ''
      ? `${quote(found)} has a percent sign, but the indicator has no unit; leave the sign out`
      : `${quote(found)} has a percent sign, but the unit is ${quote(unit)}; write the number in that unit`,
  'csv-percent-count': ({ found }) =>
    `${quote(found)} has a percent sign, but this is a count; write the percentage as value`,
  'csv-milestone-value': ({ found }) =>
    `${quote(found)} is for milestones, but a number is expected here; write the number, or none where there is no figure`,
  'csv-number-value': ({ found }) =>
    `${quote(found)} is a number, but the target is a milestone; write done or not-done`,
  'csv-no-milestone': ({ found }) =>
    `${quote(found)} says neither that the milestone is reached nor that it is not; write done, not-done or how far it is, as 60%, and the rest in “note”`,
  'csv-zero-or-none': ({ found }) =>
    `${quote(found)} may mean zero or that there is no figure; write 0, or none`,
  'csv-range-value': ({ found }) =>
    `${quote(found)} is a range, which is no single figure; write one of them, as “>= 75” or “~ 77”, and the range in “note”`,
  'csv-two-counts': ({ found }) =>
    `${quote(found)} is two numbers; write the result alone, or the two counts of a ratio in “numerator” and “denominator”`,
  'csv-lone-count': ({ present, absent }) =>
    `${quote(present)} is given without ${quote(absent)}; give both, or a value alone`,
  'csv-zero-denominator': () =>
    'the denominator is 0, which gives no ratio; correct it, or leave both counts empty',
  'csv-mixed-decimals': ({ first, firstLine, found }) =>
    `${quote(found)} has another decimal mark than ${quote(first)} on line ${firstLine}; keep to one in the file, or ${DECLARE}`,
  'csv-bad-period': ({ found }) =>
    `${found === '' ? 'the period is empty' : `${quote(found)} is no period`}; write 2023, 2023-H1, 2023-Q4, 2023-12, 2023-01..2023-09 or 2023-12-15`,
  'csv-period-year': ({ found }) =>
    `${quote(found)} gives no year of four digits; write it too, as 2024-Q3, 2024-H1 or 2024-12`,
  'csv-excel-month': ({ found }) =>
    `${quote(found)} is what Excel makes of a month or date by itself; write 2023-12 or 12/2023, with the cells formatted as text`,
  'csv-excel-serial': ({ found }) =>
    `${quote(found)} is the number that Excel keeps of a date; write the period, such as 2023-12 or 12/2023, with the cells formatted as text`,
  'csv-month-first': ({ found, meant }) =>
    `${quote(found)} has the month before the day; days stand first here${meant === null ? '' : `: write ${meant} or ${formatDay(meant, 'vi')}`}`,
  'csv-doubtful-day': ({ found, read, other }) =>
    `${quote(found)} is read as ${read}, but other days of this file have the month first: it may be ${other}; write the one that is meant`,
  'csv-unnamed-column': ({ column }) =>
    `column ${column} has no heading, so what stands in it from this row on is not read; name it, or empty it`,
  'csv-second-table': () =>
    'another table begins here, and its columns are not those that are read from this file: its rows do not count; give it the columns of the first, or a file of its own',
  'csv-conflict': () =>
    'git left a conflict here, and only the first of the two versions is read; keep one and take out the lines of <<<<<<<, ======= and >>>>>>>',
  'csv-passed-over': ({ rows }) =>
    `${rows === 1 ? 'this row is' : `${rows} rows, this one the first, are`} taken for ${rows === 1 ? 'a title, a total or a signature' : 'titles, totals or signatures'} and not read; a row of data needs its code`,
  'csv-other-unit': ({ found, other, unit }) =>
    `${quote(found)} is in ${quote(other)}, but the unit is ${quote(unit)}; write the number in that unit`,
  'csv-sheet-unit': ({ found, unit }) =>
    `the unit here is ${quote(found)}, but the plan has ${quote(unit)}; write the figures in the plan’s unit`,
  'csv-count-factor': ({ unit }) =>
    `the unit ${quote(unit)} names a factor that the plan does not give, so these counts make no figure; add “per” to the indicator, or write the value`,
  'csv-one-sided-count': ({ found }) =>
    `${quote(found)} says only on which side of it the count lies, which gives no ratio; write the count, or the value`,
  'csv-bad-share': ({ found }) =>
    `${quote(found)} is no share of a milestone; write at most 100%, done or not-done`,
  'csv-impossible-period': ({ found }) => `the calendar has no ${quote(found)}; correct the period`,
  'csv-unknown-status': ({ found, valid, suggestion }) =>
    `unknown status ${quote(found)}${hint(suggestion) || `; valid here: ${valid.join(', ')}`}`,
  'csv-unknown-area': ({ found, suggestion }) =>
    `the catalogue has no area ${quote(found)}${hint(suggestion) || '; write a code of areas.yaml, or leave it empty for the plan’s own area'}`,
  'csv-ended-area': ({ area, ended, period, successor }) =>
    `the area ${quote(area)} ended on ${formatDay(ended, 'en')}, before the end of ${quote(period)}; the row does not count${
      successor ? `: report it for ${quote(successor)}, or correct the period` : ''
    }`,
  'csv-empty-row': ({ rows, needed }) =>
    `${rows === 1 ? 'this row is' : `${rows} rows, this one the first, are`} not filled in yet and ${rows === 1 ? 'does' : 'do'} not count; to report, write ${list(needed, 'or')}`,
  'csv-no-source': () =>
    'this result has no source; name the document it comes from in the column “source”',
  'cell-read': ({ column, written, read }) => `${column} ${quote(written)} → ${read}`,
  'heading-read': ({ heading, column }) => `column ${quote(heading)} → ${column}`,
  'row-passed': ({ text }) => `passed over: ${quote(text)}`,
  'parquet-memory': ({ megabytes }) =>
    `the file needs more than ${megabytes} MB to be read; export it in smaller row groups, or as CSV`,
  'parquet-unread': () => 'the file is damaged: it cannot be read as Parquet; export it anew',
  'gzip-damaged': () => 'the compressed file is damaged or cut off; compress or fetch it anew',
  'xlsx-unread': ({ problem }) => XLSX_PROBLEMS[problem],
  'xlsx-all-hidden': ({ sheets }) =>
    `the only table is on ${sheets.length === 1 ? 'the hidden sheet' : 'the hidden sheets'} ${list(sheets.map(quote), 'and')}; hidden sheets are not read: show it in Excel and save`,
  'xlsx-several-sheets': ({ sheets }) =>
    `the tables of ${sheets.length} sheets are read: ${list(sheets.map(quote), 'and')}`,
  'xlsx-hidden-sheets': ({ sheets }) =>
    `${sheets.length === 1 ? 'the hidden sheet' : 'the hidden sheets'} ${list(sheets.map(quote), 'and')} ${sheets.length === 1 ? 'has' : 'have'} a table too, which is not read; show the sheet in Excel if it counts, else delete it`,
  'xlsx-hidden-rows': ({ rows }) =>
    `${rows === 1 ? 'this row is hidden in Excel and is' : `${rows} rows, this one the first, are hidden in Excel and are`} read all the same; delete what does not count`,
  'xlsx-hidden-columns': ({ columns }) =>
    `${columns === 1 ? 'this column is hidden in Excel and is' : `${columns} columns, this one the first, are hidden in Excel and are`} read all the same`,
  'xlsx-merged': ({ cells }) =>
    `${cells === 1 ? 'this cell is' : `${cells} cells, this one the first, are`} merged with the one above and read with its value; split what is not meant for each row`,
  'xlsx-scaled': ({ shown, held }) =>
    `Excel shows ${quote(shown)}, but the cell holds ${held}: its number format leaves thousands out; give it a plain format and write the figure in the plan’s unit`,
  'xlsx-no-value': ({ formula, error }) =>
    error !== null
      ? `${formula === null ? '' : `the formula ${quote(formula)} gives `}the error ${error}; correct it in Excel, or write the value`
      : `the formula ${quote(formula ?? '')} has no stored value; open the file in Excel, let it calculate, and save it`,
};

const XLSX_PROBLEMS: Record<WorkbookProblem, string> = {
  empty: 'the file is empty; ask for it again, or save the sheet once more',
  text: 'this is a text file named as a workbook; if it is CSV, let its name end in .csv',
  'old-excel': 'this is a workbook of Excel 97–2003 (.xls); open it in Excel and save it as .xlsx',
  encrypted: 'the workbook is protected by a password; open it in Excel and save it without one',
  'binary-excel': 'this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx',
  'open-document': 'this is an OpenDocument file (.ods); save it as .xlsx',
  word: 'this is a Word document; copy its table into a sheet and save that as .xlsx',
  'not-a-workbook': 'this is no Excel workbook; save the sheet as .xlsx or CSV UTF-8',
  damaged:
    'the workbook is damaged and cannot be read; open it in Excel, let it repair the file, and save it again',
  'too-large':
    'the workbook holds far more than a table of results (over 16 MB unpacked, some 40,000 rows, or a cell very far out); delete what does not belong to it, or save the sheet as CSV UTF-8',
};
