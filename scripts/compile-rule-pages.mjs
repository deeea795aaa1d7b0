// Makes data of the rules' pages: titles and texts in both languages, and the files of the examples.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';

const folder = new URL('../src/rules/', import.meta.url);
const target = new URL('compiled/', folder);

const FILES = {
  'plan.yaml': 'yaml',
  'plan.results.csv': 'results',
  'plan.progress.csv': 'progress',
  'other.results.csv': 'stray',
  'catalogue/measures.yaml': 'measures',
  'catalogue/areas.yaml': 'areas',
};

const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -'.md'.length))
  .sort();
const pages = Object.fromEntries(ids.map((id) => [id, pageOf(id)]));

mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('pages.js', target),
  `export default JSON.parse(${JSON.stringify(JSON.stringify(pages))});\n`,
);
writeFileSync(
  new URL('pages.d.ts', target),
  `import type { RulePage } from '../../words/rule-pages.ts';
declare const pages: Readonly<Record<${ids.map((id) => `'${id}'`).join(' | ') || 'never'}, RulePage>>;
export default pages;\n`,
);

/** A page has five headings: the id, the title in each language, the wrong example and the right one. */
function pageOf(id) {
  const source = readFileSync(new URL(`${id}.md`, folder), 'utf8');
  const refuse = (why) => {
    throw new Error(`src/rules/${id}.md: ${why}`);
  };
  const [name, en, vi, wrong, right, ...more] = sectionsOf(source);
  if (more.length > 0 || right === undefined) refuse('a page has five headings');
  if (name.heading !== id) refuse(`the first heading is “${id}”`);
  if (wrong.heading !== 'Wrong · Sai' || right.heading !== 'Right · Đúng')
    refuse('the examples stand under “Wrong · Sai” and “Right · Đúng”');
  const texts = (part) => ({ en: part(en), vi: part(vi) });
  for (const { parts } of [en, vi])
    if (parts.length !== 2) refuse('each language has two paragraphs: what is found, and why');
  // What the right example does not show again is as in the wrong one; a stray file is the mistake.
  const { stray: _, isLatin1: __, ...kept } = exampleOf(wrong, refuse);
  return {
    title: texts(({ heading }) => clause(heading)),
    what: texts(({ parts }) => parts[0].text),
    why: texts(({ parts }) => parts[1].text),
    wrong: exampleOf(wrong, refuse),
    right: { ...kept, ...exampleOf(right, refuse) },
  };
}

/** The headings, each with the paragraphs and code blocks below it. */
function sectionsOf(source) {
  const sections = [];
  for (const node of fromMarkdown(source).children) {
    const text = textOf(node, source);
    if (node.type === 'heading') sections.push({ heading: text, parts: [] });
    else sections.at(-1).parts.push({ type: node.type, text });
  }
  return sections;
}

/** Text as its author wrote it, with the marks of Markdown in it. */
function textOf(node, source) {
  if (node.type === 'code') return `${node.value}\n`;
  const [first, last] = [node.children.at(0), node.children.at(-1)];
  return source.slice(first.position.start.offset, last.position.end.offset);
}

/** A file's name stands above it where an example has several, or where it is saved in an old encoding. */
function exampleOf({ parts }, refuse) {
  const example = {};
  let file = 'yaml';
  for (const { type, text } of parts)
    if (type === 'code') example[file] = characters(text);
    else {
      const [, name, encoding] = /^`([^`]+)`( \(ISO 8859-1\))?$/.exec(text) ?? [];
      file = FILES[name] ?? refuse(`“${text}” is none of ${Object.keys(FILES).join(', ')}`);
      if (encoding) example.isLatin1 = true;
    }
  return example;
}

/** `<U+200B>` stands for the character of that code. */
function characters(text) {
  return text.replace(/<U\+([0-9A-F]{4,6})>/g, (_, code) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
}

/** A title as a part of a sentence; an abbreviation at its beginning stays as it is. */
function clause(title) {
  return title.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
