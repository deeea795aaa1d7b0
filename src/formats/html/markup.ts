import { printable } from '../printable.ts';

/** Markup that this program made. Only {@link element} and {@link trusted} make it: a text never is. */
export interface Markup {
  readonly markup: string;
}

/** What an element may hold: texts, which are escaped, and markup. */
export type Child = string | Markup | null | readonly Child[];

/** Attributes; `null` and `false` leave one out, `true` sets it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const VOID = new Set(['meta', 'input', 'br']);

/** An element of HTML or SVG. Names are the program's own; texts and values are escaped. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
  const open = `<${name}${attributesText(attributes)}>`;
  return { markup: VOID.has(name) ? open : `${open}${content(children)}</${name}>` };
}

/** Markup from a library or a file of this program, in which every text is escaped already. */
export function trusted(markup: string): Markup {
  return { markup };
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join('');
}

/** So many characters are copied into the element around them; longer texts are only put behind each other. */
const COPIED = 4096;

function content(children: readonly Child[]): string {
  const texts = children.map(childText);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length <= COPIED) return texts.join('');
  let whole = '';
  for (const text of texts) whole += text;
  return whole;
}

function childText(child: Child): string {
  if (child === null) return '';
  if (typeof child === 'string') return escaped(child);
  return 'markup' in child ? child.markup : content(child);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as HTML and SVG show it: nothing in it opens an element, an entity or an attribute. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** Several lines of one text. */
export function lines(text: string): Child[] {
  return text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [element('br', {}), line]));
}
