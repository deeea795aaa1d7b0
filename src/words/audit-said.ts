import { NATION } from '../audit/finding.ts';
import { fromFraction } from '../exact.ts';
import type {
  AuditArgs,
  SaidArea,
  SaidCounts,
  SaidResult,
  WordedTarget,
} from '../message/audit.ts';
import type { MessageOf, Words } from '../message/message.ts';
import { yearPeriod } from '../period.ts';
import type { ResultValue } from '../result.ts';
import { isMilestone, parseTarget, type Target } from '../target.ts';
import { isPercent } from '../unit.ts';
import { VERDICTS } from '../verdict.ts';
import type { AuditWords } from './en/audit.ts';
import type { ReasonWords } from './en/reason.ts';
import type { StatusWords } from './en/status.ts';
import { AS_WRITTEN, formatCounts, formatResult, formatTarget } from './figures.ts';
import { LANGS, type Lang } from './langs.ts';
import { formatNumber, formatPeriod } from './numbers.ts';
import { oneLine } from './quote.ts';

/** The words of an audit; verdicts and statuses have those of the attainment table. */
export interface AuditSpeech {
  readonly lang: Lang;
  readonly audit: AuditWords;
  readonly status: StatusWords;
  readonly reasons: ReasonWords;
}

/** How a figure is written: as it is, or protected so that a table does not break it. */
type Keep = (figure: string) => string;

const asItIs: Keep = (figure) => figure;

type Said<Kind extends keyof AuditArgs> = AuditArgs[Kind];

/** What was found, in short lines. */
export function auditLines(
  { code, args }: MessageOf<AuditKind>,
  speech: AuditSpeech,
  keep = asItIs,
): string[] {
  const lines = LINES[code] as (args: Said<AuditKind>, speech: AuditSpeech, keep: Keep) => string[];
  return [...lines(args, speech, keep), ...ofArea(args, speech)];
}

/** The same for a letter, without capital and full stop. */
export function auditSentence(
  said: MessageOf<AuditKind>,
  speech: AuditSpeech,
  keep = asItIs,
): string {
  return said.code === 'declared-mismatch'
    ? [
        declaredSentence(said.args, speech, keep),
        ...againstAll(said.args, speech),
        ...ofArea(said.args, speech),
      ].join('; ')
    : auditLines(said, speech, keep).join('; ');
}

type AuditKind = Exclude<keyof AuditArgs, 'figure-here' | 'target-here' | 'status-here'>;

/** The messages of the audit, each in one line that names what it is about. */
export function auditMessages(speech: AuditSpeech): Words<AuditArgs> {
  const line =
    <Kind extends AuditKind>(code: Kind) =>
    (args: Said<Kind>) =>
      [
        ...(args.id === null ? [] : [`${args.id}: `]),
        auditLines({ code, args } as MessageOf<AuditKind>, speech).join('; '),
      ].join('');
  const { audit } = speech;
  return {
    'declared-mismatch': line('declared-mismatch'),
    'stale-result': line('stale-result'),
    'source-conflict': line('source-conflict'),
    'target-conflict': line('target-conflict'),
    'claim-mismatch': line('claim-mismatch'),
    'ratio-mismatch': line('ratio-mismatch'),
    'figure-here': ({ figure }) => audit.figureHere(datedFigure(figure, null, speech, asItIs)),
    'target-here': ({ target }) => audit.targetHere(target.year, targetSaid(target, speech)),
    'status-here': ({ status }) => audit.statusHere(speech.status.declared[status]),
  };
}

function ofArea({ area }: { area: SaidArea | null }, { audit, lang }: AuditSpeech): string[] {
  if (area === null) return [];
  const { code, named } = area;
  if (code === NATION) return [audit.ofNation];
  return [audit.ofArea(named === null ? code : `${LANGS[lang].nameOf(named)} (${code})`)];
}

