import type { Edit, Finding, Fix, Place } from './finding.ts';
import { type FixClass, suggester, surenessAmong } from './suggest.ts';

/** The mend that is one edit; none where there is no such edit or nobody knows how sure it is. */
export function fixOf(sure: FixClass | null, edit: Edit | null): Fix | null {
  return sure === null || edit === null ? null : { class: sure, edits: [edit] };
}

/** What a near code or name is taken for among those that there are, and how it gets there. */
export function nearFixes(
  candidates: Iterable<string>,
  howSure = surenessAmong,
): (found: string, editTo: (text: string) => Edit | null) => NearFix {
  const known = [...candidates];
  const suggestionFor = suggester(known);
  const sureness = howSure(known);
  return (found, editTo) => {
    const suggestion = suggestionFor(found);
    if (suggestion === null) return { suggestion, fix: null };
    return { suggestion, fix: fixOf(sureness(found, suggestion), editTo(suggestion)) };
  };
}

interface NearFix {
  suggestion: string | null;
  fix: Fix | null;
}

/** What can be mended at once. */
interface Chosen {
  /** The edits of each file, in order; none of them touches another. */
  edits: Map<string, Edit[]>;
  /** The findings that they mend. */
  findings: Finding[];
}

/**
 * Chooses mends of the wanted classes, safe ones first, that do not touch each other: the others may
 * be of no use, or other ones, once these are made.
 */
export function chosenFixes(findings: readonly Finding[], wanted: readonly FixClass[]): Chosen {
  const edits = new Map<string, Edit[]>();
  const chosen: Finding[] = [];
  for (const sure of wanted)
    for (const found of findings) {
      const { fix } = found;
      if (fix?.class !== sure) continue;
      const spots = fix.edits.map((edit) => spotOf(edits.get(edit.place.file) ?? [], edit));
      if (spots.includes('taken')) continue;
      for (const [at, edit] of fix.edits.entries()) if (spots[at] === 'free') put(edits, edit);
      chosen.push(found);
    }
  return { edits, findings: chosen };
}

/** How an edit stands to those that are made, which are in order and do not touch each other. */
function spotOf(made: readonly Edit[], edit: Edit): 'free' | 'made' | 'taken' {
  const at = firstAfter(made, edit.place);
  const near = [made[at - 1], made[at]].filter((one) => one !== undefined);
  if (near.some((one) => isSame(one, edit))) return 'made';
  return near.some((one) => touches(one.place, edit.place)) ? 'taken' : 'free';
}

function put(edits: Map<string, Edit[]>, edit: Edit): void {
  const made = edits.get(edit.place.file);
  if (made) made.splice(firstAfter(made, edit.place), 0, edit);
  else edits.set(edit.place.file, [edit]);
}

/** The position of the first edit that begins behind the place. */
function firstAfter(made: readonly Edit[], place: Place): number {
  let [low, high] = [0, made.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareStarts(made[middle]!.place, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSame(a: Edit, b: Edit): boolean {
  return (
    a.text === b.text && compareStarts(a.place, b.place) === 0 && compareEnds(a.place, b.place)
  );
}

function compareEnds(a: Place, b: Place): boolean {
  return a.endLine === b.endLine && a.endColumn === b.endColumn;
}

function compareStarts(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

/** Do they overlap, or does one begin where the other ends? */
function touches(a: Place, b: Place): boolean {
  const endsBefore = (one: Place, other: Place) =>
    one.endLine < other.line || (one.endLine === other.line && one.endColumn < other.column);
  return !endsBefore(a, b) && !endsBefore(b, a);
}
