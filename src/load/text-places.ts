import type { PlaceOf } from './yaml-syntax.ts';

/** Finds places in a text by its UTF-16 offsets. */
export function placesIn(file: string, text: string): PlaceOf {
  let starts: number[] | undefined;
  return (from, to) => {
    starts ??= lineStarts(text);
    const end = Math.max(from, to);
    const first = lineOf(starts, from);
    const last = lineOf(starts, end);
    return {
      file,
      line: first + 1,
      column: from - starts[first]! + 1,
      endLine: last + 1,
      endColumn: end - starts[last]! + 1,
    };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the line that holds the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
