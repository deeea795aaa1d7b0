import { charactersOf, displayWidth, NARROW } from './wrap.ts';

/** Stand-ins from a private plane of Unicode, one column wide for every library. */
const FIRST = 0xf0000;
const FILLER = String.fromCodePoint(0xffffd);
const MASKED = /([\u{f0000}-\u{ffffc}])\u{ffffd}*/gu;

/**
 * Stand-ins for the characters whose width libraries dispute (cli-table3 counts by an older
 * Unicode than the terminal): `on` puts as many one-column characters in their place as the
 * terminal needs columns, `off` puts them back after the layout.
 */
export function widthMask(): { on(text: string): string; off(text: string): string } {
  const standIns = new Map<string, string>();
  const originals = new Map<string, string>();
  const standInFor = (character: string) => {
    const known = standIns.get(character);
    if (known !== undefined) return known;
    const standIn = String.fromCodePoint(FIRST + standIns.size);
    standIns.set(character, standIn);
    originals.set(standIn, character);
    return standIn;
  };
  const masked = (character: string) => {
    const width = displayWidth(character);
    return width === 0 ? '' : standInFor(character) + FILLER.repeat(width - 1);
  };
  return {
    on: (text) =>
      NARROW.test(text)
        ? text
        : charactersOf(text)
            .map((character) => (NARROW.test(character) ? character : masked(character)))
            .join(''),
    off: (text) => text.replace(MASKED, (_, standIn: string) => originals.get(standIn) ?? ''),
  };
}
