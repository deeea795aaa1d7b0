import { lineAt } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import type { YamlNode } from '../yaml-tree.ts';
import { type Cause, causeAt } from './cause.ts';

/** What only the entries of one list have. */
const KINDS = {
  claims: (keys: ReadonlySet<string>) => keys.has('text') && !keys.has('id'),
  reports: (keys: ReadonlySet<string>) => keys.has('title') && keys.has('due') && keys.has('to'),
  tasks: (keys: ReadonlySet<string>) => keys.has('title') && keys.has('due') && !keys.has('name'),
  indicators: (keys: ReadonlySet<string>) =>
    keys.has('name') && keys.has('source') && !keys.has('due') && !keys.has('title'),
} as const;

type List = keyof typeof KINDS;

/** A list whose entries stand in another one, as its own line is gone. */
interface Swallowed {
  /** The key that is missing. */
  key: List;
  first: YamlNode;
}

/** The line `tasks:` that is gone, so that the tasks are taken for more indicators. */
export function missingKeys(text: string, tree: YamlNode | null): Cause[] {
  const found = swallowedList(tree);
  if (found === null) return [];
  const { key, first } = found;
  const { from: at } = lineAt(text, first.from);
  const from = at + text.slice(at, first.from).search(/\S/);
  if (from < at) return [];
  const edits = [{ from: at, to: at, text: `${key}:\n` }];
  return [causeAt({ from, to: from + 1 }, syntax('missing-key', key), edits)];
}

/** The list that stands in another one. */
export function swallowedList(tree: YamlNode | null): Swallowed | null {
  if (tree?.kind !== 'map') return null;
  const present = new Set(tree.pairs.map(({ name }) => name));
  for (const { key, value } of tree.pairs) {
    const own = key?.kind === 'scalar' ? String(key.value) : '';
    if (!Object.hasOwn(KINDS, own) || value?.kind !== 'list') continue;
    const kinds = value.items.map((item) => kindOf(item, own as List));
    const at = kinds.findIndex((kind) => kind !== own);
    const other = kinds[at];
    if (at < 1 || other === undefined || other === null || present.has(other)) continue;
    const rest = value.items.slice(at);
    if (rest.every((item, index) => isLike(kinds[at + index]!, other) && mayBe(item, other)))
      return { key: other, first: value.items[at]! };
  }
  return null;
}

/** What list an entry belongs to; where nothing speaks against it, the one it stands in. */
function kindOf(item: YamlNode | null, own: List): List | null {
  if (item?.kind !== 'map') return null;
  const keys = new Set(item.pairs.map(({ name }) => name));
  if (own === 'reports' && KINDS.tasks(keys)) return own;
  return (Object.keys(KINDS) as List[]).find((kind) => KINDS[kind](keys)) ?? own;
}

/** Tasks alone have partners and money. */
function mayBe(item: YamlNode | null, wanted: List): boolean {
  if (wanted !== 'reports' || item?.kind !== 'map') return true;
  return !item.pairs.some(({ name }) => ['partners', 'funding'].includes(name));
}

/** Of reports, some say to whom they go. */
function isLike(kind: List | null, wanted: List): boolean {
  const isDuty = (one: List | null) => one === 'tasks' || one === 'reports';
  return kind === wanted || (isDuty(kind) && isDuty(wanted));
}
