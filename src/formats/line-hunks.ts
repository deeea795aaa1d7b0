import type { StructuredPatchHunk } from 'diff';

/** Lines of one text in place of lines of another, from the first to before the last, counted from 0. */
interface Run {
  from: number;
  to: number;
  newFrom: number;
  newTo: number;
}

/**
 * How a text changes, in hunks with so many lines around them, found in one pass: line by line where
 * both have as many, else as one stretch. It is true, and longer than need be where lines were put in.
 */
export function lineHunks(before: string, after: string, context: number): StructuredPatchHunk[] {
  const texts: Texts = { before: linesOf(before), after: linesOf(after), context };
  const runs = texts.before.length === texts.after.length ? pairRuns(texts) : [stretch(texts)];
  const groups: Run[][] = [];
  let group: Run[] = [];
  for (const run of runs) {
    const last = group.at(-1);
    if (last === undefined || run.from - last.to > 2 * context) {
      group = [];
      groups.push(group);
    }
    group.push(run);
  }
  return groups.map((one) => hunkOf(one, texts));
}

interface Texts {
  before: readonly string[];
  after: readonly string[];
  context: number;
}

/** The lines with their breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function pairRuns({ before, after }: Texts): Run[] {
  const runs: Run[] = [];
  for (const [at, line] of before.entries()) {
    if (line === after[at]) continue;
    const last = runs.at(-1);
    if (last?.to === at) {
      last.to = at + 1;
      last.newTo = at + 1;
    } else runs.push({ from: at, to: at + 1, newFrom: at, newTo: at + 1 });
  }
  return runs;
}

function stretch({ before, after }: Texts): Run {
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < least - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, newFrom: from, newTo: after.length - same };
}

function hunkOf(runs: readonly Run[], { before, after, context }: Texts): StructuredPatchHunk {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  const around = Math.min(context, first.from);
  const start = first.from - around;
  const end = Math.min(before.length, last.to + context);
  const lines: string[] = [];
  const put = (mark: string, texts: readonly string[], from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const line = texts[at]!;
      if (line.endsWith('\n')) lines.push(mark + line.slice(0, -1));
      else lines.push(mark + line, '\\ No newline at end of file');
    }
  };
  let done = start;
  for (const { from, to, newFrom, newTo } of runs) {
    put(' ', before, done, from);
    put('-', before, from, to);
    put('+', after, newFrom, newTo);
    done = to;
  }
  put(' ', before, done, end);
  return {
    oldStart: start + 1,
    oldLines: end - start,
    newStart: first.newFrom - around + 1,
    newLines: last.newTo + (end - last.to) - (first.newFrom - around),
    lines,
  };
}
