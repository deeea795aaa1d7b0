import path from 'node:path';
import { compareFindings, type Finding, finding, lineOf } from '../finding.ts';
import { type Catalogues, readAreas, readMeasures } from '../load/catalogue.ts';
import { fileBeside, filesBelow, kindOf } from '../load/files.ts';
import { ignoreComments } from '../load/ignore-comments.ts';
import { readPlan } from '../load/plan.ts';
import { readProgress } from '../load/progress.ts';
import { readResults } from '../load/results.ts';
import { skeletonOf } from '../load/skeleton.ts';
import type { YamlFile } from '../load/yaml.ts';
import { message } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import { checkAreas, checkMeasures } from '../rules/catalogue.ts';
import { checkPlan, checkText, openRows } from '../rules/index.ts';
import type { CheckedUnit, IgnoreEntry } from '../suppression.ts';
import { planBeside, type Subject, TABLE } from './check-files.ts';
import { type CatalogueReader, csvOptions, fileError, type ReadOptions } from './read.ts';
import type { Session } from './session.ts';

/** A checked file with what is asked of it. */
export interface Checked extends CheckedUnit {
  /** The text of the YAML file; empty where it is none. */
  text: string;
  /** The files whose findings are asked for; `null` for all. */
  only: readonly string[] | null;
  /** The catalogues that a plan was read with. */
  catalogues: Catalogues | null;
}

/** What a run of the check works with. */
export interface CheckRun {
  session: Session;
  options: ReadOptions;
  readFor: CatalogueReader;
}

/** Looks at one file and at the CSV files that belong to it. */
export async function checkSubject(run: CheckRun, subject: Subject): Promise<Checked> {
  const { file, kind, content } = subject;
  if ('problem' in content) return withoutText(subject, content.problem);
  if (kind === 'plan') return checkPlanFile(run, subject, content.text);
  return kind === 'measures'
    ? checkMeasuresFile(file, content.text)
    : checkAreasFile(file, content.text);
}

function withoutText({ file, only }: Subject, problem: string): Checked {
  const place = lineOf(file, 1);
  const said =
    problem === 'empty'
      ? finding({ rule: 'schema', place, message: message('no-content', {}) })
      : finding({
          rule: 'file-encoding',
          place,
          message: message(problem === 'binary' ? 'file-not-text' : 'file-not-decodable', {}),
        });
  const findings = [said, ...(only ?? []).map((table) => unchecked(table, file, said))];
  return {
    file,
    text: '',
    only: null,
    tables: only ?? [],
    data: undefined,
    comments: [],
    ignores: [],
    findings,
    isComplete: false,
    catalogues: null,
  };
}

async function checkMeasuresFile(file: string, text: string): Promise<Checked> {
  const { yaml, list, findings } = await readMeasures(file, text);
  const { locate } = yaml;
  const ruled = checkMeasures({ list: 'measures', entries: list, locate });
  return checkedCatalogue(yaml, [...findings, ...checkText(yaml), ...ruled]);
}

async function checkAreasFile(file: string, text: string): Promise<Checked> {
  const { yaml, list, findings } = await readAreas(file, text);
  const { locate } = yaml;
  const ruled = checkAreas({ list: 'areas', entries: list, locate });
  return checkedCatalogue(yaml, [...findings, ...checkText(yaml), ...ruled]);
}

function checkedCatalogue(yaml: YamlFile, findings: Finding[]): Checked {
  const { file, text, data } = yaml;
  return {
    file,
    text,
    only: null,
    tables: [],
    data,
    comments: ignoreComments(file, text),
    ignores: [],
    findings,
    isComplete: !findings.some(({ rule }) => FORM_RULES.has(rule)),
    catalogues: null,
  };
}

/** While these stand, the other rules have not looked at the file. */
const FORM_RULES: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'duplicate-key',
  'schema',
  'ambiguous-number',
  'impossible-date',
]);

async function checkPlanFile(run: CheckRun, subject: Subject, text: string): Promise<Checked> {
  const { file, only } = subject;
  const { yaml, plan, findings } = readPlan(file, text);
  const catalogues = await run.readFor(file);
  const { measures, areas } = catalogues;
  const { locate } = yaml;
  const ruled = plan ? checkPlan({ plan, text, measures, areas, locate }) : [];
  const written = checkText(yaml);
  const tables = only?.map(tableOf) ?? tablesOf(file, run);
  const read = await checkTables(run, tables, { yaml, plan, catalogues, findings });
  const isShown = only !== null && plan !== null;
  return {
    file,
    text,
    only: isShown ? only : null,
    tables: tables.map((table) => table.file),
    data: yaml.data,
    comments: ignoreComments(file, text),
    ignores: ignoresOf(yaml),
    findings: [...findings, ...written, ...ruled, ...read],
    isComplete: plan !== null && !read.some(({ rule }) => rule === 'csv-unchecked'),
    catalogues,
  };
}

