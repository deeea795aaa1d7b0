import {
  type Cell,
  type Column,
  type Grid,
  loosened,
  printable,
  type Row,
  type Section,
  visibleColumns,
} from './grid.ts';

/**
 * The grid as GitHub-flavoured Markdown: a heading and a table per section, subtotals and closing
 * lines as text. Nothing in a plan's texts becomes markup. Ends with a line break.
 */
export function renderMarkdown(grid: Grid): string {
  const columns = visibleColumns(grid);
  const blocks = [
    ...(grid.title === null ? [] : [`## ${inert(grid.title)}`]),
    ...grid.sections.flatMap((section) => sectionBlocks(section, columns)),
    ...grid.closing.map(paragraph),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks({ heading, rows, subtotal }: Section, columns: readonly Column[]): string[] {
  return [
    ...(heading === null ? [] : [`### ${inert(heading)}`]),
    ...(rows.length === 0 ? [] : [table(rows, columns)]),
    ...(subtotal === null ? [] : [paragraph(subtotal)]),
  ];
}

/** The rows of the grid as one table, without its headings and closing lines, nor a line break at its end. */
export function markdownTable(grid: Grid): string {
  const rows = grid.sections.flatMap((section) => section.rows);
  return table(rows, visibleColumns(grid));
}

function table(rows: readonly Row[], columns: readonly Column[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => inert(column.title))),
    line(columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => cellMarkdown(row[column.key])))),
  ].join('\n');
}

function cellMarkdown(cell: Cell | undefined): string {
  if (!cell) return '';
  const lines = `${cell.marker ?? ''}${cell.text}`.split('\n').map(inert);
  return lines.join('<br>');
}

/**
 * The text as a paragraph, or as what an item of a list holds: a line that could open a list or a
 * heading does not.
 */
export function paragraph(text: string): string {
  return inert(text)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

/**
 * The text as Markdown that shows exactly it, on one line: characters that open emphasis, code,
 * links, HTML, mathematics or a table cell are escaped; addresses, mentions and issue numbers,
 * which GitHub links even so, are cut by an empty comment.
 */
export function inert(text: string): string {
  return loosened(printable(text))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|$]/g, '\\$&')
    .replace(/^#/, '\\#')
    .replace(/~(?=\S)|(?<=\S)~/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=\/\/)/g, ':<!-- -->')
    .replace(/\bwww(?=\.)/gi, '$&<!-- -->')
    .replace(/@(?=\S)/g, '@<!-- -->')
    .replace(/#(?=\d)/g, '#<!-- -->');
}
