/**
 * The text as it is compared: NFC and NFD, upper and lower case, accents, đ and d, and runs of
 * spaces make no difference. For look-ups and suggestions, never for output.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
