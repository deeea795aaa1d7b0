import type { ErrorObject } from 'ajv';
import type { Path } from '../../indicator.ts';
import type { Owner } from '../../message/form.ts';
import type { Message } from '../../message/message.ts';
import type { FixClass } from '../../suggest.ts';
import { flowText } from '../flow-text.ts';
import type { Codes } from '../known-codes.ts';

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

/** What the schema finds wrong at a place. */
export interface Fault {
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

/** Said of the key, or of the whole map or list. */
export function onKey({ path }: Pick<Fault, 'path'>, said: Message): Explained {
  return { path, on: 'key', message: said, suggestion: null, sure: null, owner: path };
}

export function onValue(
  { path }: Fault,
  said: Message,
  suggestion: string | null = null,
  sure: FixClass | null = null,
): Explained {
  return { path, on: 'value', message: said, suggestion, sure, owner: path.slice(0, -1) };
}

export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? flowText(value) : String(value);
}
