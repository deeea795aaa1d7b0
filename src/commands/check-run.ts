import { type Finding, type Place, RAISED } from '../finding.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { nearTables, type TableFile, tableNamed } from '../load/beside.ts';
import {
  areasBeside,
  type CatalogueReader,
  type Catalogues,
  measuresBeside,
} from '../load/catalogue.ts';
import { readAreas, readMeasures } from '../load/catalogue-file.ts';
import type { TolerantReading } from '../load/cell-reading.ts';
import { type Changed, type Content, decodeText } from '../load/files.ts';
import { ignoreComments } from '../load/ignore-comments.ts';
import { noText } from '../load/no-text.ts';
import { bounded } from '../load/over-limit.ts';
import type { Subject } from '../load/paths.ts';
import { type PartialPlan, readPlan } from '../load/plan.ts';
import type { ReadCache } from '../load/read-cache.ts';
import { type ReadOptions, readAround, uncheckedTable } from '../load/reading.ts';
import { lastOf } from '../load/text-edits.ts';
import type { YamlFile } from '../load/yaml.ts';
import type { Spill } from '../repeat-log.ts';
import { checkAreas, checkMeasures, checkPlan, checkText, openRows } from '../rules/index.ts';
import type { CheckedUnit, IgnoreEntry } from '../suppression.ts';

/** A checked file with what is asked of it. */
export interface Checked extends CheckedUnit {
  /** The text of the YAML file; empty where it is none. */
  text: string;
  /** The files whose findings are asked for; `null` for all. */
  only: readonly string[] | null;
  /** What of its tables was read tolerantly, where that is wanted. */
  tolerant?: readonly TolerantReading[];
  /** The catalogues that a plan was read with. */
  catalogues: Catalogues | null;
}

/** What a run of the check works with. */
export interface CheckRun {
  cwd: string;
  options: ReadOptions;
  cataloguesFor: CatalogueReader;
  changed?: Changed | undefined;
  cache?: ReadCache | null | undefined;
  /** The most that is read of any one thing; where absent, as usual. */
  limits?: Limits | undefined;
  /** Is told which share of a table has been read. */
  tell?: ((file: string, share: number) => void) | undefined;
  /** The tables of the plan; where not said, those asked for or beside it. */
  tables?: readonly TableFile[];
  /** So many findings of a table are kept one by one, the others counted. */
  mostFindings?: number | undefined;
  /** Makes room for what is remembered of very many rows; in memory where absent. */
  spill?: (() => Spill) | undefined;
}

/** Looks at one file and at the tables that belong to it. */
export async function checkSubject(run: CheckRun, subject: Subject): Promise<Checked> {
  const { file, kind } = subject;
  const { limits = LIMITS } = run;
  const bytes = run.changed?.(file);
  const content = bytes === undefined ? subject.content : decodeText(bytes);
  if ('problem' in content) return withoutText(subject, content, limits);
  if (kind === 'plan') return checkPlanFile(run, subject, content.text);
  return kind === 'measures'
    ? checkMeasuresFile(file, content.text, { ...run, limits })
    : checkAreasFile(file, content.text, { ...run, limits });
}

function withoutText(
  { file, only }: Subject,
  content: Exclude<Content, { text: string }>,
  limits: Limits,
): Checked {
  const said = noText(file, content, limits);
  const tables = only ?? [];
  return {
    file,
    text: '',
    only: null,
    tables,
    data: undefined,
    comments: [],
    ignores: [],
    findings: [said, ...tables.map((table) => uncheckedTable(table, file, said))],
    isComplete: false,
    catalogues: null,
  };
}

/** How much is read of which folder. */
interface Reading {
  cwd: string;
  limits: Limits;
}

async function checkMeasuresFile(file: string, text: string, how: Reading): Promise<Checked> {
  const { cwd, limits } = how;
  const { yaml, list, findings } = await readMeasures(file, text, limits);
  const { locate, edit } = yaml;
  const beside = await measuresBeside(file, cwd);
  const context = { list: 'measures' as const, entries: list, beside, locate, edit };
  const ruled = checkMeasures(context, limits.findings);
  const characters = charactersOf(yaml, findings, limits);
  return checkedCatalogue(yaml, [...findings, ...characters, ...ruled], limits);
}

async function checkAreasFile(file: string, text: string, how: Reading): Promise<Checked> {
  const { cwd, limits } = how;
  const { yaml, list, findings } = await readAreas(file, text, limits);
  const { locate, edit } = yaml;
  const beside = await areasBeside(file, cwd);
  const context = { list: 'areas' as const, entries: list, beside, locate, edit };
  const ruled = checkAreas(context, limits.findings);
  return checkedCatalogue(
    yaml,
    [...findings, ...charactersOf(yaml, findings, limits), ...ruled],
    limits,
  );
}

function checkedCatalogue(yaml: YamlFile, all: Finding[], limits: Limits): Checked {
  const { file, text, data } = yaml;
  const findings = bounded(file, all, limits);
  return {
    file,
    text,
    only: null,
    tables: [],
    data,
    comments: ignoreComments(file, text),
    ignores: [],
    findings,
    // While the form is broken, the other rules have not looked at the file.
    isComplete: !findings.some(({ rule }) => Object.hasOwn(RAISED.yaml, rule)),
    catalogues: null,
  };
}

