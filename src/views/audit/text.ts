import {
  type Account,
  type AuditFinding,
  type AuditPlace,
  placeOfRow,
  type Setting,
} from '../../audit/finding.ts';
import type { Computed } from '../../evaluation.ts';
import type { Exact } from '../../exact.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { Observation } from '../../result.ts';
import type { Target } from '../../target.ts';
import { VERDICTS } from '../../verdict.ts';
import type { AuditRequest, AuditWords } from '../../words/en/audit.ts';
import type { StatusWords } from '../../words/en/status.ts';
import {
  AS_WRITTEN,
  formatCounts,
  formatResult,
  formatTarget,
  withPeriod,
} from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import type { Lang } from '../../words/langs.ts';
import { formatNumber, formatPeriod } from '../../words/numbers.ts';
import { citation } from '../cited.ts';

/** One place with what stands there, as it is printed. */
export interface PlaceText {
  /** The figure or target that stands there; `null` where the finding has only one. */
  says: string | null;
  /** The document and the place in it. */
  cited: string;
  /** `file:line`. */
  at: string;
}

/** A finding in one language. */
export interface AuditText {
  /** What was found, in short lines. */
  lines: string[];
  /** The same for a letter, without capital and full stop. */
  sentence: string;
  places: PlaceText[];
  request: AuditRequest;
}

/** The words of an audit; verdicts and statuses have those of the attainment table. */
export type AuditSpeech = Speech<'audit' | 'status' | 'reasons'>;

/** What the words are chosen with. */
interface Tongue {
  lang: Lang;
  words: AuditWords;
  status: StatusWords;
  reasons: AuditSpeech['reasons'];
}

/** The finding in words, with the figures in the language's style. */
export function auditText(finding: AuditFinding, speech: AuditSpeech): AuditText {
  const { lang, audit: words, status, reasons } = speech;
  const tongue: Tongue = { lang, words, status, reasons };
  const text = textOf(finding, tongue);
  const area = finding.area === finding.plan.area ? [] : [tongue.words.ofArea(finding.area)];
  const lines = [...text.lines, ...area];
  const sentence = [text.sentence ?? text.lines.join('; '), ...area].join('; ');
  return { ...text, lines, sentence };
}

type Unjoined = Omit<AuditText, 'sentence'> & { sentence?: string };

function textOf(finding: AuditFinding, tongue: Tongue): Unjoined {
  switch (finding.kind) {
    case 'declared-mismatch':
      return declaredText(finding, tongue);
    case 'stale-result':
      return staleText(finding, tongue);
    case 'source-conflict':
      return sourceText(finding, tongue);
    case 'target-conflict':
      return targetText(finding, tongue);
    case 'claim-mismatch':
      return claimText(finding, tongue);
    case 'ratio-mismatch':
      return ratioText(finding, tongue);
  }
}

type Of<Kind extends AuditFinding['kind']> = Extract<AuditFinding, { kind: Kind }>;

function declaredText(finding: Of<'declared-mismatch'>, tongue: Tongue): AuditText {
  const { words, status, lang, reasons } = tongue;
  const { judgement, row, declared } = finding;
  const { verdict, reason } = judgement;
  const parts = reason === 'parts' ? partLines(judgement.parts, tongue) : [];
  const why = reasons[reason];
  return {
    lines: [
      words.declared(status.declared[declared], formatPeriod(row.period, lang)),
      words.computed(status.verdicts[verdict]),
      ...figureLines(finding, tongue),
      ...(parts.length > 0 ? parts : [why]),
    ],
    sentence: declaredSentence(finding, parts, tongue),
    places: declaredPlaces(finding, tongue),
    request: VERDICTS[verdict].judged ? 'review-status' : 'give-figure',
  };
}

function figureLines({ judgement, year }: Of<'declared-mismatch'>, tongue: Tongue): string[] {
  const { actual, target } = judgement;
  if (!target || (target.op === 'done' && actual)) return [];
  const wanted = targetSaid(target, judgement, year, tongue);
  return [
    actual
      ? tongue.words.against(seen(actual, judgement, tongue), wanted)
      : tongue.words.onlyTarget(wanted),
  ];
}

function declaredSentence(
  { judgement, row, declared, year }: Of<'declared-mismatch'>,
  parts: readonly string[],
  tongue: Tongue,
): string {
  const { words, status, lang, reasons } = tongue;
  const { actual, target, verdict, reason } = judgement;
  const said = {
    status: status.declared[declared],
    period: formatPeriod(row.period, lang),
    verdict: status.verdicts[verdict],
    why: reasons[reason],
  };
  if (parts.length > 0) return words.declaredParts({ ...said, parts });
  const wanted = target && targetSaid(target, judgement, year, tongue);
  if (!actual && !VERDICTS[verdict].judged)
    return words.declaredNoFigure({ ...said, target: wanted });
  if (!actual || !target || target.op === 'done') return words.declaredRule(said);
  return words.declaredFigure({
    ...said,
    actual: seen(actual, judgement, tongue),
    target: wanted!,
  });
}

/** Where the status stands, and the figure it was held against where that stands elsewhere. */
function declaredPlaces(finding: Of<'declared-mismatch'>, tongue: Tongue): PlaceText[] {
  const { judgement, row, at, plan } = finding;
  const { actual } = judgement;
  const status = { says: null, ...placed(at, tongue) };
  if (!actual || (actual.line === row.line && actual.file === row.file)) return [status];
  const place = placed(placeOfRow(plan, actual, at.source), tongue);
  return [status, { says: seen(actual, judgement, tongue), ...place }];
}

