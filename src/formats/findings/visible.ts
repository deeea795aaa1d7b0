import { isOrdinary } from '../printable.ts';

/**
 * The text with everything that would be invisible, or would steer a terminal, shown as its code
 * point: `<U+200B>`.
 */
export function visible(text: string): string {
  if (isOrdinary(text)) return text;
  // Controls, invisible format characters, Unicode line breaks, halves of surrogate pairs.
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

/** The same of a text of several lines. */
export function visibleText(text: string): string {
  return text.replace(/[^\n\t]+/g, visible);
}

/** The same on one line: line breaks and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text.replace(/(?<![ \t])[ \t]*[\r\n\t]+[ \t]*/g, ' ').trim());
}
