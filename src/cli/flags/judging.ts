import { PACE_METHODS } from '../../pace.ts';
import { oneOf, parsed } from '../flag.ts';
import { aYear } from '../readers.ts';

/** What indicators are judged against. */
export const judging = {
  year: parsed('year', 'year', aYear),
  pace: oneOf('pace', 'method', PACE_METHODS),
};
