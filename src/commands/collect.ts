import type { CollectOptions } from '../cli/flags/collect.ts';
import { senderOf, standingsOf, withDelivery } from '../collection.ts';
import { type Delivery, deliveryIn } from '../delivery.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { finding, lineOf } from '../finding.ts';
import { writeView } from '../formats/index.ts';
import { grouped } from '../grouped.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { TolerantReading } from '../load/cell-reading.ts';
import { baseName, fileError, problemOf } from '../load/files.ts';
import { type FilledSheet, readFilledSheet, refusedSheet } from '../load/filled-sheet.ts';
import { whileLocked } from '../load/lock.ts';
import { tablesAt } from '../load/table-paths.ts';
import { bytesOfFile, type Replacement, replaceTogether } from '../load/write.ts';
import { message } from '../message/message.ts';
import { type DeadlineItem, deadlinesOf } from '../overdue.ts';
import type { ProgressRow } from '../progress.ts';
import { isTaken, type Merged, mergeProgress, mergeResults, type Received } from '../received.ts';
import type { Result } from '../result.ts';
import {
  countablePeriod,
  type Recipient,
  type Round,
  type RoundSheet,
  roundDue,
  roundOf,
} from '../round.ts';
import { openRows } from '../rules/index.ts';
import { collectView } from '../views/collect/index.ts';
import { letterView, needsLetter } from '../views/collect/letter.ts';
import { type Collected, type CollectSpeech, foundIn } from '../views/collect/told.ts';
import { speak } from '../words/index.ts';
import { LANGS, type Lang } from '../words/langs.ts';
import { changedTables, type TableChange, tableFiles, tablesThere } from './collect-tables.ts';
import { type PlanInput, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { openRound, refuseTooMany, roundData } from './round.ts';
import { beginRun, deliverView, type Run } from './run.ts';
import { type Session, usageError, write } from './session.ts';
import { onePlan } from './sheet.ts';
import { showReading } from './show-reading.ts';

/** `dti-eval collect`: filled sheets into a plan's results and progress, and who has not sent. */
export async function collect(
  session: Session,
  planPath: string,
  paths: readonly string[],
  options: CollectOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'collect');
  const { look } = run;
  const { cwd } = session;
  if (planPath === '-') throw usageError('not-together', { options: ['collect', '-'] });
  const files = await tablesAt(paths, null, cwd);
  const first = await readHeld(planPath, options, run);
  if ('broken' in first) return sayPlanErrors(session, first.broken, look);
  await sayDataFindings(session, [first.input], look);
  const speech = await speak(look.lang, 'collect', 'sheet', 'messages', 'overdue', 'status');
  const asked = roundFor(first.input, options, run);
  const context: Context = { run, options, planPath, speech, asked };
  const sheets = await readSheets(files, first.input, context);
  const act = async () => {
    const merged = await merge(sheets, context);
    if (options.dryRun) return merged;
    const changed = merged.changes.filter(({ rows }) => rows.length > 0);
    await replaceTogether([...changed, ...(await lettersFor(merged.collected, context))], cwd);
    return merged;
  };
  const tables = Object.values(tableFiles(first.input.plan, options, cwd));
  const { collected, changes } = options.dryRun ? await act() : await whileLocked(tables, cwd, act);
  await deliverView(run, collectView(collected, speech), 1);
  if (options.dryRun && !look.quiet) await showChanges(changes, run);
  const { failOn = [] } = options;
  return failOn.some((what) => FAILS[what](collected)) ? EXIT.findings : EXIT.ok;
}

type FailOn = NonNullable<CollectOptions['failOn']>[number];

const FAILS: Record<FailOn, (told: Collected) => boolean> = {
  data: (told) => foundIn(told, 'refused').length > 0,
  missing: ({ standings }) =>
    standings.some(({ sending, hasGaps }) => sending === 'not-sent' || hasGaps),
};

interface Context {
  run: Run;
  options: CollectOptions;
  planPath: string;
  speech: CollectSpeech;
  /** What is asked of agencies, and of areas where any is. */
  asked: Round;
}

