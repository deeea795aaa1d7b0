import { message } from '../../message/message.ts';
import { flowText } from '../flow-text.ts';
import {
  dayMeant,
  dueMeant,
  monthDayMeant,
  periodMeant,
  targetMeant,
  valueMeant,
} from '../meant.ts';
import { codeFrom, codeMeant, codesIn } from './codes.ts';
import { type Explained, type Fault, onValue } from './fault.ts';
import { withoutQuotes } from './quotes.ts';

/** The forms that a value's pattern stands for, each with what was probably meant by another. */
const FORMS = {
  target: { code: 'bad-target', meant: targetMeant },
  observed: { code: 'bad-baseline', meant: valueMeant },
  'month-day': { code: 'bad-month-day', meant: monthDayMeant },
  due: { code: 'bad-due', meant: dueMeant },
  date: { code: 'bad-date', meant: dayMeant },
  period: { code: 'bad-period', meant: periodMeant },
  year: { code: 'bad-year', meant: (found: string) => periodMeant(found)?.slice(0, 4) ?? null },
  code: { code: 'bad-code', meant: codeFrom },
} as const;

type Form = keyof typeof FORMS;

/** Forms that say one time, however it is written. */
const OF_TIME: ReadonlySet<Form> = new Set(['month-day', 'due', 'date', 'period', 'year']);

/** Could the day be the month, and the month the day? */
function mayBeTurned(found: string): boolean {
  const [, first, second] = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(found) ?? [];
  return first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** What form a value must have, by the schema that it is held against or the key that carries it. */
export function formOf({ error, key }: Fault): Form | null {
  const place = error.schemaPath;
  if (place.includes('/target/')) return 'target';
  if (place.includes('/observed/') || place.includes('/quoted/')) return 'observed';
  if (place.includes('/yearly/')) return 'month-day';
  if (place.includes('/date/')) return 'date';
  if (key === 'by' || (place.includes('/due/') && key === 'due')) return 'due';
  if (key === 'years') return 'period';
  if (key === 'period' || key === 'year') return key;
  return String(error.parentSchema?.pattern ?? '').startsWith('^[a-z0-9]+') ? 'code' : null;
}

/** A value of the right kind that is not written as it must be. */
export function badForm(fault: Fault): Explained {
  const { error, key, written: found } = fault;
  const form = formOf(fault);
  if (form !== null) {
    const { code, meant } = FORMS[form];
    const bare = withoutQuotes(found);
    const guess = form === 'code' ? codeMeant(bare, fault) : meant(bare);
    if (bare !== found && guess !== null) {
      const suggestion = inYaml(guess)!;
      return onValue(fault, message('curly-quotes', { found, suggestion }), suggestion, 'safe');
    }
    const several = form === 'code' ? codesIn(found, fault) : null;
    if (several !== null)
      return onValue(fault, message('joined-codes', { key, found, suggestion: several }), several);
    const suggestion = guess === found ? null : inYaml(guess);
    const sure = OF_TIME.has(form) && !mayBeTurned(found) ? 'safe' : 'unsafe';
    return onValue(fault, message(code, { key, found, suggestion }), suggestion, sure);
  }
  const unquoted = withoutQuotes(found);
  if (unquoted !== found) {
    const suggestion = flowText(unquoted);
    return onValue(fault, message('curly-quotes', { found, suggestion }), suggestion, 'safe');
  }
  const { limit, comparison } = error.params;
  if (limit !== undefined)
    return onValue(fault, message('out-of-range', { key, found, comparison, limit }));
  const description = String(error.parentSchema?.description ?? '');
  return onValue(fault, message('bad-pattern', { key, found, description }));
}

/** A comparison needs quotes: without them `>` is syntax. */
function inYaml(guess: string | null): string | null {
  return guess !== null && /^[<>~]/.test(guess) ? `"${guess}"` : guess;
}
