import path from 'node:path';
import { type Finding, finding, lineOf } from '../finding.ts';
import { foldText } from '../fold.ts';
import { message } from '../message/message.ts';
import { steps } from '../suggest.ts';
import { absolute, filesBelow, kindOf } from './files.ts';
import { folderReader } from './folder.ts';
import { SOURCES } from './sources/sources.ts';

/** The tables that belong to a plan. */
export const TABLE_KINDS = ['results', 'progress'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** A table of a plan. */
export interface TableFile {
  file: string;
  kind: TableKind;
  /** What it says, where that is at hand; else the file is opened. */
  text?: string;
}

const PLAN_ENDINGS = ['.yaml', '.yml'];
const TABLE_ENDINGS = SOURCES.map(({ ending }) => ending);

/** How tables of a plan are named: as the plan, with this ending. */
const TABLE = new RegExp(`\\.(${TABLE_KINDS.join('|')})(?:${TABLE_ENDINGS.join('|')})$`, 'i');

/** Is the file named as a table of a plan? */
export function isPlanTable(file: string): boolean {
  return TABLE.test(file);
}

/** Does the file's name end as that of a table, of a plan or not? */
export function endsAsTable(file: string): boolean {
  return TABLE_ENDINGS.some((ending) => file.toLowerCase().endsWith(ending));
}

/** A table by its name. */
export function tableNamed(file: string): TableFile {
  return {
    file,
    kind: TABLE.exec(file)?.[1]?.toLowerCase() === 'progress' ? 'progress' : 'results',
  };
}

/** `plans/x.yaml` → `plans/x.results.csv` and what else there is of that kind. */
export function tablesBeside(planFile: string, kind: TableKind, cwd: string): string[] {
  const stem = planFile.replace(/\.ya?ml$/i, '');
  const files = TABLE_ENDINGS.map((ending) => `${stem}.${kind}${ending}`);
  const home = path.dirname(planFile);
  const folder = folderAt(absolute(home, cwd));
  // A folder that may be entered but not read tells of a file all the same.
  if (folder === null) return files.filter((file) => kindOf(file, cwd) !== 'missing');
  const isThere = (file: string) => folder.has(path.basename(file));
  const exact = files.filter((file) => isThere(file) && kindOf(file, cwd) !== 'missing');
  if (exact.length > 0) return exact;
  return files
    .flatMap((file) => folder.withKey(alike(path.basename(file))))
    .map((name) => path.join(home, name))
    .sort();
}

/** The name but for case, composition of letters, and results or result. */
function alike(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.result(?=\.[a-z]+$)/, '.results');
}

const folderAt = folderReader({ keyOf: alike, fold: foldText });

/**
 * Files beside a plan that nothing reads and whose names are nearly those of its tables: of another
 * ending, joined by another sign, or copies.
 */
export function nearTables(planFile: string, cwd: string): Finding[] {
  const folder = path.dirname(planFile);
  const stem = foldText(path.basename(planFile).replace(/\.ya?ml$/i, ''));
  const read = new Set(TABLE_KINDS.flatMap((kind) => tablesBeside(planFile, kind, cwd)));
  const names = folderAt(absolute(folder, cwd))?.beginningWith(stem) ?? [];
  return names.flatMap((name) => {
    const file = path.join(folder, name);
    const rest = foldText(name).slice(stem.length);
    const found = NEAR.exec(rest) ?? misspelt(rest);
    const isOthers = () => {
      const owner = isPlanTable(file) ? planBeside(file, cwd) : null;
      return owner !== null && owner !== path.normalize(planFile);
    };
    if (found === null || read.has(file) || isOthers()) return [];
    const kind = /^[pt]/.test(found[1]!) ? 'progress' : 'results';
    const ending = /(?:xls.?|ods)$/.test(found[2]!) ? '.xlsx' : '.csv';
    const wanted = `${path.basename(planFile).replace(/\.ya?ml$/i, '')}.${kind}${ending}`;
    const args = { plan: path.basename(planFile), kind, name: wanted } as const;
    const place = lineOf(file, 1);
    const said = message('csv-near-name', args);
    return finding({ rule: 'csv-unchecked', level: 'warning', place, message: said });
  });
}

/** `.resluts.csv`: a word that is a slip or two away from what the table would be called. */
function misspelt(rest: string): RegExpExecArray | null {
  const found = /^[\s._-]([a-z]{5,10})\.(csv|tsv|txt|xlsx?|ods)$/.exec(rest);
  return found && ['results', 'progress'].some((word) => steps(found[1]!, word) <= 2)
    ? found
    : null;
}

const NEAR =
  /^[\s._-]*(results?|ket[\s._-]?qua|progres{1,2}|tien[\s._-]?do)[\s._-]*(?:(?:\(\d+\)|v?\d+)\s*\.*|(?:copy|ban sao).*)?(?<=\.)(csv(?:\.(?:txt|csv))?|cvs|tsv|txt|xlsx(?:\.csv)?|xlsx?|xlsm|ods)$/;

/** `x.results.csv` → `x.yaml` or `x.yml`, where that file exists, or one of nearly that name. */
export function planBeside(table: string, cwd: string): string | null {
  const files = PLAN_ENDINGS.map((ending) => table.replace(TABLE, ending));
  const exact = files.find((file) => kindOf(file, cwd) === 'file');
  if (exact !== undefined) return exact;
  const folder = path.dirname(table);
  const names = folderAt(absolute(folder, cwd));
  const near = files
    .flatMap((file) => names?.withKey(alike(path.basename(file))) ?? [])
    .map((name) => path.join(folder, name));
  return near.find((file) => kindOf(file, cwd) !== 'folder') ?? null;
}

/** A plan by the name that is given to it: its files' names without their endings, and its id. */
export function planNamed(name: string): { stem: string; id: string } {
  const stem = path.normalize(name).replace(/\.ya?ml$/, '');
  return { stem, id: path.basename(stem) };
}

/** The plan that a table is named for, whether or not it exists. */
export function planNamedBy(table: string): string {
  return table.replace(TABLE, PLAN_ENDINGS[0]!);
}

/** The tables in the folders among the paths that no plan stands beside: nothing would read them. */
export function strayTables(paths: readonly string[], cwd: string): Finding[] {
  const folders = paths
    .filter((named) => named !== '-' && kindOf(named, cwd) === 'folder')
    .map((named) => path.normalize(named));
  const tables = folders.flatMap((folder) => filesBelow(folder, TABLE, cwd));
  return [...new Set(tables)]
    .filter((table) => planBeside(table, cwd) === null)
    .map((table) => {
      const said = message('csv-no-plan', { plan: planNamedBy(path.basename(table)) });
      return finding({ rule: 'csv-unchecked', place: lineOf(table, 1), message: said });
    });
}
