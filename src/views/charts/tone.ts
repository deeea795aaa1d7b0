import type { Tone } from '../../formats/chart.ts';
import type { DeadlineState } from '../../overdue.ts';
import type { Verdict } from '../../verdict.ts';

export const VERDICT_TONES = {
  exceeded: 'best',
  met: 'good',
  'in-progress': 'open',
  missed: 'bad',
  'no-data': 'unknown',
  'no-target': 'none',
} as const satisfies Record<Verdict, Tone>;

export const STATE_TONES = {
  overdue: 'bad',
  'due-soon': 'open',
  upcoming: 'plain',
  done: 'good',
  'done-late': 'best',
  continuous: 'unknown',
  undated: 'unknown',
  cancelled: 'none',
} as const satisfies Record<DeadlineState, Tone>;
