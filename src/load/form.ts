import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Finding, finding, type Related } from '../finding.ts';
import { fixOf } from '../fix.ts';
import type { Path } from '../indicator.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { Owner, OwnerKind } from '../message/form.ts';
import { message } from '../message/message.ts';
import { explanation } from './form-words/explanation.ts';
import type { Explained } from './form-words/fault.ts';
import { codesIn, type Known } from './known-codes.ts';
import { tooMany, withMore } from './over-limit.ts';
import type { YamlFile } from './yaml.ts';

/** What a file's form is, held against its schema. */
export interface Form {
  findings: Finding[];
  /** The known key that an unknown one stands for, by the path of the unknown one. */
  meantKey(path: Path): string | undefined;
}

/**
 * Holds the file against its schema and says each fault in plain words, at the key or value meant.
 * Faults that only repeat another one are left out: those of an outer schema, a key that is
 * missing because it is misspelt, or where a line could not be read. A file of another format is told
 * so and nothing else.
 */
export function formOf(
  yaml: YamlFile,
  validate: ValidateFunction,
  limits: Limits = LIMITS,
  known?: Known,
): Form {
  const nothing = { findings: [], meantKey: () => undefined };
  if (yaml.data === null || yaml.data === undefined)
    return { ...nothing, findings: [emptyFile(yaml)] };
  if (validate(yaml.data)) return nothing;
  const all = (validate.errors ?? []).filter((error) => !isWrapper(error));
  const foreign = all.filter(
    ({ keyword, instancePath }) => keyword === 'const' && instancePath === '/format',
  );
  const every = foreign.length > 0 ? foreign : all;
  const errors = every.slice(0, limits.findings);
  const uncounted = every.length > errors.length ? [tooMany(yaml.file, limits)] : [];
  const isRequired = requiredAmong(errors, yaml.data, validate);
  const codes = codesIn(yaml.data, known);
  const explained = errors.map((error) => {
    const path = pathOf(error.instancePath, yaml.data);
    const owner = ownerOf(yaml.data, path);
    return explanation(error, path, { owner, written: yaml.written(path), isRequired, codes });
  });
  const keysWithValue = new Set(
    explained
      .filter(({ message }) => message.code === 'year-with-value')
      .map(({ path }) => JSON.stringify(path)),
  );
  const isEmptyOf = ({ message, path }: Explained) =>
    message.code === 'empty-value' && keysWithValue.has(JSON.stringify(path));
  const lost = new Set(yaml.lost.map(itemOf));
  const told = explained.filter((one) => !isOfLost(one, lost) && !isEmptyOf(one));
  const together = groupBy(told, ({ owner }) => JSON.stringify(owner));
  const meant = new Map(explained.map(({ path, stands }) => [JSON.stringify(path), stands]));
  const unread = unreadLines(yaml);
  const isEcho = echoOf(yaml);
  const findings = [...together.values()].flatMap((all) => foundTogether(yaml, all));
  const own = unique(findings.filter((one) => !unread.has(one.place.line) && !isEcho(one)));
  const last = own.at(-1);
  // To explain each of very many takes longer than to count them.
  if (last && every.length > errors.length)
    own[own.length - 1] = withMore(last, every.length - errors.length);
  return {
    findings: [...uncounted, ...own],
    meantKey: (path) => meant.get(JSON.stringify(path)),
  };
}

/** The faults of a file's form alone. */
export function checkForm(yaml: YamlFile, validate: ValidateFunction, limits?: Limits): Finding[] {
  return formOf(yaml, validate, limits).findings;
}

/** The lines that nobody knows how to read. */
function unreadLines({ findings }: YamlFile): Set<number> {
  const unread = findings.filter(({ rule, fix }) => rule === 'yaml-syntax' && fix === null);
  return new Set(unread.map(({ place }) => place.line));
}

/** Is it said of what a fault of syntax already tells, and would be gone with it? */
function echoOf({ findings }: YamlFile): (one: Finding) => boolean {
  const told = findings.filter(({ rule }) => rule === 'yaml-syntax').map(({ place }) => place);
  const lines = new Set(told.map(({ line }) => line));
  const spots = new Set(told.map(({ line, column }) => `${line}:${column}`));
  return ({ place: { line, column }, message }) =>
    spots.has(`${line}:${column}`) || (message.code === 'wrong-type' && lines.has(line));
}

/** Is it a key that may stand in a line of the same thing that could not be read? */
function isOfLost({ lacks, owner }: Explained, lost: ReadonlySet<string>): boolean {
  return lacks !== undefined && lost.has(itemOf(owner));
}

/** The entry of a list that a path leads into, as a text; else the whole file. */
function itemOf(path: Path): string {
  return JSON.stringify(typeof path[1] === 'number' ? path.slice(0, 2) : []);
}

