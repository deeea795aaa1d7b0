import { foldText } from '../../fold.ts';
import { message } from '../../message/message.ts';
import { suggest, surenessAmong } from '../../suggest.ts';
import { type Explained, type Fault, onValue } from './fault.ts';

export function notTheConstant(fault: Fault): Explained {
  const expected = String(fault.error.params.allowedValue);
  if (fault.key !== 'format') return notAChoice(fault, [expected]);
  const said = message('wrong-format', { found: fault.written, expected });
  return onValue(fault, said, expected, 'unsafe');
}

/** What documents call the choices. */
const CHOICES = new Map<string, string>(
  Object.entries({
    'dia phuong': 'local',
    'thanh pho': 'local',
    tinh: 'local',
    'quoc gia': 'national',
    'trung uong': 'national',
  }),
);

export function notAChoice(fault: Fault, valid: readonly string[]): Explained {
  const { key, written: found } = fault;
  const named = CHOICES.get(foldText(found));
  const suggestion =
    suggest(found, named !== undefined && valid.includes(named) ? [named] : valid) ?? named ?? null;
  const sure = suggestion === null ? null : surenessAmong(valid)(found, suggestion);
  return onValue(
    fault,
    message('not-a-choice', { key, found, valid, suggestion }),
    suggestion,
    sure,
  );
}
