import { formatDay } from '../numbers.ts';
import type { AppendixWords } from '../report-words.ts';

/** The words of Appendix I of 93/KH-UBND in English. */
export const appendix: AppendixWords = {
  title: (year) => `Results against the digital transformation targets for ${year}`,
  number: 'No.',
  indicator: 'Indicator',
  cityTarget: (year) => `Target ${year}`,
  referenceTarget: (body, year) => `${body === 'national' ? 'National' : body} target ${year}`,
  lead: 'Lead agency',
  result: (asOf) => `Result as of ${formatDay(asOf, 'en')}`,
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
  moreThan: (number) => `More than ${number}`,
  lessThan: (number) => `Less than ${number}`,
  atMost: (number) => `At most ${number}`,
  about: (number) => `About ${number}`,
  waived: 'waived',
};
