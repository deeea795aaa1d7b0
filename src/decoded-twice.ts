/** Letters in a text that was UTF-8 and was read as a Windows code page, and then saved. */
export interface DecodedTwice {
  from: number;
  to: number;
  /** The word as it was. */
  text: string;
}

/** What Windows makes of the bytes 80 to 9F. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Where the Vietnamese code page differs from the western one. */
const VIETNAMESE: Readonly<Record<string, number>> = {
  Ă: 0xc3,
  Đ: 0xd0,
  Ơ: 0xd5,
  Ư: 0xdd,
  ă: 0xe3,
  đ: 0xf0,
  ơ: 0xf5,
  ư: 0xfd,
};

function byteOf(letter: string): number | undefined {
  const code = letter.charCodeAt(0);
  const at = C1.indexOf(letter);
  if (at !== -1) return 0x80 + at;
  return code < 0x100 ? code : VIETNAMESE[letter];
}

const CONTINUED = `[\\u0080-\\u00bf${C1}]`;
/** What surely is none else: two or three letters for one of Vietnamese or a typographic mark. */
const SURE = new RegExp(
  `á[º»]${CONTINUED}|â€[${C1}¦\\u0080-\\u009f]|Ä[‘ƒ©¨‚\\u0080-\\u009f]|Æ[°¡¯\\u00a0]|Å[©¨]|\\p{Ll}[ÃĂ][ \\u00a0]\\p{Ll}|[ÃĂ][\\u0080-\\u009f¡¢£¨©ª¬\\u00ad²³´µ¹º½‰ŠœŒ]`,
  'u',
);
/** Everything that may be one, once some are: also where a no-break space became a space. */
const ANY = new RegExp(
  `[\\u00e1-\\u00ef]${CONTINUED}{2}|[ÃĂ] (?=[\\p{Ll} ]|$)|[ÃĂ](?= |$)|[ÃĂÂÄÅÆ]${CONTINUED}|Ä`,
  'gu',
);

/** The words of a text that were decoded twice; none where a text only has such letters. */
export function decodedTwice(text: string): DecodedTwice[] {
  if (!SURE.test(text)) return [];
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
    SURE.test(line) ? inLine(line).map((one) => moved(one, index)) : [],
  );
}

function moved({ from, to, text }: DecodedTwice, by: number): DecodedTwice {
  return { from: from + by, to: to + by, text };
}

function inLine(line: string): DecodedTwice[] {
  // In a word a space is a letter where it stands for one.
  const words = /(?:[ÃĂ] (?=[\p{Ll} ])|[^ \t"'[\]{},:#])+/gu;
  return [...line.matchAll(words)].flatMap(({ 0: word, index }) => {
    const text = word.replace(ANY, decoded);
    return text === word ? [] : [{ from: index, to: index + word.length, text }];
  });
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The letter behind the letters; themselves where they are none. */
function decoded(letters: string): string {
  const whole = letters.length === 1 ? letters + (letters === 'Ä' ? '\u0090' : ' ') : letters;
  const bytes = [...whole].map((letter) => (letter === ' ' ? 0xa0 : byteOf(letter)));
  if (bytes.includes(undefined)) return letters;
  try {
    const text = UTF8.decode(Uint8Array.from(bytes as number[]));
    return isLikely(text) ? text : letters;
  } catch {
    return letters;
  }
}

/** A letter of a Latin alphabet or a typographic mark. */
function isLikely(text: string): boolean {
  return /^(?:[\u00a0-\u024f\u1e00-\u1eff\u2010-\u203a]|\p{M})$/u.test(text);
}
