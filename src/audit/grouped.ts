/** The items by a key, in the order of their first. */
export function grouped<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | number,
): Map<string | number, Item[]> {
  const groups = new Map<string | number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