const LINES: {
  [Kind in AuditKind]: (args: Said<Kind>, speech: AuditSpeech, keep: Keep) => string[];
} = {
  'declared-mismatch': (args, speech, keep) => {
    const { audit, status, reasons, lang } = speech;
    const parts = partLines(args, speech);
    return [
      audit.declared(status.declared[args.declared], formatPeriod(args.period, lang)),
      ...againstAll(args, speech),
      audit.computed(status.verdicts[args.verdict]),
      ...figureLines(args, speech, keep),
      ...(parts.length > 0 ? parts : [reasons[args.reason]]),
    ];
  },
  'stale-result': ({ declared, period, why, figures }, speech, keep) => {
    const { audit, status, lang } = speech;
    const shown = figures.map((one) =>
      withItsPeriod(accountFigure(one, speech, keep), one, speech),
    );
    if (declared === null)
      return [audit.staleRepeated(formatPeriod(period, lang), shown.join('; '))];
    const say = why === 'earlier-year' ? audit.staleEarlier : audit.staleAfter;
    return [say(status.declared[declared], formatPeriod(period, lang), shown.join('; '))];
  },
  'source-conflict': ({ year, figures, agreement, whole, tipped, mistaken }, speech, keep) => [
    ...differingLines({ year, figures, agreement, whole }, speech, keep),
    ...(tipped === null
      ? []
      : [
          speech.audit.tipped(
            targetSaid(tipped.target, speech, keep),
            firstOf(
              unique(figures.map((one, index) => verdictBy(one, index, tipped, { speech, keep }))),
              speech,
            ),
          ),
        ]),
    ...(mistaken === null
      ? []
      : [
          speech.audit.mistaken(
            accountFigure(mistaken.figure, speech, keep),
            mistaken.of,
            mistaken.year,
          ),
        ]),
  ],
  'target-conflict': ({ targets, names, why, figure }, speech, keep) => {
    const { audit } = speech;
    const said = targets.map((one) => targetSaid(one, speech, keep));
    const [first, last] = [targets[0]!, targets.at(-1)!];
    if (why === 'already-reached')
      return [
        audit.alreadyReached(said[0]!, first.year, datedFigure(figure!, first, speech, keep)),
      ];
    if (why === 'later-looser')
      return [audit.laterLooser(said.at(-1)!, last.year, said[0]!, first.year)];
    if (why === 'called-local')
      return [
        audit.calledLocal(said[0]!, first.year, datedTargets(targets.slice(1), speech, keep)),
      ];
    if (why === 'part-greater' || why === 'look-alike') {
      const each = said.map((target, index) => audit.ofIndicator(oneLine(names[index]!), target));
      return [audit[why === 'look-alike' ? 'lookAlike' : 'partTarget'](first.year, unique(each))];
    }
    return [
      audit.targets(first.year, unique(said)),
      ...(why === 'different' ? [] : [audit.targetNote[why]]),
    ];
  },
  'claim-mismatch': ({ said, found, isListed }, { audit }) => [
    audit.total(oneLine(said), found, isListed),
  ],
  'ratio-mismatch': ({ printed, quotient, counts, unit }, { audit, lang }) => {
    const percent = isPercent(unit) ? '%' : '';
    const [shown, exactly] = [fromFraction(printed), fromFraction(quotient)];
    return [
      audit.ratio(
        `${formatNumber(shown, lang, { places: AS_WRITTEN })}${percent}`,
        formatCounts(exactCounts(counts), lang),
        `${formatNumber(exactly, lang, { apartFrom: [shown] })}${percent}`,
      ),
    ];
  },
};

/** What one of several figures would give, with the total that it would make. */
function verdictBy(
  figure: SaidResult,
  index: number,
  { verdicts, totals }: NonNullable<Said<'source-conflict'>['tipped']>,
  { speech, keep }: { speech: AuditSpeech; keep: Keep },
): string {
  const { audit, status } = speech;
  const total = totals[index] ?? null;
  return audit.verdictBy(
    accountFigure(figure, speech, keep),
    status.verdicts[verdicts[index]!],
    total && datedFigure(total, null, speech, keep),
  );
}

/** So many figures are said one by one. */
const MOST_FIGURES = 20;

type Differing = Pick<Said<'source-conflict'>, 'year' | 'figures' | 'agreement' | 'whole'>;

function differingLines(
  { year, figures, agreement, whole }: Differing,
  speech: AuditSpeech,
  keep: Keep,
): string[] {
  const { audit } = speech;
  const all = [...figures, ...(whole?.figures ?? [])];
  const common = all.every(({ period }) => period.text === all[0]!.period.text);
  const period = common ? all[0]!.period : yearPeriod(year);
  const said = (told: readonly SaidResult[]): readonly string[] => {
    if (common) return firstOf(unique(told.map((one) => accountFigure(one, speech, keep))), speech);
    const periods = periodsByFigure(told, speech, keep);
    const texts = [...periods].map(([figure, own]) => `${figure} (${[...own].join('; ')})`);
    return firstOf(texts, speech);
  };
  if (agreement === 'part-greater')
    return [audit.partFigure(period, said(figures), oneLine(whole!.name), said(whole!.figures))];
  return [
    audit.results(period, said(figures)),
    ...(agreement === 'different' ? [] : [audit.agreed[agreement]]),
  ];
}

function datedTargets(targets: readonly WordedTarget[], speech: AuditSpeech, keep: Keep) {
  const said = targets.map((one) => `${targetSaid(one, speech, keep)} (${one.year})`);
  return unique(said);
}

