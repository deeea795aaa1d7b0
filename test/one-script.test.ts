import { createRequire } from 'node:module';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { oneScript } from '../scripts/one-script.mjs';

const require = createRequire(import.meta.url);

/** What the script of these chunks exports, and which chunks have run by then. */
function exportsOf(chunks: Record<string, string>) {
  const module = { exports: {} as Record<string, unknown> };
  const ran: string[] = [];
  Object.assign(globalThis, { ran });
  const run = runInThisContext(oneScript(new Map(Object.entries(chunks)), './main.js'));
  run(module.exports, require, module, __filename, path.dirname(__filename));
  return { exports: module.exports, ran };
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

  test.each([
    'if(1){import{a}from"./one.js"}',
    'export default 1;',
    'export const a=1;',
    'var a=import(name);',
  ])('are refused where they are written otherwise: %s', (text) => {
    expect(() => oneScript(new Map([['./main.js', text]]), './main.js')).toThrow();
  });
});
