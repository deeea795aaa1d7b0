import type { ErrorObject } from 'ajv';
import { foldText } from '../fold.ts';
import type { Path } from '../indicator.ts';
import { legible } from '../look-alike.ts';
import type { Owner } from '../message/form.ts';
import { type Message, message } from '../message/message.ts';
import { type FixClass, steps, suggest, sureness, surenessOfName } from '../suggest.ts';
import { LIST_MARK } from './causes/list-marks.ts';
import { flowText } from './flow-text.ts';
import type { Codes } from './known-codes.ts';
import {
  dayMeant,
  dueMeant,
  monthDayMeant,
  periodMeant,
  targetMeant,
  valueMeant,
} from './meant.ts';

/** A schema's fault in words, with the place that it is about. */
export interface Explained {
  path: Path;
  on: 'key' | 'value';
  message: Message;
  suggestion: string | null;
  /** How sure it is that the suggestion may be written there; `null` where it may not. */
  sure: FixClass | null;
  /** The path of the map that the fault is in. */
  owner: Path;
  /** The keys of which one is missing. */
  lacks?: readonly string[];
  /** The known key that an unknown one stands for. */
  stands?: string;
  /** The first of two. */
  first?: Path;
}

type Explain = (fault: Fault) => Explained;

interface Fault {
  error: ErrorObject;
  path: Path;
  owner: Owner;
  /** The name of the thing at the path: `unit` for `indicators[3].unit`. */
  key: string;
  /** The value as written in the file. */
  readonly written: string;
  /** Is it empty and must be there? */
  isRequired: boolean;
  /** The codes that may stand at a key. */
  codes(key: string): Codes;
}

/** What is known of the thing that an error is about. */
interface About {
  owner: Owner;
  written: string | undefined;
  /** Is it empty and must be there? */
  isRequired(error: ErrorObject): boolean;
  codes(key: string): Codes;
}

/** Explains one error of the schema at that path. */
export function explanation(error: ErrorObject, path: Path, about: About): Explained {
  const { owner, written, isRequired, codes } = about;
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  const fault = {
    error,
    path,
    owner,
    key,
    isRequired: isRequired(error),
    codes,
    get written() {
      return written ?? textOf(error.data);
    },
  };
  if (error.propertyName !== undefined) return badKey(fault, error.propertyName);
  return (EXPLAIN[error.keyword] ?? badForm)(fault);
}

const EXPLAIN: Record<string, Explain> = {
  additionalProperties: unknownKey,
  required: missingKey,
  dependentRequired: missingCompanion,
  anyOf: missingOneOf,
  type: wrongType,
  enum: (fault) => notAChoice(fault, fault.error.params.allowedValues.map(String)),
  const: notTheConstant,
  pattern: badForm,
  minimum: badForm,
  maximum: badForm,
  minLength: (fault) => emptyValue(fault, ['text']),
  minItems: tooFew,
  minProperties: tooFew,
  maxItems: tooMany,
  maxProperties: tooMany,
  uniqueItems: repeatedItem,
  'false schema': mixedForms,
};

function onKey({ path }: Pick<Fault, 'path'>, said: Message): Explained {
  return { path, on: 'key', message: said, suggestion: null, sure: null, owner: path };
}

function onValue(
  { path }: Fault,
  said: Message,
  suggestion: string | null = null,
  sure: FixClass | null = null,
): Explained {
  return { path, on: 'value', message: said, suggestion, sure, owner: path.slice(0, -1) };
}

/** What people write for a key of another name. */
const OTHER_NAMES: Record<string, readonly string[]> = {
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
};
/** What the documents call what stands at a key. */
const VIETNAMESE: Record<string, readonly string[]> = {
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
};
/** Of the whole plan. */
const OTHER_LISTS: Record<string, string> = { agency: 'agencies', org: 'agencies', year: 'yearly' };

