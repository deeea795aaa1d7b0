/** Not to be outgrown by a file in which every row is different, or long. */
const MOST_REMEMBERED = 10_000;
const LONGEST = 200;

/** The same few texts fill a column of a million rows: what was read of the latest ones is kept. */
export function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    if (text.length > LONGEST) return read(text);
    const own = detached(text);
    const answer = read(own);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(own, answer);
    return answer;
  };
}

/** Of so few characters V8 copies a part of a text; of more it keeps the whole text in memory. */
const COPIED = 12;

/** The text by itself. */
function detached(text: string): string {
  return text.length <= COPIED ? text : JSON.parse(JSON.stringify(text));
}
