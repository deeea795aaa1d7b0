import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Finding, finding, type Report } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { type Message, message } from '../messages/message.ts';
import { suggest } from '../suggest.ts';
import type { YamlFile } from './yaml.ts';

/**
 * Holds the file against its schema and says each fault in plain words, at the key or value meant.
 * Faults of an inner schema that only repeat an outer one are left out.
 */
export function checkForm(yaml: YamlFile, validate: ValidateFunction): Finding[] {
  if (yaml.data === null || yaml.data === undefined) return [emptyFile(yaml)];
  if (validate(yaml.data)) return [];
  const errors = (validate.errors ?? []).filter((error) => !REPEATS.has(error.keyword));
  const missing = (error: ErrorObject) => error.keyword === 'required' && inAnyOf(error);
  return unique(errors.filter((error) => !missing(error)).map((error) => explain(yaml, error)));
}

/** `if` and `propertyNames` only wrap the fault that follows them. */
const REPEATS = new Set(['if', 'propertyNames']);

function inAnyOf(error: ErrorObject): boolean {
  return error.schemaPath.includes('/anyOf/');
}

function emptyFile(yaml: YamlFile): Finding {
  return finding({
    rule: 'schema',
    place: yaml.locate([]),
    message: message('no-content', {}),
  });
}

function unique(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((found) => {
    const key = JSON.stringify([found.place, found.message]);
    return !seen.has(key) && seen.add(key);
  });
}

type Explained = Pick<Report, 'message' | 'suggestion'> & { path: Path; on: 'key' | 'value' };

function explain(yaml: YamlFile, error: ErrorObject): Finding {
  const { path, on, ...said } = explanation(error, pathOf(error.instancePath), yaml);
  return finding({ rule: 'schema', place: yaml.locate(path, on), path, ...said });
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d{1,3}$/.test(step) ? Number(step) : step));
}

/** The name of the thing at a path, for messages: `indicators[3].unit` is `unit`. */
function nameOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  return key === undefined ? 'plan' : String(key);
}

function ownerOf(path: Path): string {
  const step = path.findLast((item) => typeof item === 'string' && Number.isNaN(Number(item)));
  return step === undefined ? 'file' : String(step);
}

function explanation(error: ErrorObject, path: Path, yaml: YamlFile): Explained {
  const { keyword, params, propertyName } = error;
  const key = nameOf(path);
  if (propertyName !== undefined) return badKey(propertyName, path);
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), validKeys(error), path);
    case 'required':
      return onKey(
        path,
        message('missing-key', { key: params.missingProperty, owner: ownerOf(path) }),
      );
    case 'dependentRequired':
      return onKey(
        [...path, params.property],
        message('missing-companion', {
          key: params.property,
          companion: params.missingProperty,
        }),
      );
    case 'anyOf':
      return onKey(
        path,
        message('missing-one-of', { keys: ONE_OF[key] ?? [], owner: ownerOf(path) }),
      );
    case 'type':
      return wrongType(error, path, key);
    case 'enum':
      return notAChoice(error, path, key, params.allowedValues.map(String));
    case 'const':
      return notAChoice(error, path, key, [String(params.allowedValue)]);
    case 'pattern':
      return badPattern(error, path, key, yaml.written(path) ?? String(error.data));
    case 'minLength':
      return onValue(path, message('empty-value', { key, expected: ['text'] }));
    case 'minItems':
    case 'minProperties':
      return onKey(path, message('too-few', { key, least: params.limit }));
    case 'maxItems':
    case 'maxProperties':
      return onKey(path, message('too-many', { key, most: params.limit }));
    case 'uniqueItems':
      return repeatedItem(error, path, key);
    default:
      return badPattern(error, path, key, String(error.data));
  }
}

const ONE_OF: Record<string, readonly string[]> = { claims: ['count', 'counted', 'indicator'] };

function onKey(path: Path, said: Message): Explained {
  return { path, on: 'key', message: said };
}

function onValue(path: Path, said: Message, suggestion: string | null = null): Explained {
  return { path, on: 'value', message: said, suggestion };
}

function validKeys(error: ErrorObject): string[] {
  return Object.keys(error.parentSchema?.properties ?? {});
}

function unknownKey(found: string, valid: readonly string[], path: Path): Explained {
  const present = suggest(found, valid);
  return {
    path: [...path, found],
    on: 'key',
    message: message('unknown-key', { key: found, valid, suggestion: present }),
    suggestion: present,
  };
}

function badKey(found: string, path: Path): Explained {
  const isYear = !['agencies', 'groups', 'reference'].includes(nameOf(path));
  const code = codeFrom(found);
  return {
    path: [...path, found],
    on: 'key',
    message: isYear
      ? message('bad-year-key', { found })
      : message('bad-code', { key: nameOf(path), found, suggestion: code }),
    suggestion: isYear ? null : code,
  };
}

/** The code nearest to a text: `Sở TT&TT` gives `so-tt-tt`. */
function codeFrom(text: string): string | null {
  const code = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return code || null;
}

function typeName(value: unknown): string {
  if (value === null) return 'nothing';
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

function wrongType(error: ErrorObject, path: Path, key: string): Explained {
  const wanted = [error.params.type].flat().map((type: string) => TYPE_WORDS[type] ?? type);
  const found = typeName(error.data);
  return onValue(
    path,
    found === 'nothing'
      ? message('empty-value', { key, expected: wanted })
      : message('wrong-type', { key, found, expected: wanted }),
    found === 'number' && wanted.includes('text') ? `"${String(error.data)}"` : null,
  );
}

function notAChoice(
  error: ErrorObject,
  path: Path,
  key: string,
  valid: readonly string[],
): Explained {
  const found = String(error.data);
  const suggestion = suggest(found, valid);
  return onValue(path, message('not-a-choice', { key, found, valid, suggestion }), suggestion);
}

/** What a pattern stands for, by the schema it is in or by the key that carries it. */
function badPattern(error: ErrorObject, path: Path, key: string, found: string): Explained {
  const pattern = String(error.params.pattern ?? error.schema);
  const place = error.schemaPath;
  if (place.includes('/target/')) return onValue(path, message('bad-target', { found }));
  if (place.includes('/observed/')) return onValue(path, message('bad-baseline', { found }));
  if (place.includes('/yearly/')) return onValue(path, message('bad-month-day', { found }));
  if (place.includes('/due/') || key === 'by') return onValue(path, message('bad-due', { found }));
  if (place.includes('/date/')) return onValue(path, message('bad-date', { key, found }));
  if (key === 'period') return onValue(path, message('bad-period', { found }));
  if (pattern.startsWith('^[a-z0-9]+')) {
    const suggestion = codeFrom(found);
    return onValue(path, message('bad-code', { key, found, suggestion }), suggestion);
  }
  return onValue(path, message('bad-pattern', { key, found, pattern }));
}

function repeatedItem(error: ErrorObject, path: Path, key: string): Explained {
  const index = Math.max(error.params.i, error.params.j);
  const item = String((error.data as unknown[])[index]);
  return onValue([...path, index], message('repeated-item', { key, item }));
}
