/** A text that is put in the place of what stands between two UTF-16 offsets. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** A text with edits made in it, and how its offsets lie in the text as written. */
export interface EditedText {
  text: string;
  /** The offset in the text as written; where the edit begins for what the edit put there. */
  asWritten(offset: number): number;
  /** The offset in the edited text; where the edit ends for what it took out. */
  asEdited(offset: number): number;
}

/**
 * Makes edits in a text.
 * @param edits in any order, none overlapping another
 */
export function withEdits(written: string, edits: readonly TextEdit[]): EditedText {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const parts: string[] = [];
  const steps: { from: number; to: number; at: number; end: number }[] = [];
  let done = 0;
  let length = 0;
  for (const { from, to, text } of sorted) {
    parts.push(written.slice(done, from), text);
    length += from - done;
    steps.push({ from, to, at: length, end: length + text.length });
    length += text.length;
    done = to;
  }
  parts.push(written.slice(done));
  return {
    text: parts.join(''),
    asWritten(offset) {
      const step = lastOf(steps, ({ at }) => at <= offset);
      if (!step) return offset;
      return offset < step.end ? step.from : step.to + (offset - step.end);
    },
    asEdited(offset) {
      const step = lastOf(steps, ({ from }) => from <= offset);
      if (!step) return offset;
      return offset < step.to ? step.end : step.end + (offset - step.to);
    },
  };
}

/** The last item that fits, of a list whose first items fit and whose others do not. */
export function lastOf<Item>(
  items: readonly Item[],
  fits: (item: Item) => boolean,
): Item | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

/** A line of a text, without its break. */
export interface Line {
  from: number;
  to: number;
  /** Where the next one begins. */
  end: number;
  text: string;
}

/** The line in which an offset lies. */
export function lineAt(text: string, offset: number): Line {
  // From before the first character is searched as from it.
  const from = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', from);
  const to = found === -1 ? text.length : found;
  return { from, to, end: Math.min(to + 1, text.length), text: text.slice(from, to) };
}

/** The nearest line before or after that says something. */
export function neighbour(text: string, line: Line, step: -1 | 1): Line | null {
  for (let at = line; ; ) {
    if (step === -1 ? at.from === 0 : at.end <= at.to) return null;
    at = lineAt(text, step === -1 ? at.from - 1 : at.end);
    if (/^\s*[^\s#]/.test(at.text)) return at;
  }
}
