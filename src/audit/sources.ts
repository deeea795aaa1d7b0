import { verdictOn } from '../attainment.ts';
import type { Day } from '../calendar.ts';
import { baselineResult } from '../computed.ts';
import { isContradicted } from '../contradiction.ts';
import { reportingAreas } from '../evaluation.ts';
import type { Exact } from '../exact.ts';
import { greatest } from '../extremes.ts';
import { grouped } from '../grouped.ts';
import { type Measurable, targetFor } from '../indicator.ts';
import { isShare, mergedMeasures } from '../measure.ts';
import { periodYear } from '../period.ts';
import { addresses, type Plan } from '../plan.ts';
import { type Agreement, agreement, figureOf } from '../precision.ts';
import {
  corrected,
  correctedBy,
  foremost,
  hasValue,
  isKnown,
  isNumber,
  type Observation,
  type Result,
  type ResultValue,
} from '../result.ts';
import type { Target } from '../target.ts';
import { unitKey } from '../unit.ts';
import type { Verdict } from '../verdict.ts';
import { wholeOf } from '../whole.ts';
import { totalsBeside } from '../year-total.ts';
import {
  type Account,
  type Audited,
  type AuditQuestion,
  accountOf,
  accountsElsewhere,
  byAddress,
  type ConflictOutline,
  fullSource,
  NATION,
  outlineOf,
  pathOfRow,
  type SourceConflict,
  saidResult,
  saidResults,
  sayingOf,
  usable,
  wordedTarget,
} from './finding.ts';
import { type Mistaken, mistakenFigure } from './mistaken.ts';
import { greaterParts } from './part-of.ts';
import { totalOn } from './total-on.ts';

/** Takes a conflict or note by its outline, and the whole of it where it is told. */
type Take = (outline: ConflictOutline, whole: () => SourceConflict) => void;

/**
 * What sources say differently: for one calendar year and area, the last figure that each source
 * gives for an indicator, or for a measure in several plans. Measures that are only similar have
 * codes of their own and never meet. Figures are held against each other where their periods end
 * in the same month: a report of November is no rival of the year's figure, it is older.
 *
 * @param take takes the conflicts and notes one by one: there may be very many
 * @returns how many figures of one year speak of different months: one is the older observation
 */
export function sourceConflicts(
  all: readonly Audited[],
  question: AuditQuestion,
  take: Take,
): number {
  const { asOf } = question;
  const judges: Judges = { asOf, of: new Map(all.map((one) => [one.plan, one])) };
  let otherTimes = 0;
  const accounts = all.flatMap((one) => [...lastAccounts(one, asOf), ...quotedAccounts(one)]);
  for (const rivals of grouped(accounts, subjectOf).values()) {
    const months = [...grouped(rivals, monthOf).values()];
    const told = months.map(merged);
    otherTimes += told.flat().length - greatest(told.map((same) => same.length));
    for (const [at, same] of told.entries())
      takeConflict(same, { question, each: months[at]!, all: accounts, judges }, take);
  }
  const measures = mergedMeasures(all.map((one) => one.measures));
  const measured = accounts.filter(({ measurable }) => measurable.measure !== null);
  for (const { parts, wholes } of greaterParts(merged(measured), measures))
    takeTold(
      { accounts: parts, spokesman: spokesmanOf(parts), agreed: 'part-greater', wholes },
      take,
    );
  for (const one of all) takeCorrections(one, asOf, take);
  return otherTimes;
}

/**
 * The last figure known of each source for each indicator, area and calendar year, of figures that
 * are added up for each period; baselines too.
 */
export function lastAccounts(audited: Audited, asOf: Day): readonly Account[] {
  const known = lastOnes.get(audited);
  if (known?.asOf === asOf) return known.accounts;
  const accounts = accountsOf(audited, asOf);
  lastOnes.set(audited, { asOf, accounts });
  return accounts;
}

/** Figures are held against each other and against targets. */
const lastOnes = new WeakMap<Audited, { asOf: Day; accounts: readonly Account[] }>();

function accountsOf(audited: Audited, asOf: Day): Account[] {
  const { plan, areas } = audited;
  const reporting = reportingAreas(plan, areas);
  const byIndicator = rowsOf(audited, asOf);
  return addresses(plan).flatMap(({ address, measurable }) => {
    const baseline = baselineResult(plan, address, measurable);
    const rows = byIndicator.get(address) ?? [];
    const isPast = baseline !== undefined && hasValue(baseline) && isKnown(baseline, asOf);
    const reported = [...rows, ...(isPast ? [baseline] : [])];
    const known = [
      ...reported,
      ...madeOfAreas(plan, measurable, reported, reporting),
      ...madeOfMonths(measurable, reported),
    ];
    const bySource = grouped(known, (row) =>
      [row.basis, row.source, row.area, timeOf(row, measurable), row.value.kind].join('\n'),
    );
    return [...bySource.values()].map((own) =>
      accountOf(plan, foremost(corrected(own))!, measurable),
    );
  });
}

