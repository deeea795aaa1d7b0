import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { globSync } from 'tinyglobby';
import { parseSync } from 'vite';
import { describe, expect, test, vi } from 'vitest';

/** Expressions of a file: those that stand in it, and how many it puts together as it is loaded. */
interface Expressions {
  written: { pattern: string; flags: string; line: number }[];
  made: number;
}

type Node = { type: string; start: number; [key: string]: unknown };

function expressionsOf(file: string): Expressions {
  const code = readFileSync(file, 'utf8');
  const found: Expressions = { written: [], made: 0 };
  const add = (pattern: string, flags: string, { start }: Node) =>
    found.written.push({ pattern, flags, line: code.slice(0, start).split('\n').length });
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const one = node as Node;
    const { regex } = one as { regex?: { pattern: string; flags: string } };
    if (regex) add(regex.pattern, regex.flags, one);
    else if (isConstruction(one)) {
      const [pattern, flags] = one.arguments;
      if (typeof pattern?.value === 'string') add(pattern.value, String(flags?.value ?? ''), one);
      else found.made += 1;
    } else Object.values(one).forEach(visit);
  };
  visit(parseSync(file, code).program);
  return found;
}

function isConstruction(node: Node): node is Node & { arguments: { value?: unknown }[] } {
  return /^(New|Call)Expression$/.test(node.type) && (node.callee as Node).name === 'RegExp';
}

/** What a file puts together as it is loaded, from as many places in it. */
async function madeBy(file: string): Promise<{ patterns: RegExp[]; places: number }> {
  const patterns: RegExp[] = [];
  const places = new Set<string>();
  const watched = new Proxy(RegExp, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget);
      const [, , caller = ''] = new Error().stack!.split('\n');
      if (caller.includes(file)) {
        patterns.push(made);
        places.add(caller);
      }
      return made;
    },
  });
  vi.resetModules();
  vi.stubGlobal('RegExp', watched);
  await import(/* @vite-ignore */ `../${file}`);
  vi.unstubAllGlobals();
  return { patterns, places: places.size };
}

/** Steps are counted, never the time: a busy machine gives the same answer. */
const BY_STEPS = {
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  timeout: 60_000,
};

/** What makes an expression slow, and on which text; `undefined` where nothing does. */
function slowness(pattern: string, flags: string): string | undefined {
  const checked = checkSync(pattern, flags.replace('d', ''), BY_STEPS);
  if (checked.status === 'safe') return undefined;
  const why =
    checked.status === 'unknown'
      ? checked.error.kind
      : `${checked.complexity.summary} on ${checked.attack.pattern}`;
  return `/${pattern}/${flags}: ${why}`;
}

describe('no expression backtracks', () => {
  const files = globSync('src/**/*.{ts,js}').sort();
  const known = files.map((file) => ({ file, ...expressionsOf(file) }));

  test('of those that are written', { timeout: 300_000 }, () => {
    const distinct = new Map(
      known.flatMap(({ file, written }) =>
        written.map(({ pattern, flags, line }) => [
          `${flags} ${pattern}`,
          { pattern, flags, place: `${file}:${line}` },
        ]),
      ),
    );
    const slow = [...distinct.values()].flatMap(({ pattern, flags, place }) => {
      const why = slowness(pattern, flags);
      return why === undefined ? [] : [`${place} ${why}`];
    });
    expect(slow).toEqual([]);
  });

  test.each(known.filter(({ made }) => made > 0))('of those that $file makes', async (one) => {
    const { patterns, places } = await madeBy(one.file);
    expect(places).toBe(one.made);
    expect(patterns.flatMap(({ source, flags }) => slowness(source, flags) ?? [])).toEqual([]);
  });

  test('and the check tells one that does', () => {
    expect(slowness('^[IVXLC]+(\\.\\S+)+$', '')).toContain('exponential');
    expect(slowness('\\s+$', 'd')).toContain('2nd degree polynomial');
    expect(slowness('(?<!\\s)\\s+$', '')).toBeUndefined();
  });
});
