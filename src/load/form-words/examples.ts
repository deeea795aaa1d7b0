import type { ErrorObject } from 'ajv';
import { flowText } from '../flow-text.ts';
import { typeName } from './fault.ts';

/** Examples of what several keys share. */
const REFERRED: Record<string, string> = {
  '#/$defs/date': '2024-04-15',
  '#/$defs/due': '2024-07',
};

/** What may stand at a key, as an example of its schema has it. */
export function exampleOf(error: ErrorObject, key: string): string | null {
  const schema = error.parentSchema?.properties?.[key];
  if (schema?.const !== undefined) return String(schema.const);
  const [example = REFERRED[schema?.$ref]] = schema?.examples ?? [];
  return example === undefined ? null : flowText(example);
}

/** What may stand at the place itself. */
export function ownExample({ parentSchema }: ErrorObject): string | null {
  const examples: unknown[] = parentSchema?.examples ?? [];
  const wanted = parentSchema?.type;
  const fitting = examples.find((one) => wanted !== 'object' || typeName(one) === 'map');
  return fitting === undefined ? null : flowText(fitting);
}