type ByIndicator = ReadonlyMap<string, Observation[]>;

/** They are asked for again with every figure that is added up. */
const grouping = new WeakMap<Audited, { asOf: Day; rows: ByIndicator }>();

/** The figures that can count, by indicator. */
function rowsOf(audited: Audited, asOf: Day): ByIndicator {
  const known = grouping.get(audited);
  if (known?.asOf === asOf) return known.rows;
  const rows = grouped(usable(audited, asOf), (row) => row.indicator);
  grouping.set(audited, { asOf, rows });
  return rows;
}

/** National results that a plan quotes of a shared measure, as figures of the nation. */
function quotedAccounts({ plan }: Audited): Account[] {
  return plan.indicators.flatMap((indicator) => {
    const results = indicator.reference.get('national')?.results;
    if (indicator.measure === null || !results) return [];
    const line = plan.lines.get(`${indicator.id}#reference`) ?? 1;
    return [...results].flatMap(([year, value]) => {
      const quoted = { ...indicator, baseline: { year, ...value } };
      const said = baselineResult(plan, indicator.id, quoted);
      return said && hasValue(said)
        ? [accountOf(plan, { ...said, area: NATION, line }, indicator)]
        : [];
    });
  });
}

/**
 * What all areas together make of a whole that reports its own figure too: their codes are the
 * source. Some of them alone prove nothing against the whole.
 */
function madeOfAreas(
  { area }: Plan,
  measurable: Measurable,
  known: readonly Observation[],
  reporting: readonly string[],
): Observation[] {
  if (measurable.whole === null) return [];
  const isBelow = new Set(reporting);
  const below = corrected(known.filter((row) => isBelow.has(row.area)));
  const isReported = ({ period }: Result) =>
    known.some((row) => row.area === area && row.period.text === period.text);
  return wholeOf(measurable, [], below, { area, expected: reporting })
    .made.filter(hasValue)
    .filter((made) => made.coverage?.missing.length === 0 && isReported(made))
    .map((made) => ({ ...made, source: made.coverage!.areas.join(' + ') }));
}

/**
 * What the figures of shorter times make of a longer one that is reported too, where they are added
 * up: their periods stand in the source, for it may be the longer one's own.
 */
function madeOfMonths({ accumulates }: Measurable, known: readonly Observation[]): Observation[] {
  if (accumulates !== 'sum') return [];
  const rows = corrected(known.filter(isNumber));
  const byTime = grouped(rows, ({ area, period }) => `${area}\n${period.start.slice(0, 4)}`);
  return [...byTime.values()].flatMap((own) =>
    [...totalsBeside(own, own)].map(({ made, periods }) => {
      const months = periods.map(({ text }) => text).join(' + ');
      return { ...made, source: `${made.source} (${months})` };
    }),
  );
}

/** Figures that their own source corrects: one takes the other's place, and a reader is told both. */
function takeCorrections(audited: Audited, asOf: Day, take: Take): void {
  const { plan } = audited;
  const known = byAddress(plan);
  for (const said of grouped(usable(audited, asOf), correctedBy).values()) {
    const addressed = known.get(said[0]!.indicator);
    if (!addressed || new Set(said.map(valueKey)).size === 1) continue;
    const [counting] = corrected(said);
    const before = said.filter((row) => row !== counting);
    const accounts = [...before, counting!].map((row) =>
      accountOf(plan, row, addressed.measurable),
    );
    const more = said.reduce((sum, row) => sum + (row.more?.corrections ?? 0), 0);
    takeTold({ accounts, spokesman: accounts.at(-1)!, agreed: 'corrected', more }, take);
  }
}

function valueKey({ value }: Observation): string {
  return valueText(value);
}

/** A text that is the same of the same values, written in the same way. */
export function valueText(value: ResultValue): string {
  return value.kind === 'number'
    ? [value.value.toFraction(), value.about, value.bound, value.decimals].join(' ')
    : [value.done, value.share?.toFraction(), value.about, value.bound].join(' ');
}

/** What an account is about: a measure, or where there is none the plan's own indicator. */
function subjectOf({ observation, measurable, plan, address }: Account): string {
  const about = measurable.measure ?? `${plan.file}\n${address}`;
  const unit = unitOf(measurable);
  const time = timeOf(observation, measurable);
  return [about, unit, observation.area, time, observation.value.kind].join('\n');
}

