import { type Line, lineAt, neighbour } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { type Cause, causeAt, insertion } from './cause.ts';

/** `-id: a` and `group:g`, and colons that only look like YAML's. */
export function* marks({ from, text }: Line): Generator<Cause> {
  const dash = /^\s*-(?=["'\p{L}\p{N}][^\s:]*:(?:\s|$))/u.exec(text)?.[0];
  if (dash !== undefined) yield insertion(from + dash.length, ' ', 'dash');
  const key = /^\s*(?:-\s+)?[a-z][a-z-]*:(?=\S)/.exec(text)?.[0];
  if (key !== undefined) yield insertion(from + key.length, ' ', 'after-colon');
  const wide = /^\s*(?:-\s+)?[a-z0-9-]+(\s*[：﹕∶꞉]\s*)/d.exec(text);
  if (wide !== null) {
    const [start, end] = wide.indices![1]!;
    const at = from + text.search(/[：﹕∶꞉]/);
    const edits = [{ from: from + start, to: from + end, text: ': ' }];
    const message = syntax('not-a-colon', text[at - from]!);
    yield causeAt({ from: at, to: at + 1 }, message, edits, 'safe');
  }
}

/** Codes with names below nothing: the line “agencies:” or “groups:” is gone. */
export function* keyOfMap(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = (['agencies', 'groups'] as const).find((one) => !text.includes(`\n${one}:`));
  if (key === undefined || !/^ +[a-z0-9-]+: \p{Lu}/u.test(line)) return;
  const at = from + line.search(/\S/);
  const edits = [{ from, to: from, text: `${key}:\n` }];
  yield causeAt({ from: at, to: at + 1 }, syntax('missing-key', key), edits);
}

const LINE_KEY = /^[ \t]*(?:- )?(?:\{ )?([a-z][a-z-]*):/gm;

/** A line with a key, but without its colon. */
export function* colonless(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = /^\s*(?:-\s+)?([a-z0-9][a-z0-9-]*)(\s*[;=.,]\s+|\s*[;=.,]?$|\s+)(?=(.?))/d.exec(line);
  if (key === null) return;
  const [start, end] = key.indices![2]!;
  const isBare = end === line.length && isKeyAlone(neighbour(text, lineAt(text, from), -1)?.text);
  const isKey = !isBare && keysOfLines(text).has(key[1]!);
  // `so-y-te Sở Y tế`: below “agencies” and “groups” stand codes with names.
  const isCode = /^\p{Lu}/u.test(key[3]!) && /^ {2}[a-z0-9]/.test(line);
  if (!isKey && !isCode) return;
  const place = { from: from + line.search(/\S/), to: from + line.trimEnd().length };
  const colon = { from: from + start, to: from + end, text: end === line.length ? ':' : ': ' };
  yield causeAt(place, syntax('no-colon'), [colon]);
}

function isKeyAlone(line: string | undefined): boolean {
  return line !== undefined && /^\s*(?:- )?[\w-]+:\s*$/.test(line);
}

/** The keys that lines of the text begin with, and those of every plan. */
export function keysOfLines(text: string): Set<string> {
  return new Set([...PLAN_KEYS, ...[...text.matchAll(LINE_KEY)].map(([, key]) => key!)]);
}

/** What stands once in a plan, so that nowhere else tells that it is a key. */
const PLAN_KEYS: ReadonlySet<string> = new Set([
  'format',
  'id',
  'title',
  'document',
  'issued',
  'area',
  'period',
  'implements',
  'agencies',
  'groups',
  'indicators',
  'tasks',
  'reports',
  'claims',
  'ignore',
  'note',
]);

/** `%title:`: a mark before a key is no part of any. */
export function* markBeforeKey({ from, text }: Line): Generator<Cause> {
  const before = /^\s*(?:-\s+)?(?=[%@`][a-z][a-z-]*:(?:\s|$))/.exec(text)?.[0];
  if (before === undefined) return;
  const place = { from: from + before.length, to: from + before.length + 1 };
  const message = syntax('mark-before-key', text[before.length]!);
  yield causeAt(place, message, [{ ...place, text: '' }]);
}
