import type { Report } from '../finding.ts';
import { LIMITS } from '../limits.ts';
import type { Measure } from '../measure.ts';
import { message } from '../message/message.ts';
import { suggester } from '../suggest.ts';
import { inCircle } from './circle.ts';
import type { CatalogueContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'part-of-unknown': { code: string; suggestion: string | null };
    'part-of-circle': { code: string };
    'part-of-unit': { code: string; unit: string | null; whole: string; wholeUnit: string | null };
  }
}

export const cataloguePartOf: Rule = { level: 'error', checkMeasures };

/**
 * What a measure is part of is a measure of the catalogue in the same unit, and not part of it again. Of a
 * chain that is too long the first measure is told that is held against the nearest ones only.
 */
function* checkMeasures({ entries, beside, locate }: CatalogueContext<Measure>): Generator<Report> {
  const known = new Map([...beside, ...entries].map((measure) => [measure.code, measure]));
  const circle = inCircle(known.keys(), (code) => known.get(code)?.partOf ?? null);
  const near = suggester(known.keys());
  for (const [index, { code, unit, partOf }] of entries.entries()) {
    if (partOf === null) continue;
    const path = ['measures', index, 'part-of'];
    const report = { place: locate(path), path };
    const whole = known.get(partOf);
    if (!whole) {
      const suggestion = near(partOf);
      const said = message('part-of-unknown', { code: partOf, suggestion });
      yield { ...report, message: said, suggestion };
    } else if (circle.has(code)) yield { ...report, message: message('part-of-circle', { code }) };
    else if (whole.unit !== unit) {
      const said = { code, unit, whole: partOf, wholeUnit: whole.unit };
      yield { ...report, message: message('part-of-unit', said) };
    } else if (containersOf(code, known) === LIMITS.containers + 1) {
      const said = { limit: 'containers', most: LIMITS.containers, isOpen: false } as const;
      yield { ...report, message: message('over-limit', said) };
    }
  }
}

/** How many measures contain it; of very many it is enough to know that they are more than those. */
function containersOf(code: string, known: ReadonlyMap<string, Measure>): number {
  let count = 0;
  let at = known.get(code)?.partOf ?? null;
  for (; at !== null && count < LIMITS.containers + 2; at = known.get(at)?.partOf ?? null)
    count += 1;
  return count;
}