/** What texts of the unit have in common: it is asked for with every figure. */
export function unitOf(measurable: Measurable): string {
  const known = UNITS.get(measurable);
  if (known !== undefined) return known;
  const unit = unitKey(measurable.unit);
  UNITS.set(measurable, unit);
  return unit;
}

const UNITS = new WeakMap<Measurable, string>();

/** The year of which a source's last figure is asked; of figures that are added up each is. */
function timeOf({ period }: Result, { accumulates }: Measurable): string {
  return accumulates === 'sum' ? period.text : String(periodYear(period));
}

function monthOf({ observation: { period } }: Account): string {
  return period.end.slice(0, 7);
}

/** One source's figure that stands in several plans' files is one account with several places. */
function merged(accounts: readonly Account[]): Account[] {
  const same = grouped(accounts, ({ observation, plan, places }) =>
    [
      observation.basis === 'baseline' ? plan.file : '',
      fullSource(places[0]!),
      observation.period.text,
      valueKey(observation),
    ].join('\n'),
  );
  return [...same.values()]
    .map((own) => {
      const [first] = own;
      return own.length === 1 ? first! : { ...first!, places: own.flatMap(({ places }) => places) };
    })
    .sort(oldestPlanFirst);
}

function oldestPlanFirst(a: Account, b: Account): number {
  const [x, y] = [a.places[0]!, b.places[0]!];
  return (
    compareText(a.plan.issued, b.plan.issued) || compareText(x.file, y.file) || x.line - y.line
  );
}

const WORST: readonly Agreement[] = ['different', 'tolerance', 'rounding', 'equal'];

/** What figures are judged with. */
interface Judges {
  asOf: Day;
  of: ReadonlyMap<Plan, Audited>;
}

interface Rivalry {
  question: AuditQuestion;
  /** The same accounts as each plan has them, before those that say the same are one. */
  each: readonly Account[];
  /** Every account of every plan. */
  all: readonly Account[];
  judges: Judges;
}

function takeConflict(
  accounts: readonly Account[],
  { question: { tolerance }, each, all, judges }: Rivalry,
  take: Take,
): void {
  const agreed = worstAgreement(accounts, tolerance);
  if (agreed === 'equal') return;
  const spokesman = spokesmanOf(accounts);
  const doubts = () => ({
    tipped: tippedBy(accounts, [spokesman, ...newestFirst(each)], judges),
    mistaken: mistakenFigure(accounts, all),
  });
  takeTold(
    agreed === 'different'
      ? { accounts, spokesman, agreed, doubts }
      : { accounts, spokesman, agreed },
    take,
  );
}

/** How far any two of the figures are from each other; of those that say the same, one is asked. */
function worstAgreement(accounts: readonly Account[], tolerance: Exact): Agreement {
  const said = new Map(
    accounts.map(({ observation: one }) => [`${valueKey(one)} ${one.printed?.toFraction()}`, one]),
  );
  const distinct = [...said.values()];
  let worst: Agreement = 'equal';
  for (const [at, a] of distinct.entries())
    for (const b of distinct.slice(at + 1)) {
      const agreed = agreementOf(a, b, tolerance);
      if (WORST.indexOf(agreed) < WORST.indexOf(worst)) worst = agreed;
      if (worst === 'different') return worst;
    }
  return worst;
}

/** A target with what each of several figures alone would make of it. */
interface Tipped {
  setting: { target: Target; year: number; measurable: Measurable };
  verdicts: readonly Verdict[];
  /** What is judged of each, where that is not the figure itself. */
  totals: readonly (Observation | null)[];
}

/** The first target of a year that one of the accounts is held against. */
function settingOf(accounts: readonly Account[], year: number) {
  for (const { plan, address, measurable, observation } of accounts) {
    if (observation.area !== plan.area) continue;
    const every = byAddress(plan).get(address)?.indicator.every ?? null;
    const target = targetFor(measurable, year, every, plan.period.first);
    if (target) return { target, year, measurable, plan, address };
  }
  return null;
}

