// Puts the chunks that esbuild has split the program into together again, as one script in which each is
// a function that runs when it is first asked for: what a run does not need is neither compiled nor made,
// and is no part of what is kept as compiled.

import { Script } from 'node:vm';

// As esbuild writes them minified.
const IMPORT = /(?<=^|[;}\n])import ?(?:([\w$]+|\{[^{}]*\}|\*as [\w$]+) ?from)?"([^"]+)";/g;
const EXPORT = /export\{([^{}]*)\};\n*$/;
const ON_DEMAND = /\bimport\("([^"]+)"\)/g;

/** How a chunk asks for another by its name, and how it asks later for that or for a file of its own. */
const LOADER = `
const made=new Map(),use=(name)=>{let own=made.get(name);if(own===undefined)made.set(name,own=parts[name]());return own};
const load=async(name)=>{if(name in parts)return use(name);const found=require(name);return'default'in found?found:Object.create(found,{default:{value:found}})};
`;

/**
 * The script, whose value is the function of a CommonJS module that exports what the entry does.
 * @param chunks the text of each, minified, by the name that the others import it under
 * @throws where a chunk imports or exports in another way than is known here
 */
export function oneScript(chunks, entry) {
  const parts = [...chunks].map(
    ([name, text]) => `${JSON.stringify(name)}(){${partOf(text, chunks)}}`,
  );
  const url = 'require("node:url").pathToFileURL(__filename).href';
  const script = `(function(exports,require,module,__filename,__dirname){"use strict";const __url=${url};${LOADER}const parts={__proto__:null,${parts.join(',\n')}};module.exports=use(${JSON.stringify(entry)})})`;
  new Script(script);
  return script;
}

/** The body of the function that a chunk becomes, which gives what the chunk exports. */
function partOf(text, chunks) {
  const imports = [];
  const rest = text.replace(IMPORT, (_, names, from) => {
    imports.push(
      imported(names, `${chunks.has(from) ? 'use' : 'require'}(${JSON.stringify(from)})`),
    );
    return '';
  });
  const [exported, names] = EXPORT.exec(rest) ?? ['', ''];
  const body = rest
    .slice(0, rest.length - exported.length)
    .replace(ON_DEMAND, (_, from) => `load(${JSON.stringify(from)})`);
  if (body.includes('import(')) throw new Error('a chunk asks later for what has no name yet');
  const given = names === '' ? [] : names.split(',').map((one) => one.split(' as '));
  return `${imports.join('')}${body};return{${given.map(([own, as = own]) => `${as}:${own}`).join(',')}}`;
}

function imported(names, module) {
  if (names === undefined) return `${module};`;
  const text = names.replace(/^\*as /, '').replace(/([\w$]+) as ([\w$]+)/g, '$1:$2');
  return `const ${text}=${module};`;
}