/** Which of the things that are empty must be there: those that the schema misses without them. */
function requiredAmong(
  errors: readonly ErrorObject[],
  data: unknown,
  validate: ValidateFunction,
): (error: ErrorObject) => boolean {
  // One map is asked for every fault in it.
  const empties = new Set([...new Set(errors.map(({ data }) => data))].filter(isEmpty));
  const empty = errors.filter(({ data }) => empties.has(data));
  if (empty.length === 0) return () => false;
  const rest = structuredClone(data);
  for (const { instancePath } of empty) {
    const path = pathOf(instancePath, data);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((at, step) => (at as Data | null)?.[step], rest);
    const key = path.at(-1);
    // What encloses it may be gone already.
    if (typeof key === 'string' && typeof parent === 'object' && parent !== null)
      delete (parent as Data)[key];
  }
  validate(rest);
  const missing = (validate.errors ?? []).filter(({ keyword }) => keyword === 'required');
  const paths = new Set(
    missing.map(({ instancePath, params }) => `${instancePath}/${params.missingProperty}`),
  );
  return ({ instancePath }) => paths.has(instancePath);
}

type Data = Record<string | number, unknown>;

function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value as object).length === 0;
}

/** The findings of one map, but those that only echo another one. */
function foundTogether(yaml: YamlFile, all: readonly Explained[]): Finding[] {
  const lacking = all.filter(({ lacks }) => lacks !== undefined);
  const echoing = new Set(lacking.filter((one) => all.some((other) => echoes(one, other))));
  const plain = all.filter((one) => !echoing.has(one));
  const standing = groupBy(plain, ({ stands }) => stands);
  const isRivalled = ({ stands }: Explained) =>
    stands !== undefined && standing.get(stands)!.length > 1;
  return plain.map((one) => found(yaml, isRivalled(one) ? unmended(one) : one));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Where two keys stand for the same third, nobody knows which one was meant. */
function unmended(explained: Explained): Explained {
  return { ...explained, sure: null };
}

/** `if` and `propertyNames` only wrap the fault that follows them; `anyOf` sums up its branches. */
function isWrapper({ keyword, schemaPath }: ErrorObject): boolean {
  if (keyword === 'if' || keyword === 'propertyNames') return true;
  return keyword === 'required' && schemaPath.includes('/anyOf/');
}

/** Does another fault of the same map explain this one? */
function echoes(one: Explained, other: Explained): boolean {
  if (one === other || one.lacks === undefined) return false;
  if (other.stands !== undefined) return one.lacks.includes(other.stands);
  // One key of several is missing, and another key already asks for one of them.
  return one.lacks.length > 1 && other.lacks?.length === 1 && one.lacks.includes(other.lacks[0]!);
}

function emptyFile(yaml: YamlFile): Finding {
  return finding({ rule: 'schema', place: yaml.locate([]), message: message('no-content', {}) });
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((one) => {
    const key = JSON.stringify([one.place, one.message]);
    return !seen.has(key) && seen.add(key);
  });
}

function found(yaml: YamlFile, explained: Explained): Finding {
  const { path, on, message: said, suggestion, first } = explained;
  const related: Related[] = first
    ? [{ message: message('first-here', {}), place: yaml.locate(first) }]
    : [];
  const place = yaml.locate(path, on);
  const fix = suggestion === null ? null : fixOf(explained.sure, yaml.edit(path, suggestion, on));
  return finding({ rule: 'schema', place, path, message: said, suggestion, related, fix });
}

/** A JSON pointer as keys and list positions; what is a position, the data say. */
export function pathOf(pointer: string, data: unknown): Path {
  const path: (string | number)[] = [];
  let at = data;
  for (const written of pointer.split('/').slice(1)) {
    const step = written.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(step) : step);
    at = (at as Record<string, unknown> | null)?.[step];
  }
  return path;
}

const OWNERS: Record<string, OwnerKind> = {
  indicators: 'indicator',
  parts: 'part',
  tasks: 'task',
  reports: 'report',
  claims: 'claim',
  ignore: 'ignore',
  waived: 'waiver',
  measures: 'measure',
  areas: 'area',
};

/** The thing that a path leads into: the nearest member of a list, else the file. */
function ownerOf(data: unknown, path: Path): Owner {
  const at = path.findLastIndex(
    (step, index) => typeof step === 'number' && OWNERS[String(path[index - 1])] !== undefined,
  );
  if (path[0] === 'agencies' && path.length > 1)
    return { kind: 'agency', id: String(path[1]), position: null };
  if (at < 1) return { kind: 'file', id: null, position: null };
  const member = path
    .slice(0, at + 1)
    .reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], data);
  const { id, code } = (member ?? {}) as Record<string, unknown>;
  const name = [id, code].find((text) => typeof text === 'string' && text !== '');
  return {
    kind: OWNERS[String(path[at - 1])]!,
    id: (name as string | undefined) ?? null,
    position: (path[at] as number) + 1,
  };
}
