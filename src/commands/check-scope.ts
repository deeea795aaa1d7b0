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
  const itemEnd = itemEnds(found);
  const left = narrowed(
    levelled,
    (one) => isFormRule(one.rule) || isOnChanged(one, lines, itemEnd),
  );
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
  itemEnd: (place: Place) => number | null,
): boolean {
  const isChanged = ({ file, line, endLine }: Omit<Place, 'column' | 'endColumn'>) =>
    lines.get(file)?.touches(line, endLine) ?? true;
  if ([place, ...related.map((other) => other.place)].some(isChanged)) return true;
  // What is missing in an item is told at its beginning, wherever in it the line was taken out.
  const end = itemEnd(place);
  return end !== null && isChanged({ ...place, endLine: end });
}

/**
 * The last line of the item of a list that begins on the line of a place, `null` for no item: what is
 * indented deeper belongs to it. Thousands of findings ask for it, of one file and line too.
 */
function itemEnds({ texts }: Found): (place: Place) => number | null {
  const linesOf = new Map<string, readonly string[]>();
  const ends = new Map<string, number | null>();
  return ({ file, line }) => {
    const key = `${line} ${file}`;
    const known = ends.get(key);
    if (known !== undefined) return known;
    const lines = linesOf.get(file) ?? (texts.get(file) ?? '').split('\n');
    linesOf.set(file, lines);
    const end = /^\s*-\s/.test(lines[line - 1] ?? '') ? lastLineOf(lines, line) : null;
    ends.set(key, end);
    return end;
  };
}

/** The last line of what begins on a line. */
function lastLineOf(lines: readonly string[], line: number): number {
  const indent = indentOf(lines[line - 1] ?? '');
  for (let at = line; at < lines.length; at += 1)
    if (lines[at]!.trim() !== '' && indentOf(lines[at]!) <= indent) return at;
  return lines.length;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
