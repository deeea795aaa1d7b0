/**
 * Finds what belongs to parts in their order, and makes it where it is asked for first. No text is made
 * of the parts: that would be one for every row of a table.
 */
export function byParts<Part, Found>(make: () => Found): (parts: readonly Part[]) => Found {
  const root: Branch<Part, Found> = {};
  return (parts) => {
    let branch = root;
    for (const part of parts) branch = branchOf(branch, part);
    branch.found ??= make();
    return branch.found;
  };
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
