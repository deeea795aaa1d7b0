import path from 'node:path';
import { type Finding, finding, lineOf } from '../finding.ts';
import { foldText } from '../fold.ts';
import { message } from '../message/message.ts';
import { filesBelow, filesIn, kindOf } from './files.ts';
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
  const exact = files.filter((file) => kindOf(file, cwd) !== 'missing');
  if (exact.length > 0) return exact;
  const folder = path.dirname(planFile);
  const wanted = new Set(files.map((file) => alike(path.basename(file))));
  return filesIn(folder, cwd)
    .filter((name) => wanted.has(alike(name)))
    .map((name) => path.join(folder, name))
    .sort();
}

/** The name but for case, composition of letters, and results or result. */
const alike = remembered((name) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.result(?=\.[a-z]+$)/, '.results'),
);

const folded = remembered(foldText);

/** What is made of the names in a folder is asked for again with every plan of it. */
function remembered(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const made = known.get(name) ?? make(name);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(name, made);
    return made;
  };
}

const MOST_NAMES = 20_000;

/**
 * Files beside a plan that nothing reads and whose names are nearly those of its tables: of another
 * ending, joined by another sign, or copies.
 */
export function nearTables(planFile: string, cwd: string): Finding[] {
  const folder = path.dirname(planFile);
  const stem = foldText(path.basename(planFile).replace(/\.ya?ml$/i, ''));
  const read = new Set(TABLE_KINDS.flatMap((kind) => tablesBeside(planFile, kind, cwd)));
  return filesIn(folder, cwd)
    .filter((name) => folded(name).startsWith(stem))
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      const found = NEAR.exec(folded(name).slice(stem.length));
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

const NEAR =
  /^[\s._-]*(results?|ket[\s._-]?qua|progres{1,2}|tien[\s._-]?do)[\s._-]*(?:(?:\(\d+\)|v?\d+)\s*\.*|(?:copy|ban sao).*)?(?<=\.)(csv(?:\.(?:txt|csv))?|cvs|tsv|txt|xlsx(?:\.csv)?|xlsx?|xlsm|ods)$/;

/** `x.results.csv` → `x.yaml` or `x.yml`, where that file exists, or one of nearly that name. */
export function planBeside(table: string, cwd: string): string | null {
  const files = PLAN_ENDINGS.map((ending) => table.replace(TABLE, ending));
  const exact = files.find((file) => kindOf(file, cwd) === 'file');
  if (exact !== undefined) return exact;
  const folder = path.dirname(table);
  const wanted = new Set(files.map((file) => alike(path.basename(file))));
  const near = filesIn(folder, cwd)
    .filter((name) => wanted.has(alike(name)))
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
