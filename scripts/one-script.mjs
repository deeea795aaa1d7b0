// Puts the chunks that esbuild has split the program into together again, as scripts in which each is a
// function that runs when it is first asked for: what a run does not need is neither compiled nor made,
// and is no part of what is kept as compiled. What a chunk gives stands in variables of its script:
// objects of names would be made, and taken apart again, in every run.

import { Script } from 'node:vm';

// As esbuild writes them minified.
const IMPORT = /(?<=^|[;}\n])import ?(?:([\w$]+|\{[^{}]*\}|\*as [\w$]+) ?from)?"([^"]+)";/g;
const EXPORT = /export\{([^{}]*)\};\n*$/;
const ON_DEMAND = /\bimport\("([^"]+)"\)/g;
/** What a chunk asks for later, but then at once. */
const AT_ONCE = /\b__now\(import\("([^"]+)"\)\)/g;

const HEAD = '(function(exports,require,module,__filename,__dirname){"use strict";';
const LOADER = `const $$ran=()=>{},$$load=async(give)=>give(),$$outside=async(name)=>{const found=require(name);return'default'in found?found:Object.create(found,{default:{value:found}})};`;

/**
 * The scripts of a program, each with a function of a CommonJS module as its value. That of `main`
 * exports what the entry does, and requires `./rest.cjs` when the first of the chunks in it is asked for.
 * @param chunks the text of each, minified, by the name that the others import it under
 * @param rest the names of those that are left out of the main script; it imports none of them but later
 * @throws where a chunk imports or exports in another way than is known here
 */
export function scriptsOf(chunks, entry, rest = new Set()) {
  const parts = new Map([...chunks].map(([name, text], number) => [name, partOf(number, text)]));
  const all = { parts, rest };
  const [inMain, inRest] = [false, true].map((isRest) =>
    [...parts].filter(([name]) => rest.has(name) === isRest).map(([, part]) => part),
  );
  // What is a function of its own is read over first, and only read when it is called: the rest is none.
  const main = `${HEAD}${LOADER}let $$rest;const $$other=(number)=>{if($$rest===undefined){$$rest=require("./rest.cjs");$$rest.main=$$give}return $$rest.give(number)};${bodyOf(inMain, all)}module.exports=$$give(${parts.get(entry).number})})`;
  const apart = `${HEAD}${LOADER}const $$other=(number)=>module.exports.main(number);${bodyOf(inRest, all)}module.exports={give:$$give,main:null}})`;
  for (const script of [main, apart]) new Script(script);
  return { main, rest: apart };
}

/** The text of a CommonJS module that does what a module of its own does. */
export function commonJs(text) {
  const { imports, body, gives } = partOf(0, text);
  const asked = imports.map(({ names, from }) => taken(names, `require(${JSON.stringify(from)})`));
  const given = gives.map(({ own, as }) => `${as}:${own}`);
  return `"use strict";${asked.join('')}${body};module.exports={${given.join(',')}};`;
}

/** A chunk: what it asks for, what it does, and what it gives, by name. */
function partOf(number, text) {
  if (/\$\$\w\w/.test(text)) throw new Error('a chunk has names of ours');
  const imports = [];
  const rest = text.replace(IMPORT, (_, names, from) => {
    imports.push({ names, from });
    return '';
  });
  const [exported, names] = EXPORT.exec(rest) ?? ['', ''];
  const given = names === '' ? [] : names.split(',').map((one) => one.split(' as '));
  const body = rest.slice(0, rest.length - exported.length);
  const gives = given.map(([own, as = own]) => ({ own, as, variable: `$$${number}${as}` }));
  return { number, imports, body, gives };
}

/** A function for each of the parts, the variables of what they give, and what gives all of one part. */
function bodyOf(own, { parts, rest }) {
  const isRest =
    rest.size > 0 && own.some((part) => [...rest].some((name) => parts.get(name) === part));
  const isHere = (name) => rest.has(name) === isRest;
  const variables = own.flatMap(({ gives }) => gives.map(({ variable }) => variable));
  const run = (part) =>
    `function $$part${part.number}(){$$part${part.number}=$$ran;${part.imports.map(({ names, from }) => imported(names, from)).join('')}${asked(part.body)};${part.gives.map(({ own, variable }) => `${variable}=${own};`).join('')}}`;
  const give = ({ number, gives }) =>
    `case ${number}:$$part${number}();return{${gives.map(({ as, variable }) => `${as}:${variable}`).join(',')}};`;
  const declared = variables.length === 0 ? '' : `var ${variables.join(',')};`;
  return `${declared}function $$give(number){switch(number){${own.map(give).join('')}default:return $$other(number)}}${own.map(run).join('\n')}\n`;

  function imported(names, from) {
    const part = parts.get(from);
    if (part === undefined || !isHere(from)) {
      const module =
        part === undefined ? `require(${JSON.stringify(from)})` : `$$other(${part.number})`;
      if (part !== undefined && !isRest) throw new Error(`${from} is asked for at once`);
      return taken(names, module);
    }
    const list = names === undefined ? [] : /^\{(.*)\}$/.exec(names)?.[1].split(',');
    if (list === undefined) throw new Error(`all of ${from} is asked for by one name`);
    const consts = list.map((one) => {
      const [name, as = name] = one.split(' as ');
      return `${as}=${part.gives.find((given) => given.as === name).variable}`;
    });
    return `$$part${part.number}();${consts.length === 0 ? '' : `const ${consts.join(',')};`}`;
  }

  function asked(body) {
    const given = (from) => `$$give(${parts.get(from).number})`;
    const text = body
      .replace(AT_ONCE, (_, from) => given(from))
      .replace(ON_DEMAND, (_, from) =>
        parts.has(from) ? `$$load(()=>${given(from)})` : `$$outside(${JSON.stringify(from)})`,
      );
    if (text.includes('import(')) throw new Error('a chunk asks later for what has no name yet');
    return text;
  }
}

/** Takes of a module what is imported under these names. */
function taken(names, module) {
  if (names === undefined) return `${module};`;
  const text = names.replace(/^\*as /, '').replace(/([\w$]+) as ([\w$]+)/g, '$1:$2');
  return `const ${text}=${module};`;
}
