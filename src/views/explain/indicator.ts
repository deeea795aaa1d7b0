import { type AreaCatalogue, endedBy } from '../../area.ts';
import type { Rival } from '../../attainment.ts';
import { placeInPlan, placeOfRow } from '../../audit/finding.ts';
import { day } from '../../calendar.ts';
import type { IndicatorExplanation, MeasurableExplanation } from '../../explain.ts';
import type { EntriesBlock, Entry, EntryGroup } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { NotCounted } from '../../not-counted.ts';
import type { PaceMethod } from '../../pace.ts';
import { placeText } from '../../place.ts';
import type { Result } from '../../result.ts';
import { VERDICTS } from '../../verdict.ts';
import { formatPeriod } from '../../words/numbers.ts';
import { areaText } from '../area-text.ts';
import { citation, explanationOf } from '../cited.ts';
import {
  DOUBTED,
  endedAreaLine,
  notCountedPlaces,
  notCountedReasons,
  otherwiseOf,
  shareDoubtText,
} from '../evidence.ts';
import { paceEntries } from './pace.ts';
import {
  computationEntries,
  type ExplainSpeech,
  nextText,
  readingText,
  roundingText,
  type Tongue,
  targetText,
  valueText,
} from './text.ts';

/** How an explanation is shown. */
export interface ExplainView {
  speech: ExplainSpeech;
  /** The way of measuring pace that was asked for. */
  pace: PaceMethod;
  areas: AreaCatalogue;
  /** Rows of the item, and files, that cannot be read. */
  unread: readonly NotCounted[];
}

/** An indicator or part from end to end, as a sheet. */
export function indicatorEntries(
  explanation: IndicatorExplanation,
  view: ExplainView,
): EntriesBlock {
  const tongue = tongueOf(view.speech);
  const { words } = tongue;
  const { plan, asOf, year, area, main, parts } = explanation;
  const notCounted = [...view.unread, ...explanation.notCounted];
  return {
    kind: 'entries',
    title: `${main.evaluation.address} — ${oneLine(main.evaluation.measurable.name)}`,
    groups: [
      { heading: null, entries: identityEntries(explanation, notCounted, tongue) },
      ...measurableBlocks(main, explanation, view),
      ...(parts.length > 0
        ? [{ heading: words.headings.parts, entries: partEntries(parts, tongue) }]
        : []),
      ...parts.flatMap((part) => partBlocks(part, explanation, view)),
    ],
    closing: [
      ...notCountedPlaces(notCounted, view.speech),
      ...endedLine(explanation, view),
      words.asOf(asOf, year, area === plan.area ? null : areaText(view.areas, area, tongue.lang)),
      ...[explanationOf(plan, [explanation.indicator.source]) ?? []].flat(),
    ],
  };
}

/** That the plan's area ended before the target year did, where it has ended. */
function endedLine(
  { plan, year, asOf }: IndicatorExplanation,
  { areas, speech: { evidence: words, lang } }: ExplainView,
): string[] {
  const endedArea = endedBy(areas, plan.area, asOf);
  if (!endedArea?.validTo || endedArea.validTo >= day(year, 12, 31)) return [];
  return endedAreaLine({ plan, endedArea, deadlines: null }, { words, lang }, true);
}

/** The words that an explanation is made with. */
export function tongueOf(speech: ExplainSpeech): Tongue {
  const { lang, explain: words, status, reasons, overdue: deadlines, evidence } = speech;
  return { lang, words, status, reasons, deadlines, evidence };
}

function identityEntries(
  { plan, indicator, main }: IndicatorExplanation,
  notCounted: readonly NotCounted[],
  tongue: Tongue,
): Entry[] {
  const { labels, noSource } = tongue.words;
  const { address, measurable } = main.evaluation;
  const place = placeInPlan(plan, address, indicator.source);
  const isPart = measurable !== indicator;
  return entriesOf([
    [labels.plan, `${plan.document} — ${oneLine(plan.title)}`],
    [labels.indicator, isPart ? `${indicator.id} — ${oneLine(indicator.name)}` : null],
    [labels.place, tongue.words.at(citation(place, noSource), placeText(place))],
    [labels.group, indicator.group && oneLine(plan.groups.get(indicator.group) ?? indicator.group)],
    [labels.lead, agencyNames(plan.agencies, indicator.lead)],
    [labels.measure, measurable.measure],
    [labels.note, measurable.note && oneLine(measurable.note)],
    ...notCountedEntries(notCounted, tongue),
  ]);
}

/** How much of it was read and does not count; the places stand below. */
export function notCountedEntries(
  list: readonly NotCounted[],
  { words, evidence }: Tongue,
): (readonly [string, string])[] {
  const told = notCountedReasons(list, evidence);
  return told.length === 0 ? [] : [[words.labels.notCounted, told.join('; ')]];
}

