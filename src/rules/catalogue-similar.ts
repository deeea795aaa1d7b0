import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import type { Measure } from '../measure.ts';
import { message } from '../message/message.ts';
import type { CatalogueContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'similar-itself': { code: string };
    'similar-unknown': { code: string; suggestion: string | null };
    'similar-other': { code: string };
    'similar-one-sided': { code: string; of: string };
  }
}

export const catalogueSimilar: Rule = { level: 'error', checkMeasures };

/** Look-alikes name each other, and only measures that exist. */
function* checkMeasures({ entries, locate, edit }: CatalogueContext<Measure>): Generator<Report> {
  const known = new Map(entries.map((measure, index) => [measure.code, { measure, index }]));
  const nearFix = nearFixes(known.keys());
  for (const [index, { code, similar }] of entries.entries())
    for (const [at, other] of similar.entries()) {
      const path = ['measures', index, 'similar', at];
      const report = { place: locate(path), path } as const;
      const found = known.get(other);
      if (other === code) yield { ...report, message: message('similar-itself', { code }) };
      else if (!found) {
        const near = nearFix(other, (text) => edit(path, text));
        const said = message('similar-unknown', { code: other, suggestion: near.suggestion });
        yield { ...report, message: said, ...near };
      } else if (!found.measure.similar.includes(code)) {
        const place = locate(['measures', found.index, 'code']);
        const related = [{ message: message('similar-other', { code: other }), place }];
        const said = message('similar-one-sided', { code: other, of: code });
        yield { ...report, message: said, related };
      }
    }
}
