import { lineOf, type Report } from '../finding.ts';
import { MOST_FINDINGS } from '../finding-log.ts';
import { message } from '../message/message.ts';
import { figureText } from '../not-counted.ts';
import { memorySpill, type Repeating, repeatLog } from '../repeat-log.ts';
import { isCorrection, type Result } from '../result.ts';
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

export const csvDuplicateRow: Rule = { level: 'warning', openRows };

/** The first rows of so many keys are kept; keys that come later are only noted. */
const MOST_KNOWN = 20_000;

/** A figure and a status of one source may stand on rows of their own. */
type Role = 'figure' | 'status';
const BITS = { figure: 1, status: 2 } as const satisfies Record<Role, number>;

/** What is told of the first row of a key and role. */
type First = Pick<Result, 'file' | 'line' | 'published'> & { said: string };

type Known = Map<string, Partial<Record<Role, First>>>;

/**
 * Keeps an entry for each indicator, period, area and source, but not for more than so many: those
 * of later rows are noted, and only where one of them repeats the rows are asked for again.
 */
function openRows({ spill = memorySpill }: RowContext): RowCheck {
  const known: Known = new Map();
  const kinds = new Map<string, number>();
  const log = once(() => repeatLog(isRoleAgain, spill(), MOST_FINDINGS));
  const check = (row: Result, at: CellPlace): Report[] => {
    const key = keyOf(row);
    if (known.size < MOST_KNOWN || known.has(key)) return reportsOf(known, key, row, at);
    const said = rolesOf(row).reduce((bits, role) => bits | BITS[role], 0);
    log().add({ key, kind: numberIn(kinds, kindOf(row)), said });
    return [];
  };
  const again = (): RowCheck | null => {
    const repeats = known.size < MOST_KNOWN ? null : log().repeats();
    if (repeats === null) return null;
    const others = new Map(repeats.others);
    const later: Known = new Map();
    return (row, at) => {
      const key = keyOf(row);
      if (known.has(key) || !repeats.isWanted(key)) return [];
      const reports = reportsOf(later, key, row, at);
      const kind = kinds.get(kindOf(row))!;
      const more = others.get(kind) ?? 0;
      if (reports.length === 0 || more === 0) return reports;
      others.delete(kind);
      return reports.map((report) => ({ ...report, more }));
    };
  };
  return Object.assign(check, { again });
}

const isRoleAgain: Repeating = (before, said) => ({
  isRepeat: (before & said) !== 0,
  said: before | said,
});

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

function numberIn(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | null = null;
  return () => (made ??= make());
}
