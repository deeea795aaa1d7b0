export { oneLine } from '../words/quote.ts';

const NO_BREAK_SPACE = '\u00a0';

/** The text with its spaces protected: tables do not break a line inside it. */
export function together(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}

/** The text with the protection of {@link together} taken off. */
export function loosened(text: string): string {
  return text.replaceAll(NO_BREAK_SPACE, ' ');
}

/** The lines without the spaces at their ends; an expression for it takes long for many spaces. */
export function withoutTrailingSpaces(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let end = line.length;
      while (line[end - 1] === ' ') end -= 1;
      return line.slice(0, end);
    })
    .join('\n');
}

/** Letters and marks of Latin alphabets, the Vietnamese ones composed, and nothing that is not seen. */
const ORDINARY = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027]*$/;

/** Is it of characters alone that are shown as they stand, which most texts are and is quickly known? */
export function isOrdinary(text: string): boolean {
  return ORDINARY.test(text);
}

/** What steers a terminal or hides what a text says: controls but the line break, other separators of lines, marks of direction. */
export const STEERING = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * The text as it may be shown to a person: NFC, so that composed and decomposed Vietnamese align
 * alike, and without the characters by which a plan's text could command a terminal.
 */
export function printable(text: string): string {
  if (isOrdinary(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(STEERING, ' ').normalize('NFC');
}
