import { type Diff, type DiffRow, RELATIONS, type Relation } from './diff.ts';

/** Which rows of a comparison are looked at; codes of measures and groups. */
export interface DiffNarrowing {
  measure?: readonly string[] | undefined;
  group?: readonly string[] | undefined;
  /** With the rows of look-alikes? */
  similar?: boolean | undefined;
  /** Without the rows in which every plan says the same? */
  changedOnly?: boolean | undefined;
}

/** The rows on the measures and groups asked for, with the look-alikes of those measures. */
export function chosenRows({ rows }: Diff, narrowing: DiffNarrowing): DiffRow[] {
  const { measure = [], group = [] } = narrowing;
  return rows.filter(
    (row) =>
      (measure.length === 0 ||
        [row.measure, row.resembles?.measure].some((code) => code && measure.includes(code))) &&
      (group.length === 0 || groupsOf(row).some((code) => group.includes(code))),
  );
}

/** Those of the rows that a table shows: without look-alikes, or only changed ones, as asked. */
export function shownRows(
  rows: readonly DiffRow[],
  { similar, changedOnly }: DiffNarrowing,
): DiffRow[] {
  return rows.filter(
    (row) => (similar || row.resembles === null) && (!changedOnly || isChanged(row)),
  );
}

/** Does any plan say something else than the reference? */
function isChanged(row: DiffRow): boolean {
  return [...row.cells.values()].some(({ relation }) => relation !== 'same');
}

function groupsOf(row: DiffRow): string[] {
  return [...row.cells.values()]
    .map(({ asked }) => asked?.indicator.group ?? null)
    .filter((code) => code !== null);
}

/** The group under which a row is shown: that of the first plan which asks something. */
export function groupOf(row: DiffRow): string | null {
  return groupsOf(row)[0] ?? null;
}

/** Does one plan alone ask anything in the row? */
export function isAlone(row: DiffRow): boolean {
  return [...row.cells.values()].filter(({ asked }) => asked !== null).length === 1;
}

/** How many rows that a plan misses it answers with a look-alike; `rows` hold both. */
export function countStandIns(rows: readonly DiffRow[], plan: string): number {
  const isAnswered = ({ measure, year }: DiffRow) =>
    rows.some(
      (other) =>
        other.resembles?.measure === measure &&
        other.year === year &&
        other.cells.get(plan)!.asked !== null,
    );
  const isMissed = (row: DiffRow) =>
    row.resembles === null && row.cells.get(plan)!.relation === 'missing';
  return rows.filter((row) => isMissed(row) && isAnswered(row)).length;
}

/** How many rows relate in each way. */
export type RelationCounts = Record<Relation, number>;

/**
 * Counts the relations of one plan to the reference over rows. Where the reference itself asks
 * nothing in the row's year, a plan that asks nothing either misses nothing and is not counted.
 */
export function countRelations(
  rows: readonly DiffRow[],
  plan: string,
  reference: string,
): RelationCounts {
  const counts = Object.fromEntries(RELATIONS.map((relation) => [relation, 0])) as RelationCounts;
  for (const row of rows) {
    const { relation, asked } = row.cells.get(plan)!;
    const isAsked = row.cells.get(reference)!.asked?.year === row.year;
    if (asked !== null || isAsked) counts[relation] += 1;
  }
  return counts;
}

/** What cannot be compared may well ask less. */
const ASKING_LESS: ReadonlySet<Relation> = new Set(['looser', 'incomparable']);

/**
 * Does any plan differ from the reference, or ask less of it, in a row of the same measure? Rows
 * of look-alikes decide nothing: they are defined differently. Neither do those of measures that
 * are accepted as they are.
 */
export function hasRelation(
  diff: Diff,
  rows: readonly DiffRow[],
  wanted: 'diff' | 'looser',
  accepted: readonly string[] = [],
): boolean {
  const decisive = rows.filter((row) => row.resembles === null && !accepted.includes(row.measure));
  return diff.plans
    .filter((plan) => plan !== diff.reference)
    .some(({ id }) =>
      decisive.some((row) => {
        const relation = row.cells.get(id)!.relation;
        return wanted === 'looser' ? ASKING_LESS.has(relation) : relation !== 'same';
      }),
    );
}
