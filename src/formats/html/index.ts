import { VERSION } from '../../version.ts';
import { speak } from '../../words/index.ts';
import type { Block, Document } from '../document.ts';
import { enclosed, type LetterLines } from '../letter-lines.ts';
import type { Look, View } from '../view.ts';
import { blockMarkup } from './blocks.ts';
import { chartMarkup } from './charts.ts';
import { SCRIPT, SCRIPT_HASH, STYLE } from './compiled/page.js';
import { footMarkup, headMarkup } from './letter.ts';
import { type Child, element, type Markup, trusted } from './markup.ts';
import { contentsOf, type Page } from './page.ts';

/**
 * The view as one page of HTML that needs nothing else: no network, and no script but to narrow
 * down. Nothing in a plan's texts becomes markup. Ends with a line break.
 */
export async function write(view: View, { lang }: Look): Promise<string> {
  const whole = await (view.page?.() ?? view.document({ width: null, isPage: true }));
  const { letter, document } = await enclosed(whole, view, { lang });
  const speech = await speak(lang, 'page');
  return documentHtml(document, speech, letter);
}

/** A document as a page of HTML, with what stands around it where it is an official one. */
export function documentHtml(
  document: Document,
  speech: Page['speech'],
  letter: LetterLines | null = null,
): string {
  const contents = contentsOf(document);
  const ids = new Map(contents.map(({ block, id }) => [block, id]));
  const page: Page = { speech, idOf: (block) => ids.get(block) ?? null };
  const { page: words, lang } = speech;
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, letter === null ? titleOf(document) : letter.subject),
    trusted(`<style>${STYLE}</style>`),
  );
  const body = element(
    'body',
    {},
    element('a', { class: 'skip', href: '#content' }, words.skip),
    element(
      'main',
      { id: 'content', tabindex: -1 },
      letter === null ? null : [headMarkup(letter), contentsMarkup(contents, page)],
      blocksMarkup(document, contents, page),
      letter === null ? null : footMarkup(letter),
    ),
    element('footer', {}, element('p', {}, words.made(VERSION))),
    trusted(`<script>${SCRIPT}</script>`),
  );
  return `<!doctype html>\n${element('html', { lang }, head, body).markup}\n`;
}

/** Nothing is fetched from anywhere, and no script runs but the page's own. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src '${SCRIPT_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function blocksMarkup(
  document: Document,
  contents: ReturnType<typeof contentsOf>,
  page: Page,
): Child[] {
  let level = 0;
  return document.map((block) => {
    if (block.kind === 'heading') level = block.level;
    const made =
      block.kind === 'chart' ? chartMarkup(block, level, page) : blockMarkup(block, level, page);
    return block.kind === 'heading' && block.level === 1
      ? [made, contentsMarkup(contents, page)]
      : made;
  });
}

/** Fewer chapters need no list. */
const LEAST_CONTENTS = 3;

function contentsMarkup(contents: ReturnType<typeof contentsOf>, page: Page): Markup | null {
  if (contents.length < LEAST_CONTENTS) return null;
  const items = contents.map(({ id, text }) =>
    element('li', {}, element('a', { href: `#${id}` }, text)),
  );
  return element('nav', { 'aria-label': page.speech.page.contents }, element('ul', {}, items));
}

function titleOf(document: Document): string {
  const [first] = document.flatMap(headingsIn);
  return first ?? 'dti-eval';
}

function headingsIn(block: Block): string[] {
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'entries' || block.kind === 'table')
    return block.title === null ? [] : [block.title];
  return [];
}
