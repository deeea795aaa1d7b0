import type { Area } from '../area.ts';
import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import { message } from '../message/message.ts';
import { inCircle } from './circle.ts';
import type { CatalogueContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'area-unknown': { key: string; code: string; suggestion: string | null };
    'area-circle': { key: string; code: string };
  }
}

export const catalogueArea: Rule = { level: 'error', checkAreas };

const LINKS = ['successor', 'parent'] as const;

/** Successors and parents are areas of the catalogue, and lead on, never back. */
function* checkAreas({ entries, beside, locate, edit }: CatalogueContext<Area>): Generator<Report> {
  const known = new Map([...beside, ...entries].map((area) => [area.code, area]));
  const nearFix = nearFixes(known.keys());
  const circleOf = (key: (typeof LINKS)[number]) =>
    inCircle(known.keys(), (code) => known.get(code)?.[key] ?? null);
  const circles = { successor: circleOf('successor'), parent: circleOf('parent') };
  for (const [index, area] of entries.entries())
    for (const key of LINKS) {
      const code = area[key];
      if (code === null) continue;
      const path = ['areas', index, key];
      const report = { place: locate(path), path };
      if (!known.has(code)) {
        const near = nearFix(code, (text) => edit(path, text));
        const said = message('area-unknown', { key, code, suggestion: near.suggestion });
        yield { ...report, message: said, ...near };
      } else if (circles[key].has(area.code))
        yield { ...report, message: message('area-circle', { key, code: area.code }) };
    }
}
