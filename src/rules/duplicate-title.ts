import type { Report } from '../finding.ts';
import { foldText } from '../fold.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'duplicate-title': { kind: TitledKind; id: string; first: string };
  }
}

export const duplicateTitle: Rule = { level: 'warning', needs: ['id', 'name', 'title'], check };

type TitledKind = 'indicator' | 'part' | 'task' | 'report';

interface Titled {
  id: string;
  title: string;
  path: Path;
}

function* check(context: PlanContext): Generator<Report> {
  const { indicators, tasks, reports } = context.plan;
  const named = (item: { id: string; name: string; path: Path }): Titled => ({
    id: item.id,
    title: item.name,
    path: [...item.path, 'name'],
  });
  const titled = (item: Titled): Titled => ({ ...item, path: [...item.path, 'title'] });
  yield* repeats(context, 'indicator', indicators.map(named));
  for (const { id, parts } of indicators)
    yield* repeats(
      context,
      'part',
      parts.map((part) => ({ ...named(part), id: `${id}/${part.id}` })),
    );
  yield* repeats(context, 'task', tasks.map(titled));
  yield* repeats(context, 'report', reports.map(titled));
}

function* repeats(
  { locate }: PlanContext,
  kind: TitledKind,
  items: readonly Titled[],
): Generator<Report> {
  const known = new Map<string, Titled>();
  for (const item of items) {
    const key = normalised(item.title);
    const first = known.get(key);
    if (!first) known.set(key, item);
    else
      yield {
        place: locate(item.path),
        path: item.path,
        message: message('duplicate-title', { kind, id: item.id, first: first.id }),
        related: [{ message: message('first-here', {}), place: locate(first.path) }],
      };
  }
}

/** Words alone; a title of signs alone stays as it is. */
function normalised(title: string): string {
  const folded = foldText(title);
  const words = folded.replace(/[^\p{L}\p{N}%]+/gu, ' ').trim();
  return words || folded;
}
