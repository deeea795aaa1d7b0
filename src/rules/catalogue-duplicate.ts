import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { CatalogueContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'catalogue-duplicate': { code: string };
  }
}

export const catalogueDuplicate: Rule = {
  level: 'error',
  checkMeasures: duplicateCodes,
  checkAreas: duplicateCodes,
};

/** Two entries with one code: which of them is meant cannot be known. */
function* duplicateCodes({ entries, list, locate }: CatalogueContext): Generator<Report> {
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
    yield { place: locate(path), path, message: said, related };
  }
}
