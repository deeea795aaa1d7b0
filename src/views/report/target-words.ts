import type { Target } from '../../target.ts';
import { formatTarget } from '../../words/figures.ts';
import type { ReportContext } from './view.ts';

/** A target as a sentence says it: "from 80% on", where a table has "≥ 80%". */
export function targetInWords(
  target: Target,
  unit: string | null,
  context: Pick<ReportContext, 'lang' | 'words' | 'status'>,
): string {
  const { lang, status } = context;
  return figureInWords(formatTarget(target, unit, lang, status.done), context);
}

/** Signs that a figure may begin with. */
const SIGNED = /^(≥|>|≤|<|~)[\s\u00a0]+(.*)$/s;
/** Of a share this is the whole: there is no more to be reached. */
const WHOLE = '100%';

/** A printed figure with its sign in words. */
export function figureInWords(figure: string, { words }: Pick<ReportContext, 'words'>): string {
  const [, sign, number] = SIGNED.exec(figure) ?? [];
  if (sign === undefined || number === undefined) return figure;
  const { targets } = words.chapters;
  return sign === '≥' && number === WHOLE ? number : targets[sign as keyof typeof targets](number);
}