/** The plan with every row of its tables: of those none may be overlooked. */
async function readHeld(
  planPath: string,
  { results, progress, catalogue, decimal, encoding }: CollectOptions,
  { session, asOf }: Run,
) {
  const reading = {
    ...tablesThere({ results, progress }, session.cwd),
    ...(catalogue === undefined ? {} : { catalogue }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const everyRow = () => {
    const rows: Result[] = [];
    return { add: (row: Result) => rows.push(row), kept: () => rows };
  };
  const read = await readPlans(session, [planPath], reading, asOf, everyRow, null);
  return 'broken' in read ? read : { input: onePlan(planPath, read.inputs) };
}

/** What is asked for in the round: of agencies, and of areas beside them unless one split is named. */
function roundFor(
  input: PlanInput,
  { split, period: named }: CollectOptions,
  { asOf, session: { limits } }: Run,
): Round {
  const period = named ?? countablePeriod(input.plan, input.areas, asOf);
  if (split !== undefined) return openRound(input, period, split, { asOf, limits });
  refuseTooMany(input, limits);
  const areas = roundOf(roundData(input), period, 'area', asOf);
  const leads = roundOf(roundData(input), period, 'lead', asOf);
  const sheets = [...leads.sheets, ...areas.sheets];
  return sheets.length === 0
    ? openRound(input, period, 'lead', { asOf, limits })
    : { ...leads, sheets };
}

interface ReadSheet extends FilledSheet {
  file: string;
  delivery: Delivery;
}

/**
 * What cannot be read of one sheet is told, and the others are read.
 * @throws UsageError where they have more rows than the limit
 */
async function readSheets(
  files: readonly string[],
  { plan, measures, areas }: PlanInput,
  { run, options, asked }: Context,
): Promise<ReadSheet[]> {
  const { delimiter = null, encoding = null, decimal, received } = options;
  const { cwd, limits = LIMITS, waiting } = run.session;
  const isKnown = (one: Recipient) =>
    asked.sheets.some(({ recipient: r }) => r?.kind === one.kind && r.code === one.code) ||
    (one.kind === 'lead' && plan.agencies.has(one.code));
  const langs = Object.keys(LANGS) as Lang[];
  const spoken = await Promise.all(langs.map((lang) => speak(lang, 'sheet')));
  const how = {
    helpTitles: spoken.map(({ sheet }) => sheet.how[0]!.text),
    ...{ plan, cwd, limits, delimiter, encoding, period: asked.period, home: asked.home },
    catalogues: { areas },
    decimal: decimal?.all ?? null,
    reading: options.showReading ? (one: TolerantReading) => tolerant.push(one) : undefined,
    recipientOf: (said: Recipient | null, file: string, codes: readonly string[]) =>
      said !== null && isKnown(said) ? said : senderOf(asked, baseName(file), codes),
    seen: () => {
      rows += 1;
      if (rows > limits['sheet-rows']) throw usageError('over-limit', tooManyRows(limits));
    },
    check: () => openRows({ plan, measures, areas }, { most: Number.POSITIVE_INFINITY }),
  };
  const tolerant: TolerantReading[] = [];
  let rows = 0;
  const read: ReadSheet[] = [];
  for (const file of files) {
    waiting?.say({ at: 'files', done: read.length, of: files.length });
    const tell = waiting && ((share: number) => waiting.say({ at: 'table', file, share }));
    const sheet = await readFilledSheet(file, { ...how, tell }).catch((error) =>
      unreadable(file, error, cwd),
    );
    const { recipient } = sheet;
    const day = received ?? run.asOf;
    const delivery = { period: asked.period.text, recipient, day, sheet: baseName(file) };
    read.push({ ...sheet, file, delivery });
  }
  if (options.showReading) await showReading(run.session, tolerant);
  return read;
}

function tooManyRows(limits: Limits) {
  return { limit: 'sheet-rows', most: limits['sheet-rows'], isOpen: true } as const;
}

/** @throws UsageError for a pipe or device, which is no sheet */
function unreadable(file: string, error: unknown, cwd: string): FilledSheet {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const why = problemOf(error);
  if (why === 'special') throw fileError(file, why, cwd);
  const problem = why === 'missing' ? 'missing' : 'unreadable';
  const said = message('sheet-broken', { problem });
  return refusedSheet(finding({ rule: 'csv-unchecked', place: lineOf(file, 1), message: said }));
}

/** Reads what is held and merges the sheets into it. */
async function merge(
  sheets: readonly ReadSheet[],
  { run, options, planPath, asked }: Context,
): Promise<{ collected: Collected; changes: TableChange[] }> {
  const held = await readHeld(planPath, options, run);
  if ('broken' in held) throw usageError('table-changed', { file: planPath });
  const { input } = held;
  const { plan, areas } = input;
  // A source has one name, in whatever language the output is: else it would not correct itself.
  const nameOf = ({ kind, code }: Recipient) =>
    (kind === 'lead' ? plan.agencies.get(code) : areas.get(code)?.name) ?? code;
  const results = mergeResults(
    input.results,
    sheets.flatMap((sheet) => receivedResults(sheet, nameOf)),
  );
  const progress = mergeProgress(plan, input.progress.rows, sheets.flatMap(receivedProgress));
  const changes = await changedTables({ results, progress }, input, options, run.session);
  const deliveries = sheets.filter(isFilled).map(({ delivery }) => delivery);
  const known = {
    results: [...input.results, ...taken(results)],
    progress: [...input.progress.rows, ...taken(progress)],
    deliveries,
    refused: sheets.flatMap(({ recipient, findings }) =>
      findings.flatMap(({ level, about }) =>
        level === 'error' && about !== null ? [{ recipient, item: about }] : [],
      ),
    ),
  };
  const due = options.due ?? dueOf(input, asked);
  const round = {
    ...asked,
    sheets: withNews(asked.sheets, asked, known.progress),
  };
  const all = standingsOf(round, known, due);
  const isOfAreas =
    options.split === 'area' ||
    all.some(({ sheet, received }) => sheet.recipient.kind === 'area' && received !== null);
  const standings = all.filter(({ sheet }) => sheet.recipient.kind === 'lead' || isOfAreas);
  const isDryRun = options.dryRun === true;
  const collected = { round, due, areas, standings, sheets, results, progress, isDryRun };
  return { collected: { ...collected, files: changes }, changes };
}

/**
 * The sheets with their tasks and duties as they stand after the collection; what an earlier collection
 * of the round has closed was asked for, too.
 */
function withNews(
  sheets: readonly RoundSheet[],
  { plan, period, asOf }: Round,
  progress: readonly ProgressRow[],
): RoundSheet[] {
  const keyOf = ({ id, occurrence, agency }: DeadlineItem) => [id, occurrence, agency].join('\n');
  const isClosed = ({ reported }: DeadlineItem) =>
    deliveryIn(reported?.source ?? '')?.period === period.text;
  const { items } = deadlinesOf(plan, progress, { asOf });
  const places = new Map(items.map((item, at) => [item, at]));
  const byKey = grouped(items, keyOf);
  const closed = grouped(
    items.filter(isClosed).flatMap((item) => item.lead.map((code) => ({ item, code }))),
    ({ code }) => code,
  );
  return sheets.map((sheet) => {
    const { recipient } = sheet;
    const own = recipient?.kind === 'lead' ? (closed.get(recipient.code) ?? []) : [];
    const asked = sheet.items.flatMap((item) => byKey.get(keyOf(item)) ?? []);
    const all = new Set([...asked, ...own.map(({ item }) => item)]);
    return { ...sheet, items: [...all].sort((a, b) => places.get(a)! - places.get(b)!) };
  });
}

/** Has anything been filled in, be it refused? A sheet that lies there blank was not sent. */
function isFilled({ results, progress, findings }: ReadSheet): boolean {
  return results.length + progress.length > 0 || findings.some(({ about }) => about !== null);
}

function dueOf({ plan, progress }: PlanInput, { period, asOf }: Round) {
  return roundDue(plan, period, deadlinesOf(plan, progress.rows, { asOf }).items);
}

function taken<Row>(merged: readonly Merged<Row>[]): Row[] {
  return merged.filter(isTaken).map(({ row }) => row);
}

/** A figure whose source is not named is its sender's; it is known from the day it came in. */
function receivedResults(
  { results, delivery }: ReadSheet,
  nameOf: (recipient: Recipient) => string,
): Received<Result>[] {
  const { recipient, day, sheet } = delivery;
  const sender = recipient === null ? sheet : nameOf(recipient);
  return results.map(({ row, place }) => ({
    row: {
      ...row,
      source: row.source === '' ? sender : row.source,
      published: row.published ?? day,
      note: withDelivery(row.note, delivery),
    },
    ...{ place, delivery, isDated: row.published !== null },
  }));
}

/** What is going on is so on the day it is reported; the day something was done is only the sheet's to tell. */
function receivedProgress({ progress, delivery }: ReadSheet): Received<ProgressRow>[] {
  return progress.map(({ row, place }) => {
    const isGoingOn = row.status === 'in-progress' || row.status === 'not-started';
    const date = row.date ?? (isGoingOn ? delivery.day : null);
    const source = withDelivery(row.source, delivery);
    return { row: { ...row, date, source }, place, delivery, isDated: row.date !== null };
  });
}

/** A letter of reminder for each who has something to send or to correct. */
async function lettersFor(
  told: Collected,
  { run, options, speech }: Context,
): Promise<Replacement[]> {
  const { letters } = options;
  if (letters === undefined) return [];
  const { plan, period } = told.round;
  const { cwd } = run.session;
  const look = { width: null, color: false, bom: false, lang: run.look.lang };
  const folder = letters.replace(/(?<!\/)\/+$/, '');
  const written: Replacement[] = [];
  for (const standing of told.standings.filter((one) => needsLetter(one, told))) {
    const { code } = standing.sheet.recipient;
    const file = `${folder}/${plan.id}.${period.text}.${code}.md`;
    const content = await writeView('markdown', letterView(standing, told, speech), look);
    written.push({ file, content, before: bytesOfFile(file, cwd) });
  }
  return written;
}

/** What would be written, as a diff that `git apply` takes; on stderr, beside the result. */
async function showChanges(changes: readonly TableChange[], { session }: Run): Promise<void> {
  const { unifiedDiff } = await import('../formats/unified-diff.ts');
  for (const { file, before, content, rows } of changes) {
    if (rows.length === 0) continue;
    const texts = [before?.toString('utf8') ?? '', content.toString('utf8')] as const;
    await write(session.stderr, unifiedDiff(file, ...texts, { color: false }));
  }
}
