import type { Day } from './calendar.ts';
import {
  type Change,
  type ChangeKind,
  type ChangeValue,
  matchById,
  type Subject,
  textChange,
  type YearTarget,
} from './change.ts';
import { toDecimal } from './exact.ts';
import type { Indicator, Measurable, Reference, Waiver } from './indicator.ts';
import { compareTargets, isMilestone, numbersOf, type Target } from './target.ts';
import { isSameUnit } from './unit.ts';

/** Digits enough to write every figure as its document does. */
const AS_WRITTEN = 12;

/** The changes of the indicators and parts of two states of a plan, in document order. */
export function indicatorChanges(
  before: readonly Indicator[],
  after: readonly Indicator[],
): Change[] {
  const { both, removed, added } = matchById(before, after, ({ id }) => id);
  return [
    ...removed.map((indicator) => presence('removed', indicatorSubject(indicator), indicator)),
    ...added.map((indicator) => presence('added', indicatorSubject(indicator), indicator)),
    ...both.flatMap(([older, newer]) => [
      ...measurableChanges(indicatorSubject(newer), older, newer),
      ...ownChanges(indicatorSubject(newer), older, newer),
      ...partChanges(older, newer),
    ]),
  ];
}

function indicatorSubject({ id, name }: Indicator): Subject {
  return { item: 'indicator', id, name };
}

function partSubject(indicator: Indicator, { id, name }: Measurable): Subject {
  return { item: 'part', id: `${indicator.id}/${id}`, name: `${indicator.name}: ${name}` };
}

/** A thing that came or went, with the targets that came or went with it. */
function presence(kind: 'added' | 'removed', subject: Subject, thing: Measurable): Change {
  const parts = 'parts' in thing ? (thing as Indicator).parts : [];
  const targets = [thing, ...parts].flatMap(yearTargets);
  const value: ChangeValue | null = targets.length === 0 ? null : { is: 'targets', targets };
  return {
    ...subject,
    kind,
    field: null,
    year: null,
    before: kind === 'removed' ? value : null,
    after: kind === 'added' ? value : null,
  };
}

function yearTargets({ targets, byArea, unit }: Measurable): YearTarget[] {
  return [targets, ...byArea.values()].flatMap((each) =>
    [...each].map(([year, target]) => ({ year, target, unit })),
  );
}

function partChanges(older: Indicator, newer: Indicator): Change[] {
  const { both, removed, added } = matchById(older.parts, newer.parts, ({ id }) => id);
  return [
    ...removed.map((part) => presence('removed', partSubject(newer, part), part)),
    ...added.map((part) => presence('added', partSubject(newer, part), part)),
    ...both.flatMap(([before, after]) =>
      measurableChanges(partSubject(newer, after), before, after),
    ),
  ];
}

function measurableChanges(subject: Subject, older: Measurable, newer: Measurable): Change[] {
  const detail = (field: string, sides: readonly [string | null, string | null]) =>
    textChange(subject, 'details-changed', field, sides);
  return [
    ...targetChanges(subject, older, newer),
    ...areaTargetChanges(subject, older, newer),
    ...footingChanges(subject, older, newer),
    ...textChange(subject, 'wording-changed', 'name', [older.name, newer.name]),
    ...wordingChanges(subject, older, newer),
    ...textChange(subject, 'wording-changed', 'note', [older.note, newer.note]),
    ...detail('unit', [older.unit, newer.unit]),
    ...detail('measure', [older.measure, newer.measure]),
    ...baselineChanges(subject, older, newer),
    ...waiverChanges(subject, older.waived, newer.waived),
  ];
}

function targetChanges(subject: Subject, older: Measurable, newer: Measurable): Change[] {
  const years = [...new Set([...older.targets.keys(), ...newer.targets.keys()])].sort();
  return years.flatMap((year) => {
    const before = older.targets.get(year);
    const after = newer.targets.get(year);
    const kind = targetKind(before, after, haveSameUnit(older, newer));
    const value = (target: Target | undefined, unit: string | null): ChangeValue | null =>
      target === undefined ? null : { is: 'target', year, target, unit };
    const sides = { before: value(before, older.unit), after: value(after, newer.unit) };
    return kind === null ? [] : [{ ...subject, kind, field: 'targets', year, ...sides }];
  });
}

/** The targets of areas of their own, each with its area. */
function areaTargetChanges(subject: Subject, older: Measurable, newer: Measurable): Change[] {
  const written = (area: string, target: Target | undefined) =>
    target === undefined ? null : `${area}: ${target.text}`;
  return [...new Set([...older.byArea.keys(), ...newer.byArea.keys()])].flatMap((area) => {
    const [before, after] = [older, newer].map(({ byArea }) => byArea.get(area) ?? new Map());
    const years = [...new Set([...before!.keys(), ...after!.keys()])].sort();
    return years.flatMap((year) => {
      const [then, now] = [before!.get(year), after!.get(year)];
      const kind = targetKind(then, now, haveSameUnit(older, newer));
      const sides = [written(area, then), written(area, now)] as const;
      return kind === null ? [] : textChange(subject, kind, 'by-area', sides, year);
    });
  });
}

/** Another way to count makes other figures of the same ones, where a target is held against them. */
function footingChanges(subject: Subject, older: Measurable, newer: Measurable): Change[] {
  const isAsked = [older, newer].every((each) => yearTargets(each).length > 0);
  const kind = isAsked ? 'target-changed' : 'details-changed';
  return (['per', 'accumulates', 'whole'] as const).flatMap((field) =>
    textChange(subject, kind, field, [older[field], newer[field]]),
  );
}