async function checkPlanFile(run: CheckRun, subject: Subject, text: string): Promise<Checked> {
  const { file, only } = subject;
  const { limits = LIMITS } = run;
  let rows = null as ReturnType<typeof openRows> | null;
  const { yaml, plan, partial, findings, catalogues, tables } = await readAround(
    readPlan(file, text, { ...run, known: await run.cataloguesFor(file) }),
    {
      ...run,
      // The rules ask for the places of the rows.
      cache: null,
      progressDays: [],
      tables: run.tables ?? only?.map(tableNamed),
      isPartial: true,
      sinkFor(plan, known, holes) {
        const context = { plan, ...known, spill: run.spill };
        rows = openRows(context, { most: run.mostFindings, holes });
        return rows.add;
      },
      progressSink: (row, at) => rows?.addProgress(row, at),
      again: () => rows?.again() ?? null,
      progressAgain: () => rows?.progressAgain() ?? null,
    },
  );
  const read = plan === null ? partial : { plan, holes: [] };
  const { locate, edit } = yaml;
  const ruled = read
    ? checkPlan({ plan: read.plan, text, ...catalogues, locate, edit }, read.holes, limits.findings)
    : [];
  const torn = read ? tornIn(read) : new Set();
  const isTorn = ({ about }: Finding) => torn.has(about?.split('/')[0]);
  const ofRows = (rows?.findings() ?? []).filter((one) => !isTorn(one));
  const isWhole = run.tables === undefined && only === null;
  const near = isWhole ? nearTables(file, run.cwd) : [];
  // Of an indicator that could not be read whole nobody knows the parts.
  const told = tables
    .flatMap((table) => table.findings)
    .filter((one) => !(one.rule === 'csv-indicator' && isTorn(one)));
  const characters = charactersOf(yaml, findings, limits);
  const own = bounded(file, [...findings, ...characters, ...ruled], limits);
  const found = [...own, ...told, ...ofRows, ...near];
  const comments = ignoreComments(file, text);
  const ignores = plan?.ignore.length === 0 ? [] : ignoresOf(yaml);
  const isQuiet = found.length + comments.length + ignores.length === 0;
  return {
    file,
    text,
    only: plan === null ? null : only,
    tables: tables.map((table) => table.file),
    // Only what is told or ignored is looked up in it; of a thousand plans most are without fault.
    data: isQuiet ? undefined : yaml.data,
    comments,
    ignores,
    findings: found,
    tolerant: tables.flatMap(({ tolerant }) => tolerant),
    isComplete:
      plan !== null &&
      !own.some(({ rule }) => rule === 'over-limit') &&
      !told.some(({ rule }) => rule === 'csv-unchecked'),
    catalogues,
  };
}

/**
 * What is said of the file's characters, but for blanks that are told of as a fault of layout, and what
 * stands for a letter that was decoded twice or in what the mend of a fault of form writes anew.
 */
function charactersOf(yaml: YamlFile, ofForm: readonly Finding[], limits: Limits): Finding[] {
  const isBlank = ({ message }: Finding) =>
    message.code === 'yaml-syntax' && OF_BLANKS.has(message.args.fault);
  const all = checkText(yaml, limits.findings);
  const twice = all.flatMap(({ rule, fix }) =>
    rule === 'decoded-twice' ? fix!.edits.map(({ place }) => place) : [],
  );
  const lines = new Set(
    [...yaml.findings.filter(isBlank).map(({ place }) => place), ...twice].map(({ line }) => line),
  );
  const isMended = within(ofForm.flatMap(({ fix }) => fix?.edits ?? []).map(({ place }) => place));
  return all.filter(
    ({ rule, place }) => rule !== 'stray-character' || !(lines.has(place.line) || isMended(place)),
  );
}

/** Does one of the places hold the place that is asked for? */
function within(places: readonly Place[]): (place: Place) => boolean {
  const outer: Place[] = [];
  for (const place of places.toSorted((a, b) => a.line - b.line || a.column - b.column))
    if (outer.length === 0 || !isWithin(place, outer.at(-1)!)) outer.push(place);
  return (place) => {
    const last = lastOf(outer, ({ line, column }) => !isBefore(place, line, column));
    return last !== undefined && isWithin(place, last);
  };
}

function isBefore(place: Place, line: number, column: number): boolean {
  return place.line < line || (place.line === line && place.column < column);
}

function isWithin(place: Place, other: Place): boolean {
  const isAfter = (line: number, column: number, from: number, at: number) =>
    line > from || (line === from && column >= at);
  return (
    isAfter(place.line, place.column, other.line, other.column) &&
    isAfter(other.endLine, other.endColumn, place.endLine, place.endColumn)
  );
}

const OF_BLANKS: ReadonlySet<string> = new Set(['blank', 'invisible', 'list-mark']);

/** The ids of indicators that could not be read whole. */
function tornIn({ plan, holes }: Pick<PartialPlan, 'plan' | 'holes'>): Set<string> {
  const torn = new Set(holes.flatMap(([list, at]) => (list === 'indicators' ? [at] : [])));
  const { indicators } = plan;
  return new Set(indicators.filter(({ path }) => torn.has(path[1])).map(({ id }) => id));
}

/** The plan's own suppressions, also where its form is broken elsewhere. */
function ignoresOf({ data, locate, edit }: YamlFile): IgnoreEntry[] {
  const list = (data as { ignore?: unknown } | null | undefined)?.ignore;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => {
    const { rule, where, reason } = (entry ?? {}) as Record<string, unknown>;
    const path = ['ignore', index];
    const placeOf = (key: string) => edit([...path, key], '')?.place;
    const named = { rulePlace: placeOf('rule'), wherePlace: placeOf('where') };
    return typeof rule === 'string' && typeof where === 'string' && typeof reason === 'string'
      ? { rule, where, reason, path, place: locate([...path, 'rule']), ...named }
      : [];
  });
}
