import type { Document, Pair, Scalar } from 'yaml';
import { message } from '../../message/message.ts';
import { withoutTrailingZeros } from '../numeral.ts';
import { rangeOf } from '../yaml-syntax.ts';
import { wholeYaml } from '../yaml-whole.ts';
import type { Cause } from './cause.ts';

/** `{ 2024: 98,5 }`: inside { } the comma ends the entry, and YAML sees a key `5` without a value. */
export function flowCommas(document: Document, text: string): Cause[] {
  if (!/\d,\d|[“„«]/.test(text)) return [];
  const found: Cause[] = [];
  wholeYaml().visit(document, {
    Map(_, map) {
      if (map.flow) found.push(...commasIn(map.items, text), ...quotesIn(map.items, text));
    },
  });
  return found;
}

function* commasIn(pairs: readonly Pair[], text: string): Generator<Cause> {
  for (const [index, { value }] of pairs.entries()) {
    const range = isScalar(value) && value.type === 'PLAIN' ? rangeOf(value) : undefined;
    if (range === undefined || !/\d$/.test(text.slice(...range))) continue;
    const to = endOfDigits(pairs, index, text, range[1]);
    if (to > range[1]) yield fault(text, range[0], to);
  }
}

/** `name: “Tỷ lệ A, B”`: curly quotes keep no comma from ending the entry. */
function* quotesIn(pairs: readonly Pair[], text: string): Generator<Cause> {
  for (const [index, { value }] of pairs.entries()) {
    const range = isScalar(value) && value.type === 'PLAIN' ? rangeOf(value) : undefined;
    const first = range && text.slice(...range);
    if (range === undefined || first === undefined || !/^[“„«][^“”»]*$/.test(first)) continue;
    const isAlone = ({ value }: Pair) =>
      value === null || (isScalar(value) && value.value === null);
    let at = index + 1;
    while (at < pairs.length && isAlone(pairs[at]!) && !isClosing(pairs[at]!, text)) at += 1;
    const closing = pairs[at];
    if (closing === undefined || !isAlone(closing)) continue;
    const [from, to] = [range[0], rangeOf(closing.key)![1]];
    const found = text.slice(from, to);
    const suggestion = JSON.stringify(found.slice(1, -1));
    const edits = [{ from, to, text: suggestion }];
    const said = message('curly-quotes', { found, suggestion });
    yield { from, to, message: said, suggestion, edits, sure: 'unsafe' };
  }
}

function isClosing({ key }: Pair, text: string): boolean {
  return /[”“»"]$/.test(text.slice(...rangeOf(key)!));
}

function isScalar(node: unknown): node is Scalar {
  return wholeYaml().isScalar(node);
}

/** How far keys of digits without a value follow, a comma and no blank between them. */
function endOfDigits(pairs: readonly Pair[], index: number, text: string, end: number): number {
  let to = end;
  for (let at = index + 1; at < pairs.length; at += 1) {
    const { key, value } = pairs[at]!;
    const range = rangeOf(key);
    const isRest =
      (value === null || (isScalar(value) && value.value === null)) && range?.[0] === to + 1;
    if (!isRest || text[to] !== ',' || !/^\d+$/.test(text.slice(...range!))) return to;
    to = range![1];
  }
  return to;
}

function fault(text: string, from: number, to: number): Cause {
  const found = text.slice(from, to);
  const isThousands = /^\D*\d{1,3}(,\d{3})+$/.test(found);
  const isDecimal = /^[^,]*,\d+$/.test(found);
  const asThousands = isThousands ? found.replaceAll(',', '') : null;
  const asDecimal = isDecimal ? withoutTrailingZeros(found.replace(',', '.')) : null;
  const only = asThousands === null || asDecimal === null ? (asThousands ?? asDecimal) : null;
  const edits = [{ from, to, text: only ?? asThousands! }];
  return {
    from,
    to,
    message: message('comma-in-flow', { found, asThousands, asDecimal }),
    suggestion: only,
    edits,
    sure: only === null ? null : 'safe',
    isLost: only === null,
  };
}