function haveSameUnit({ unit: before }: Measurable, { unit: after }: Measurable): boolean {
  if (before === null || after === null) return before === after;
  return isSameUnit(before, after);
}

/** Figures in other units are other figures, even where their digits are the same. */
function targetKind(
  before: Target | undefined,
  after: Target | undefined,
  sameUnit: boolean,
): ChangeKind | null {
  if (before === undefined || after === undefined)
    return before === undefined ? (after === undefined ? null : 'target-added') : 'target-removed';
  const areMilestones = isMilestone(before) && isMilestone(after);
  if (!sameUnit && !areMilestones) return 'target-changed';
  const order = compareTargets(after, before);
  if (order === 'stricter' || order === 'looser') return `target-${order}`;
  return order === 'same' && isSameTarget(before, after) ? null : 'target-changed';
}

/** Ranges compare by their lower bounds: another upper bound is a change all the same. */
function isSameTarget(before: Target, after: Target): boolean {
  const numbers = numbersOf(after);
  return (
    before.op === after.op && numbersOf(before).every((one, index) => one.equals(numbers[index]!))
  );
}

function wordingChanges(subject: Subject, older: Measurable, newer: Measurable): Change[] {
  const years = [...new Set([...older.wording.keys(), ...newer.wording.keys()])].sort();
  return years.flatMap((year) => {
    const sides = [older.wording.get(year) ?? null, newer.wording.get(year) ?? null] as const;
    return textChange(subject, 'wording-changed', 'wording', sides, year);
  });
}

function baselineChanges(subject: Subject, older: Measurable, newer: Measurable): Change[] {
  if (baselineText(older) === baselineText(newer)) return [];
  const value = ({ baseline, unit }: Measurable): ChangeValue | null =>
    baseline === null ? null : { is: 'figure', unit, ...baseline };
  const sides = { before: value(older), after: value(newer) };
  return [{ ...subject, kind: 'details-changed', field: 'baseline', year: null, ...sides }];
}

function baselineText({ baseline }: Measurable): string {
  return baseline === null ? '' : `${baseline.year}: ${figure(baseline)}`;
}

function figure({ value, about }: { value: Parameters<typeof toDecimal>[0]; about: boolean }) {
  return `${about ? '~ ' : ''}${toDecimal(value, AS_WRITTEN)}`;
}

/** A waiver that is new or goes on for longer asks less, one that is gone or ends sooner more. */
function waiverChanges(
  subject: Subject,
  older: readonly Waiver[],
  newer: readonly Waiver[],
): Change[] {
  const goesFarther = (one: readonly Waiver[], other: readonly Waiver[]) => {
    const last = lastDays(other);
    const covered = (year: number | undefined) =>
      [last.get(undefined), last.get(year)].map((day) => day ?? '').sort()[1]!;
    return one.some(({ year, until }) => covered(year) < until);
  };
  const kind = goesFarther(newer, older)
    ? 'target-looser'
    : goesFarther(older, newer)
      ? 'target-stricter'
      : 'details-changed';
  return textChange(subject, kind, 'waived', [waiversText(older), waiversText(newer)]);
}

/** The last day until which each year is waived, and all years. */
function lastDays(waivers: readonly Waiver[]): ReadonlyMap<number | undefined, Day> {
  const last = new Map<number | undefined, Day>();
  for (const { year, until } of waivers) if (until > (last.get(year) ?? '')) last.set(year, until);
  return last;
}

function waiversText(waivers: readonly Waiver[]): string {
  return waivers
    .map(({ year, until, reason, decision }) =>
      [...(year === undefined ? [] : [year]), `..${until}`, decision, reason].join(' '),
    )
    .join('; ');
}

/** What an indicator has and a part has not. */
function ownChanges(subject: Subject, older: Indicator, newer: Indicator): Change[] {
  const detail = (field: string, sides: readonly [string | null, string | null]) =>
    textChange(subject, 'details-changed', field, sides);
  return [
    ...qualifierChanges(subject, 'every', [older.every, newer.every]),
    ...qualifierChanges(subject, 'each', [older.each, newer.each]),
    ...leadChanges(subject, older.lead, newer.lead),
    ...detail('group', [older.group, newer.group]),
    ...detail('origin', [older.origin, newer.origin]),
    ...detail('reference', [referenceText(older.reference), referenceText(newer.reference)]),
    ...detail('source', [older.source, newer.source]),
  ];
}

/** To hold in every year, or in each sector, asks more than to hold once. */
function qualifierChanges(
  subject: Subject,
  field: 'every' | 'each',
  sides: readonly [string | null, string | null],
): Change[] {
  return textChange(subject, sides[0] === null ? 'target-stricter' : 'target-looser', field, sides);
}

/** The change of the leading agencies; none where the same ones stand in the same order. */
export function leadChanges(
  subject: Subject,
  older: readonly string[],
  newer: readonly string[],
  field: 'lead' | 'partners' = 'lead',
): Change[] {
  if (older.join(' ') === newer.join(' ')) return [];
  const value = (codes: readonly string[]): ChangeValue | null =>
    codes.length === 0 ? null : { is: 'agencies', codes };
  const kind = field === 'lead' ? 'lead-changed' : 'details-changed';
  return [{ ...subject, kind, field, year: null, before: value(older), after: value(newer) }];
}

function referenceText(references: ReadonlyMap<string, Reference>): string {
  return [...references]
    .map(([body, { targets, results }]) => {
      const targetTexts = [...targets].map(([year, target]) => `${year} ${target.text}`);
      const resultTexts = [...results].map(([year, result]) => `${year} = ${figure(result)}`);
      return `${body}: ${[...targetTexts, ...resultTexts].join(', ')}`;
    })
    .join('; ');
}
