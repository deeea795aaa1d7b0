import type { Area, AreaCatalogue } from '../area.ts';
import type { Rival } from '../attainment.ts';
import {
  deciding,
  type IndicatorEvaluation,
  type MeasurableEvaluation,
  type PlanEvaluation,
} from '../evaluation.ts';
import { type Exact, exact } from '../exact.ts';
import { oneLine } from '../formats/printable.ts';
import { countNotCounted, countReasons, type NotCounted } from '../not-counted.ts';
import { dueAfter, type PlanDeadlines } from '../overdue.ts';
import { placeText } from '../place.ts';
import type { Plan } from '../plan.ts';
import type { ShareDoubt } from '../share-doubt.ts';
import { isOfEndedArea, type UnmeasuredYear, unmeasuredYear } from '../unmeasured-year.ts';
import type { EvidenceWords, Otherwise } from '../words/en/evidence.ts';
import { AS_WRITTEN, formatResult, withPeriod } from '../words/figures.ts';
import type { Speech } from '../words/index.ts';
import { LANGS, type Lang } from '../words/langs.ts';
import { formatNumber } from '../words/numbers.ts';
import { areaText } from './area-text.ts';

/** Stand behind a verdict whose figure another source contradicts, or that is not final. */
export const DISPUTED = '‡';
export const PROVISIONAL = '†';
/** Stands behind a verdict on a share that may have been written as a ratio. */
export const DOUBTED = '§';

/** More disputes than these would bury what else is said. */
const MOST_DISPUTES = 10;
/** So many places of one reason are named. */
const MOST_PLACES = 5;

/** The marks of a verdict that is disputed, provisional or doubted. */
export function doubtMarks({
  rivals,
  isProvisional,
  shareDoubt,
}: {
  rivals: readonly unknown[];
  isProvisional: boolean;
  shareDoubt: unknown;
}): string {
  return (
    (rivals.length > 0 ? DISPUTED : '') +
    (isProvisional ? PROVISIONAL : '') +
    (shareDoubt === null ? '' : DOUBTED)
  );
}

type Said = Speech<'evidence' | 'status'>;

/** The rival figures with their sources, a line each, how many verdicts are provisional, and what is doubted. */
export function doubtLines(
  { indicators, year }: Pick<PlanEvaluation, 'indicators' | 'year'>,
  speech: Said,
  areas: AreaCatalogue,
): string[] {
  const { evidence: words } = speech;
  const all = deciding(indicators);
  const disputes = all.flatMap((one) => one.rivals.map((rival) => ({ one, rival })));
  const provisional = all.filter(({ isProvisional }) => isProvisional).length;
  return [
    ...disputes.slice(0, MOST_DISPUTES).map(({ one, rival }) => disputeLine(one, rival, speech)),
    ...(disputes.length > MOST_DISPUTES
      ? [words.moreDisputed(disputes.length - MOST_DISPUTES)]
      : []),
    ...all.flatMap((one) => coverageLines(one, speech, areas)),
    ...(provisional > 0 ? [words.provisional(provisional, year)] : []),
    ...all.flatMap((one) =>
      one.shareDoubt === null
        ? []
        : [`${DOUBTED} ${one.address}: ${shareDoubtText(one.shareDoubt, speech)}`],
    ),
  ];
}

/** Of how many areas the figure is made, and who sent nothing; none where it is not made of areas. */
export function coverageLines(
  { address, actual }: Pick<MeasurableEvaluation, 'address' | 'actual'>,
  { evidence: words, lang }: Speech<'evidence'>,
  areas: AreaCatalogue,
): string[] {
  if (!actual?.coverage) return [];
  const { areas: sent, missing } = actual.coverage;
  const silent = missing.map((code) => oneLine(areaText(areas, code, lang)));
  return [words.coverage(address, sent.length, silent)];
}

/** What of a share is doubted, and what may be meant. */
export function shareDoubtText(
  { of, figure, meant }: ShareDoubt,
  { evidence: words, lang }: Speech<'evidence'>,
): string {
  const percent = (share: Exact) => `${formatNumber(share, lang, { places: AS_WRITTEN })}%`;
  return words.shareDoubt(of, percent(figure), percent(meant));
}

/** What other sources say of an indicator or of its parts, and what is doubted, each in a line. */
export function rivalLines(one: IndicatorEvaluation, speech: Said): string[] {
  return deciding([one]).flatMap((each) => [
    ...each.rivals.map((rival) => {
      const { said, source } = rivalSaid(each, rival, speech);
      return speech.evidence.rival(said, source, otherwiseOf(each, rival, speech));
    }),
    ...(each.shareDoubt === null ? [] : [shareDoubtText(each.shareDoubt, speech)]),
  ]);
}

/** What another source says, and which verdict that would give where it is another one. */
export function disputeLine(one: MeasurableEvaluation, rival: Rival, speech: Said): string {
  const { said, source } = rivalSaid(one, rival, speech);
  return speech.evidence.disputed(one.address, said, source, otherwiseOf(one, rival, speech));
}

/** What the rival would make of the verdict. */
export function otherwiseOf(
  { measurable, target, verdict }: MeasurableEvaluation,
  { total, verdict: other }: Rival,
  { status, lang }: Speech<'status'>,
): Otherwise {
  const look = { unit: measurable.unit, target };
  return {
    result: total && formatResult(total, look, lang, status),
    verdict: other === verdict ? null : status.verdicts[other],
  };
}

