import { identityIn, identityText, SHEET_FORM, type SheetIdentity } from '../delivery.ts';
import { type Finding, finding, lineOf, type Place, type RaisedRule } from '../finding.ts';
import { type Message, message } from '../message/message.ts';
import type { Period } from '../period.ts';
import type { Plan } from '../plan.ts';
import type { ProgressRow } from '../progress.ts';
import type { Result } from '../result.ts';
import type { Recipient } from '../round.ts';
import { type Bytes, beginning } from './bytes.ts';
import type { Catalogues } from './catalogue.ts';
import type { ReadingSink } from './cell-reading.ts';
import type { TableSpec } from './header.ts';
import type { DecimalMark } from './numeral.ts';
import { readProgress } from './progress.ts';
import { taskFinder } from './progress-book.ts';
import { PROGRESS } from './progress-columns.ts';
import { addressIn } from './result-book.ts';
import { type ResultColumn, SHEET_RESULTS } from './result-columns.ts';
import { frameOf } from './result-frame.ts';
import { readResults } from './results.ts';
import { readTable, type TableOptions, tableBytes } from './table.ts';

/** What a filled sheet holds; rows with anything wrong are left out, and told. */
export interface FilledSheet {
  recipient: Recipient | null;
  results: { row: Result; place: Place }[];
  progress: { row: ProgressRow; place: Place }[];
  findings: Finding[];
  /** Is it told in one finding why no row of it is taken? */
  isRefused: boolean;
}

/** How filled sheets are read. */
export interface SheetReading extends Omit<TableOptions, 'bytes' | 'text'> {
  /** How the tab begins, in every language, that says how a sheet is filled in. */
  helpTitles: readonly string[];
  /** Takes what was read tolerantly. */
  reading?: ReadingSink | undefined;
  plan: Plan;
  catalogues: Pick<Catalogues, 'areas'>;
  period: Period;
  /** The area of figures of agencies. */
  home: string;
  decimal: DecimalMark | null;
  /** Whose sheet it is, by what it says of itself, else by its name and what stands in it. */
  recipientOf(said: Recipient | null, file: string, codes: readonly string[]): Recipient | null;
  /** Is told of each row at a first look; ends the reading by what it throws. */
  seen(): void;
  /** What there is to say of a result that could be read. */
  check(file: string): {
    add(result: Result, at: (column: ResultColumn) => Place): void;
    findings(): Finding[];
  };
}

/**
 * Reads a filled sheet, whatever kind of file it is and however its columns stand. A sheet of another
 * plan, period or form gives one finding and no rows.
 *
 * @param file the file as the user named it
 * @throws the system's error when the file cannot be opened or read
 */
export async function readFilledSheet(file: string, how: SheetReading): Promise<FilledSheet> {
  const bytes = await tableBytes(file, how);
  const seen = await lookInto(file, bytes, how);
  const refused = refusalOf(seen, file, how);
  if (refused?.message.code === 'sheet-without-codes' && (await isHelp(bytes, how)))
    return {
      ...{ recipient: null, results: [], progress: [], isRefused: false },
      findings: [findingOfFile(file, 'info', 'csv-passed-over', message('sheet-of-help', {}))],
    };
  if (refused !== null) return refusedSheet(refused);
  const said = seen.identities.values().next().value?.recipient ?? null;
  const recipient = how.recipientOf(said, file, [...seen.codes]);
  const isOurs = seen.identities.size > 0;
  const read = (kind: Kind) => ({ ...how, bytes, isOurs, reading: readingOf(kind, how, seen) });
  const results = seen.kinds.has('results')
    ? await resultsIn(file, read('results'), recipient)
    : NOTHING;
  const progress = seen.kinds.has('tasks')
    ? await progressIn(file, read('tasks'), recipient)
    : NOTHING;
  const isOf = (kind: Kind) => (found: Finding) => !isOfOther(found, kind, seen);
  const findings = [
    ...(recipient === null
      ? [findingOfFile(file, 'warning', 'csv-agency', message('sheet-of-nobody', {}))]
      : []),
    ...results.findings.filter(isOf('results')),
    ...progress.findings.filter(isOf('tasks')),
  ];
  return {
    ...{ recipient, results: results.results, progress: progress.progress, findings },
    isRefused: false,
  };
}