/** The target of the figures' year that they do not make the same of: the spokesman's, else the newest plan's. */
function tippedBy(
  accounts: readonly Account[],
  askedInOrder: readonly Account[],
  judges: Judges,
): Tipped | null {
  const year = periodYear(accounts[0]!.observation.period);
  const setting = settingOf(askedInOrder, year);
  if (setting === null) return null;
  const { target, measurable, plan } = setting;
  const { asOf, of } = judges;
  const own = of.get(plan);
  const measure = own?.measures.get(measurable.measure ?? '');
  const rows = own === undefined ? [] : (rowsOf(own, asOf).get(setting.address) ?? []);
  const judging = { target, year, asOf, isShare: isShare(measurable.unit, measure) };
  const judged = accounts.map(({ observation }) =>
    measurable.accumulates === 'sum' ? totalOn(observation, rows) : observation,
  );
  const verdicts = judged.map((one) => verdictOn(judging, one === null ? [] : [one]));
  const totals = judged.map((one, index) => (one === accounts[index]!.observation ? null : one));
  return new Set(verdicts).size > 1 ? { setting, verdicts, totals } : null;
}

/** Figures that do not go together. */
interface Conflict {
  accounts: readonly Account[];
  spokesman: Account;
  agreed: SourceConflict['agreement'];
  /** Figures of what contains theirs. */
  wholes?: readonly Account[];
  /** What else is known of them. */
  doubts?: () => { tipped: Tipped | null; mistaken: Mistaken | null };
  /** So many more are counted with it. */
  more?: number;
}

const NO_DOUBTS = { tipped: null, mistaken: null };

function takeTold(conflict: Conflict, take: Take): void {
  const outline = conflictOutline(conflict);
  take(outline, () => conflictTold(outline, conflict));
}

function conflictOutline({
  accounts,
  spokesman,
  agreed,
  wholes = [],
  more = 0,
}: Conflict): ConflictOutline {
  const { plan, address, observation, measurable, places } = spokesman;
  const outline: ConflictOutline = Object.assign(
    outlineOf({
      kind: 'source-conflict',
      plan,
      address,
      area: observation.area,
      lead: leadOf(spokesman),
      isNote: agreed !== 'different' && agreed !== 'part-greater',
      at: places[0]!,
      path: pathOfRow(observation, measurable, 'value'),
    }),
    {
      year: periodYear(observation.period),
      accounts: [...accounts, ...wholes],
      agreement: agreed,
    },
  );
  if (more > 0) outline.more = more;
  return outline;
}

function conflictTold(
  outline: ConflictOutline,
  { accounts, wholes = [], doubts }: Conflict,
): SourceConflict {
  const { year, agreement, at } = outline;
  const { tipped, mistaken } = doubts?.() ?? NO_DOUBTS;
  const others = mistaken ? [...wholes, mistaken.of] : wholes;
  const [figures, otherFigures] = [saidResults(accounts), saidResults(others)];
  const saying = sayingOf(outline, {
    args: {
      year,
      figures,
      agreement,
      whole: wholes[0]
        ? { name: wholes[0].measurable.name, figures: otherFigures.slice(0, wholes.length) }
        : null,
      tipped: tipped && {
        target: wordedTarget(tipped.setting.target, tipped.setting.measurable, year),
        verdicts: tipped.verdicts,
        totals: tipped.totals.map((total) => total && saidResult(total, tipped.setting.measurable)),
      },
      mistaken: mistaken && {
        figure: saidResult(mistaken.figure.observation, mistaken.figure.measurable),
        of: mistaken.of.address,
        year: periodYear(mistaken.of.observation.period),
      },
    },
    elsewhere: accountsElsewhere([...accounts, ...others], at, [...figures, ...otherFigures]),
  });
  return { ...outline, ...saying, verdicts: tipped?.verdicts ?? null };
}

function agreementOf(a: Observation, b: Observation, tolerance: Exact): Agreement {
  if (a.value.kind === 'milestone' || b.value.kind === 'milestone')
    return a.value.kind === b.value.kind && !isContradicted(a, b) ? 'equal' : 'different';
  if (isPrintedAlike(a, b) || isPrintedAlike(b, a)) return 'equal';
  return agreement(figureOf(a)!, figureOf(b)!, tolerance);
}

/** Counts make a figure exact, and the print beside them is what another document copies. */
function isPrintedAlike(a: Observation, b: Observation): boolean {
  return a.printed !== null && b.value.kind === 'number' && a.printed.equals(b.value.value);
}

/** Who is to be asked: the newest plan that names a lead, else the newest. */
function spokesmanOf(accounts: readonly Account[]): Account {
  const inOrder = newestFirst(accounts);
  return inOrder.find((account) => leadOf(account).length > 0) ?? inOrder[0]!;
}

function newestFirst(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => compareText(b.plan.issued, a.plan.issued));
}

function leadOf({ plan, address }: Account): readonly string[] {
  return byAddress(plan).get(address)?.indicator.lead ?? [];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
