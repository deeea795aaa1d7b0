import { eastAsianWidth } from 'get-east-asian-width';

/** Latin letters with Vietnamese accents composed, and signs that are no pictures: one column each. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070-\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u218b\u2190-\u22ff\u2500-\u25fc✓✗]*$/;

/** Made when first asked for: its making takes longer than most tables. */
let graphemes: Intl.Segmenter | undefined;

/** Does each UTF-16 unit of the text take one column? */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** How many columns of a terminal the text takes. It must be NFC and hold no control characters. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  const known = text.length < LONG ? undefined : measuredTexts.get(text);
  if (known !== undefined) return known;
  let width = 0;
  for (const character of charactersOf(text)) width += characterWidth(character);
  if (text.length >= LONG) remember(text, width);
  return width;
}

/** Long texts are measured again and again while a table is laid out. */
const LONG = 200;
/** So many UTF-16 units of them are held, which is what a plan may have of such. */
const MOST_HELD = 3_000_000;
const measuredTexts = new Map<string, number>();
let held = 0;

function remember(text: string, width: number): void {
  held += text.length;
  if (held > MOST_HELD) {
    measuredTexts.clear();
    held = text.length;
  }
  measuredTexts.set(text, width);
}

/** Of characters of one UTF-16 unit, once each is asked for; -1 where it was not yet. */
const widths = new Int8Array(0x10000).fill(-1);

function characterWidth(character: string): number {
  if (character.length > 1) return measured(character);
  const code = character.charCodeAt(0);
  if (widths[code] === -1) widths[code] = measured(character);
  return widths[code]!;
}

function measured(character: string): number {
  if (isInvisible(character)) return 0;
  const isPicture = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u.test(character);
  return isPicture ? 2 : eastAsianWidth(character.codePointAt(0)!);
}

/** Does it take no column of its own: marks upon the letter before, and what only steers? */
function isInvisible(character: string): boolean {
  return /^[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Control}\p{Surrogate}]+$/u.test(character);
}

/** Longer stretches are looked at piece by piece: a segment holds on to the text that it is of. */
const STRETCH = 1000;

/** The parts of a text that a reader takes for characters. */
export function* charactersOf(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    let to = from;
    while (to < text.length && to - from < STRETCH && !standsAlone(text, to)) to += 1;
    if (to === from) to += 1;
    if (to - from === 1) yield text[from]!;
    else {
      graphemes ??= new Intl.Segmenter();
      for (const { segment } of graphemes.segment(text.slice(from, to))) yield segment;
    }
    from = to;
  }
}

/** Is it a letter, digit or sign by itself, with nothing to join it behind it? */
function standsAlone(text: string, at: number): boolean {
  return (
    isPlain(text.charCodeAt(at)) && (at + 1 === text.length || isPlain(text.charCodeAt(at + 1)))
  );
}

/** ASCII, Latin letters with their accents, the Vietnamese ones too, ideographs, and the blank that takes no column. */
function isPlain(code: number): boolean {
  if (code <= 0x7e) return code >= 0x20;
  return (
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0x1e00 && code <= 0x1eff) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    code === 0x200b
  );
}

/**
 * The text in lines of at most `width` columns, broken between words; what no-break spaces join is
 * broken there only where it is wider than a line, and a word that is, between characters. `null` breaks nothing and joins
 * the text's own lines.
 */
export function wrapText(text: string, width: number | null): string[] {
  if (!text.includes('\n')) return width === null ? [text] : wrapLine(text, Math.max(1, width));
  if (width === null) return [text.replace(/(?<!\s)\s*\n\s*/g, ' ')];
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, width)));
}

function wrapLine(line: string, width: number): string[] {
  // No character takes more than two columns.
  if (line.length * 2 <= width || displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  let taken = 0;
  for (const piece of line.split(/ +/).flatMap((word) => wordPieces(word, width))) {
    // A mark at the beginning stands upon the blank before it.
    const next = current === '' ? piece : ` ${piece}`;
    const longer = taken + displayWidth(next);
    if (longer <= width) {
      current += next;
      taken = longer;
    } else {
      if (current !== '') lines.push(current);
      current = piece;
      taken = displayWidth(piece);
    }
  }
  return [...lines, current];
}

const NO_BREAK = '\u00a0';

function wordPieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  if (word.includes(NO_BREAK)) return word.split(NO_BREAK).flatMap((one) => wordPieces(one, width));
  const pieces: string[] = [];
  let current = '';
  // Counted on: thousands of characters that take no column may stand in one line.
  let taken = 0;
  for (const character of charactersOf(word)) {
    const more = characterWidth(character);
    if (current !== '' && taken + more > width) {
      pieces.push(current);
      current = '';
      taken = 0;
    }
    current += character;
    taken += more;
  }
  return [...pieces, current];
}
