import type { Day } from '../../calendar.ts';
import type { NumericTarget } from '../../target.ts';
import { formatDay } from '../numbers.ts';

/** The words of Appendix I of 93/KH-UBND in English. */
export const appendix = {
  title: (year: number) => `Results against the digital transformation targets for ${year}`,
  number: 'No.',
  indicator: 'Indicator',
  cityTarget: (year: number) => `Target ${year}`,
  referenceTarget: (body: string, year: number) =>
    `${body === 'national' ? 'National' : body} target ${year}`,
  lead: 'Lead agency',
  result: (asOf: Day) => `Result as of ${formatDay(asOf, 'en')}`,
  declared: 'Declared status',
  verdict: 'Verdict by the figures',
  disputed: 'Disputed',
  provisional: 'Provisional',
  /** Why a verdict is provisional. */
  early: (year: number) => `figure of before the last quarter of ${year}`,
  statuses: {
    exceeded: 'Exceeded',
    met: 'Met',
    'in-progress': 'In progress',
    missed: 'Missed',
    'no-data': 'No data',
    'no-target': 'No target',
  },
  done: 'Done',
  notDone: 'Not done',
  /** A target as documents print it: at least is the bare number. */
  printed: {
    '>=': (number) => number,
    '>': (number) => `More than ${number}`,
    '<=': (number) => `At most ${number}`,
    '<': (number) => `Less than ${number}`,
    '~': (number) => `About ${number}`,
    '..': (number) => number,
  } satisfies Record<NumericTarget['op'], (number: string) => string>,
  waived: 'waived',
};

export type AppendixWords = typeof appendix;
