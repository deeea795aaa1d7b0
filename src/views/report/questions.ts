import type { AuditFinding } from '../../audit/finding.ts';
import { deciding } from '../../evaluation.ts';
import { countAll } from '../../finding.ts';
import { type Block, heading, list, paragraph } from '../../formats/document.ts';
import { loosened, oneLine } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
import { needsLooking } from '../../not-counted.ts';
import type { PlanReport } from '../../report.ts';
import { capitalised } from '../../words/capital.ts';
import { nameOf } from '../audit/table.ts';
import { foundAt, foundSentence, moreLike, requestOf } from '../audit/text.ts';
import { DOUBTED, disputeLine, notCountedReasons, shareDoubtText } from '../evidence.ts';
import { leadNames } from './deadlines.ts';
import { figureInWords } from './target-words.ts';
import type { ReportContext } from './view.ts';

/** What the sources do not agree on, as questions to the agencies that lead, numbered through. */
export function questionBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words } = context;
  const found = report.questions.filter((one) => !one.isNote && !isRemark(one));
  const remarks = report.questions.filter((one) => !one.isNote && isRemark(one));
  const notes = countAll(report.questions.filter(({ isNote }) => isNote));
  const asked = [
    ...found.map((one): Question => {
      return { lead: one.lead, text: questionText(one, context), more: one.more ?? 0 };
    }),
    ...doubtsBeyond(report, context),
    ...uncountedRows(report, context),
    ...uncountedFiles(report, context),
  ];
  let next = 1;
  return [
    paragraph(words.questions(countAll(asked), notes)),
    ...byLead(asked).flatMap(([first, ...more]): Block[] => {
      const own = [first!, ...more];
      const start = next;
      next += own.length;
      const { lead } = first!;
      const who = lead === null ? words.senders : leadNames(report.plan, lead, context);
      return [
        heading(level, words.counted(who, countAll(own))),
        { kind: 'list', start, items: own.map(({ text }) => text) },
      ];
    }),
    ...(remarks.length === 0
      ? []
      : [
          heading(level, words.counted(words.chapters.remarks, countAll(remarks))),
          ...list(remarks.map((one) => questionText(one, context))),
        ]),
  ];
}

/** Better than declared: nothing that an agency has to clear up. */
function isRemark(found: AuditFinding): boolean {
  return (
    found.kind === 'declared-mismatch' &&
    found.declared === 'met' &&
    found.judgement.verdict === 'exceeded' &&
    found.message.args.rival === null
  );
}

interface Question {
  /** `null` where whoever sent a file is asked. */
  lead: readonly string[] | null;
  text: string;
  /** So many more like it are only counted. */
  more: number;
}

/** Verdicts that another source disputes and that no finding of the audit is about, and doubted shares. */
function doubtsBeyond({ asked, evaluation }: PlanReport, { view }: ReportContext): Question[] {
  return evaluation.indicators.flatMap((whole) =>
    deciding([whole]).flatMap((one) => {
      const rivals = asked.has(one.address) ? [] : one.rivals;
      const texts = [
        ...rivals.map((rival) => disputeLine(one, rival, view.speech)),
        ...(one.shareDoubt === null
          ? []
          : [`${DOUBTED} ${one.address}: ${shareDoubtText(one.shareDoubt, view.speech)}`]),
      ];
      return texts.map((text) => ({ lead: whole.indicator.lead, text: loosened(text), more: 0 }));
    }),
  );
}

/** Rows that were sent and cannot count, by indicator: who leads it is to send the right figure. */
function uncountedRows(
  { plan, evaluation }: PlanReport,
  { view, words }: ReportContext,
): Question[] {
  const rows = grouped(
    evaluation.notCounted.filter(needsLooking),
    ({ indicator }) => indicator?.split('/')[0],
  );
  return plan.indicators.flatMap((indicator) => {
    const own = rows.get(indicator.id);
    if (own === undefined) return [];
    const reasons = notCountedReasons(own, view.speech.evidence);
    const about = `${oneLine(indicator.name)} (${indicator.id})`;
    return [{ lead: indicator.lead, text: loosened(words.uncounted(about, reasons)), more: 0 }];
  });
}

/** What was sent, cannot count and is of none of the plan's indicators, by file. */
function uncountedFiles(
  { whole, evaluation }: PlanReport,
  { view, words }: ReportContext,
): Question[] {
  const known = new Set(whole.indicators.map(({ id }) => id));
  const rows = evaluation.notCounted
    .filter(needsLooking)
    .filter(({ indicator }) => !known.has(indicator?.split('/')[0] ?? ''));
  return [...grouped(rows, ({ file }) => file)].map(([file, own]) => {
    const reasons = notCountedReasons(own, view.speech.evidence);
    return { lead: null, text: loosened(words.uncounted(oneLine(file), reasons)), more: 0 };
  });
}

/** In the order in which they are found; what names no lead comes last, and files behind it. */
function byLead(questions: readonly Question[]): Question[][] {
  const groups = [...grouped(questions, ({ lead }) => lead?.join('\n')).values()];
  const rank = ([first]: readonly Question[]) =>
    first!.lead === null ? 2 : Number(first!.lead.length === 0);
  return groups.sort((a, b) => rank(a) - rank(b));
}

/** What was found, what is asked, and where it stands. */
function questionText(found: AuditFinding, { view, words }: ReportContext): string {
  const sentence = foundSentence(found, view.speech, (figure) => figureInWords(figure, { words }));
  const name = nameOf(found);
  const about = name === null ? found.plan.document : `${name} (${found.address})`;
  const where = foundAt(found, view.speech)
    .map(
      ({ says, cited, at }) =>
        `${says === null ? '' : `${figureInWords(loosened(says), { words })}: `}${cited}${view.withFiles && at !== null ? ` (${at})` : ''}`,
    )
    .join('; ');
  const asked = isRemark(found) ? '' : view.speech.audit.requests[requestOf(found)];
  return loosened(
    [
      `${about}: ${sentence}.`,
      ...(asked === '' ? [] : [asked]),
      words.placed(where),
      ...moreLike(found, view.speech).map((text) => `${capitalised(text)}.`),
    ].join(' '),
  );
}
