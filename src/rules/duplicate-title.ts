import type { Report } from '../finding.ts';
import { foldText } from '../fold.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { TitledKind } from '../message/rule.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the same title twice', vi: 'trùng tên' },
  what: {
    en: 'Two indicators, two tasks, two report duties, or two parts of one indicator have the same title. Case, accents, spaces and punctuation make no difference.',
    vi: 'Hai chỉ tiêu, hai nhiệm vụ, hai chế độ báo cáo, hoặc hai phần của một chỉ tiêu có cùng tên, không kể chữ hoa, dấu thanh, khoảng trắng và dấu câu.',
  },
  why: {
    en: 'What stands twice counts twice. Either the document prints it twice, which its author should know, or it was entered twice.',
    vi: 'Việc lặp lại sẽ bị tính hai lần. Hoặc văn bản in lặp, cơ quan soạn thảo cần biết, hoặc tệp nhập lặp.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-d, title: Tập huấn kỹ năng số cho học sinh, due: 2024, source: III.3.d }
  - { id: nv-dd, title: "Tập huấn kỹ năng số, cho học sinh.", due: 2024, source: III.3.đ }
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-d, title: Tập huấn kỹ năng số cho học sinh, due: 2024, source: III.3.d }
  - { id: nv-dd, title: Tập huấn kỹ năng số cho giáo viên, due: 2024, source: III.3.đ }
`,
  },
};

export const duplicateTitle: Rule = { id: 'duplicate-title', page, check };

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
        rule: 'duplicate-title',
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