function unknownKey({ error, path }: Fault): Explained {
  const found = String(error.params.additionalProperty);
  const valid = Object.keys(error.parentSchema?.properties ?? {});
  const free = valid.filter((name) => !Object.hasOwn(error.data as object, name));
  const value = (error.data as Record<string, unknown>)[found];
  const others =
    own(OTHER_NAMES, found) ?? own(VIETNAMESE, foldText(found).replace(/[-_]/g, ' ')) ?? [];
  const other = [...others, own(OTHER_LISTS, found) ?? ''].find((name) => free.includes(name));
  const takes = (name: string) => admits(error.parentSchema?.properties?.[name], value);
  const short = free.find((name) => name.length === 2 && steps(found, name) === 1);
  const near = suggest(found, free.filter(takes)) ?? suggest(found, free) ?? short ?? null;
  const suggestion = near ?? other ?? null;
  return {
    ...onKey({ path: [...path, found] }, message('unknown-key', { key: found, valid, suggestion })),
    owner: path,
    suggestion,
    sure: near === null ? 'unsafe' : surenessOfName(found, near, free),
    ...(suggestion === null ? {} : { stands: suggestion }),
  };
}

function own<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
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

function badKey(fault: Fault, found: string): Explained {
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

function missingKey({ error, path, owner }: Fault): Explained {
  const key = String(error.params.missingProperty);
  const said = message('missing-key', { key, owner, example: exampleOf(error, key) });
  return { ...onKey({ path }, said), lacks: [key] };
}

function missingCompanion({ error, path }: Fault): Explained {
  const { property: key, missingProperty: companion } = error.params;
  const said = message('missing-companion', { key, companion });
  return { ...onKey({ path: [...path, key] }, said), owner: path, lacks: [companion] };
}

function missingOneOf({ error, path, owner }: Fault): Explained {
  const branches = (error.schema ?? []) as { required?: string[] }[];
  const keys = branches.flatMap(({ required = [] }) => required);
  return { ...onKey({ path }, message('missing-one-of', { keys, owner })), lacks: keys };
}

function tooFew({ error, path, key, isRequired }: Fault): Explained {
  const { limit: least } = error.params;
  const example = ownExample(error);
  return onKey({ path }, message('too-few', { key, least, example, isRequired }));
}

/** A claim says one thing: a count, or an indicator's target. */
function mixedForms({ error, path, key }: Fault): Explained {
  const other = /dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1] ?? '';
  return { ...onKey({ path }, message('mixed-forms', { key, other })), owner: path.slice(0, -1) };
}

/** `{ yearly: […], by: … }`: two ways to say the same are no limit of entries. */
function tooMany({ error, path, key }: Fault): Explained {
  const alone = /dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1];
  if (alone !== undefined) return onKey({ path }, message('stands-alone', { key: alone }));
  return onKey({ path }, message('too-many', { key, most: error.params.limit }));
}

function repeatedItem({ error, path, key }: Fault): Explained {
  const [first, second] = [error.params.i, error.params.j].sort((a, b) => a - b);
  const item = textOf((error.data as unknown[])[second]);
  const said = message('repeated-item', { key, item });
  return {
    ...onKey({ path: [...path, second] }, said),
    on: 'value',
    first: [...path, first],
  };
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  array: 'list',
  object: 'map',
  integer: 'whole number',
};

function wrongType(fault: Fault): Explained {
  const { error, path, key } = fault;
  const wanted = [error.params.type].flat().map((type: string) => TYPE_WORDS[type] ?? type);
  const found = typeName(error.data);
  if (found === 'nothing') return emptyValue(fault, wanted);
  const isOne = found !== 'map' && found !== 'list';
  if (isOne && !wanted.includes('list') && formOf(fault)) return badForm(fault);
  const suggestion = suggestType(found, wanted, fault);
  const mark =
    found === 'text' && wanted.includes('list') ? LIST_MARK.exec(fault.written)?.[2] : undefined;
  if (mark !== undefined)
    return onValue(
      fault,
      message('marks-in-text', { key, mark, suggestion: suggestion! }),
      suggestion,
      'unsafe',
    );
  const isItem = typeof path.at(-1) === 'number';
  const example = suggestion === null ? ownExample(error) : null;
  const said = message('wrong-type', { key, isItem, found, expected: wanted, suggestion, example });
  return onValue(fault, said, suggestion, 'safe');
}

