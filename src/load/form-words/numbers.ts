import { message } from '../../message/message.ts';
import { ownExample } from './examples.ts';
import { type Explained, type Fault, onKey, textOf } from './fault.ts';

export function tooFew({ error, path, key, isRequired }: Fault): Explained {
  const { limit: least } = error.params;
  const example = ownExample(error);
  return onKey({ path }, message('too-few', { key, least, example, isRequired }));
}

/** A claim says one thing: a count, or an indicator's target. */
export function mixedForms({ error, path, key }: Fault): Explained {
  const other = /dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1] ?? '';
  return { ...onKey({ path }, message('mixed-forms', { key, other })), owner: path.slice(0, -1) };
}

/** `{ yearly: […], by: … }`: two ways to say the same are no limit of entries. */
export function tooMany({ error, path, key }: Fault): Explained {
  const alone = /dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1];
  if (alone !== undefined) return onKey({ path }, message('stands-alone', { key: alone }));
  return onKey({ path }, message('too-many', { key, most: error.params.limit }));
}

export function repeatedItem({ error, path, key }: Fault): Explained {
  const [first, second] = [error.params.i, error.params.j].sort((a, b) => a - b);
  const item = textOf((error.data as unknown[])[second]);
  const said = message('repeated-item', { key, item });
  return {
    ...onKey({ path: [...path, second] }, said),
    on: 'value',
    first: [...path, first],
  };
}
