import { type Exact, fromParts, toFraction } from '../exact.ts';

/**
 * Plain data with maps and exact numbers in it, as a text that holds all of it; {@link fromText} reads it.
 * No object of the data has a key without a name.
 */
export function toText(data: unknown): string {
  return JSON.stringify(data, (_, value) => {
    if (value instanceof Map) return { '': [...value].flat(1) };
    return isExact(value) ? { '': toFraction(value) } : value;
  });
}

function isExact(value: unknown): value is Exact {
  return typeof value === 'object' && typeof (value as Exact | null)?.d === 'bigint';
}

/** What {@link toText} wrote. */
export function fromText(text: string): unknown {
  return revived(JSON.parse(text));
}

/** The lists and objects of the data become what they stand for where they are. */
function revived(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    for (let at = 0; at < data.length; at += 1) data[at] = revived(data[at]);
    return data;
  }
  const named = data as Record<string, unknown>;
  const special = named[''];
  if (typeof special === 'string') return exactOf(special);
  if (special !== undefined) return mapOf(special as unknown[]);
  for (const key in named) {
    const value = named[key];
    if (typeof value === 'object') named[key] = revived(value);
  }
  return named;
}

function exactOf(fraction: string): Exact {
  const [numerator = '', denominator = '1'] = fraction.split('/');
  const isNegative = numerator.startsWith('-');
  const n = BigInt(isNegative ? numerator.slice(1) : numerator);
  return fromParts(isNegative ? -1n : 1n, n, BigInt(denominator));
}

function mapOf(flat: readonly unknown[]): Map<unknown, unknown> {
  const map = new Map();
  for (let at = 0; at < flat.length; at += 2) map.set(revived(flat[at]), revived(flat[at + 1]));
  return map;
}
