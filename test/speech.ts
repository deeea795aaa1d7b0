import { type Speech, type Surface, speak } from '../src/words/index.ts';
import type { Lang } from '../src/words/langs.ts';

const ALL = [
  'areas',
  'audit',
  'charts',
  'collect',
  'diff',
  'evidence',
  'explain',
  'findings',
  'help',
  'messages',
  'office',
  'overdue',
  'overview',
  'page',
  'periods',
  'planTemplate',
  'reasons',
  'report',
  'revision',
  'rulePage',
  'sheet',
  'status',
  'waiting',
] as const satisfies readonly Surface[];

/** Every language with all its words. */
export const SPEECH: Readonly<Record<Lang, Speech<Surface>>> = {
  en: await speak('en', ...ALL),
  vi: await speak('vi', ...ALL),
};
