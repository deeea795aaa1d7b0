import type { AreaCatalogue } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import { identityText } from '../../delivery.ts';
import type { Form, FormCell, FormColumn, FormTable, FormText } from '../../formats/form.ts';
import { oneLine } from '../../formats/printable.ts';
import { fullName } from '../../plan.ts';
import { hasValue } from '../../result.ts';
import type { AskedFigure, Recipient, RoundSheet, Round as WholeRound } from '../../round.ts';
import { isMilestone } from '../../target.ts';
import { isPercent } from '../../unit.ts';
import type { SheetWords } from '../../words/en/sheet.ts';
import { formatResult, formatTarget } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS } from '../../words/langs.ts';
import { formatPeriod } from '../../words/numbers.ts';

/** What a sheet is of. */
export type Round = Pick<WholeRound, 'plan' | 'period' | 'year' | 'asOf'>;

/** What a sheet is written with. */
export interface SheetView {
  speech: Speech<'sheet'>;
  /** The lines of how to fill it in, in every language, the sheet's own first. */
  how: readonly SheetWords['how'][];
  areas: AreaCatalogue;
  /** The day by which it is to be sent, where one is known. */
  due: Day | null;
}

/** The name of an agency or area as people know it; its code where nobody says it. */
export function recipientName(
  recipient: Recipient | null,
  { plan }: Pick<Round, 'plan'>,
  { speech, areas }: Pick<SheetView, 'speech' | 'areas'>,
): string {
  if (recipient === null) return speech.sheet.everyone;
  const { kind, code } = recipient;
  if (kind === 'lead') return oneLine(plan.agencies.get(code) ?? code);
  const area = areas.get(code);
  return area === undefined ? code : LANGS[speech.lang].nameOf(area);
}

/** The sheet of one recipient as a form; a tab without rows is left out. */
export function sheetForm(sheet: RoundSheet, round: Round, view: SheetView): Form {
  const { speech, how } = view;
  const { sheet: words } = speech;
  const title = words.title(round.plan.document, round.period);
  const tables = [resultsTable(sheet, round, view), tasksTable(sheet, round, view)];
  const lines = how.flatMap((own, index) => (index === 0 ? own : [{ text: '' }, ...own]));
  const help: FormText = { kind: 'text', name: words.tabs.how, lines };
  return {
    title,
    lang: speech.lang,
    tabs: [...tables.filter(({ rows }) => rows.length > 0), help],
  };
}

const fixed = (title: string, width: number): FormColumn => ({ title, width, isFilled: false });
const hidden = (title: string): FormColumn => fixed(title, 0);
const filled = (title: string, width: number, prompt?: string): FormColumn => ({
  title,
  width,
  isFilled: true,
  ...(prompt === undefined ? {} : { prompt }),
});
const cell = (text: string): FormCell => ({ text: oneLine(text) });
const EMPTY: FormCell = { text: '' };

/** The tab of figures. */
export function resultsTable(sheet: RoundSheet, round: Round, view: SheetView): FormTable {
  const { sheet: words } = view.speech;
  const { results: names, prompts } = words;
  const identity = identityOf(sheet, round);
  return {
    kind: 'table',
    name: words.tabs.results,
    titles: [
      words.title(round.plan.document, round.period),
      words.recipient(recipientName(sheet.recipient, round, view), round.asOf, view.due),
    ],
    columns: [
      fixed(names.indicator, 13),
      fixed(names.name, 40),
      fixed(names.unit, 11),
      fixed(names.target(round.year), 12),
      fixed(names.last, 12),
      fixed(names.lastPeriod, 13),
      hidden(names.period),
      filled(names.value, 13, prompts.number),
      filled(names.numerator, 11, prompts.counts),
      filled(names.denominator, 11, prompts.counts),
      filled(names.status, 18, prompts.status),
      filled(names.note, 22),
      filled(names.source, 22, prompts.source),
      hidden(names.sheet),
    ],
    rows: sheet.figures.map((figure) => [
      cell(figure.address),
      cell(fullName(figure)),
      cell(figure.measurable.unit ?? ''),
      ...knownCells(figure, round.year, view),
      cell(round.period.text),
      valueCell(figure, words),
      { text: '', format: 'count' },
      { text: '', format: 'count' },
      { text: '', choices: words.statuses },
      EMPTY,
      EMPTY,
      cell(identity),
    ]),
  };
}

function identityOf({ recipient }: RoundSheet, { plan, period }: Round): string {
  return identityText({ plan: plan.id, period: period.text, recipient });
}

/** The target, with its year where that is not the round's; the last figure and its period. */
function knownCells(figure: AskedFigure, year: number, { speech }: SheetView): FormCell[] {
  const { target, last, measurable } = figure;
  const { sheet: words, lang } = speech;
  const { unit } = measurable;
  const text = target === null ? '' : formatTarget(target, unit, lang, words.done);
  const asked = figure.year === year ? text : `${text} (${figure.year})`;
  if (last === null || !hasValue(last)) return [cell(asked), EMPTY, EMPTY];
  const said = formatResult(last, { unit, target }, lang, words);
  return [cell(asked), cell(said), cell(formatPeriod(last.period, lang))];
}

function valueCell({ target, measurable }: AskedFigure, { milestones }: SheetWords): FormCell {
  if (target !== null && isMilestone(target)) return { text: '', choices: milestones };
  return { text: '', format: isPercent(measurable.unit) ? 'percent' : 'number' };
}

/** The tab of tasks and duties. */
export function tasksTable(sheet: RoundSheet, round: Round, view: SheetView): FormTable {
  const { sheet: words } = view.speech;
  const { tasks: names, prompts } = words;
  const identity = identityOf(sheet, round);
  return {
    kind: 'table',
    name: words.tabs.tasks,
    titles: [
      words.tasksTitle(round.plan.document),
      words.recipient(recipientName(sheet.recipient, round, view), round.asOf, view.due),
    ],
    columns: [
      fixed(names.task, 12),
      fixed(names.title, 56),
      fixed(names.occurrence, 13),
      fixed(names.state, 20),
      fixed(names.last, 22),
      filled(names.status, 18, prompts.taskStatus),
      filled(names.date, 13, prompts.date),
      filled(names.due, 13, prompts.date),
      filled(names.note, 32, prompts.reason),
      hidden(names.sheet),
    ],
    rows: sheet.items.map((item) => {
      const { reported, note, originalDue } = item;
      const planned = originalDue ?? item.due;
      const isMoved = originalDue !== null && item.due !== null;
      const states = [
        item.state === 'undated' ? words.noDate(item.per) : words.state(item.state),
        ...(isMoved ? [words.extended(item.due!)] : []),
      ];
      const said = reported === null ? [] : [words.reported(reported.status, reported.date)];
      return [
        cell(item.id),
        cell(item.title),
        planned === null ? EMPTY : { ...cell(words.deadline(planned)), day: planned },
        cell(states.join(', ')),
        cell([...said, ...(note === '' ? [] : [note])].join('; ')),
        { text: '', choices: words.taskStatuses },
        { text: '', format: 'day' },
        { text: '', format: 'day' },
        EMPTY,
        cell(identity),
      ];
    }),
  };
}
