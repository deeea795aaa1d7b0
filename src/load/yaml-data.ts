import { LIMITS } from '../limits.ts';
import { withoutTrailingZeros } from './numeral.ts';
import { asSeen, type YamlMap, type YamlNode, type YamlScalar } from './yaml-tree.ts';

/** The values of a tree; `undefined` where aliases of aliases would make too many of them. */
export function dataOf(tree: YamlNode | null): unknown {
  const seen = { aliases: 0 };
  const data = plain(tree, seen);
  return seen.aliases > LIMITS.aliases ? undefined : data;
}

/**
 * The node as plain data with its texts in NFC, an alias as the data of its anchor. A number that
 * JavaScript cannot hold as it is written is a text of its decimal digits.
 */
function plain(node: YamlNode | null, seen: { aliases: number }): unknown {
  switch (node?.kind) {
    case 'scalar':
      return scalarData(node);
    case 'list':
      return node.items.map((item) => plain(item, seen));
    case 'map':
      return mapData(node, seen);
    case 'alias':
      seen.aliases += 1;
      return seen.aliases > LIMITS.aliases ? null : plain(node.target, seen);
    default:
      return null;
  }
}

function mapData({ pairs }: YamlMap, seen: { aliases: number }): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const pair of pairs) {
    const value = plain(pair.value, seen);
    if (pair.name !== '__proto__') data[pair.name] = value;
    else Object.defineProperty(data, pair.name, { ...OWN, value });
  }
  return data;
}

/** As every other property of an object is. */
const OWN = { writable: true, enumerable: true, configurable: true };

function scalarData({ value, source }: YamlScalar): unknown {
  if (typeof value === 'string') return asSeen(value);
  return typeof value === 'number' ? (asWritten(source, value) ?? value) : value;
}

const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e([-+]?\d+))?$/i;

/** The number in plain decimal digits where JavaScript's own text for it says another, or has an exponent. */
function asWritten(source: string, value: number): string | null {
  const exponent = DECIMAL.exec(source)?.[1];
  if (!DECIMAL.test(source) || (source.length < SAFE_LENGTH && exponent === undefined)) return null;
  if (Math.abs(Number(exponent ?? 0)) > LIMITS.digits) return source;
  const digits = plainDecimal(source);
  return digits === String(value) ? null : digits;
}

/** So few characters hold no number that JavaScript would round. */
const SAFE_LENGTH = 16;

/** `-1.5e3` as `-1500`, `1e-7` as `0.0000001`; what has no exponent, as it is. */
function plainDecimal(source: string): string {
  const [mantissa = '', power = '0'] = source.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const point = whole.length + Number(power);
  const digits = (whole + part)
    .padEnd(point, '0')
    .padStart(whole.length + part.length - Math.min(point, 0), '0');
  const at = Math.max(point, 0);
  const text = `${digits.slice(0, at).replace(/^0+(?=\d)/, '') || '0'}.${digits.slice(at)}`;
  return sign + withoutTrailingZeros(text);
}
