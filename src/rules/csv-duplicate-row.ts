import { lineOf, type Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { figureText } from '../not-counted.ts';
import type { Repeating } from '../repeat-log.ts';
import { isCorrection, type Result } from '../result.ts';
import { repeatCheck } from './row-repeats.ts';
import type { CellPlace, RowCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'csv-duplicate-row': {
      indicator: string;
      period: string;
      line: number;
      /** What the two rows say: a figure, or the code of a status. */
      said: { first: string; here: string };
      /** Which of two figures counts; `null` for statuses. */
      counts: 'first' | 'here' | null;
    };
  }
}

/** A figure and a status of one source may stand on rows of their own. */
type Role = 'figure' | 'status';
const BITS = { figure: 1, status: 2 } as const satisfies Record<Role, number>;

/** What is told of the first row of a key and role. */
type First = Pick<Result, 'file' | 'line' | 'published'> & { said: string };

type Known = Map<string, Partial<Record<Role, First>>>;

const openRows = ({ spill }: RowContext): RowCheck =>
  repeatCheck(
    {
      keyOf,
      kindOf,
      saidOf: (row) => rolesOf(row).reduce((bits, role) => bits | BITS[role], 0),
      repeating: isRoleAgain,
      reportsOf,
    },
    spill,
  );

const isRoleAgain: Repeating = (before, said) => ({
  isRepeat: (before & said) !== 0,
  said: before | said,
});

export const csvDuplicateRow: Rule = { level: 'warning', openRows };

function reportsOf(known: Known, key: string, row: Result, at: CellPlace): Report[] {
  const held = known.get(key) ?? {};
  known.set(key, held);
  const roles = rolesOf(row);
  const first = roles.map((role) => held[role]).find((one) => one !== undefined);
  const { indicator, period, file, line, published } = row;
  const here = { file, line, published, said: figureText(row) };
  for (const role of roles) held[role] ??= here;
  if (!first) return [];
  return [
    {
      place: at('indicator'),
      path: ['indicator'],
      message: message('csv-duplicate-row', {
        indicator,
        period: period.text,
        line: first.line,
        said: { first: first.said, here: here.said },
        counts: row.value === null ? null : isCorrection(row, first) ? 'here' : 'first',
      }),
      related: [{ message: message('first-here', {}), place: lineOf(first.file, first.line) }],
    },
  ];
}

function keyOf({ indicator, period, area, source }: Result): string {
  return [indicator, period.text, area, source].join('\n');
}

function rolesOf({ value, status }: Result): Role[] {
  return [
    ...(value === null ? [] : ['figure' as const]),
    ...(status === null ? [] : ['status' as const]),
  ];
}

/** What findings are counted by: of one table, on one indicator. */
function kindOf({ file, sheet, indicator }: Result): string {
  return [file, sheet, indicator].join('\n');
}
