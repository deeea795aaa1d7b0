import { isDueBy, type Standing } from '../../collection.ts';
import type { Finding } from '../../finding.ts';
import {
  type Cell,
  type Column,
  type Document,
  heading,
  paragraph,
  type Row,
  rowsTable,
  type Table,
} from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Style } from '../../formats/style.ts';
import type { View } from '../../formats/view.ts';
import type { DeadlineItem } from '../../overdue.ts';
import { placeText } from '../../place.ts';
import type { ProgressRow } from '../../progress.ts';
import { isTaken, type Merged } from '../../received.ts';
import { hasValue, type Result } from '../../result.ts';
import type { Round } from '../../round.ts';
import type { CollectWords } from '../../words/en/collect.ts';
import { formatResult } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { dayCell } from '../cells.ts';
import { recipientName } from '../sheet/form.ts';
import { collectJson } from './json.ts';
import { letterOf, needsLetter } from './letter.ts';
import { type Collected, type CollectSpeech, countsOf, foundIn } from './told.ts';

/** `dti-eval collect`: who has sent, what was taken over, what was refused, and letters of reminder. */
export function collectView(told: Collected, speech: CollectSpeech): View {
  return {
    document: ({ isPage = false }) => [
      ...summary(told, speech),
      ...standingTable(told, speech),
      ...changesTable(told, speech),
      ...findingsTable(told, speech),
      ...(isPage ? letters(told, speech) : []),
    ],
    records: () => standingRecords(told),
    json: () => collectJson(told, speech),
  };
}

function summary(told: Collected, { collect: words }: CollectSpeech): Document {
  const { round, due, files, isDryRun } = told;
  const { figures, items } = round.unled;
  const written = files.filter(({ rows }) => rows.length > 0);
  const say = isDryRun ? words.wouldWrite : words.written;
  return [
    heading(1, words.title(round.plan.document, round.period)),
    paragraph(words.asOf(round.asOf, due)),
    paragraph(words.counts(countsOf(told))),
    paragraph(
      [
        ...(isDryRun ? [words.dryRun] : written.length === 0 ? [words.unchanged] : []),
        ...written.map(({ file, rows }) => say(file, rows.length)),
      ].join(' '),
    ),
    ...(figures + items === 0 ? [] : [paragraph(words.unled(figures, items))]),
  ];
}

type Key = keyof CollectWords['columns'];

function columnsOf(keys: readonly Key[], { collect: { columns, hidden: _ } }: CollectSpeech) {
  return keys.map(
    (key): Column<Key> => ({ key, title: columns[key], importance: WEIGHTS[key], ...WRAPS[key] }),
  );
}

const WEIGHTS: Record<Key, number> = {
  recipient: 100,
  sending: 90,
  received: 60,
  answered: 70,
  spoken: 65,
  missing: 80,
  code: 100,
  name: 40,
  outcome: 80,
  before: 70,
  now: 90,
  source: 30,
  place: 95,
  mend: 100,
};

const wraps = (minWidth: number) => ({ wraps: true, minWidth });
const WRAPS: Partial<Record<Key, { wraps: boolean; minWidth: number }>> = {
  recipient: wraps(16),
  missing: wraps(14),
  name: wraps(20),
  outcome: wraps(10),
  before: wraps(10),
  now: wraps(10),
  source: wraps(12),
  place: wraps(16),
  mend: wraps(24),
};

const STYLES = { sent: 'good', late: 'warn', 'with-gaps': 'warn', 'not-sent': 'bad' } as const;

function standingTable(told: Collected, speech: CollectSpeech): Document {
  const { collect: words, lang } = speech;
  const rows = told.standings.map((standing): Row<Key> => {
    const { sheet, sending, received, missing, silent, hasGaps } = standing;
    const asked = sheet.figures.length;
    const due = sheet.items.filter((item) => isDueBy(item, told.round)).length;
    const isLateToo = sending === 'late' && hasGaps;
    const state = isLateToo
      ? `${words.sending(sending)}, ${words.alsoGaps}`
      : words.sending(sending);
    return {
      recipient: { text: nameOf(standing, told, speech) },
      sending: { text: state, style: STYLES[sending] },
      ...(received === null ? {} : { received: dayCell(received, lang) }),
      answered: { text: words.answered(asked - missing.length, asked) },
      spoken: { text: due === 0 ? '' : words.answered(due - silent.length, due) },
      missing: {
        text: [...missing.map(({ address }) => address), ...silent.map(itemText)].join(', '),
      },
    };
  });
  const columns = columnsOf(
    ['recipient', 'sending', 'received', 'answered', 'spoken', 'missing'],
    speech,
  );
  return titled(words.standing, columns, rows, speech);
}

/** A recurring item with the day that names the occurrence. */
function itemText({ id, occurrence }: DeadlineItem): string {
  return occurrence === null ? id : `${id} ${occurrence}`;
}

function nameOf({ sheet }: Standing, { round, areas }: Collected, speech: CollectSpeech): string {
  return recipientName(sheet.recipient, round, { speech, areas });
}

function titled(
  title: string,
  columns: readonly Column<Key>[],
  rows: readonly Row<Key>[],
  { collect }: CollectSpeech,
): Document {
  const table = rowsTable(columns, rows, collect.hidden);
  return table.length === 0 ? [] : [heading(2, title), ...table];
}