/** Names of agencies in one line; `null` where there are none. */
export function agencyNames(
  agencies: ReadonlyMap<string, string>,
  codes: readonly string[],
): string | null {
  return codes.length === 0
    ? null
    : codes.map((code) => oneLine(agencies.get(code) ?? code)).join('; ');
}

/** Entries of what there is; a label whose text is missing is left out. */
export function entriesOf(pairs: readonly (readonly [string, string | null])[]): Entry[] {
  return pairs.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text }]));
}

function measurableBlocks(
  explained: MeasurableExplanation,
  explanation: IndicatorExplanation,
  view: ExplainView,
): EntryGroup[] {
  const tongue = tongueOf(view.speech);
  const { headings } = tongue.words;
  return [
    { heading: headings.target, entries: targetEntries(explained, explanation, tongue) },
    { heading: headings.results, entries: resultEntries(explained, explanation, view) },
    { heading: headings.computation, entries: computationEntries(explained, tongue) },
    { heading: headings.verdict, entries: verdictEntries(explained, explanation, tongue) },
    { heading: headings.pace, entries: paceEntries(explained, view.pace, tongue) },
    { heading: headings.declared, entries: declaredEntries(explained, explanation, tongue) },
  ];
}

/** Each part in a line; the details follow in blocks of their own. */
function partEntries(parts: readonly MeasurableExplanation[], { status }: Tongue): Entry[] {
  return parts.map(({ evaluation }) => ({
    label: evaluation.address,
    text: `${oneLine(evaluation.measurable.name)}: ${status.verdicts[evaluation.verdict]}`,
  }));
}

function partBlocks(
  part: MeasurableExplanation,
  explanation: IndicatorExplanation,
  view: ExplainView,
): EntryGroup[] {
  const { address } = part.evaluation;
  const blocks = measurableBlocks(part, explanation, view).filter((b) => b.entries.length > 0);
  return blocks.map(({ heading, entries }) => ({
    heading: `${address} · ${heading}`,
    entries,
    depth: 1,
  }));
}

function targetEntries(
  explained: MeasurableExplanation,
  { plan, indicator, year }: IndicatorExplanation,
  tongue: Tongue,
): Entry[] {
  const { words } = tongue;
  const { evaluation, writtenYear, waivers } = explained;
  const { target, measurable, address } = evaluation;
  const line = plan.lines.get(`${address}#targets.${writtenYear ?? year}`);
  const at = line === undefined ? '' : ` (${plan.file}:${line})`;
  const others = [...measurable.targets].filter(([other]) => other !== writtenYear);
  const all = others.map(([other, t]) => `${other}: ${targetText(t, measurable.unit, tongue)}`);
  return [
    ...entriesOf([
      [
        `${words.labels.target} ${year}`,
        target && targetText(target, measurable.unit, tongue) + at,
      ],
      [words.labels.wording, wordingOf(explained, year)],
      [words.labels.readAs, readingText(explained, { indicator, year }, tongue)],
      [words.labels.targets, all.join('; ')],
    ]),
    ...waivers.map(({ waiver: { until, reason, decision }, inForce }) => ({
      label: words.labels.waiver,
      text: (inForce ? words.waived : words.waiverOver)(until, oneLine(reason), oneLine(decision)),
    })),
  ];
}

function wordingOf(
  { evaluation, writtenYear }: MeasurableExplanation,
  year: number,
): string | null {
  const text = evaluation.measurable.wording.get(writtenYear ?? year);
  return text === undefined ? null : `“${oneLine(text)}”`;
}

function resultEntries(
  explained: MeasurableExplanation,
  { plan }: IndicatorExplanation,
  { speech, areas }: ExplainView,
): Entry[] {
  const tongue = tongueOf(speech);
  const { words, lang } = tongue;
  const named = (codes: readonly string[]) =>
    codes.map((code) => oneLine(areaText(areas, code, lang)));
  const { results, unlisted, evaluation } = explained;
  if (results.length === 0) return evaluation.target ? [{ label: '', text: words.noResults }] : [];
  const shown = results.filter(
    ({ standing }, at) => at < MOST_ROWS || standing.startsWith('counts'),
  );
  const entries = shown.map(({ result, standing }) => {
    const place = placeOfRow(plan, result);
    const period = formatPeriod(result.period, lang);
    const counts = standing.startsWith('counts');
    return {
      label: result.basis === 'baseline' ? words.baselineOf(period) : period,
      marker: counts ? '→ ' : '  ',
      text: [
        `${saidBy(result, explained, tongue)} — ${words.standing[standing]}`,
        ...(result.coverage
          ? [
              words.madeOf({
                areas: named(result.coverage.areas),
                missing: named(result.coverage.missing),
              }),
            ]
          : [
              words.at(citation(place, words.noSource), placeText(place)),
              ...(result.note === '' ? [] : [oneLine(result.note)]),
            ]),
      ].join('\n'),
      style: counts ? 'plain' : 'dim',
    } satisfies Entry;
  });
  const more = results.length - shown.length + unlisted;
  return [...entries, ...moreEntries(more, unlisted === 0, tongue)];
}