/** A sheet of which no row is taken, with the reason. */
export function refusedSheet(why: Finding): FilledSheet {
  return { recipient: null, results: [], progress: [], findings: [why], isRefused: true };
}

const NOTHING = { results: [], progress: [], findings: [] };

/** Is it the tab that says how to fill in, which is saved as CSV as the others are? */
async function isHelp(bytes: Bytes, { helpTitles }: SheetReading): Promise<boolean> {
  const start = (await beginning(bytes)).toString('utf8').replace('\ufeff', '').trimStart();
  return helpTitles.some((title) => start.normalize('NFC').startsWith(title));
}

function findingOfFile(
  file: string,
  level: 'error' | 'warning' | 'info',
  rule: RaisedRule,
  said: Message,
): Finding {
  return finding({ rule, level, place: lineOf(file, 1), message: said });
}

type Kind = 'results' | 'tasks';

/** How a sheet is read that was looked into. */
interface Read extends SheetReading {
  bytes: Bytes;
  /** Does it say of itself whose it is, as the program writes it? */
  isOurs: boolean;
}

/** What a first look at a file shows. */
interface Seen {
  /** By their texts; what the file says of itself. */
  identities: Map<string, SheetIdentity>;
  isOtherForm: boolean;
  /** The indicators, tasks and duties that it has rows of. */
  codes: Set<string>;
  /** What each text in the column of codes is of. */
  texts: Map<string, Kind>;
  kinds: Set<Kind>;
  /** Its tables in their order, with the 1-based line of their headers. */
  tables: { sheet: string | undefined; line: number; kinds: Set<Kind> }[];
  /** Why nothing of the file can be read. */
  fault: Finding | null;
}

const CODES: TableSpec<'code' | 'sheet'> = {
  columns: ['code', 'sheet'],
  required: ['code'],
  headings: {
    code: ['indicator', 'task', ...SHEET_RESULTS.headings!.indicator!, ...PROGRESS.headings!.task!],
    sheet: ['phieu'],
  },
  failing: { column: 'code', headings: ['chi tieu', 'nhiem vu'] },
};

async function lookInto(file: string, bytes: Bytes, how: SheetReading): Promise<Seen> {
  const seen: Seen = {
    identities: new Map(),
    isOtherForm: false,
    codes: new Set(),
    texts: new Map(),
    kinds: new Set(),
    tables: [],
    fault: null,
  };
  const frame = frameOf(how.plan);
  const taskOf = taskFinder(how.plan);
  const codeOf = (text: string) => addressIn(text, frame) ?? taskOf(text);
  const isKnown = (text: string) => codeOf(text) !== null;
  await readTable(
    file,
    CODES,
    { ...how, bytes },
    {
      headed: ({ sheet, line }) => seen.tables.push({ sheet, line, kinds: new Set() }),
      row({ cells }) {
        how.seen();
        const text = cells.code.trim();
        const code = codeOf(text);
        const identity = identityIn(cells.sheet);
        if (identity === 'other-form') seen.isOtherForm = true;
        else if (identity !== null) seen.identities.set(identityText(identity), identity);
        if (code === null) return;
        const kind = frame.measured.has(code) ? 'results' : 'tasks';
        seen.codes.add(code);
        seen.texts.set(text, kind);
        seen.kinds.add(kind);
        seen.tables.at(-1)!.kinds.add(kind);
      },
      // A row that has no code that is known may be the header of another table.
      data: { column: 'code', isKnown, facts: ['code'], says: () => true },
      report(found) {
        if (found.level === 'error' && found.rule !== 'csv-syntax') seen.fault ??= found;
      },
    },
  );
  return seen;
}

/** Why no row of the sheet is taken; `null` where it is of the plan and period. */
function refusalOf(seen: Seen, file: string, { plan, period }: SheetReading): Finding | null {
  const refuse = (said: Message) => findingOfFile(file, 'error', 'csv-unchecked', said);
  const [first, ...more] = seen.identities.values();
  if (seen.isOtherForm) return refuse(message('sheet-other-form', { form: SHEET_FORM }));
  if (more.length > 0) {
    const found = [first!, ...more].map(({ recipient, period: of }) => recipient?.code ?? of);
    return refuse(message('sheet-several', { found }));
  }
  if (first && first.plan !== plan.id)
    return refuse(message('sheet-other-plan', { found: first.plan, plan: plan.id }));
  if (first && first.period !== period.text)
    return refuse(message('sheet-other-period', { found: first.period, period: period.text }));
  if (seen.codes.size > 0) return null;
  return seen.fault?.rule === 'csv-encoding'
    ? seen.fault
    : refuse(message('sheet-without-codes', {}));
}

