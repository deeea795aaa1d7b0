import path from 'node:path';
import type { BaselineEntry } from '../baseline.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { usageError } from '../usage-error.ts';
import { absolute, fileError, kindOf, readText } from './files.ts';

const FORMAT = 'baseline/1';

/** A baseline file as it lies on this machine. */
export interface BaselineFile {
  /** Its name without the folders. */
  name: string;
  /** `null` where there is no such file. */
  entries: BaselineEntry[] | null;
  /**
   * How entries name a file: from the baseline's folder, with forward slashes, so that the baseline
   * means the same on every machine.
   */
  nameOf(file: string): string;
  /** The file that an entry names, as the system knows it. */
  pathOf(named: string): string;
  /** Is there a file that an entry names? */
  has(named: string): boolean;
}

/** @throws UsageError for a file that cannot be read or is no baseline, or is missing and needed */
export function openBaseline(
  file: string,
  { cwd, limits = LIMITS }: { cwd: string; limits?: Limits },
  isNeeded: boolean,
): BaselineFile {
  const folder = path.dirname(absolute(file, cwd));
  const pathOf = (named: string) => path.resolve(folder, named);
  return {
    name: path.basename(file),
    entries: entriesIn(file, cwd, limits, isNeeded),
    nameOf: (one) => path.relative(folder, absolute(one, cwd)).split(path.sep).join('/'),
    pathOf,
    has: (named) => kindOf(pathOf(named), cwd) !== 'missing',
  };
}

function entriesIn(
  file: string,
  cwd: string,
  limits: Limits,
  isNeeded: boolean,
): BaselineEntry[] | null {
  if (kindOf(file, cwd) === 'missing') {
    if (isNeeded) throw fileError(file, 'missing', cwd);
    return null;
  }
  const content = readText(file, cwd, limits);
  if ('problem' in content) throw fileError(file, content.problem, cwd, limits);
  const entries = readBaseline(content.text);
  if (entries === null) throw usageError('baseline-broken', { file });
  return entries;
}

/** The entries of a baseline file's text; `null` where it is none. */
export function readBaseline(text: string): BaselineEntry[] | null {
  const data = parsed(text);
  if (!isObject(data) || data.format !== FORMAT || !Array.isArray(data.findings)) return null;
  return data.findings.every(isEntry) ? data.findings : null;
}

/** The text of a baseline file, one entry a line so that changes are easy to review. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(
    ({ file, rule, path, count }) => `    ${JSON.stringify({ file, rule, path, count })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "format": "${FORMAT}",\n  "findings": ${list}\n}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isObject(value)) return false;
  const { file, rule, path, count } = value;
  const isCount = Number.isSafeInteger(count) && (count as number) > 0;
  return [file, rule, path].every((text) => typeof text === 'string') && isCount;
}
