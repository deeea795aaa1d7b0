/** Does a sentence stand behind the last of these keys, which may go on in a further line? */
export function isProse(keys: readonly string[]): boolean {
  const key = keys.at(-1) ?? '';
  return PROSE.has(key) || (keys.some((one) => OF_NAMES.has(one)) && key !== 'members');
}

const PROSE: ReadonlySet<string> = new Set([
  'title',
  'name',
  'name-en',
  'note',
  'text',
  'to',
  'reason',
  'decision',
  'definition',
  'funding',
  'implements',
]);
const OF_NAMES: ReadonlySet<string> = new Set(['agencies', 'groups', 'wording']);
