import { type Day, isRealDay } from '../calendar.ts';
import { LIMITS, type Limits, OPEN_LIMITS } from '../limits.ts';
import type { Decimals } from '../load/numeral.ts';
import { legible } from '../look-alike.ts';
import { type Period, parsePeriod, periodsIn } from '../period.ts';
import type { Flag, Reader } from './flag.ts';

/** A calendar day that exists. */
export const aDay: Reader<Day> = {
  expected: 'day',
  read: (text) => (isRealDay(text) ? text : undefined),
};

export const aYear: Reader<number> = {
  expected: 'year',
  read: (text) => (/^(19|2\d)\d\d$/.test(text) ? Number(text) : undefined),
};

/** A period as people write them: `2024-Q3`, `Quý III/2024`. */
export const aPeriod: Reader<Period> = {
  expected: 'period',
  read(text) {
    const period = parsePeriod(legible(text));
    return typeof period === 'string' ? undefined : period;
  },
};

/** The periods of a range, `2024-Q1..2024-Q4`. */
export const periodRange: Reader<Period[]> = {
  expected: 'periods',
  read: (text) => periodsIn(legible(text)) ?? undefined,
};

/** A number of days, `14` or `14d`. */
export const someDays: Reader<number> = {
  expected: 'days',
  read: (text) => (/^\d{1,4}d?$/.test(text) ? Number.parseInt(text, 10) : undefined),
};

/** Columns of a terminal. */
export const aWidth: Reader<number> = {
  expected: 'width',
  read: (text) => (/^\d+$/.test(text) && Number(text) >= 40 ? Number(text) : undefined),
};

export const aCount: Reader<number> = {
  expected: 'count',
  read: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
};

/** A decimal number from 0 up with either mark; given back with `.`. */
export const aTolerance: Reader<string> = {
  expected: 'tolerance',
  read: (text) => (/^\d+([.,]\d+)?$/.test(text) ? text.replace(',', '.') : undefined),
};

const DELIMITERS = new Map<string, ',' | ';' | '\t'>([
  [',', ','],
  [';', ';'],
  ['\t', '\t'],
  ['\\t', '\t'],
  ['tab', '\t'],
]);

export const aDelimiter: Reader<',' | ';' | '\t'> = {
  expected: 'delimiter',
  read: (text) => DELIMITERS.get(text),
};

const MARKED = /^(?:(.+)=)?([,.])$/;

/** A repeatable flag of decimal marks: `,` for every table, `FILE=,` for one. */
export function someMarks(words: 'decimal'): Flag<Decimals> {
  return {
    words,
    value: 'markOf',
    names: [],
    isListed: false,
    expected: 'decimal',
    read(given, before = { all: null, files: {} }) {
      const [, file, mark] = MARKED.exec(given) ?? [];
      if (mark !== ',' && mark !== '.') return undefined;
      return file === undefined
        ? { ...before, all: mark }
        : { ...before, files: { ...before.files, [file]: mark } };
    },
  };
}

/** A repeatable flag of limits, `keys=200000`; the others stay as they are. */
export function someLimits(words: 'limit'): Flag<Limits> {
  return {
    words,
    value: 'limit',
    names: OPEN_LIMITS,
    isListed: false,
    expected: 'limit',
    read(given, before = LIMITS) {
      const [, name, digits] = /^([a-z-]+)=([1-9]\d{0,14})$/.exec(given) ?? [];
      const limit = OPEN_LIMITS.find((one) => one === name);
      return limit && { ...before, [limit]: Number(digits) };
    },
  };
}

/** A text that says something, without blanks around it. */
export const aText: Reader<string> = {
  expected: 'text',
  read: (text) => text.trim() || undefined,
};
