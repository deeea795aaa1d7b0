/**
 * What is one of several types is one of several schemas in the files, which strict validators ask for.
 * This makes them one again: then a fault is told of the type that is there, not of each that is not.
 */
export function joinedUnions(node) {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(joinedUnions);
  const { anyOf, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, joinedUnions(value)]),
  );
  if (anyOf === undefined) return rest;
  if (!anyOf.every(({ type }) => typeof type === 'string')) return { ...rest, anyOf };
  const joined = {};
  const types = new Set();
  const patterns = new Set();
  for (const { type, enum: words, pattern, ...branch } of anyOf) {
    types.add(type);
    if (words) patterns.add(`^(${words.join('|')})$`);
    if (pattern) patterns.add(pattern);
    Object.assign(joined, branch);
  }
  if (patterns.size > 0) joined.pattern = [...patterns].join('|');
  return { type: [...types], ...joined, ...rest };
}