function emptyValue(fault: Fault, expected: readonly string[]): Explained {
  const { key, isRequired } = fault;
  return onValue(fault, message('empty-value', { key, expected, isRequired }));
}

function suggestType(
  found: string,
  wanted: readonly string[],
  { error: { data: value }, written }: Fault,
): string | null {
  if (found === 'number' && wanted.includes('text')) return `"${written}"`;
  const isOne = found === 'text' || found === 'number';
  if (!isOne || !wanted.includes('list')) return null;
  return `[${(typeof value === 'string' ? entriesIn(value) : [value]).map(flowText).join(', ')}]`;
}

/** The entries of a list that is written as a text: behind marks as Word has them, or in brackets of which one is missing. */
function entriesIn(text: string): string[] {
  const mark = LIST_MARK.exec(text)?.[2];
  if (mark === undefined) {
    // A dash without its space is no entry but a text.
    const bare = withoutQuotes(text.replace(/^-+\s*(?=[a-z0-9])/, ''));
    return /^\[|\]$/.test(bare)
      ? bare
          .replace(/^\[|\]$/g, '')
          .split(',')
          .map((entry) => entry.trim())
      : [bare];
  }
  const entries: string[][] = [];
  for (const word of text.trim().split(/\s+/)) {
    if (entries.length === 0 || isMarkLike(word, mark)) entries.push([]);
    entries.at(-1)!.push(word);
  }
  return entries.map((words) => words.join(' ').replace(LIST_MARK, ''));
}

/** `2.` is a mark like `1.`, `b)` one like `a)`. */
function isMarkLike(word: string, mark: string): boolean {
  if (/^\d/.test(mark)) return /^\d{1,3}[.)]$/.test(word);
  return /^[a-zđ]/.test(mark) ? /^[a-zđ][.)]$/.test(word) : word === mark[0];
}

function notTheConstant(fault: Fault): Explained {
  const expected = String(fault.error.params.allowedValue);
  if (fault.key !== 'format') return notAChoice(fault, [expected]);
  const said = message('wrong-format', { found: fault.written, expected });
  return onValue(fault, said, expected, 'unsafe');
}

/** What documents call the choices. */
const CHOICES: Record<string, string> = {
  'dia phuong': 'local',
  'thanh pho': 'local',
  tinh: 'local',
  'quoc gia': 'national',
  'trung uong': 'national',
};

function notAChoice(fault: Fault, valid: readonly string[]): Explained {
  const { key, written: found } = fault;
  const named = own(CHOICES, foldText(found));
  const suggestion =
    suggest(found, named !== undefined && valid.includes(named) ? [named] : valid) ?? named ?? null;
  const sure = suggestion === null ? null : sureness(found, suggestion, valid);
  return onValue(
    fault,
    message('not-a-choice', { key, found, valid, suggestion }),
    suggestion,
    sure,
  );
}

/** The forms that a value's pattern stands for, each with what was probably meant by another. */
const FORMS = {
  target: { code: 'bad-target', meant: targetMeant },
  observed: { code: 'bad-baseline', meant: valueMeant },
  'month-day': { code: 'bad-month-day', meant: monthDayMeant },
  due: { code: 'bad-due', meant: dueMeant },
  date: { code: 'bad-date', meant: dayMeant },
  period: { code: 'bad-period', meant: periodMeant },
  year: { code: 'bad-year', meant: (found: string) => periodMeant(found)?.slice(0, 4) ?? null },
  code: { code: 'bad-code', meant: codeFrom },
} as const;

type Form = keyof typeof FORMS;

/** Forms that say one time, however it is written. */
const OF_TIME: ReadonlySet<Form> = new Set(['month-day', 'due', 'date', 'period', 'year']);

