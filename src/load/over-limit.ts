import { compareFindings, type Finding, finding, LEVELS, lineOf, type Place } from '../finding.ts';
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
 * more.
 */
export function bounded(file: string, findings: readonly Finding[], limits: Limits): Finding[] {
  if (findings.length <= limits.findings) return [...findings];
  const isTold = ({ message }: Finding) =>
    message.code === 'over-limit' && message.args.limit === 'findings';
  const worst = findings
    .filter((one) => !isTold(one))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareFindings(a, b));
  return [tooMany(file, limits), ...worst.slice(0, limits.findings)];
}
