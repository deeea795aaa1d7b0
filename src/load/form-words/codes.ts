import { legible } from '../../look-alike.ts';
import type { Fault } from './fault.ts';

/** The code that has the name; where no codes are known, one made of it. */
export function codeMeant(found: string, { key, codes }: Fault): string | null {
  const made = codeFrom(found);
  const meant = codes(key).meant(found, made);
  return meant === undefined ? made : meant;
}

/** `a; b` and `a b` are two codes of a list. */
export function codesIn(found: string, { key, codes }: Fault): string | null {
  const parts = found.split(/[\s;,、，]+/u).filter((part) => part !== '');
  const known = codes(key);
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts.join(', ') : null;
}

/** The code nearest to a text: `Sở TT&TT` gives `so-tt-tt`. */
export function codeFrom(text: string): string | null {
  const code = legible(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return code || null;
}
