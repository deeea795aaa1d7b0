import type { Report } from '../finding.ts';
import { message } from '../messages/message.ts';
import type { CatalogueContext } from './catalogue.ts';

/** Two entries with one code: which of them is meant cannot be known. */
export function* duplicateCodes({ entries, list, locate }: CatalogueContext): Generator<Report> {
  const first = new Map<string, number>();
  for (const [index, { code }] of entries.entries()) {
    const rival = first.get(code);
    if (rival === undefined) {
      first.set(code, index);
      continue;
    }
    const path = [list, index, 'code'];
    const related = [{ message: message('first-here', {}), place: locate([list, rival, 'code']) }];
    const said = message('catalogue-duplicate', { code });
    yield { rule: 'catalogue-duplicate', place: locate(path), path, message: said, related };
  }
}
