import { isRealDay } from '../calendar.ts';
import { isDueDate } from '../deadline.ts';
import { foldText } from '../fold.ts';
import { parseObserved, type Qualifier, wordingOf } from '../observation.ts';
import { suggest } from '../suggest.ts';
import { parseTarget } from '../target.ts';

/** How documents word comparisons, folded; the first that fits decides. */
const OPERATORS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(tren|hon|lon hon|more than|over)\s+/, '> '],
  [/^(duoi|nho hon|it hon|less than|under)\s+/, '< '],
  [/^(khoang|uoc|about|around)\s+/, '~ '],
  [/^(toi da|khong qua|at most)\s+/, '<= '],
  [/^(dat|toi thieu|it nhat|tu|at least)\s+/, ''],
];

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const RANGE = new RegExp(`^(?:tu )?(${NUMBER})\\s*(?:-|–|den)\\s*(${NUMBER})$`);

/** A text that may have been meant as a target: `trên 50%` gives `> 50`, `2-3` gives `2..3`. */
export function targetMeant(found: string): string | null {
  const text = plainNumber(withDigits(foldText(found)));
  if (['hoan thanh', 'da hoan thanh', 'xong', 'yes', 'true'].includes(text)) return 'done';
  const range = RANGE.exec(text);
  if (range) return readable(`${range[1]}..${range[2]}`);
  const operator = OPERATORS.find(([words]) => words.test(text));
  if (operator) return readable(text.replace(operator[0], operator[1]));
  return readable(text.replace(/^=>/, '>=').replace(/^=</, '<=').replace(/^=\s*/, ''));
}

/** A text that may have been meant as a result: `8,2%` gives `8.2`, `trên 90` gives `> 90`. */
export function valueMeant(found: string): string | null {
  const wording = wordingOf(found);
  switch (wording.kind) {
    case 'none':
      return 'none';
    case 'milestone':
      return wording.done ? 'done' : 'not-done';
    case 'share':
      return signOf(wording) + wording.figure.replace(',', '.');
    case 'figure': {
      const text = signOf(wording) + plainNumber(wording.figure);
      return parseObserved(text) === undefined ? null : text;
    }
  }
}

function signOf({ about, bound }: Qualifier): string {
  if (about) return '~ ';
  return bound === null ? '' : `${bound} `;
}

/** Letters that are taken for digits, among digits: `10O` and `l5`. */
function withDigits(text: string): string {
  return /^[<>=~≥≤\s]*[\doil.,]+%?$/.test(text) && /\d/.test(text)
    ? text.replaceAll('o', '0').replace(/[il]/g, '1')
    : text;
}

/** Without a percent sign, with `.` as the decimal mark; thousands are left as they are. */
function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<!\s)\s*%/g, '')
    .replace(
      /^([<>=~]*\s*\d{1,3})((?: \d{3})+)$/,
      (_, first, rest) => first + rest.replaceAll(' ', ''),
    )
    .replace(/(?<![\d.,])(\d+),(\d{1,2}|\d{4,})(?![\d.,])/g, '$1.$2')
    .trim();
}

function readable(text: string): string | null {
  return parseTarget(text) ? text : null;
}

const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };

const DUE_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(thuong xuyen|lien tuc|ongoing)$/, 'continuous'],
  [/^(hang nam|annual(ly)?|every year)$/, 'yearly'],
  [/^(hang quy|every quarter)$/, 'quarterly'],
  [/^(hang thang|every month)$/, 'monthly'],
];

const DUE_CODES = [...DUE_WORDS.map(([, code]) => code), 'none'];

/** A text that may have been meant as a due date: `Tháng 7/2024` gives `2024-07`. */
export function dueMeant(found: string): string | null {
  const text = foldText(found)
    .replace(/(?<![.,;:])[.,;:]+$/, '')
    .replace(/^(\d{4})(?:\s*[-/]\s*|\s+)q\s*([1-4])$/, 'q$2/$1');
  const word = DUE_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (word !== undefined) return word;
  const near = /^[a-z]{4,}$/.test(text) ? suggest(text, DUE_CODES) : null;
  if (near !== null) return near;
  const [from, to, ...more] = text.split(/ - | ?– ?|\.\.+| den |(?<=^\d{4})-(?=\d{4}$)/);
  const ends = [from, to].flatMap((end) => (end === undefined ? [] : (pointMeant(end) ?? '')));
  return more.length > 0 || ends.includes('') ? null : ends.join('..');
}

/** A text that may have been meant as a day: `15/4/2024` gives `2024-04-15`. */
export function dayMeant(found: string): string | null {
  const point = pointMeant(foldText(found));
  return point !== null && isRealDay(point) ? point : null;
}

/** A text that may have been meant as a plan's period: `2022-2025` gives `2022..2025`. */
export function periodMeant(found: string): string | null {
  const years = /^(?:nam|giai doan)?\s*(\d{4})(?:\s*(?:-|–|den|\.{1,3})\s*(\d{4}))?$/.exec(
    foldText(found),
  );
  return years ? [years[1], years[2]].filter((year) => year !== undefined).join('..') : null;
}

/** A text that may have been meant as a day of the year: `30/6`, `30.6` and `6-30` give `06-30`. */
export function monthDayMeant(found: string): string | null {
  const text = foldText(found);
  const day = /^(?:truoc )?(?:ngay )?(\d{1,2})([/.-])(\d{1,2})$/.exec(text);
  if (!day) return null;
  const [, first, mark, second] = day;
  // With hyphens, the month stands first here, where it can be one.
  const isMonthFirst = mark === '-' && Number(first) <= 12;
  const [month, date] = isMonthFirst ? [first!, second!] : [second!, first!];
  const meant = `${twoDigits(month)}-${twoDigits(date)}`;
  return isRealDay(`2023-${meant}`) ? meant : null;
}

function pointMeant(text: string): string | null {
  const bare = text.replace(/^(truoc|den het|het|trong|den)\s+/, '').replace(/^ngay\s+/, '');
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
  const loose = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(bare);
  const month = /^(?:thang\s*)?(\d{1,2})[/.-](\d{4})$/.exec(bare);
  const quarter = /^(?:quy|q)\s*(iv|i{1,3}|[1-4]) ?[/.-]? ?(?:nam ?)?(\d{4})$/.exec(bare);
  const year = /^(?:nam\s*)?(\d{4})$/.exec(bare);
  const written = day
    ? [day[3]!, twoDigits(day[2]!), twoDigits(day[1]!)]
    : loose
      ? [loose[1]!, ...[loose[2], loose[3]].flatMap((text) => (text ? twoDigits(text) : []))]
      : month
        ? [month[2]!, twoDigits(month[1]!)]
        : quarter
          ? [quarter[2]!, `Q${ROMAN[quarter[1]!] ?? quarter[1]}`]
          : year
            ? [year[1]!]
            : [];
  const point = written.join('-');
  return isDueDate(point) ? point : null;
}

function twoDigits(text: string): string {
  return text.padStart(2, '0');
}
