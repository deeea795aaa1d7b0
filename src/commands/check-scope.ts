import type { CheckOptions } from '../cli/flags/check.ts';
import { countAll, type Finding, isFormRule, type Level, type Place } from '../finding.ts';
import { changedLines, type Lines } from '../load/changed-lines.ts';
import { type Message, message } from '../message/message.ts';
import { RULE_IDS } from '../rules/index.ts';
import type { Found } from './check-paths.ts';
import { checkChoices } from './choices.ts';
import type { Session } from './session.ts';

type ScopeOptions = Pick<CheckOptions, 'select' | 'ignore' | 'changedSince'>;

/** What is reported of all that was found, and what there is to say of the rest. */
export interface Scoped {
  found: Found;
  remark: Message | null;
}

/**
 * Narrows what was found to what is asked for: by rule, by the project's settings, by the lines that
 * changed. What keeps a file from being read whole is always told.
 * @throws UsageError for a rule that there is not, and where git does not know what changed
 */
export async function scoped(
  session: Session,
  found: Found,
  options: ScopeOptions,
): Promise<Scoped> {
  const select = checkChoices('--select', options.select ?? [], RULE_IDS);
  const ignore = checkChoices('--ignore', options.ignore ?? [], RULE_IDS);
  const isAsked = ({ rule }: Finding) =>
    isFormRule(rule) ||
    ((select.length === 0 || select.some((one) => one === rule)) &&
      !ignore.some((one) => one === rule));
  const levelled = withLevels(session, narrowed(found, isAsked));
  if (options.changedSince === undefined) return { found: levelled, remark: null };
  const ref = options.changedSince;
  const lines = await changedLines([...new Set(levelled.files)], ref, session.cwd);
  const left = narrowed(levelled, (one) => isFormRule(one.rule) || isOnChanged(one, lines, found));
  const count = countAll(levelled.findings) - countAll(left.findings);
  const remark = count === 0 ? null : message('unchanged-left-out', { count, ref });
  return { found: left, remark };
}

/** Levels as the project's settings have them; what they turn off is gone. */
function withLevels({ config }: Session, found: Found): Found {
  const levels: Readonly<Record<string, Level | 'off'>> = config?.rules ?? {};
  const on = narrowed(found, ({ rule }) => levels[rule] !== 'off');
  const levelled = <One extends Finding>(one: One): One => {
    const level = levels[one.rule];
    return level === undefined || level === 'off' ? one : { ...one, level };
  };
  return {
    ...on,
    findings: on.findings.map(levelled),
    suppressed: on.suppressed.map(levelled),
  };
}

function narrowed(found: Found, isKept: (one: Finding) => boolean): Found {
  return {
    ...found,
    findings: found.findings.filter(isKept),
    suppressed: found.suppressed.filter(isKept),
  };
}

/** Did anything change where it stands, or where its rival stands? */
function isOnChanged(
  { place, related }: Finding,
  lines: ReadonlyMap<string, Lines>,
  { texts }: Found,
): boolean {
  const isChanged = ({ file, line, endLine }: Omit<Place, 'column' | 'endColumn'>) =>
    lines.get(file)?.touches(line, endLine) ?? true;
  if ([place, ...related.map((other) => other.place)].some(isChanged)) return true;
  // What is missing in an item is told at its beginning, wherever in it the line was taken out.
  const text = texts.get(place.file);
  if (text === undefined) return false;
  const written = text.split('\n');
  const isOfItem = /^\s*-\s/.test(written[place.line - 1] ?? '');
  return isOfItem && isChanged({ ...place, endLine: lastLineOf(written, place.line) });
}

/** The last line of the item of a list that begins on a line: what is indented deeper belongs to it. */
function lastLineOf(lines: readonly string[], line: number): number {
  const indent = indentOf(lines[line - 1] ?? '');
  const below = lines.slice(line);
  const end = below.findIndex((one) => one.trim() !== '' && indentOf(one) <= indent);
  return end === -1 ? lines.length : line + end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