const OUTCOME_STYLES: Record<Merged<unknown>['outcome'], Style> = {
  new: 'good',
  corrected: 'warn',
  rival: 'warn',
  none: 'plain',
  unchanged: 'dim',
  older: 'warn',
};

/** What is as it was is counted and not shown. */
function changesTable(told: Collected, speech: CollectSpeech): Document {
  const { collect: words } = speech;
  const shown = (one: Merged<unknown>) => isTaken(one) || one.outcome === 'older';
  const outcome = ({ outcome: of }: Merged<unknown>): Cell => ({
    text: words.outcome(of),
    style: OUTCOME_STYLES[of],
  });
  const results = told.results.filter(shown).map((one): Row<Key> => {
    const { row, before } = one;
    return {
      code: {
        text: row.area === told.round.home ? row.indicator : `${row.indicator} (${row.area})`,
      },
      outcome: outcome(one),
      before: { text: before === null ? '' : figureText(before, told, speech) },
      now: { text: figureText(row, told, speech) },
      source: { text: oneLine(row.source) },
      place: { text: placeText(one.place) },
    };
  });
  const tasks = told.progress.filter(shown).map(
    (one): Row<Key> => ({
      code: { text: [one.row.task, one.row.occurrence].filter((part) => part !== null).join(' ') },
      outcome: outcome(one),
      before: { text: one.before === null ? '' : wordText(one.before, speech) },
      now: { text: wordText(one.row, speech) },
      source: { text: one.row.agency ?? '' },
      place: { text: placeText(one.place) },
    }),
  );
  const columns = columnsOf(['code', 'outcome', 'before', 'now', 'source', 'place'], speech);
  return titled(words.changes, columns, [...results, ...tasks], speech);
}

/** A figure in its unit, and the official status beside it. */
export function figureText(row: Result, { round }: Collected, speech: CollectSpeech): string {
  const { collect, sheet, lang } = speech;
  const figure = askedIn(round).get(row.indicator);
  const asked = { unit: figure?.measurable.unit ?? null, target: figure?.target ?? null };
  const value = hasValue(row)
    ? formatResult(row, asked, lang, sheet)
    : row.isAnswered
      ? collect.noFigure
      : '';
  const status = row.status === null ? '' : speech.status.verdicts[row.status];
  return [value, status].filter((text) => text !== '').join('; ');
}

type Figures = ReadonlyMap<string, Round['sheets'][number]['figures'][number]>;

/** The first that is asked for of each address. */
function askedIn(round: Round): Figures {
  const known = ASKED.get(round);
  if (known !== undefined) return known;
  const all = round.sheets.flatMap(({ figures }) => figures).toReversed();
  const found = new Map(all.map((figure) => [figure.address, figure]));
  ASKED.set(round, found);
  return found;
}

/** Every row of a sheet asks for them. */
const ASKED = new WeakMap<Round, Figures>();

function wordText({ status, date, due, note }: ProgressRow, { sheet }: CollectSpeech): string {
  const moved = status === 'extended' && due !== null ? [sheet.extended(due)] : [];
  const said = moved.length > 0 ? moved : [sheet.reported(status, date)];
  return [...said, ...(note === '' ? [] : [oneLine(note)])].join('; ');
}

function findingsTable(told: Collected, speech: CollectSpeech): Document {
  const { collect: words } = speech;
  const row = (found: Finding): Row<Key> => ({
    place: { text: placeText(found.place) },
    code: { text: found.about ?? '' },
    mend: { text: say(found.message, speech) },
  });
  const columns = columnsOf(['place', 'code', 'mend'], speech);
  return [
    ...titled(words.refused, columns, foundIn(told, 'refused').map(row), speech),
    ...titled(words.doubted, columns, foundIn(told, 'doubted').map(row), speech),
  ];
}

function letters(told: Collected, speech: CollectSpeech): Document {
  const wanted = told.standings.filter((standing) => needsLetter(standing, told));
  if (wanted.length === 0) return [];
  return [
    heading(2, speech.collect.letters),
    ...wanted.flatMap((standing) => letterOf(standing, told, speech, 3)),
  ];
}

/** The columns of `collect --format csv`, a contract. */
const RECORDS = [
  'kind',
  'code',
  'state',
  'received',
  'late',
  'asked',
  'answered',
  'missing',
  'sheets',
  'due',
  'spoken',
  'silent',
];

function standingRecords({ standings, round }: Collected): Table {
  const columns = RECORDS.map((key): Column => ({ key, title: key, importance: 0, csvOnly: true }));
  const rows = standings.map(({ sheet, sending, received, isLate, missing, silent, sheets }) => {
    const due = sheet.items.filter((item) => isDueBy(item, round)).length;
    const raw: Record<string, string | number | boolean | null> = {
      kind: sheet.recipient.kind,
      code: sheet.recipient.code,
      state: sending,
      received,
      late: isLate,
      asked: sheet.figures.length,
      answered: sheet.figures.length - missing.length,
      missing: missing.map(({ address }) => address).join(' '),
      sheets: sheets.join(' '),
      due,
      spoken: due - silent.length,
      silent: silent.map(itemText).join('; '),
    };
    return Object.fromEntries(RECORDS.map((key) => [key, { text: '', raw: raw[key] ?? null }]));
  });
  const sections = [{ heading: null, rows, subtotal: null }];
  return { title: null, columns, sections, closing: [], hiddenNote: () => '' };
}