/** What contradicts the official word whatever the figures say. */
function againstAll(args: Said<'declared-mismatch'>, { audit, status }: AuditSpeech): string[] {
  const { standing, rival, verdict, declared } = args;
  if (rival !== null) return [audit.rival(status.declared[rival])];
  const isBeyondCap =
    standing === 'contradicted' && declared === 'exceeded' && !VERDICTS[verdict].judged;
  return isBeyondCap ? [audit.capped] : [];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function figureLines(
  { figure, target }: Said<'declared-mismatch'>,
  speech: AuditSpeech,
  keep: Keep,
): string[] {
  const { audit } = speech;
  if (!target || (figure && isMilestone(readTarget(target)))) return [];
  const wanted = targetSaid(target, speech, keep);
  return [
    figure
      ? audit.against(datedFigure(figure, target, speech, keep), wanted)
      : audit.onlyTarget(wanted),
  ];
}

function partLines({ parts }: Said<'declared-mismatch'>, { audit, status }: AuditSpeech) {
  return parts.map(({ name, verdict }) =>
    audit.partVerdict(oneLine(name), status.verdicts[verdict]),
  );
}

function declaredSentence(
  args: Said<'declared-mismatch'>,
  speech: AuditSpeech,
  keep: Keep,
): string {
  const { audit, status, reasons, lang } = speech;
  const { figure, target, verdict } = args;
  const said = {
    status: status.declared[args.declared],
    period: formatPeriod(args.period, lang),
    verdict: status.verdicts[verdict],
    why: reasons[args.reason],
  };
  const parts = partLines(args, speech);
  if (parts.length > 0) return audit.declaredParts({ ...said, parts });
  const wanted = target && targetSaid(target, speech, keep);
  if (!figure && !VERDICTS[verdict].judged)
    return audit.declaredNoFigure({ ...said, target: wanted });
  if (!figure || !target || !wanted || isMilestone(readTarget(target)))
    return audit.declaredRule(said);
  const actual = datedFigure(figure, target, speech, keep);
  return audit.declaredFigure({ ...said, actual, target: wanted });
}

/** A figure with its period, `19,67% (2022)`; apart from the target that it is held against. */
export function datedFigure(
  figure: SaidResult,
  target: WordedTarget | null,
  speech: AuditSpeech,
  keep = asItIs,
): string {
  const read = target && readTarget(target);
  return withItsPeriod(keep(plainFigure(figure, read, speech)), figure, speech);
}

/** The first of what is said of figures, and how many more there are. */
function firstOf(texts: readonly string[], { audit }: AuditSpeech): readonly string[] {
  const more = texts.length - MOST_FIGURES;
  return more <= 1 ? texts : [...texts.slice(0, MOST_FIGURES), audit.moreFigures(more)];
}

/** The different figures, each with the periods that it is given for. */
function periodsByFigure(
  told: readonly SaidResult[],
  speech: AuditSpeech,
  keep: Keep,
): Map<string, Set<string>> {
  const periods = new Map<string, Set<string>>();
  for (const one of told) {
    const figure = accountFigure(one, speech, keep);
    const own = periods.get(figure) ?? new Set();
    periods.set(figure, own.add(formatPeriod(one.period, speech.lang)));
  }
  return periods;
}

function withItsPeriod(said: string, { period }: SaidResult, { lang }: AuditSpeech): string {
  return `${said} (${formatPeriod(period, lang)})`;
}

/** What was said last of each figure: those of a conflict are said of every source, verdict and place. */
const SAID = new WeakMap<SaidResult, { speech: AuditSpeech; keep: Keep; text: string }>();

/** The figure as it is printed, with its counts where they are: `9,4% (180/1.919)`. */
export function accountFigure(figure: SaidResult, speech: AuditSpeech, keep = asItIs): string {
  const last = SAID.get(figure);
  if (last?.speech === speech && last.keep === keep) return last.text;
  const text = figureSaid(figure, speech, keep);
  SAID.set(figure, { speech, keep, text });
  return text;
}

function figureSaid(figure: SaidResult, speech: AuditSpeech, keep: Keep): string {
  const { printed, counts, unit } = figure;
  if (counts === null) return keep(plainFigure(figure, null, speech));
  const { lang } = speech;
  const value =
    printed === null
      ? plainFigure(figure, null, speech)
      : `${formatNumber(fromFraction(printed), lang, { places: AS_WRITTEN })}${isPercent(unit) ? '%' : ''}`;
  return keep(`${value} (${formatCounts(exactCounts(counts), lang)})`);
}

function plainFigure(
  { value, about, bound, share, counts, isMade, unit }: SaidResult,
  target: Target | null,
  { lang, audit }: AuditSpeech,
): string {
  const read: ResultValue =
    typeof value === 'boolean'
      ? {
          ...{ kind: 'milestone', done: value, about },
          ...(share !== null && { share: fromFraction(share) }),
          ...(bound !== null && { bound }),
        }
      : { kind: 'number', value: fromFraction(value), about, ...(bound !== null && { bound }) };
  const made = isMade && { coverage: { areas: [], missing: [] } };
  const result = { value: read, counts: counts && exactCounts(counts), ...made };
  return formatResult(result, { unit, target }, lang, audit);
}

function exactCounts({ numerator, denominator }: SaidCounts) {
  return { numerator: fromFraction(numerator), denominator: fromFraction(denominator) };
}

/** The target; a milestone is said in the document's own words, where the plan keeps them. */
export function targetSaid(
  target: WordedTarget,
  { lang, audit }: AuditSpeech,
  keep = asItIs,
): string {
  const read = readTarget(target);
  const { unit, wording } = target;
  if (!isMilestone(read)) return keep(formatTarget(read, unit, lang, audit.milestone));
  return wording === null ? audit.milestone : `“${oneLine(wording)}”`;
}

function readTarget({ text }: WordedTarget): Target {
  return parseTarget(text)!;
}
