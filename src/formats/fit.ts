/** A column as the search for room sees it; widths are in terminal columns. */
export interface Extent {
  importance: number;
  /** The width at which nothing is broken. */
  natural: number;
  /** The width below which the column is better left out. */
  least: number;
}

/** A column that is shown, and how wide. */
export interface Fitted<E extends Extent> {
  extent: E;
  width: number;
}

/** Spaces between two columns. */
export const GAP = 2;

/** Texts from this width on are long. */
const LONG = 40;
/** Long texts read badly in lines shorter than this. */
const COMFORTABLE = 28;
/** Texts up to this width are worth keeping on one line before long ones get more room. */
const SHORT = 20;

/**
 * Which columns are shown in a table of that width, and how wide each is. Where even their least
 * widths do not fit, the columns of least importance (of equals the last) are left out first. Room
 * to spare goes to long texts until they read well, then to short ones, then to whatever is cramped
 * most.
 */
export function fitColumns<E extends Extent>(
  extents: readonly E[],
  width: number | null,
): Fitted<E>[] {
  if (width === null) return extents.map((extent) => ({ extent, width: extent.natural }));
  const shown = leaveOut(extents, width);
  const fitted = shown.map((extent) => ({ extent, width: extent.least }));
  const [only] = fitted;
  if (only && fitted.length === 1) only.width = Math.min(only.width, Math.max(1, width));
  let spare = width - totalWidth(fitted.map((column) => column.width));
  for (const limit of [comfortable, short, natural]) spare = widen(fitted, spare, limit);
  return fitted;
}

/** The width of a table whose columns are so wide. */
export function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}

function leaveOut<E extends Extent>(extents: readonly E[], width: number): E[] {
  let shown = [...extents];
  while (shown.length > 1 && totalWidth(shown.map((extent) => extent.least)) > width) {
    const unimportant = shown.reduceRight((low, e) => (e.importance < low.importance ? e : low));
    shown = shown.filter((extent) => extent !== unimportant);
  }
  return shown;
}

const natural = (extent: Extent) => extent.natural;
const comfortable = (extent: Extent) => (extent.natural >= LONG ? COMFORTABLE : extent.least);
const short = (extent: Extent) => (extent.natural <= SHORT ? extent.natural : extent.least);

/** Gives one column after another to whichever is most cramped; returns what is left. */
function widen<E extends Extent>(
  fitted: readonly Fitted<E>[],
  room: number,
  limit: (extent: E) => number,
): number {
  let spare = room;
  while (spare > 0) {
    const cramped = fitted
      .filter(({ extent, width }) => width < limit(extent))
      .reduce<Fitted<E> | undefined>(
        (most, c) => (most && cramp(most) >= cramp(c) ? most : c),
        undefined,
      );
    if (!cramped) return spare;
    cramped.width += 1;
    spare -= 1;
  }
  return spare;
}

function cramp({ extent, width }: Fitted<Extent>): number {
  return extent.natural / width;
}
