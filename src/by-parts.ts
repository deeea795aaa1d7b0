/**
 * Finds what belongs to parts in their order, and makes it where it is asked for first. No text is made
 * of the parts: that would be one for every row of a table.
 */
export function byParts<Part, Found>(make: () => Found): (parts: readonly Part[]) => Found {
  const root: Branch<Part, Found> = {};
  /** Most are asked for over and over. */
  let last: { parts: readonly Part[]; found: Found } | null = null;
  return (parts) => {
    if (last !== null && areSame(last.parts, parts)) return last.found;
    let branch = root;
    for (const part of parts) branch = branchOf(branch, part);
    branch.found ??= make();
    last = { parts, found: branch.found };
    return last.found;
  };
}

function areSame<Part>(some: readonly Part[], others: readonly Part[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}

interface Branch<Part, Found> {
  found?: Found;
  /** There are many branches with nothing below. */
  below?: Map<Part, Branch<Part, Found>>;
}

function branchOf<Part, Found>(branch: Branch<Part, Found>, part: Part): Branch<Part, Found> {
  branch.below ??= new Map();
  const known = branch.below.get(part);
  if (known) return known;
  const made: Branch<Part, Found> = {};
  branch.below.set(part, made);
  return made;
}