function partLines(parts: Computed['parts'], { words, status }: Tongue): string[] {
  return parts
    .filter(({ target }) => target !== null)
    .map((part) => words.partVerdict(oneLine(part.measurable.name), status.verdicts[part.verdict]));
}

/** The figure with its period, `19,67% (2022)`. */
function seen(actual: Observation, { measurable, target }: Computed, tongue: Tongue): string {
  const value = figure(actual, measurable.unit, target, tongue);
  return withPeriod(value, actual, tongue.lang);
}

function figure(
  actual: Observation,
  unit: string | null,
  target: Target | null,
  { lang, words }: Tongue,
): string {
  return together(formatResult(actual, { unit, target }, lang, words));
}

/** A milestone is said in the document's own words, where the plan keeps them. */
function targetSaid(
  target: Target,
  { measurable }: Pick<Computed, 'measurable'>,
  year: number,
  { lang, words }: Tongue,
): string {
  const wording = measurable.wording.get(year);
  const done = wording === undefined ? words.milestone : `“${oneLine(wording)}”`;
  const text = formatTarget(target, measurable.unit, lang, done);
  return target.op === 'done' ? text : together(text);
}

function placed(place: AuditPlace, { words }: Tongue): Omit<PlaceText, 'says'> {
  return { cited: citation(place, words.noSource), at: `${place.file}:${place.line}` };
}

function staleText(finding: Of<'stale-result'>, tongue: Tongue): Unjoined {
  const { words, status, lang } = tongue;
  const { declared, row, accounts, why, at } = finding;
  const shown = accounts
    .map((account) => withPeriod(accountFigure(account, tongue), account.observation, lang))
    .join('; ');
  const say = why === 'earlier-year' ? words.staleEarlier : words.staleAfter;
  return {
    lines: [say(status.declared[declared], formatPeriod(row.period, lang), shown)],
    places: [
      { says: status.declared[declared], ...placed(at, tongue) },
      ...accounts.flatMap((account) => accountPlaces(account, tongue)),
    ],
    request: 'give-current',
  };
}

/** The figure as it is printed, with its counts where they are: `9,4% (180/1.919)`. */
function accountFigure({ observation, measurable }: Account, tongue: Tongue): string {
  const { counts, printed } = observation;
  if (counts === null) return figure(observation, measurable.unit, null, tongue);
  const value =
    printed === null
      ? figure(observation, measurable.unit, null, tongue)
      : `${formatNumber(printed, tongue.lang, { places: AS_WRITTEN })}${measurable.unit === '%' ? '%' : ''}`;
  return together(`${value} (${formatCounts(counts, tongue.lang)})`);
}

function accountPlaces(account: Account, tongue: Tongue): PlaceText[] {
  const { places } = account;
  const says = accountFigure(account, tongue);
  return places.map((place) => ({ says, ...placed(place, tongue) }));
}

function sourceText(finding: Of<'source-conflict'>, tongue: Tongue): Unjoined {
  const { words } = tongue;
  const { accounts, year, agreement } = finding;
  const places = accounts.flatMap((account) => accountPlaces(account, tongue));
  const values = [...new Set(places.map(({ says }) => says!))];
  return {
    lines: [
      words.results(year, values),
      ...(agreement === 'different' ? [] : [words.agreed[agreement]]),
    ],
    places: bySays(places, values),
    request: finding.isNote ? 'none' : 'which-figure',
  };
}

/** Places that say the same stand together. */
function bySays(places: readonly PlaceText[], order: readonly string[]): PlaceText[] {
  return places.toSorted((a, b) => order.indexOf(a.says!) - order.indexOf(b.says!));
}

function targetText(finding: Of<'target-conflict'>, tongue: Tongue): Unjoined {
  const { words } = tongue;
  const { settings, why } = finding;
  const says = (one: Setting) => targetSaid(one.target, one, one.year, tongue);
  const places = settings.map((one) => ({ says: says(one), ...placed(one.place, tongue) }));
  const values = [...new Set(places.map((place) => place.says))];
  const [first, last] = [settings[0]!, settings.at(-1)!];
  const lines =
    why === 'later-looser'
      ? [words.laterLooser(says(last), last.year, says(first), first.year)]
      : [
          words.targets(first.year, values),
          ...(why === 'different' ? [] : [words.targetNote[why]]),
        ];
  return {
    lines,
    places: bySays(places, values),
    request: finding.isNote ? 'none' : 'which-target',
  };
}

function claimText(finding: Of<'claim-mismatch'>, tongue: Tongue): Unjoined {
  const { claim, found, at } = finding;
  return {
    lines: [tongue.words.total(oneLine(claim.text), found, claim.kind === 'count')],
    places: [{ says: null, ...placed(at, tongue) }],
    request: 'which-total',
  };
}

function ratioText(finding: Of<'ratio-mismatch'>, tongue: Tongue): Unjoined {
  const { row, printed, counts, measurable, at } = finding;
  const { lang, words } = tongue;
  const percent = measurable.unit === '%' ? '%' : '';
  const number = (value: Exact) => formatNumber(value, lang, { places: AS_WRITTEN });
  const computed = formatNumber(row.value.value, lang, { apartFrom: [printed] });
  return {
    lines: [
      words.ratio(
        `${number(printed)}${percent}`,
        formatCounts(counts, lang),
        `${computed}${percent}`,
      ),
    ],
    places: [{ says: null, ...placed(at, tongue) }],
    request: finding.isNote ? 'none' : 'which-value',
  };
}