/** Could the day be the month, and the month the day? */
function mayBeTurned(found: string): boolean {
  const [, first, second] = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(found) ?? [];
  return first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** What form a value must have, by the schema that it is held against or the key that carries it. */
function formOf({ error, key }: Fault): Form | null {
  const place = error.schemaPath;
  if (place.includes('/target/')) return 'target';
  if (place.includes('/observed/') || place.includes('/quoted/')) return 'observed';
  if (place.includes('/yearly/')) return 'month-day';
  if (place.includes('/date/')) return 'date';
  if (key === 'by' || (place.includes('/due/') && key === 'due')) return 'due';
  if (key === 'years') return 'period';
  if (key === 'period' || key === 'year') return key;
  return String(error.parentSchema?.pattern ?? '').startsWith('^[a-z0-9]+') ? 'code' : null;
}

/** A value of the right kind that is not written as it must be. */
function badForm(fault: Fault): Explained {
  const { error, key, written: found } = fault;
  const form = formOf(fault);
  if (form !== null) {
    const { code, meant } = FORMS[form];
    const bare = withoutQuotes(found);
    const guess = form === 'code' ? codeMeant(bare, fault) : meant(bare);
    if (bare !== found && guess !== null) {
      const suggestion = inYaml(guess)!;
      return onValue(fault, message('curly-quotes', { found, suggestion }), suggestion, 'safe');
    }
    const several = form === 'code' ? codesIn(found, fault) : null;
    if (several !== null)
      return onValue(fault, message('joined-codes', { key, found, suggestion: several }), several);
    const suggestion = guess === found ? null : inYaml(guess);
    const sure = OF_TIME.has(form) && !mayBeTurned(found) ? 'safe' : 'unsafe';
    return onValue(fault, message(code, { key, found, suggestion }), suggestion, sure);
  }
  const unquoted = withoutQuotes(found);
  if (unquoted !== found) {
    const suggestion = flowText(unquoted);
    return onValue(fault, message('curly-quotes', { found, suggestion }), suggestion, 'safe');
  }
  const { limit, comparison } = error.params;
  if (limit !== undefined)
    return onValue(fault, message('out-of-range', { key, found, comparison, limit }));
  const description = String(error.parentSchema?.description ?? '');
  return onValue(fault, message('bad-pattern', { key, found, description }));
}

/** The text without the quotes of a text processor around it. */
function withoutQuotes(text: string): string {
  const inside = /^[“”„‟«‘’‚‹](.*)["'“”»‘’›]$/su.exec(text.trim())?.[1];
  return inside === undefined || /[“”«»]/u.test(inside) ? text : inside.trim();
}

/** The code that has the name; where no codes are known, one made of it. */
function codeMeant(found: string, { key, codes }: Fault): string | null {
  const made = codeFrom(found);
  const meant = codes(key).meant(found, made);
  return meant === undefined ? made : meant;
}

/** `a; b` and `a b` are two codes of a list. */
function codesIn(found: string, { key, codes }: Fault): string | null {
  const parts = found.split(/[\s;,、，]+/u).filter((part) => part !== '');
  const known = codes(key);
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts.join(', ') : null;
}

/** The code nearest to a text: `Sở TT&TT` gives `so-tt-tt`. */
export function codeFrom(text: string): string | null {
  const code = legible(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return code || null;
}

/** A comparison needs quotes: without them `>` is syntax. */
function inYaml(guess: string | null): string | null {
  return guess !== null && /^[<>~]/.test(guess) ? `"${guess}"` : guess;
}

/** Examples of what several keys share. */
const REFERRED: Record<string, string> = {
  '#/$defs/date': '2024-04-15',
  '#/$defs/due': '2024-07',
};

function exampleOf(error: ErrorObject, key: string): string | null {
  const schema = error.parentSchema?.properties?.[key];
  if (schema?.const !== undefined) return String(schema.const);
  const [example = REFERRED[schema?.$ref]] = schema?.examples ?? [];
  return example === undefined ? null : flowText(example);
}

function ownExample({ parentSchema }: ErrorObject): string | null {
  const examples: unknown[] = parentSchema?.examples ?? [];
  const wanted = parentSchema?.type;
  const fitting = examples.find((one) => wanted !== 'object' || typeName(one) === 'map');
  return fitting === undefined ? null : flowText(fitting);
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? flowText(value) : String(value);
}
