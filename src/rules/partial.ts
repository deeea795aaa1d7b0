import { enclosure } from '../enclosure.ts';
import type { Finding } from '../finding.ts';
import type { Path } from '../indicator.ts';
import type { Rule } from './rule.ts';

/**
 * Tells whether what a rule says of a plan is true, whatever stands where the plan could not be read.
 * @param holes the paths of what could not be read; `*` stands for a key that nobody knows
 */
export function truthBeside(holes: readonly Path[]): (rule: Rule, finding: Finding) => boolean {
  const torn = enclosure(holes);
  const hasAll = needsBeside(holes);
  const items = new Set(holes.flatMap((hole) => itemOf(hole) ?? []));
  return (rule, { path }) => {
    if (torn.has(path) || !hasAll(rule)) return false;
    return rule.isAlone === true || !items.has(itemOf(path) ?? '');
  };
}

/** Tells whether all could be read that a rule needs of the plan. */
export function needsBeside(holes: readonly Path[]): (rule: Rule) => boolean {
  const keys = new Set(holes.map(keyOf));
  const isAnyKey = holes.some(([first]) => first === '*');
  return ({ needs = [] }) => !(isAnyKey && needs.length > 0) && !needs.some((key) => keys.has(key));
}

/** The key that a hole tears open: the first behind the innermost item, or the list of a lost item. */
function keyOf(hole: Path): string {
  const at = hole.findLastIndex(
    (step, index) => typeof step === 'number' && LISTS.has(String(hole[index - 1])),
  );
  const key = hole[at + 1];
  return String(key === undefined || key === '*' ? hole[Math.max(0, at - 1)] : key);
}

const LISTS: ReadonlySet<string> = new Set(['indicators', 'parts', 'tasks', 'reports', 'claims']);

/** The thing of a list that a path leads into. */
function itemOf([list, at]: Path): string | null {
  return typeof at === 'number' ? `${list} ${at}` : null;
}
