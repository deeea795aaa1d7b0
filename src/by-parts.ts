/**
 * Finds what belongs to parts in their order, and makes it where it is asked for first. No text is made
 * of the parts: that would be one for every row of a table.
 */
export function byParts<Part, Found>(make: () => Found): (parts: readonly Part[]) => Found {
  const root: Branch<Part, Found> = { below: new Map() };
  return (parts) => {
    let branch = root;
    for (const part of parts) branch = branchOf(branch, part);
    branch.found ??= make();
    return branch.found;
  };
}

interface Branch<Part, Found> {
  found?: Found;
  below: Map<Part, Branch<Part, Found>>;
}

function branchOf<Part, Found>({ below }: Branch<Part, Found>, part: Part): Branch<Part, Found> {
  const known = below.get(part);
  if (known) return known;
  const made: Branch<Part, Found> = { below: new Map() };
  below.set(part, made);
  return made;
}
