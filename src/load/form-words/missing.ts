import { message } from '../../message/message.ts';
import { exampleOf } from './examples.ts';
import { type Explained, type Fault, onKey } from './fault.ts';

export function missingKey({ error, path, owner }: Fault): Explained {
  const key = String(error.params.missingProperty);
  const said = message('missing-key', { key, owner, example: exampleOf(error, key) });
  return { ...onKey({ path }, said), lacks: [key] };
}

export function missingCompanion({ error, path }: Fault): Explained {
  const { property: key, missingProperty: companion } = error.params;
  const said = message('missing-companion', { key, companion });
  return { ...onKey({ path: [...path, key] }, said), owner: path, lacks: [companion] };
}

export function missingOneOf({ error, path, owner }: Fault): Explained {
  const branches = (error.schema ?? []) as { required?: string[] }[];
  const keys = branches.flatMap(({ required = [] }) => required);
  return { ...onKey({ path }, message('missing-one-of', { keys, owner })), lacks: keys };
}
