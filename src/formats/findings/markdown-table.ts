/** A row of a table with these cells, which must be inert, without the line break. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The two lines that open a table with these columns. */
export function markdownHeader(titles: readonly string[]): string[] {
  return [markdownRow(titles), markdownRow(titles.map(() => '---'))];
}
