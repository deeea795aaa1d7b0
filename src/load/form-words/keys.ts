import { foldText } from '../../fold.ts';
import { message } from '../../message/message.ts';
import { steps, suggest, surenessAmongNames } from '../../suggest.ts';
import { periodMeant } from '../meant.ts';
import { codeMeant } from './codes.ts';
import { type Explained, type Fault, onKey, typeName } from './fault.ts';
import { withoutQuotes } from './quotes.ts';

/** What people write for a key of another name. */
const OTHER_NAMES = new Map<string, readonly string[]>(
  Object.entries({
    name: ['title', 'text'],
    title: ['name', 'text'],
    text: ['title', 'name'],
    deadline: ['due'],
    date: ['due', 'issued'],
    agency: ['lead'],
    value: ['targets', 'target'],
    ref: ['source'],
    duedate: ['due'],
    'due-date': ['due'],
  }),
);
/** What the documents call what stands at a key. */
const VIETNAMESE = new Map<string, readonly string[]>(
  Object.entries({
    ma: ['id'],
    ten: ['name', 'title'],
    'ten chi tieu': ['name'],
    'ten nhiem vu': ['title'],
    'noi dung': ['title', 'text'],
    'don vi': ['unit'],
    'don vi tinh': ['unit'],
    dvt: ['unit'],
    'muc tieu': ['targets', 'target'],
    'chi tieu': ['indicators', 'targets'],
    'ket qua': ['baseline'],
    'chu tri': ['lead'],
    'co quan chu tri': ['lead'],
    'phoi hop': ['partners'],
    'co quan phoi hop': ['partners'],
    'co quan': ['agencies', 'lead'],
    'thoi han': ['due'],
    'thoi gian hoan thanh': ['due'],
    han: ['due'],
    nguon: ['source'],
    'can cu': ['implements', 'source'],
    nhom: ['group', 'groups'],
    'linh vuc': ['group', 'groups'],
    'tru cot': ['group', 'groups'],
    'ghi chu': ['note'],
    'dia ban': ['area'],
    'kinh phi': ['funding'],
    'van ban': ['document'],
    'so hieu': ['document'],
    'ngay ban hanh': ['issued'],
    'giai doan': ['period'],
    'nhiem vu': ['tasks'],
    'bao cao': ['reports'],
    'che do bao cao': ['reports'],
  }),
);
/** Of the whole plan. */
const OTHER_LISTS = new Map<string, string>(
  Object.entries({ agency: 'agencies', org: 'agencies', year: 'yearly' }),
);

export function unknownKey({ error, path }: Fault): Explained {
  const found = String(error.params.additionalProperty);
  const valid = Object.keys(error.parentSchema?.properties ?? {});
  const free = valid.filter((name) => !Object.hasOwn(error.data as object, name));
  const value = (error.data as Record<string, unknown>)[found];
  const others =
    OTHER_NAMES.get(found) ?? VIETNAMESE.get(foldText(found).replace(/[-_]/g, ' ')) ?? [];
  const other = [...others, OTHER_LISTS.get(found) ?? ''].find((name) => free.includes(name));
  const takes = (name: string) => admits(error.parentSchema?.properties?.[name], value);
  const short = free.find((name) => name.length === 2 && steps(found, name) === 1);
  const near = suggest(found, free.filter(takes)) ?? suggest(found, free) ?? short ?? null;
  const suggestion = near ?? other ?? null;
  return {
    ...onKey({ path: [...path, found] }, message('unknown-key', { key: found, valid, suggestion })),
    owner: path,
    suggestion,
    sure: near === null ? 'unsafe' : surenessAmongNames(free)(found, near),
    ...(suggestion === null ? {} : { stands: suggestion }),
  };
}

/** Can what stands under another name be a value of that schema? Of one that is defined elsewhere nobody asks. */
function admits(schema: { type?: string | string[] } | undefined, value: unknown): boolean {
  const { type } = schema ?? {};
  if (type === undefined) return true;
  const found = typeName(value);
  const isOther = found === 'list' ? 'array' : found === 'map' ? 'object' : null;
  const types = [type].flat();
  return isOther === null
    ? !types.every((one) => one === 'array' || one === 'object')
    : types.includes(isOther);
}

/** `2024 98`, `2024:98`, `2024=98`: a year and its value, of which YAML makes one key. */
const YEAR_AND_VALUE = /^["“]?(\d{4})["”]?(?:\s*[:=：]\s*|\s+)(\S.*)$/su;

export function badKey(fault: Fault, found: string): Explained {
  const { error, path, key } = fault;
  const isYear = /\\d\{4\}/.test(String(error.schema ?? error.params.pattern));
  const together = isYear ? YEAR_AND_VALUE.exec(found) : null;
  if (together !== null) {
    const suggestion = `${together[1]}: ${together[2]}`;
    const said = message('year-with-value', { found, suggestion });
    return { ...onKey({ path: [...path, found] }, said), owner: path, suggestion, sure: 'unsafe' };
  }
  const bare = withoutQuotes(found);
  const suggestion = isYear ? (periodMeant(bare)?.slice(0, 4) ?? null) : codeMeant(bare, fault);
  const said = isYear
    ? message('bad-year-key', { found, suggestion })
    : message('bad-code', { key, found, suggestion });
  return { ...onKey({ path: [...path, found] }, said), owner: path, suggestion, sure: 'unsafe' };
}
