import {
  copyLines,
  headSides,
  type LetterLines,
  type Said,
  type SideLine,
  textOf,
} from '../letter-lines.ts';
import { type Child, element, lines, type Markup } from './markup.ts';

/** What stands above the text of an official document, its title included. */
export function headMarkup(letter: LetterLines): Markup {
  const { kind, subject, to } = letter;
  const { left, right } = headSides(letter);
  return element('header', { class: 'letter' }, [
    element('div', { class: 'letter-sides' }, sideMarkup(left), sideMarkup(right)),
    element('h1', {}, kind.toUpperCase(), element('br', {}), subject),
    to === null ? null : element('p', {}, `${to.label} `, lines(to.names.map(textOf).join('\n'))),
  ]);
}

function sideMarkup(side: readonly SideLine[]): Markup {
  return element(
    'div',
    { class: 'letter-side' },
    side.map(({ parts, look }) => element('p', { class: look }, parts.map(saidMarkup))),
  );
}

/** Who receives copies, and who signs. */
export function footMarkup(letter: LetterLines): Markup {
  const { recipients, signer } = letter;
  return element(
    'div',
    { class: 'letter letter-sides letter-foot' },
    element('div', {}, element('p', {}, element('strong', {}, recipients.label)), [
      element('p', {}, lines(copyLines(letter).join('\n'))),
    ]),
    element(
      'div',
      { class: 'letter-side' },
      signer.lines.map((one) => element('p', { class: 'strong' }, saidMarkup(one))),
      element('p', { class: 'strong letter-name' }, saidMarkup(signer.name)),
    ),
  );
}

function saidMarkup(one: Said): Child {
  return typeof one === 'string' ? one : element('span', { class: 'to-fill' }, one.mark);
}
