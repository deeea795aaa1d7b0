import type { Report } from '../finding.ts';
import type { Measure } from '../measure.ts';
import { message } from '../messages/message.ts';
import { suggest } from '../suggest.ts';
import type { CatalogueContext } from './catalogue.ts';

/** Look-alikes name each other, and only measures that exist. */
export function* similarMeasures({
  entries,
  locate,
}: CatalogueContext<Measure>): Generator<Report> {
  const known = new Map(entries.map((measure, index) => [measure.code, { measure, index }]));
  for (const [index, { code, similar }] of entries.entries())
    for (const [at, other] of similar.entries()) {
      const path = ['measures', index, 'similar', at];
      const report = { rule: 'catalogue-similar', place: locate(path), path } as const;
      const found = known.get(other);
      if (other === code) yield { ...report, message: message('similar-itself', { code }) };
      else if (!found) {
        const suggestion = suggest(other, known.keys());
        const said = message('similar-unknown', { code: other, suggestion });
        yield { ...report, message: said, suggestion };
      } else if (!found.measure.similar.includes(code)) {
        const place = locate(['measures', found.index, 'code']);
        const related = [{ message: message('similar-other', { code: other }), place }];
        const said = message('similar-one-sided', { code: other, of: code });
        yield { ...report, message: said, related };
      }
    }
}
