import type { Standing } from '../../collection.ts';
import type { Finding, Place } from '../../finding.ts';
import { type Document, heading, list, paragraph } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { View } from '../../formats/view.ts';
import type { DeadlineItem } from '../../overdue.ts';
import { placeText } from '../../place.ts';
import { fullName } from '../../plan.ts';
import { formatTarget } from '../../words/figures.ts';
import { formatDay } from '../../words/numbers.ts';
import { say } from '../../words/say.ts';
import { recipientName } from '../sheet/form.ts';
import { type Collected, type CollectSpeech, foundIn } from './told.ts';

/** Has the recipient something to send or to correct? */
export function needsLetter(standing: Standing, told: Collected): boolean {
  const { sending, hasGaps } = standing;
  return sending === 'not-sent' || hasGaps || refusedOf(standing, told).length > 0;
}

/** A letter of reminder as a document of its own. */
export function letterView(standing: Standing, told: Collected, speech: CollectSpeech): View {
  return { document: () => letterOf(standing, told, speech, 1) };
}

/** What is missing of a recipient and what it is to correct, as a letter under a heading of that level. */
export function letterOf(
  standing: Standing,
  told: Collected,
  speech: CollectSpeech,
  level: number,
): Document {
  const { round, due, areas } = told;
  const { letter: words } = speech.collect;
  const { sheet, received, missing, silent } = standing;
  const { document, title } = round.plan;
  const plan = `${document} (${oneLine(title)})`;
  const refused = refusedOf(standing, told);
  const unsaid = new Set(silent);
  const overdue = sheet.items.filter((item) => item.state === 'overdue' && !unsaid.has(item));
  const opening =
    received === null
      ? words.notSent(plan, round.period, round.asOf)
      : words.gaps(plan, round.period, received);
  return [
    heading(level, words.subject(round.period)),
    paragraph(words.to(recipientName(sheet.recipient, round, { speech, areas }))),
    paragraph([opening, ...(due === null ? [] : [words.due(due, due < round.asOf)])].join(' ')),
    ...part(
      words.missing,
      missing.map((figure) => figureLine(figure, speech)),
    ),
    ...part(
      words.refused,
      refused.map(({ place, message }) => `${ownPlace(place)}: ${say(message, speech)}`),
    ),
    ...part(
      words.silent,
      silent.map((item) => itemLine(item, speech)),
    ),
    ...part(
      words.overdue,
      overdue.map((item) => itemLine(item, speech)),
    ),
    paragraph(words.closing),
  ];
}

/** Where the recipient finds it: in its own file, wherever that lies here. */
function ownPlace(place: Place): string {
  return placeText({ ...place, file: place.file.split(/[\\/]/).at(-1)! });
}

function part(title: string, lines: readonly string[]): Document {
  return lines.length === 0 ? [] : [paragraph(`${title}:`), ...list(lines)];
}

function itemLine({ id, title, due }: DeadlineItem, { lang }: CollectSpeech): string {
  const last = due === null ? '' : ` (${formatDay(due, lang)})`;
  return `${id}: ${oneLine(title)}${last}`;
}

function figureLine(figure: Standing['missing'][number], { lang, sheet }: CollectSpeech): string {
  const { address, measurable, target } = figure;
  const unit = measurable.unit === null ? '' : `, ${measurable.unit}`;
  const asked =
    target === null ? '' : `, ${formatTarget(target, measurable.unit, lang, sheet.done)}`;
  return `${address}: ${oneLine(fullName(figure))}${unit}${asked}`;
}

function refusedOf({ sheet }: Standing, told: Collected): Finding[] {
  const { kind, code } = sheet.recipient;
  const own = told.sheets.filter(
    ({ recipient }) => recipient?.kind === kind && recipient.code === code,
  );
  return foundIn({ ...told, sheets: own }, 'refused');
}
