import type { Day } from '../../calendar.ts';
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
  moreThan: (number: string) => `More than ${number}`,
  lessThan: (number: string) => `Less than ${number}`,
  atMost: (number: string) => `At most ${number}`,
  about: (number: string) => `About ${number}`,
  waived: 'waived',
};

export type AppendixWords = typeof appendix;
