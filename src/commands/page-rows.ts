import type { Document, Item, TextBlock } from '../formats/document.ts';
import { withoutPictures } from '../formats/document.ts';
import type { FormatName } from '../formats/index.ts';
import type { View } from '../formats/view.ts';
import { isOpenLimit, LIMITS, type Limit } from '../limits.ts';
import { type Session, usageError } from './session.ts';

/** What is drawn row by row costs time and memory for each; tables for programs do not. */
const ROWS = {
  docx: 'word-rows',
  html: 'html-rows',
  xlsx: 'excel-rows',
} as const satisfies Partial<Record<FormatName, Limit>>;

/**
 * The view with the document that a format draws made once.
 * @param plans how many plans it shows
 * @throws UsageError where that has more rows than the format's limit for each plan
 */
export async function drawable(
  view: View,
  format: FormatName,
  plans: number,
  { limits = LIMITS }: Session,
): Promise<View> {
  if (!isDrawn(format)) return view;
  const limit = ROWS[format];
  const most = limits[limit] * plans;
  const refuse = (document: Document) => {
    if (rowsOf(document) > most)
      throw usageError('over-limit', { limit, most, isOpen: isOpenLimit(limit) });
  };
  const document = view.document({ width: null, isPage: format !== 'xlsx' });
  refuse(document);
  if (format !== 'html' || view.page === undefined) return { ...view, document: () => document };
  // A page with its pictures takes longer to be made than to be counted without them.
  const page = await view.page();
  refuse(page);
  return { ...view, page: async () => page };
}

function isDrawn(format: FormatName): format is keyof typeof ROWS {
  return Object.hasOwn(ROWS, format);
}

/** How many rows of tables and items of lists the document has. */
function rowsOf(document: Document): number {
  return withoutPictures(document).reduce((sum, block) => sum + rowsIn(block), 0);
}

function rowsIn(block: TextBlock): number {
  if (block.kind === 'list') return itemsIn(block.items);
  if (block.kind !== 'table') return 1;
  return block.sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

function itemsIn(items: readonly Item[]): number {
  return items.reduce((sum, item) => {
    if (typeof item === 'string') return sum + 1;
    const below = item.below.map((one) => (typeof one === 'string' ? 1 : itemsIn(one.items)));
    return below.reduce((all, count) => all + count, sum + 1);
  }, 0);
}
