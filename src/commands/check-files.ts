import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText, type FileProblem, kindOf, readAscii, readText } from '../load/files.ts';
import { kindOfYaml, type YamlKind } from '../load/kind.ts';
import { fileError, yamlFilesBelow } from './read.ts';
import { type Session, usageError } from './session.ts';

/** A YAML file to be checked, with what is asked of it. */
export interface Subject {
  /** As named, without `./`. */
  file: string;
  kind: YamlKind;
  /** Its text, or why it has none. */
  content: { text: string } | { problem: FileProblem };
  /** Where only some of a plan's CSV files are asked for: these; `null` for everything. */
  only: readonly string[] | null;
}

/** What became of a path: nothing where a file in a folder is not ours. */
type Found = Subject | null;

/** How CSV files of a plan are named: as the plan, with this ending. */
export const TABLE = /\.(results|progress)\.csv$/;

/**
 * The files that the paths name, in order of their names: files, folders (their plans and
 * catalogues), quoted patterns, `-` for standard input; the current folder where no path is named.
 * @throws UsageError for a path that names nothing, and for a file that is none of ours
 */
export async function subjects(
  session: Session,
  paths: readonly string[],
  stdinName: string | undefined,
): Promise<Subject[]> {
  if (stdinName !== undefined && !paths.includes('-')) throw usageError('stdin-name-alone', {});
  const named = paths.length === 0 ? ['.'] : [...new Set(paths)];
  const found: Subject[] = [];
  for (const one of named)
    found.push(
      ...(one === '-' ? [await fromStdin(session, stdinName)] : await atPath(one, session.cwd)),
    );
  return merged(found, session.cwd);
}

async function fromStdin(session: Session, name: string | undefined): Promise<Subject> {
  const file = name === undefined ? '<stdin>' : path.normalize(name);
  if (TABLE.test(file)) throw usageError('stdin-not-yaml', {});
  const content = decodeText(await buffer(session.stdin));
  const subject = subjectOf(file, content, true);
  if (subject === null) throw usageError('not-checkable', { file });
  return subject;
}

async function atPath(named: string, cwd: string): Promise<Subject[]> {
  const kind = kindOf(named, cwd);
  if (kind === 'file') return [fileSubject(path.normalize(named), cwd)];
  if (kind === 'folder') return inFolder(path.normalize(named), cwd);
  return matching(named, cwd);
}

/** A file that the user names must be one of ours. */
function fileSubject(file: string, cwd: string): Subject {
  if (/\.csv$/i.test(file)) return tableSubject(file, cwd);
  const content = readText(file, cwd);
  if ('problem' in content && ['missing', 'unreadable', 'not-a-file'].includes(content.problem))
    throw fileError(file, content.problem, cwd);
  const subject = subjectOf(file, content, true);
  if (subject === null) throw usageError('not-checkable', { file });
  return subject;
}

/** A CSV file is checked against the plan beside it. */
function tableSubject(file: string, cwd: string): Subject {
  if (!TABLE.test(file)) throw usageError('csv-name-unknown', { file });
  const plan = planBeside(file, cwd);
  if (plan === null) {
    const missing = file.replace(TABLE, '.yaml');
    throw usageError('csv-plan-missing', { file, plan: missing });
  }
  return { ...fileSubject(plan, cwd), only: [file] };
}

/** `x.results.csv` → `x.yaml` or `x.yml`, where that file exists. */
export function planBeside(table: string, cwd: string): string | null {
  const endings = ['.yaml', '.yml'].map((ending) => table.replace(TABLE, ending));
  return endings.find((file) => kindOf(file, cwd) === 'file') ?? null;
}

function inFolder(folder: string, cwd: string): Subject[] {
  const found = yamlFilesBelow(folder, cwd).flatMap((file) => walked(file, cwd) ?? []);
  if (found.length === 0) throw usageError('folder-without-files', { folder });
  return found;
}

async function matching(pattern: string, cwd: string): Promise<Subject[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) throw fileError(pattern, 'missing', cwd);
  const files = await glob(pattern, {
    cwd,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  const named = path.isAbsolute(pattern) ? files.map((file) => path.resolve(cwd, file)) : files;
  const found = named.map(path.normalize).flatMap((file) => {
    if (TABLE.test(file)) return planBeside(file, cwd) === null ? [] : tableSubject(file, cwd);
    return /\.ya?ml$/.test(file) ? (walked(file, cwd) ?? []) : [];
  });
  if (found.length === 0) throw usageError('nothing-matches', { pattern });
  return found;
}

/** A file that was come upon: others' YAML is left alone, ours also where it is damaged. */
function walked(file: string, cwd: string): Found {
  const content = readText(file, cwd);
  if ('text' in content) return subjectOf(file, content, false);
  if (content.problem === 'unreadable') throw fileError(file, content.problem, cwd);
  const isOurs = content.problem !== 'empty' && kindOfYaml(readAscii(file, cwd)) !== null;
  return isOurs ? subjectOf(file, content, true) : null;
}

/** What a YAML file is. One without text has no format to go by: it is one of ours where named. */
function subjectOf(file: string, content: Subject['content'], isOurs: boolean): Found {
  const kind = 'text' in content ? kindOfYaml(content.text) : isOurs ? 'plan' : null;
  return kind === null ? null : { file, kind, content, only: null };
}

/** Each file once, under the first of its names in order; in order, whatever the order named. */
function merged(found: readonly Subject[], cwd: string): Subject[] {
  const byPath = new Map<string, Subject>();
  for (const one of [...found].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const key = path.resolve(cwd, one.file);
    const known = byPath.get(key);
    byPath.set(key, known ? { ...known, only: both(known.only, one.only) } : one);
  }
  return [...byPath.values()];
}

function both(a: Subject['only'], b: Subject['only']): Subject['only'] {
  return a === null || b === null ? null : [...new Set([...a, ...b])].sort();
}
