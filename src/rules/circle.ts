/** Which of the codes lead back to themselves, each leading on to one other at most; each is passed once. */
export function inCircle(
  codes: Iterable<string>,
  next: (code: string) => string | null,
): ReadonlySet<string> {
  const walks = new Map<string, number>();
  const found = new Set<string>();
  let walk = 0;
  for (const start of codes) {
    walk += 1;
    let at: string | null = start;
    for (; at !== null && !walks.has(at); at = next(at)) walks.set(at, walk);
    if (at === null || walks.get(at) !== walk) continue;
    for (let one: string | null = at; one !== null && !found.has(one); one = next(one))
      found.add(one);
  }
  return found;
}
