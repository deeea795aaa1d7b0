import { exact } from '../exact.ts';
import type { Lang } from '../message/message.ts';
import type { SaidTarget } from '../message/rule.ts';
import { formatNumber } from './numbers.ts';

/** Decimals as written are kept; so many digits a written figure may have behind its mark. */
const AS_WRITTEN = 6;

const SIGNS: Record<string, string> = { '>=': '≥', '<=': '≤' };

/** `>= 95` of a share as `≥ 95%`; numbers in the language's style, other units behind a space. */
export function sayTarget({ text, unit }: SaidTarget, lang: Lang): string {
  const said = text
    .replace(/>=|<=/, (sign) => SIGNS[sign]!)
    .replace('..', '–')
    .replace(/-?\d+(\.\d+)?/g, (number) => sayFigure(number, lang));
  if (unit === null || text === 'done') return said;
  return unit === '%' ? `${said}%` : `${said} ${unit}`;
}

/** A decimal text with `.` as its mark in the language's style. */
export function sayFigure(decimal: string, lang: Lang): string {
  return formatNumber(exact(decimal), lang, { places: AS_WRITTEN });
}