/** A CSV file of a plan. */
interface Table {
  file: string;
  kind: 'results' | 'progress';
}

function tableOf(file: string): Table {
  return { file, kind: TABLE.exec(file)?.[1] === 'progress' ? 'progress' : 'results' };
}

/** Those asked for, else those beside the plan. */
function tablesOf(plan: string, { session, options }: CheckRun): Table[] {
  return (['results', 'progress'] as const).flatMap((kind) => {
    const beside = fileBeside(plan, kind, session.cwd);
    const files = options[kind] ?? (beside === null ? [] : [beside]);
    return files.map((file) => ({ file, kind }));
  });
}

/** The plan's own suppressions, also where its form is broken elsewhere. */
function ignoresOf({ data, locate }: YamlFile): IgnoreEntry[] {
  const list = (data as { ignore?: unknown } | null | undefined)?.ignore;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => {
    const { rule, where, reason } = (entry ?? {}) as Record<string, unknown>;
    const path = ['ignore', index];
    return typeof rule === 'string' && typeof where === 'string' && typeof reason === 'string'
      ? { rule, where, reason, path, place: locate([...path, 'rule']) }
      : [];
  });
}

interface PlanRead {
  yaml: YamlFile;
  plan: Plan | null;
  catalogues: Catalogues;
  /** The faults of the plan's form. */
  findings: readonly Finding[];
}

/** Of a broken plan, as much as its results need is made out where that can be. */
async function checkTables(
  run: CheckRun,
  tables: readonly Table[],
  { yaml, plan, catalogues, findings }: PlanRead,
): Promise<Finding[]> {
  const skeleton = plan ?? skeletonOf(yaml);
  const rows = plan && openRows({ plan, ...catalogues });
  const [fault] = [...findings].sort(compareFindings);
  const read: Finding[] = [];
  for (const { file, kind } of tables) {
    const known = kind === 'results' ? skeleton : plan;
    if (known === null) read.push(unchecked(file, yaml.file, fault!));
    else
      read.push(
        ...(await readable(run, file, () => READ[kind](run, file, known, catalogues, rows))),
      );
  }
  return [...read, ...(rows?.findings() ?? [])];
}

function unchecked(table: string, plan: string, fault: Finding): Finding {
  return finding({
    rule: 'csv-unchecked',
    place: lineOf(table, 1),
    message: message('csv-plan-broken', { plan: path.basename(plan) }),
    related: [{ message: message('plan-fault-here', {}), place: fault.place }],
  });
}

type Rows = ReturnType<typeof openRows> | null;

type ReadTable = (
  run: CheckRun,
  file: string,
  plan: Plan,
  catalogues: Catalogues,
  rows: Rows,
) => Promise<{ findings: Finding[] }>;

const READ: Record<Table['kind'], ReadTable> = {
  results({ session, options }, file, plan, { areas }, rows) {
    const how = { ...csvOptions(options), areas: areas.size > 0 ? areas : null, cwd: session.cwd };
    return readResults(file, plan, how, rows ? rows.add : () => {});
  },
  progress: ({ session, options }, file, plan) =>
    readProgress(file, plan, { ...csvOptions(options), cwd: session.cwd }),
};

/** What the reader finds; that the file cannot be opened is a finding too. */
async function readable(
  { session }: CheckRun,
  file: string,
  read: () => Promise<{ findings: Finding[] }>,
): Promise<Finding[]> {
  if (kindOf(file, session.cwd) === 'missing') throw fileError(file, 'missing', session.cwd);
  try {
    return (await read()).findings;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const said = message('csv-unreadable', {});
    return [finding({ rule: 'csv-unchecked', place: lineOf(file, 1), message: said })];
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** The CSV files in the folders that no plan stands beside: nothing would ever read them. */
export function orphans(folders: readonly string[], cwd: string): Finding[] {
  const tables = folders.flatMap((folder) => filesBelow(folder, TABLE, cwd));
  return [...new Set(tables)]
    .filter((table) => planBeside(table, cwd) === null)
    .map((table) => {
      const plan = path.basename(table).replace(TABLE, '.yaml');
      const said = message('csv-no-plan', { plan });
      return finding({ rule: 'csv-unchecked', place: lineOf(table, 1), message: said });
    });
}
