import type { Path } from './indicator.ts';

/** What tells the members of a list apart, the first of them that a member has. */
const NAMES = ['id', 'code', 'source', 'rule'] as const;

/**
 * The place in a file's data in words that stay when lines and list positions move: keys as they
 * are, members of a list by their id or code: `indicators/cqs-2/targets/2024`. A member without
 * either keeps its position.
 */
export function stablePath(data: unknown, path: Path): string {
  const steps: string[] = [];
  let at = data;
  for (const step of path) {
    const inside = memberOf(at, step);
    steps.push(Array.isArray(at) ? nameOf(inside, step) : String(step));
    at = inside;
  }
  return steps.join('/');
}

/**
 * The ids along the path that a suppression can name: those of an indicator, its part (`id/part`),
 * a task or a report duty.
 */
export function idsAlong(data: unknown, path: Path): string[] {
  const ids: string[] = [];
  let at = data;
  for (const step of path) {
    at = memberOf(at, step);
    const id = textAt(at, 'id');
    if (id !== undefined && typeof step === 'number')
      ids.push(ids.length > 0 ? `${ids.at(-1)}/${id}` : id);
  }
  return ids;
}

function memberOf(data: unknown, step: string | number): unknown {
  if (data === null || typeof data !== 'object') return undefined;
  return Object.hasOwn(data, step) ? (data as Record<string | number, unknown>)[step] : undefined;
}

function textAt(data: unknown, key: string): string | undefined {
  const found = memberOf(data, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function nameOf(member: unknown, position: string | number): string {
  if (typeof member === 'string') return member;
  const named = NAMES.map((key) => textAt(member, key)).find((name) => name !== undefined);
  return named ?? String(position);
}

/** Every id that a suppression of this file can name. */
export function idsIn(data: unknown): string[] {
  return ['indicators', 'tasks', 'reports'].flatMap((list) =>
    membersOf(data, list).flatMap((item) => {
      const id = textAt(item, 'id');
      if (id === undefined) return [];
      const parts = membersOf(item, 'parts').flatMap((part) => textAt(part, 'id') ?? []);
      return [id, ...parts.map((part) => `${id}/${part}`)];
    }),
  );
}

function membersOf(data: unknown, list: string): unknown[] {
  const found = memberOf(data, list);
  return Array.isArray(found) ? found : [];
}