/** Nobody reads more rows of one indicator: the others are counted. */
const MOST_ROWS = 1000;

/** @param areKept does any format have them all? */
function moreEntries(count: number, areKept: boolean, { words }: Tongue): Entry[] {
  if (count <= 0) return [];
  return [{ label: '', text: areKept ? words.more(count) : words.unlisted(count), style: 'dim' }];
}

/** The figure, the status, or both: what the row says. */
function saidBy(result: Result, explained: MeasurableExplanation, tongue: Tongue): string {
  const { words, status } = tongue;
  const value = valueText(result, explained.evaluation, tongue);
  const said = result.status && words.statusOnly(status.declared[result.status]);
  return [value, said].filter((text) => text !== null).join(', ');
}

function verdictEntries(
  explained: MeasurableExplanation,
  explanation: IndicatorExplanation,
  tongue: Tongue,
): Entry[] {
  const { words, status, reasons } = tongue;
  const { year } = explanation;
  const { evaluation } = explained;
  const rivals = evaluation.rivals.slice(0, MOST_ROWS);
  const corrections = correctedTexts(explained, explanation, tongue);
  const word = status.verdicts[evaluation.verdict];
  const verdict = evaluation.waiver ? words.verdictWaived(word) : word;
  return [
    { label: words.labels.verdict, text: verdict, style: VERDICTS[evaluation.verdict].style },
    ...entriesOf([
      [words.labels.reason, reasons[evaluation.reason]],
      ...rivals.map(
        (rival) =>
          [words.labels.disputed, rivalText(rival, explained, explanation, tongue)] as const,
      ),
    ]),
    ...moreEntries(evaluation.rivals.length - rivals.length, true, tongue),
    ...entriesOf(
      corrections.slice(0, MOST_ROWS).map((text) => [words.labels.corrected, text] as const),
    ),
    ...moreEntries(corrections.length - MOST_ROWS, explained.unlisted === 0, tongue),
    ...entriesOf([
      [words.labels.provisional, evaluation.isProvisional ? words.provisional(year) : null],
      [
        words.labels.doubted,
        evaluation.shareDoubt && `${DOUBTED} ${shareDoubtText(evaluation.shareDoubt, tongue)}`,
      ],
      [words.labels.rounding, roundingText(explained, tongue)],
      [words.labels.next, nextText(explained, year, tongue)],
    ]),
  ];
}

/** The rival's figure and place, and the verdict on it where that is another one. */
function rivalText(
  rival: Rival,
  { evaluation }: MeasurableExplanation,
  { plan }: IndicatorExplanation,
  tongue: Tongue,
): string {
  const { words, lang } = tongue;
  const { result } = rival;
  const place = placeOfRow(plan, result);
  return words.rival(
    `${valueText(result, evaluation, tongue)} (${formatPeriod(result.period, lang)})`,
    words.at(citation(place, words.noSource), placeText(place)),
    otherwiseOf(evaluation, rival, tongue),
  );
}

/** What the source of the figure that counts said of the same period before, each once. */
function correctedTexts(
  { results, evaluation }: MeasurableExplanation,
  { plan }: IndicatorExplanation,
  tongue: Tongue,
): string[] {
  const { words } = tongue;
  const now = evaluation.actual && valueText(evaluation.actual, evaluation, tongue);
  return results.flatMap(({ result, standing }) => {
    const before = standing === 'corrected' ? valueText(result, evaluation, tongue) : null;
    if (before === null || before === now) return [];
    const place = placeOfRow(plan, result);
    const at = words.at(citation(place, words.noSource), placeText(place));
    return [words.corrected(before, at)];
  });
}

function declaredEntries(
  { evaluation }: MeasurableExplanation,
  { plan }: IndicatorExplanation,
  tongue: Tongue,
): Entry[] {
  const { words, status, lang, reasons } = tongue;
  const { declared } = evaluation;
  if (!declared) return [];
  const { row, judgement, agrees } = declared;
  const place = placeOfRow(plan, row);
  const cited = words.at(citation(place, words.noSource), placeText(place));
  const why = reasons[judgement.reason];
  return [
    {
      label: words.labels.declared,
      text: words.declared(status.declared[declared.status], formatPeriod(row.period, lang), cited),
    },
    {
      label: words.labels.computedThen,
      text: words.computedThen(status.verdicts[judgement.verdict], why),
    },
    {
      label: '',
      text: declared.standing === 'note' ? words.unproved : agrees ? words.agrees : words.differs,
      style: agrees ? 'good' : declared.standing === 'note' ? 'dim' : 'warn',
    },
  ];
}
