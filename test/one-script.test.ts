import { createRequire } from 'node:module';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { commonJs, scriptsOf } from '../scripts/one-script.mjs';

const require = createRequire(import.meta.url);

type Exports = Record<string, unknown>;

function run(script: string, ask: (name: string) => unknown): Exports {
  const module = { exports: {} as Exports };
  runInThisContext(script)(module.exports, ask, module, __filename, path.dirname(__filename));
  return module.exports;
}

/** What the scripts of these chunks export, and which chunks, or the script with the rest, have run by then. */
function exportsOf(chunks: Record<string, string>, rest: string[] = []) {
  const ran: string[] = [];
  Object.assign(globalThis, { ran });
  const scripts = scriptsOf(new Map(Object.entries(chunks)), './main.js', new Set(rest));
  const exports = run(scripts.main, (name) => {
    if (name !== './rest.cjs') return require(name);
    ran.push('rest');
    return run(scripts.rest, require);
  });
  return { exports, ran };
}

describe('chunks as one script', () => {
  test('import each other, packages and modules of Node, as a whole, by name and by another name', () => {
    const { exports, ran } = exportsOf({
      './main.js':
        'import{a as x,b}from"./one.js";import"./two.js";import p from"node:path";import*as q from"node:path";import{join as r}from"node:path";ran.push("main");export{x as found,b as other,p,q,r};\n',
      './one.js': 'import"./two.js";ran.push("one");var c=1,b=2;export{c as a,b};\n',
      './two.js': 'ran.push("two");\n',
      './three.js': 'ran.push("three");\n',
    });
    expect(exports).toMatchObject({ found: 1, other: 2, p: path, q: path, r: path.join });
    expect(ran).toEqual(['two', 'one', 'main']);
  });

  test('run later what is asked for later', async () => {
    const { exports, ran } = exportsOf({
      './main.js':
        'var later=()=>import("./one.js"),node=()=>import("node:path");export{later,node};\n',
      './one.js': 'ran.push("one");var a=1;export{a as default};\n',
    });
    expect(ran).toEqual([]);
    const { later, node } = exports as Record<string, () => Promise<Record<string, unknown>>>;
    expect((await later!()).default).toBe(1);
    expect((await node!()).default).toBe(path);
    expect((await node!()).join).toBe(path.join);
    await later!();
    expect(ran).toEqual(['one']);
  });

  test('run in a script of their own those that are left out, when the first of them is asked for', async () => {
    const { exports, ran } = exportsOf(
      {
        './main.js':
          'import{a as x}from"./one.js";var later=()=>import("./two.js"),now=()=>__now(import("./two.js")).b();export{later,now,x};\n',
        './one.js': 'ran.push("one");var a=1;export{a};\n',
        './two.js':
          'import{a as y}from"./one.js";import{c}from"./three.js";ran.push("two");var b=()=>y+c,d=()=>import("./four.js");export{b,d};\n',
        './three.js': 'ran.push("three");var c=2;export{c};\n',
        './four.js': 'ran.push("four");var e=4;export{e};\n',
      },
      ['./two.js', './three.js'],
    );
    expect(ran).toEqual(['one']);
    const { later, now } = exports as {
      later(): Promise<Record<string, () => unknown>>;
      now(): number;
    };
    expect(now()).toBe(3);
    const two = await later();
    expect(two.b!()).toBe(3);
    expect(await two.d!()).toEqual({ e: 4 });
    expect(ran).toEqual(['one', 'rest', 'three', 'two', 'four']);
  });

  test.each([
    'if(1){import{a}from"./one.js"}',
    'export default 1;',
    'export const a=1;',
    'var a=import(name);',
    'var $$1a=1;',
  ])('are refused where they are written otherwise: %s', (text) => {
    expect(() => scriptsOf(new Map([['./main.js', text]]), './main.js')).toThrow();
  });

  test('are refused where one of the main script imports one of the rest at once', () => {
    const chunks = { './main.js': 'import"./one.js";\n', './one.js': 'ran.push("one");\n' };
    expect(() => exportsOf(chunks, ['./one.js'])).toThrow(/at once/);
  });
});

test('a module on its own becomes a CommonJS one', () => {
  const text =
    'import{join as j}from"node:path";import p from"node:path";var a=j("a","b");export{a as b,p};';
  expect(run(`(function(exports,require,module){${commonJs(text)}})`, require)).toEqual({
    b: path.join('a', 'b'),
    p: path,
  });
});
