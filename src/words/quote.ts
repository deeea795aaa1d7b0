/** A value as found, in quotes, one line, long ones cut in the middle. */
export function quote(found: string): string {
  const line = found.replace(/\s+/g, ' ');
  const short = line.length > 60 ? `${line.slice(0, 40)}…${line.slice(-15)}` : line;
  return `“${short}”`;
}

/** A value to be written instead: what has quotes of its own is given as it is. */
export function cited(suggestion: string): string {
  return suggestion.startsWith('"') ? suggestion : quote(suggestion);
}

/** `a, b or c` with the language's word. */
export function list(items: readonly string[], or: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1)}`;
}

/** So many names a message lists at most. */
const MOST_NAMES = 20;

/** The names, as a {@link list} where a word for their last is given; of very many the first. */
export function some(names: readonly string[], word?: string): string {
  if (names.length > MOST_NAMES) return `${names.slice(0, MOST_NAMES).join(', ')} …`;
  return word === undefined ? names.join(', ') : list(names, word);
}

/** A name from a file on one line. */
export function oneLine(text: string): string {
  return LOOSE.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Blanks that are not single spaces within the text, which few texts have. */
const LOOSE = /[^\S ]| {2}|^ | $/;
