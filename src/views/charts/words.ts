import { type Speech, speak } from '../../words/index.ts';
import type { Lang } from '../../words/langs.ts';

/** The words of pictures, and of what opens below them. */
export type ChartSpeech = Speech<
  'charts' | 'evidence' | 'status' | 'explain' | 'reasons' | 'overdue' | 'report'
>;

/** Loads the words of pictures. */
export function chartSpeech(lang: Lang): Promise<ChartSpeech> {
  return speak(lang, 'charts', 'evidence', 'status', 'explain', 'reasons', 'overdue', 'report');
}
