import { type Finding, finding, type Place } from '../finding.ts';
import { LIMITS, type Limit } from '../limits.ts';
import { type Message, message } from '../message/message.ts';

/** What is said of something that is more than the limit allows. */
export function limitMessage(limit: Limit): Message {
  return message('over-limit', { limit, most: LIMITS[limit] });
}

/** The finding that something is more than the limit allows, at its place. */
export function overLimit(limit: Limit, place: Place): Finding {
  return finding({ rule: 'over-limit', place, message: limitMessage(limit) });
}
