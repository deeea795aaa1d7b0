import { distance } from 'fastest-levenshtein';
import { foldText } from './fold.ts';
import { legible } from './look-alike.ts';

/**
 * How sure a mend is: a safe one keeps what was meant and is the only one; any other may change a
 * meaning.
 */
export type FixClass = 'safe' | 'unsafe';

/**
 * The candidate that was most probably meant, or `null` when none is near. Accents, case, NFD,
 * hyphens and spaces do not count; up to a third of the letters may be wrong,
 * never all of them.
 */
export function suggest(found: string, candidates: Iterable<string>): string | null {
  return suggester(candidates)(found);
}

/**
 * The same for many texts and the same candidates, which are looked at once. So that a file full of
 * unknown names costs no more than its length, near letters are looked for among the first
 * candidates and for the first texts; the same letters, among all and for all.
 */
export function suggester(candidates: Iterable<string>): (found: string) => string | null {
  let known: Known | undefined;
  const answers = new Map<string, string | null>();
  return (found) => {
    const held = answers.get(found);
    if (held !== undefined) return held;
    known ??= lookedAt(candidates);
    const wanted = bare(found);
    const same = known.same.get(wanted);
    if (same !== undefined || answers.size === MOST_ASKED) return same ?? null;
    const answer = nearest(wanted, known.compared);
    answers.set(found, answer);
    return answer;
  };
}

interface Known {
  /** The first candidate of the same letters. */
  same: ReadonlyMap<string, string>;
  compared: readonly { candidate: string; text: string }[];
}

function lookedAt(candidates: Iterable<string>): Known {
  const known = [...candidates].map((candidate) => ({ candidate, text: bare(candidate) }));
  const same = new Map(known.toReversed().map(({ candidate, text }) => [text, candidate]));
  same.delete('');
  return { same, compared: known.slice(0, MOST_COMPARED) };
}

/** Candidates of which more are not compared letter by letter. */
const MOST_COMPARED = 1000;
/** Texts of which more are not compared. */
const MOST_ASKED = 200;

function nearest(
  wanted: string,
  known: readonly { candidate: string; text: string }[],
): string | null {
  if (wanted === '') return null;
  let best: { candidate: string; distance: number } | null = null;
  for (const { candidate, text } of known) {
    if (best && Math.abs(text.length - wanted.length) >= best.distance) continue;
    const far = steps(wanted, text);
    if (!best || far < best.distance) best = { candidate, distance: far };
  }
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const isNear = best !== null && best.distance <= limit && best.distance < wanted.length;
  return isNear ? best!.candidate : null;
}

/** Tells how sure it is that a suggestion was meant; see {@link surenessAmong}. */
export type Sureness = (found: string, suggestion: string) => FixClass | null;

/**
 * How sure it is that a suggestion was meant among candidates, which are looked at once: `safe` where
 * it is written with the same letters, but for case, accents, hyphens, blanks and letters that look the
 * same; `null` where another candidate is as near, and where there are too many to be compared.
 */
export function surenessAmong(candidates: Iterable<string>): Sureness {
  let texts: readonly string[] | null | undefined;
  const answers = new Map<string, FixClass | null>();
  return (found, suggestion) => {
    if (texts === undefined) texts = fewTexts(candidates);
    if (texts === null) return null;
    const key = JSON.stringify([found, suggestion]);
    const held = answers.get(key);
    if (held !== undefined) return held;
    const answer = surenessIn(texts, found, suggestion);
    if (answers.size < MOST_COMPARED) answers.set(key, answer);
    return answer;
  };
}

/** The candidates as they are compared; `null` where there are too many. */
function fewTexts(candidates: Iterable<string>): readonly string[] | null {
  const known = new Set<string>();
  for (const candidate of candidates) {
    known.add(candidate);
    if (known.size > MOST_COMPARED) return null;
  }
  return [...known].map(bare);
}

function surenessIn(texts: readonly string[], found: string, suggestion: string): FixClass | null {
  const wanted = bare(legible(found));
  const far = steps(wanted, bare(suggestion));
  let near = 0;
  for (const text of texts) {
    if (Math.abs(text.length - wanted.length) > far || steps(wanted, text) > far) continue;
    near += 1;
    if (near > 1) return null;
  }
  if (near !== 1) return null;
  return far === 0 ? 'safe' : 'unsafe';
}

/**
 * The phrase that was probably meant: as {@link suggest}, but word for word. "Quá hạn" is near to
 * "gia hạn" in letters and another thing.
 */
export function suggestPhrase(found: string, phrases: readonly string[]): string | null {
  const words = wordsOf(found);
  const meant = phraseWords.get(phrases) ?? phrases.map(wordsOf);
  phraseWords.set(phrases, meant);
  return phrases.find((_, at) => isNearly(words, meant[at]!)) ?? null;
}

/** The words of each phrase: a file full of unknown ones asks for them again and again. */
const phraseWords = new WeakMap<readonly string[], string[][]>();

function isNearly(found: readonly string[], meant: readonly string[]): boolean {
  return (
    found.length === meant.length &&
    found.every((word, at) => steps(word, meant[at]!) <= (meant[at]!.length < 3 ? 0 : 1))
  );
}

function wordsOf(phrase: string): string[] {
  return foldText(phrase).split(/[\s_-]+/);
}

/**
 * The same as {@link surenessAmong} for names that are known all: as it is written, it means nothing, so
 * that one letter put right gives it no other meaning.
 */
export function surenessAmongNames(names: Iterable<string>): Sureness {
  const among = surenessAmong(names);
  return (found, suggestion) => {
    const sure = among(found, suggestion);
    const isOneSlip = steps(bare(found), bare(suggestion)) <= 1;
    return sure === 'unsafe' && isOneSlip ? 'safe' : sure;
  };
}

/** Letters put in, left out or mistaken; two neighbours swapped count as one mistake. */
export function steps(found: string, meant: string): number {
  let at = 0;
  while (at < found.length && found[at] === meant[at]) at += 1;
  if (at === found.length) return meant.length - at;
  const swapped = `${found.slice(0, at)}${found[at + 1]}${found[at]}${found.slice(at + 2)}`;
  return swapped === meant ? 1 : distance(found, meant);
}

function bare(text: string): string {
  return foldText(text).replace(/[\s_-]+/g, '');
}
