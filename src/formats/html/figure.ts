import type { TextBlock } from '../document.ts';
import { blockMarkup } from './blocks.ts';
import { type Child, element, type Markup } from './markup.ts';
import type { Page } from './page.ts';

/** What colours and marks mean. */
export function legend(kinds: readonly { label: string; marker: string; tone: string }[]): Markup {
  return element(
    'ul',
    { class: 'legend' },
    kinds.map(({ label, marker, tone }) =>
      element(
        'li',
        { class: `tone-${tone}` },
        element('span', { class: 'swatch', 'aria-hidden': 'true' }, marker),
        ` ${label}`,
      ),
    ),
  );
}

/** The frame of a picture: what it shows in a sentence, and its data as a table. */
export function figureMarkup(
  { said, behind }: { said: string; behind: readonly TextBlock[] },
  level: number,
  page: Page,
  pictures: Child,
): Markup {
  return element(
    'figure',
    {},
    element('figcaption', { class: 'hidden' }, said),
    pictures,
    behindMarkup(behind, level, page),
  );
}

/** The data as a table, one step away. */
export function behindMarkup(
  behind: readonly TextBlock[],
  level: number,
  page: Page,
): Markup | null {
  if (behind.length === 0) return null;
  return element(
    'details',
    { class: 'behind' },
    element('summary', {}, page.speech.page.table),
    behind.map((block) => blockMarkup(block, level, page)),
  );
}