/** Is it said of what the other reading understands: a row of it, or a table that has only such rows? */
function isOfOther({ about, place }: Finding, kind: Kind, seen: Seen): boolean {
  if (isInOther(place, kind, seen)) return true;
  const other = about === null ? undefined : seen.texts.get(about);
  return other !== undefined && other !== kind;
}

/** Does it stand in a table that has rows of the other kind only? What stands in none is told once. */
function isInOther({ sheet, line }: Place, kind: Kind, { tables, kinds }: Seen): boolean {
  const table = tables.findLast((one) => one.sheet === sheet && one.line <= line);
  if (table !== undefined && table.kinds.size > 0) return !table.kinds.has(kind);
  return kinds.size > 1 && kind === 'tasks';
}

/** What both readings read tolerantly of a file is told by the one whose rows it is of. */
function readingOf(kind: Kind, { reading }: SheetReading, seen: Seen): ReadingSink | undefined {
  return reading && ((one) => void (isInOther(one.place, kind, seen) || reading(one)));
}

async function resultsIn(
  file: string,
  how: Read,
  recipient: Recipient | null,
): Promise<Pick<FilledSheet, 'results' | 'findings'>> {
  const { plan, catalogues, period, decimal } = how;
  const area = recipient?.kind === 'area' ? recipient.code : how.home;
  const areas = catalogues.areas.size > 0 ? catalogues.areas : null;
  const options = { ...how, decimal, areas, given: { period, area } };
  const results: FilledSheet['results'] = [];
  const others: Finding[] = [];
  const checked = how.check(file);
  const { findings } = await readResults(file, frameOf(plan), options, (row, at) => {
    if (row.period.text === period.text) {
      checked.add(row, at);
      results.push({ row, place: at('value') });
      return;
    }
    const said = message('sheet-other-period', { found: row.period.text, period: period.text });
    const report = { place: at('period'), path: ['period'], about: row.indicator };
    others.push(finding({ rule: 'csv-period', ...report, message: said }));
  });
  const ruled = checked.findings();
  const refused = new Set(ruled.filter(isRefusal).flatMap(placesOf).map(keyOf));
  return {
    results: results.filter(({ place }) => !refused.has(keyOf(place))),
    findings: [
      ...findings.filter((found) => !isBeside(found, how)),
      ...others,
      ...ruled.map((found) => (isRefusal(found) ? { ...found, level: 'error' as const } : found)),
    ],
  };
}

/** A sheet need not tell its source, and is filled in row by row; the columns that it came with hide some. */
function isBeside({ rule, message: { code } }: Finding, { isOurs }: Read): boolean {
  if (code === 'xlsx-hidden-columns') return isOurs;
  return rule === 'csv-source' || rule === 'csv-empty-row' || code === 'xlsx-several-sheets';
}

/** Two rows of one sheet that say different things of one figure: neither is taken. */
function isRefusal({ level, rule }: Finding): boolean {
  return level === 'error' || rule === 'csv-duplicate-row';
}

function placesOf({ place, related }: Finding): Place[] {
  return [place, ...related.map((other) => ({ sheet: place.sheet, ...other.place }))];
}

function keyOf({ sheet = '', line }: Place): string {
  return `${sheet}\n${line}`;
}

async function progressIn(
  file: string,
  how: Read,
  recipient: Recipient | null,
): Promise<Pick<FilledSheet, 'progress' | 'findings'>> {
  const agency = recipient?.kind === 'lead' ? recipient.code : null;
  const { progress, findings } = await readProgress(file, how.plan, { ...how, given: { agency } });
  return {
    progress: progress.map((row) => ({
      row,
      place: { ...lineOf(file, row.line), sheet: row.sheet },
    })),
    findings: findings.filter((found) => !isBeside(found, how)),
  };
}
