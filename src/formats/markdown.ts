import {
  type Cell,
  type Column,
  type Document,
  type Entries,
  headingText,
  type Item,
  type List,
  type Row,
  type Table,
  type TextBlock,
  visibleColumns,
  withoutPictures,
} from './document.ts';
import {
  copyLines,
  enclosed,
  headSides,
  type LetterLines,
  lineText,
  type SideLine,
  textOf,
} from './letter-lines.ts';
import { separated } from './pieces.ts';
import { loosened, printable } from './printable.ts';
import type { Look, View } from './view.ts';

/** The view's document as GitHub-flavoured Markdown. Ends with a line break. */
export async function write(view: View, look: Look): Promise<Iterable<string>> {
  const whole = view.document({ width: null, isPage: true, isText: true });
  const { letter, document } = await enclosed(whole, view, look);
  return letter === null ? markdownPieces(document) : letterPieces(document, letter);
}

function* letterPieces(document: Document, letter: LetterLines): Generator<string> {
  yield `${letterHead(letter).join('\n\n')}\n\n`;
  yield* markdownPieces(document);
  yield `\n${letterFoot(letter)}\n`;
}

/** What stands above the text of an official document, its title included. */
function letterHead(letter: LetterLines): string[] {
  const { kind, subject, to } = letter;
  const { left, right } = headSides(letter);
  const [first, ...rest] = right.map((line, row) =>
    lineOf([left[row] === undefined ? '' : sideLine(left[row]), sideLine(line)]),
  );
  const names = (to?.names ?? []).map((one) => inert(textOf(one)));
  return [
    [first, lineOf([':---:', ':---:']), ...rest].join('\n'),
    `# ${inert(kind.toUpperCase())}`,
    strong(inert(subject)),
    ...(to === null ? [] : [`${inert(to.label)} ${names.join('; ')}`]),
  ];
}

function sideLine({ parts, look }: SideLine): string {
  const text = inert(lineText(parts));
  return { plain: text, strong: strong(text), emphasis: `*${text}*` }[look];
}

function letterFoot(letter: LetterLines): string {
  const { recipients, signer } = letter;
  return [
    lineOf([
      strong(inert(recipients.label)),
      signer.lines.map(textOf).map(inert).map(strong).join('<br>'),
    ]),
    lineOf(['---', ':---:']),
    lineOf([copyLines(letter).map(inert).join('<br>'), strong(inert(textOf(signer.name)))]),
  ].join('\n');
}

function strong(text: string): string {
  return `**${text}**`;
}

/**
 * A document as GitHub-flavoured Markdown. Nothing in a plan's texts becomes markup. Ends with a
 * line break.
 */
export function documentMarkdown(document: Document): string {
  return [...markdownPieces(document)].join('');
}

function* markdownPieces(document: Document): Generator<string> {
  let isFirst = true;
  for (const block of withoutPictures(document))
    for (const lines of blockMarkdown(block)) {
      if (!isFirst) yield '\n\n';
      yield* separated(lines, '\n');
      isFirst = false;
    }
  yield '\n';
}

/** Of a block the parts that an empty line sets apart, each in its lines. */
function blockMarkdown(block: TextBlock): Iterable<Iterable<string>> {
  switch (block.kind) {
    case 'heading':
      return [[`${'#'.repeat(block.level)} ${inert(headingText(block))}`]];
    case 'paragraph':
      return [[block.toFill ? `**${inert(block.text)}**` : paragraph(block.text)]];
    case 'list':
      return [listLines(block)];
    case 'table':
      return tableBlocks(block);
    case 'entries':
      return entriesBlocks(block).map((text) => [text]);
  }
}

function listLines({ items, start }: List): string[] {
  return items.flatMap((item, index) =>
    itemLines(item, start === undefined ? '- ' : `${start + index}. `),
  );
}

/** What belongs to an item is indented as far as its text. */
function itemLines(item: Item, bullet: string): string[] {
  const { text, style, below } =
    typeof item === 'string' ? { text: item, style: 'plain', below: [] } : item;
  const said = style === 'strong' ? `**${inert(text)}**` : paragraph(text);
  const more = below.flatMap((one) => (typeof one === 'string' ? [inert(one)] : listLines(one)));
  return [`${bullet}${said}`, ...more.map((line) => ' '.repeat(bullet.length) + line)];
}

/** A heading and a table per section, subtotals and closing lines as text. */
function* tableBlocks(table: Table): Generator<Iterable<string>> {
  const columns = visibleColumns(table);
  if (table.title !== null) yield [`## ${inert(table.title)}`];
  for (const line of table.opening ?? []) yield [paragraph(line)];
  for (const { heading, rows, subtotal } of table.sections) {
    if (heading !== null) yield [`### ${inert(heading)}`];
    if (rows.length > 0) yield tableLines(rows, columns);
    if (subtotal !== null) yield [paragraph(subtotal)];
  }
  for (const line of table.closing) yield [paragraph(line)];
}

function* tableLines(rows: readonly Row[], columns: readonly Column[]): Generator<string> {
  yield lineOf(columns.map((column) => inert(column.title)));
  yield lineOf(columns.map((column) => (column.align === 'right' ? '---:' : '---')));
  for (const row of rows) yield lineOf(columns.map((column) => cellMarkdown(row[column.key])));
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellMarkdown(cell: Cell | undefined): string {
  return cell === undefined ? '' : broken(`${cell.marker ?? ''}${cell.text}`);
}

/** A text on one line, its line breaks marked. */
function broken(text: string): string {
  return text.split('\n').map(inert).join('<br>');
}

/** A heading and a table of two columns per group. */
function entriesBlocks({ title, groups, closing }: Entries): string[] {
  const told = groups.filter(({ entries }) => entries.length > 0);
  return [
    `## ${inert(title)}`,
    ...told.flatMap(({ heading, entries }) => [
      ...(heading === null ? [] : [`### ${inert(heading)}`]),
      [
        lineOf(['', '']),
        lineOf(['---', '---']),
        ...entries.map(({ label, marker = '', text }) =>
          lineOf([broken(label), broken(marker + text)]),
        ),
      ].join('\n'),
    ]),
    ...closing.map(paragraph),
  ];
}

/**
 * The text as a paragraph, or as what an item of a list holds: a line that could open a list or a
 * heading does not.
 */
export function paragraph(text: string): string {
  return inert(text)
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

/**
 * The text as Markdown that shows exactly it, on one line: characters that open emphasis, code,
 * links, HTML, mathematics or a table cell are escaped; addresses, mentions and issue numbers,
 * which GitHub links even so, are cut by an empty comment.
 */
export function inert(text: string): string {
  const line = loosened(printable(text)).replace(/\s+/g, ' ').trim();
  return MARKUP.test(line) ? escaped(line) : line;
}

/** Most cells have nothing of it. */
const MARKUP = /[\\`*_[\]<>|$#~&@]|:\/\/|www\./i;

function escaped(line: string): string {
  return line
    .replace(/[\\`*_[\]<>|$]/g, '\\$&')
    .replace(/^#/, '\\#')
    .replace(/~(?=\S)|(?<=\S)~/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=\/\/)/g, ':<!-- -->')
    .replace(/\bwww(?=\.)/gi, '$&<!-- -->')
    .replace(/@(?=\S)/g, '@<!-- -->')
    .replace(/#(?=\d)/g, '#<!-- -->');
}
