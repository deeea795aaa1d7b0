import { isDueBy } from '../../collection.ts';
import type { Finding, Place } from '../../finding.ts';
import { observedText } from '../../observation.ts';
import type { ProgressRow } from '../../progress.ts';
import type { Merged } from '../../received.ts';
import type { Result } from '../../result.ts';
import { say } from '../../words/say.ts';
import { recipientName } from '../sheet/form.ts';
import { type Collected, type CollectSpeech, countsOf, foundIn } from './told.ts';

/**
 * A collection in the published shape of `collect --format json`, `collect/1`. Names and messages are
 * in the language of the output, everything else is free of locale.
 */
export function collectJson(told: Collected, speech: CollectSpeech) {
  const { round, due, standings, isDryRun, files, areas } = told;
  const { plan, period, asOf, unled } = round;
  return {
    format: 'collect/1',
    asOf,
    plan: { id: plan.id, document: plan.document, file: plan.file },
    period: period.text,
    due,
    dryRun: isDryRun,
    counts: countsOf(told),
    recipients: standings.map(({ sheet, sending, received, isLate, missing, silent, sheets }) => ({
      ...sheet.recipient,
      name: recipientName(sheet.recipient, round, { speech, areas }),
      state: sending,
      received,
      late: isLate,
      asked: sheet.figures.length,
      answered: sheet.figures.length - missing.length,
      missing: missing.map(({ address }) => address),
      sheets,
      due: sheet.items.filter((item) => isDueBy(item, round)).length,
      silent: silent.map(({ id, occurrence, agency }) => ({ id, occurrence, agency })),
    })),
    unled,
    results: told.results.map(resultJson),
    progress: told.progress.map(progressJson),
    refused: foundIn(told, 'refused').map((found) => findingJson(found, speech)),
    doubted: foundIn(told, 'doubted').map((found) => findingJson(found, speech)),
    written: files.map(({ file, rows }) => ({ file, rows })),
  };
}

function placeJson({ file, sheet, line, column }: Place) {
  return { file, sheet: sheet ?? null, line, column };
}

function resultJson({ row, before, outcome, place }: Merged<Result>) {
  return {
    indicator: row.indicator,
    area: row.area,
    outcome,
    figure: figureJson(row),
    before: before === null ? null : figureJson(before),
    status: row.status,
    published: row.published,
    source: row.source,
    place: placeJson(place),
  };
}

/** As a plan's YAML would have it: `96`, `~ 8.2`, `> 90`, `done`, `none`; `null` for a status alone. */
function figureJson({ value, isAnswered }: Result): string | null {
  if (value !== null) return observedText(value);
  return isAnswered ? 'none' : null;
}

function progressJson({ row, before, outcome, place }: Merged<ProgressRow>) {
  return {
    task: row.task,
    occurrence: row.occurrence,
    agency: row.agency,
    outcome,
    status: row.status,
    before: before?.status ?? null,
    date: row.date,
    due: row.due,
    note: row.note === '' ? null : row.note,
    place: placeJson(place),
  };
}

function findingJson({ rule, message, place, about, suggestion }: Finding, speech: CollectSpeech) {
  return { rule, code: about, message: say(message, speech), suggestion, place: placeJson(place) };
}
