import { distance } from 'fastest-levenshtein';
import { foldText } from './fold.ts';

/**
 * The candidate that was most probably meant, or `null` when none is near. Accents, case, NFD,
 * hyphens and spaces do not count; up to a third of the letters may be wrong,
 * never all of them.
 */
export function suggest(found: string, candidates: Iterable<string>): string | null {
  return suggester(candidates)(found);
}

/** The same for many texts and the same candidates, which are looked at once. */
export function suggester(candidates: Iterable<string>): (found: string) => string | null {
  const known = [...candidates].map((candidate) => ({ candidate, text: bare(candidate) }));
  return (found) => {
    const wanted = bare(found);
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
  };
}

/**
 * The phrase that was probably meant: as {@link suggest}, but word for word. "Quá hạn" is near to
 * "gia hạn" in letters and another thing.
 */
export function suggestPhrase(found: string, phrases: readonly string[]): string | null {
  const words = wordsOf(found);
  return phrases.find((phrase) => isNearly(words, wordsOf(phrase))) ?? null;
}

function isNearly(found: readonly string[], meant: readonly string[]): boolean {
  return (
    found.length === meant.length &&
    found.every((word, at) => steps(word, meant[at]!) <= (meant[at]!.length < 3 ? 0 : 1))
  );
}

function wordsOf(phrase: string): string[] {
  return foldText(phrase).split(/[\s_-]+/);
}

/** Letters put in, left out or mistaken; two neighbours swapped count as one mistake. */
function steps(found: string, meant: string): number {
  const at = [...found].findIndex((letter, index) => letter !== meant[index]);
  const swapped = `${found.slice(0, at)}${found[at + 1]}${found[at]}${found.slice(at + 2)}`;
  return at >= 0 && swapped === meant ? 1 : distance(found, meant);
}

function bare(text: string): string {
  return foldText(text).replace(/[\s_-]+/g, '');
}
