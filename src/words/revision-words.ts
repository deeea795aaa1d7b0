import type { ChangeKind, Subject } from '../change.ts';
import type { Due } from '../deadline.ts';

/** The words of `diff` between two states of a plan in one language. */
export interface RevisionWords {
  columns: Readonly<Record<'item' | 'name' | 'field' | 'before' | 'after', string>>;
  items: Readonly<Record<Subject['item'], string>>;
  kinds: Readonly<Record<ChangeKind, string>>;
  fields: Readonly<Record<string, string>>;
  done: string;
  nothing: string;
  due: (due: Due) => string;
  title: (plan: string, before: string, after: string) => string;
  total: (counts: Readonly<Record<ChangeKind, number>>) => string;
  narrowed: (shown: number, all: number) => string;
  hidden: (titles: readonly string[]) => string;
}
