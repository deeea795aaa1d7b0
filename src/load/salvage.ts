import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Enclosure, enclosure } from '../enclosure.ts';
import type { Finding } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { pathOf } from './form.ts';
import type { RawPlan } from './raw-plan.ts';

/** What could be read of a plan file with faults of form. */
export interface Salvaged {
  raw: RawPlan;
  /** The paths of what could not be: something neutral stands there. `*` is a key that nobody knows. */
  holes: readonly Path[];
}

type Data = Record<string | number, unknown>;

/** A key that is misspelt is read as the one that it stands for. */
export type MeantKey = (path: Path) => string | undefined;

/**
 * Makes a plan out of what has faults: what cannot be read is left out, or where it is required,
 * something neutral is put in its place. `null` where that leads to no plan.
 */
export function salvaged(
  data: unknown,
  validate: ValidateFunction,
  meantKey: MeantKey = () => undefined,
  known: readonly Path[] = [],
): Salvaged | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const raw = structuredClone(data) as Data;
  const holes = [...known];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (validate(raw)) return { raw: raw as unknown as RawPlan, holes };
    const torn = enclosure(holes);
    const open = (validate.errors ?? []).flatMap((error) => {
      const path = pathOf(error.instancePath, raw);
      return isSettled(error, path, torn) ? [] : [{ error, path }];
    });
    if (open.length === 0) return { raw: raw as unknown as RawPlan, holes };
    // A key that is missing may be there, misspelt.
    const isUnknown = ({ error }: (typeof open)[number]) =>
      error.keyword === 'additionalProperties';
    for (const { error, path } of [
      ...open.filter(isUnknown),
      ...open.filter((one) => !isUnknown(one)),
    ])
      mend(raw, error, path, { holes, meantKey });
  }
  return null;
}

/** One fault may hide another, seldom a third. */
const MOST_ROUNDS = 6;

/** What is held against the schema and may stay: codes of another form, and what is neutral. */
function isSettled(error: ErrorObject, path: Path, torn: Enclosure): boolean {
  if (error.keyword === 'propertyNames' || error.keyword === 'if') return true;
  const at = error.propertyName === undefined ? path : [...path, error.propertyName];
  return SETTLED.has(error.keyword) && torn.has(at);
}

const SETTLED: ReadonlySet<string> = new Set(['pattern', 'minLength', 'minItems', 'uniqueItems']);

interface Repairs {
  holes: Path[];
  meantKey: MeantKey;
}

function mend(raw: Data, error: ErrorObject, path: Path, { holes, meantKey }: Repairs): void {
  const { keyword, params, propertyName } = error;
  const map = valueAt(raw, path) as Data;
  // What encloses it may have been left out already.
  if (typeof map !== 'object' && (keyword === 'additionalProperties' || keyword === 'required'))
    return;
  if (keyword === 'additionalProperties') {
    const at = [...path, params.additionalProperty];
    const meant = meantKey(at);
    if (meant !== undefined && !Object.hasOwn(map, meant))
      map[meant] = map[params.additionalProperty];
    else holes.push([...path, '*']);
    delete map[params.additionalProperty];
  } else if (keyword === 'required' && !error.schemaPath.includes('/anyOf/')) {
    const key: string = params.missingProperty;
    if (Object.hasOwn(map, key)) return;
    map[key] = neutral(key);
    holes.push([...path, key]);
  } else if (propertyName !== undefined) {
    if (isCodePattern(error)) holes.push([...path, propertyName]);
    else drop(raw, [...path, propertyName], holes);
  } else if (keyword === 'pattern' && isCodePattern(error)) holes.push(path);
  else drop(raw, path, holes);
}

function isCodePattern({ params }: ErrorObject): boolean {
  return String(params.pattern).startsWith('^[a-z0-9]+');
}

/** Takes out what cannot be read at the paths of these findings, too. */
export function without(
  { raw, holes }: Salvaged,
  findings: readonly Finding[],
  validate: ValidateFunction,
): Salvaged | null {
  const rest = structuredClone(raw) as unknown as Data;
  const all = [...holes];
  for (const { path } of findings) drop(rest, path, all);
  return salvaged(rest, validate, undefined, all);
}

/** Takes a value out of its map; of a list, the whole, or where its members are things, that one. */
function drop(raw: Data, path: Path, holes: Path[]): void {
  holes.push(path);
  // Of a date that has parts, none is left when one cannot be read.
  if (path.length > DUE && isNeeded(path.slice(0, DUE))) {
    drop(raw, path.slice(0, DUE), holes);
    return;
  }
  const key = path.at(-1);
  const parent = valueAt(raw, path.slice(0, -1));
  if (key === undefined || typeof parent !== 'object' || parent === null) return;
  if (typeof key === 'number') {
    const item = ITEMS[String(path.at(-2))];
    if (item === undefined) drop(raw, path.slice(0, -1), holes);
    else (parent as Data)[key] = structuredClone(item);
  } else if (isNeeded(path)) (parent as Data)[key] = neutral(key);
  else delete (parent as Data)[key];
}

/** A due date stands so deep: `tasks`, the number of the task, `due`. */
const DUE = 3;

/** Is it one of the dates that are read into something, so that one must be there? A key may stand where it means nothing. */
function isNeeded(path: Path): boolean {
  const [key, above, list] = [path.at(-1), path.at(-2), path.at(-3)];
  if (key === 'issued' || key === 'period') return path.length === 1;
  if (key === 'until') return list === 'waived' && typeof above === 'number';
  const isOfList = list === 'tasks' || list === 'reports';
  return key === 'due' && path.length === DUE && isOfList;
}

const NEUTRAL: Record<string, unknown> = {
  format: 'plan/1',
  period: 2000,
  due: 'none',
  issued: '2000-01-01',
  until: '2000-01-01',
  equals: 0,
  target: 0,
  year: 2000,
  members: [],
};

function neutral(key: string): unknown {
  return NEUTRAL[key] ?? '';
}

const DUTY = { id: '', title: '', due: 'none', source: '' };

/** What stands in place of a thing that cannot be read. */
const ITEMS: Record<string, object> = {
  indicators: { id: '', name: '', source: '' },
  parts: { id: '', name: '' },
  tasks: DUTY,
  reports: DUTY,
  claims: { text: '', counted: 0, equals: 0, source: '' },
  ignore: { rule: '', where: '', reason: '' },
  waived: { until: '2000-01-01', reason: '', decision: '' },
};

function valueAt(raw: Data, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Data | null | undefined)?.[step], raw);
}
