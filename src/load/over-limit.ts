import {
  compareFindings,
  countOf,
  type Finding,
  finding,
  LEVELS,
  lineOf,
  type Place,
} from '../finding.ts';
import { isOpenLimit, type Limit, type Limits } from '../limits.ts';
import { type Message, message } from '../message/message.ts';

/** What is said of something that is more than the limit allows. */
export function limitMessage(limit: Limit, limits: Limits): Message {
  return message('over-limit', { limit, most: limits[limit], isOpen: isOpenLimit(limit) });
}

/** The finding that something is more than the limit allows, at its place. */
export function overLimit(limit: Limit, limits: Limits, place: Place): Finding {
  return finding({ rule: 'over-limit', place, message: limitMessage(limit, limits) });
}

/** The finding that a file has more findings than are told. */
export function tooMany(file: string, limits: Limits): Finding {
  return overLimit('findings', limits, lineOf(file, 1));
}

/**
 * As many findings of a file as are told, the worst first to stay, and one that says that there are
 * more; these are counted with the last one told of the same rule, level and way of mending.
 */
export function bounded(file: string, findings: readonly Finding[], limits: Limits): Finding[] {
  if (findings.length <= limits.findings) return [...findings];
  const isTold = ({ message }: Finding) =>
    message.code === 'over-limit' && message.args.limit === 'findings';
  const worst = findings
    .filter((one) => !isTold(one))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareFindings(a, b));
  const kept = worst.slice(0, limits.findings);
  return [tooMany(file, limits), ...withCounts(kept, worst.slice(limits.findings))];
}

/** The kept ones, and of each kind that has none among them the first other one, which is not mended yet. */
function withCounts(kept: Finding[], others: readonly Finding[]): Finding[] {
  const likeOf = ({ rule, level, fix }: Finding) => `${rule} ${level} ${fix?.class}`;
  const lasts = new Map(kept.map((one, at) => [likeOf(one), at]));
  const more = new Map<number, number>();
  for (const one of others) {
    const at = lasts.get(likeOf(one));
    if (at === undefined) lasts.set(likeOf(one), kept.push({ ...one, fix: null }) - 1);
    else more.set(at, (more.get(at) ?? 0) + countOf(one));
  }
  for (const [at, count] of more) kept[at] = withMore(kept[at]!, count);
  return kept;
}

/** The finding with so many more like it, counted and not told. */
export function withMore(found: Finding, count: number): Finding {
  return { ...found, more: (found.more ?? 0) + count };
}
