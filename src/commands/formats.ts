import { type FormatName, formatsOf } from '../formats/index.ts';

const FORMATS = {
  status: formatsOf(['document', 'records', 'json']),
  overdue: formatsOf(['document', 'records', 'json', 'calendar']),
  diff: formatsOf(['document', 'records', 'json']),
  audit: formatsOf(['document', 'json']),
  report: formatsOf(['document', 'records', 'json'], 'markdown'),
  explain: formatsOf(['document', 'json']),
} as const satisfies Record<string, readonly FormatName[]>;

/** A command that shows what it found in the format asked for. */
export type Showing = keyof typeof FORMATS;

/** The formats that can hold what the command shows; the first one is the usual. */
export function formatsFor(command: Showing): readonly FormatName[] {
  return FORMATS[command];
}