function rivalSaid(
  { measurable, target, actual }: MeasurableEvaluation,
  { result }: Rival,
  { evidence: words, status, lang }: Said,
) {
  const figure = formatResult(result, { unit: measurable.unit, target }, lang, status);
  const isOfArea = actual !== null && result.area !== actual.area;
  const keep = (period: string) => (isOfArea ? `${period}, ${result.area}` : period);
  const said = withPeriod(figure, result, lang, { keep });
  return { said, source: result.source || words.noSource };
}

/** One line that says how much was read and does not count; none where everything counts. */
export function notCountedLine(list: readonly NotCounted[], words: EvidenceWords): string[] {
  const told = notCountedReasons(list, words);
  return told.length === 0 ? [] : [words.notCounted(countNotCounted(list), told)];
}

/** How much does not count, by reason. */
export function notCountedReasons(list: readonly NotCounted[], words: EvidenceWords): string[] {
  return countReasons(list).map(({ reason, count }) => words.reasons[reason](count));
}

/** The places of what does not count, a line a reason. */
export function notCountedPlaces(
  list: readonly NotCounted[],
  { evidence: words, lang }: Speech<'evidence'>,
  withFiles = true,
): string[] {
  return countReasons(list).map(({ reason, count }) => {
    const own = list.filter((one) => one.reason === reason);
    const places = own
      .slice(0, MOST_PLACES)
      .map((one) => entryText(one, { evidence: words, lang }, withFiles));
    const more = count > places.length ? ['…'] : [];
    return words.entry(words.reasons[reason](count), [...places, ...more].join('; '));
  });
}

function entryText(entry: NotCounted, speech: Speech<'evidence'>, withFiles: boolean): string {
  const { reason, file, sheet, line, indicator } = entry;
  // What could not be read stands there as it is written.
  const text = reason === 'unreadable' ? entry.text : inLanguage(entry.text, speech);
  const isNamed = withFiles || indicator === null;
  const at = !isNamed ? '' : line === null ? file : placeText({ file, sheet, line });
  const said = [indicator, text].filter((one) => one !== null && one !== '');
  return [at, [...new Set(said)].map((one) => oneLine(one!)).join(': ')]
    .filter(Boolean)
    .join(' – ');
}

/** A figure or status as a plan's YAML would have it, `> 10250.75`, `done`, in the language. */
function inLanguage(figure: string, { evidence: words, lang }: Speech<'evidence'>): string {
  if (Object.hasOwn(words.said, figure)) return words.said[figure as keyof typeof words.said];
  const number = (written: string) => formatNumber(exact(written), lang, { places: AS_WRITTEN });
  return FIGURE.test(figure) ? figure.replace(/\d+(?:\.\d+)?/g, number) : figure;
}

/** A number with its sign, or two counts. */
const FIGURE = /^(?:[<>=~]+ )?-?\d+(?:\.\d+)?(?:\/-?\d+(?:\.\d+)?)?$/;

/**
 * What a reader must know before the table where the target year has ended without most of its
 * figures: that it has, how the last known values stand, which other years have targets, how many
 * tasks are past their date without a word of them; and that the plan's area has ended.
 */
export function unmeasuredLines(
  evaluation: PlanEvaluation,
  { evidence: words, lang }: Speech<'evidence'>,
  { unreported, isWithOptions, deadlines }: Foreword,
): string[] {
  const found = unmeasuredYear(evaluation);
  const { plan, endedArea } = evaluation;
  const ended = endedAreaLine({ plan, endedArea, deadlines }, { words, lang }, found !== null);
  if (found === null) return ended;
  const unjudged = unjudgedLine(evaluation, found, deadlines, { words, lang });
  return [
    ...(unjudged ?? [words.yearWithoutFigures(found, evaluation.notCounted.length > 0)]),
    words.lastKnown(found),
    ...(found.otherYears.length > 0 ? [words.otherYears(found.otherYears, isWithOptions)] : []),
    ...(unjudged === null ? ended : []),
    ...(unreported > 0 ? [words.unreported(unreported)] : []),
  ];
}

/** That no figure decides the year's targets, for the area did not live to see its end; else `null`. */
function unjudgedLine(
  evaluation: PlanEvaluation,
  { year, targeted: targets }: UnmeasuredYear,
  deadlines: Foreword['deadlines'],
  { words, lang }: { words: EvidenceWords; lang: Lang },
): string[] | null {
  const { endedArea } = evaluation;
  if (endedArea === null || !isOfEndedArea(evaluation)) return null;
  const { validTo } = endedArea;
  const due = deadlines === null ? 0 : dueAfter(deadlines, validTo);
  return [words.unjudged(LANGS[lang].nameOf(endedArea), validTo!, year, { targets, due })];
}

/** What is to be said before a plan's table. */
interface Foreword {
  /** Tasks that are past their date, of which there is no report. */
  unreported: number;
  isWithOptions: boolean;
  deadlines: Pick<PlanDeadlines, 'items'> | null;
}

/** A plan with its area, where that has ended. */
interface EndedArea {
  plan: Plan;
  endedArea: Area | null;
  deadlines: Foreword['deadlines'];
}

/** That the plan's area ended, and how much falls due after its end; where that is no matter only if `always`. */
export function endedAreaLine(
  { plan, endedArea: ended, deadlines }: EndedArea,
  { words, lang }: { words: EvidenceWords; lang: Lang },
  always: boolean,
): string[] {
  if (ended === null) return [];
  const due = deadlines === null ? 0 : dueAfter(deadlines, ended.validTo);
  if (due === 0 && !always) return [];
  return [words.areaEnded(LANGS[lang].nameOf(ended), ended.validTo!, plan.succeededBy, due)];
}
