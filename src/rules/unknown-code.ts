import type { Report } from '../finding.ts';
import { fixOf, nearFixes } from '../fix.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import { codeByShortName } from '../names.ts';
import { suggester } from '../suggest.ts';
import type { PlanContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    /** A code that nothing names, and that differs by a slip from one that is named again and again. */
    'misspelt-declaration': { declared: string; named: string; uses: number };
  }
}

/** A code that the plan names, and where. */
export interface Named {
  found: string;
  path: Path;
}

/**
 * Codes that are not among those declared. Where several places agree on one, and what is nearest to it
 * is named by nobody, the slip is in the declaration, and is one.
 */
export function* unknownCodes(
  list: 'agencies' | 'groups',
  declared: ReadonlyMap<string, string>,
  named: readonly Named[],
  { locate, edit }: Pick<PlanContext, 'locate' | 'edit'>,
): Generator<Report> {
  const unknown = named.filter(({ found }) => !declared.has(found));
  if (unknown.length === 0) return;
  const misspelt = misspeltIn(declared, named);
  for (const [code, { meant, uses }] of misspelt) {
    const path = [list, code];
    yield {
      place: locate(path, 'key'),
      path,
      message: message('misspelt-declaration', { declared: code, named: meant, uses }),
      suggestion: meant,
      fix: fixOf('unsafe', edit(path, meant, 'key')),
    };
  }
  const told = new Set([...misspelt.values()].map(({ meant }) => meant));
  const nearFix = nearFixes(declared.keys());
  const short = codeByShortName(declared);
  for (const { found, path } of unknown) {
    if (told.has(found)) continue;
    const editTo = (text: string) => edit(path, text);
    const meant = short(found.replaceAll('-', ' '));
    const near =
      meant === null
        ? nearFix(found, editTo)
        : { suggestion: meant, fix: fixOf('unsafe', editTo(meant)) };
    const args = { found, suggestion: near.suggestion };
    const said =
      list === 'agencies' ? message('unknown-agency', args) : message('unknown-group', args);
    yield { place: locate(path), path, message: said, ...near };
  }
}

/**
 * Where a list of codes is missing: at the first of them that stands in the list before, as the line
 * between is gone; else where the first is named.
 */
export function whereMissing(
  [list, declared]: ['agencies' | 'groups', ReadonlyMap<string, string>],
  named: readonly Named[],
  locate: PlanContext['locate'],
): Pick<Report, 'place' | 'path'> {
  const codes = new Set(named.map(({ found }) => found));
  const first = [...declared.keys()].find((code) => codes.has(code));
  if (first === undefined) return { place: locate(named[0]!.path), path: named[0]!.path };
  return { place: locate([list, first], 'key'), path: [list, first] };
}

/** The declared codes that are misspelt, with what they are meant to be. */
function misspeltIn(
  declared: ReadonlyMap<string, string>,
  named: readonly Named[],
): Map<string, { meant: string; uses: number }> {
  const uses = new Map<string, number>();
  for (const { found } of named) uses.set(found, (uses.get(found) ?? 0) + 1);
  const near = suggester(declared.keys());
  const misspelt = new Map<string, { meant: string; uses: number }>();
  for (const [found, count] of uses) {
    const code = declared.has(found) || count < 2 ? null : near(found);
    if (code !== null && !uses.has(code) && !misspelt.has(code))
      misspelt.set(code, { meant: found, uses: count });
  }
  return misspelt;
}
