/**
 * The text as it is compared: NFC and NFD, upper and lower case, accents, đ and d, and runs of
 * spaces make no difference. For look-ups and suggestions, never for output.
 */
export function foldText(text: string): string {
  return lettersFolded(text)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

const ASCII = /^[\0-\x7f]*$/;

/** Of ASCII there is nothing to fold but the case. */
function lettersFolded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}
