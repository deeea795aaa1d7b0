// What must hold of every run, whatever its files are.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { schemaFiles } from '../shared-definitions.mjs';
import { formatOf } from './case.mjs';
import { faultsOfGitlab, faultsOfJunit, faultsOfSarif, faultsOfXml } from './published.mjs';

const schemas = new URL('../../schemas/', import.meta.url);
const ajv = new Ajv2020({ strict: false, allErrors: false });
const validators = new Map();

/** The check of an output's schema, by the name in its `format`; the findings formats have none here. */
function validatorOf(format) {
  const name = `${format.split('/')[0]}.schema.json`;
  if (!schemaFiles().includes(name)) return undefined;
  if (!validators.has(name))
    validators.set(name, ajv.compile(JSON.parse(readFileSync(new URL(name, schemas), 'utf8'))));
  return validators.get(name);
}

const STEERING = /(?!\n|\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for.
const COLOUR = /\u001b\[\d*(;\d+)*m/g;
const NOTHINGS = ['undefined', 'NaN', 'Infinity', '[object Object]'];

/** Every fault of the run, in words; none where all is well. */
export function faultsOf({ argv, files }, { stdout, stderr, code }) {
  const format = formatOf(argv);
  const isBytes = format === 'xlsx' || format === 'docx';
  const text = isBytes ? officeText(stdout) : stdout.toString('utf8');
  // CSV, calendars and what others write into Office files end their lines as their standards ask for.
  const unified = text.replaceAll('\r\n', '\n');
  const shown = argv.includes('always') ? unified.replace(COLOUR, '') : unified;
  const errors = argv.includes('always') ? stderr.replace(COLOUR, '') : stderr;
  const given = [...Object.values(files).map(String), ...argv].join('\n').toLowerCase();
  return [
    ...(code >= 0 && code <= 2 ? [] : [`exit code ${code}`]),
    ...(/^ {2,}at .*:\d+:\d+\)?$/m.test(errors) ? ['a stack on stderr'] : []),
    ...(STEERING.test(shown) ? [`steering on stdout: ${around(shown, STEERING)}`] : []),
    ...(STEERING.test(errors) ? [`steering on stderr: ${around(errors, STEERING)}`] : []),
    ...NOTHINGS.filter((word) => !given.includes(word.toLowerCase()))
      .filter((word) =>
        new RegExp(`(?<![\\w-])${word.replace(/[[\]]/g, '\\$&')}(?!\\w)`).test(shown + errors),
      )
      .map((word) => `${word} in the output: ${around(shown + errors, word)}`),
    ...(stdout.length === 0 ? [] : faultsOfFormat(format, shown, stdout)),
  ];
}

function around(text, wanted) {
  const at = text.search(typeof wanted === 'string' ? wanted.replace(/[[\]]/g, '\\$&') : wanted);
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
}

function faultsOfFormat(format, text, bytes) {
  try {
    if (format === 'json') return faultsOfJson(JSON.parse(text));
    if (format === 'sarif') return faultsOfSarif(JSON.parse(text));
    if (format === 'gitlab') return faultsOfGitlab(JSON.parse(text));
    if (format === 'markdown') return faultsOfMarkdown(text);
    if (format === 'junit') return faultsOfJunit(text);
    if (format === 'html') return faultsOfHtml(text);
    if (format === 'github') return faultsOfGithub(text);
    if (format === 'ics') return faultsOfCalendar(bytes.toString('utf8'));
    if (format === 'csv') return faultsOfCsv(text);
    if (format === 'xlsx' || format === 'docx')
      return Object.entries(unzipSync(bytes))
        .filter(([name]) => /\.(xml|rels)$/.test(name))
        .flatMap(([name, part]) => faultsOfXml(strFromU8(part), name));
    return [];
  } catch (error) {
    return [`no ${format}: ${error.message}`];
  }
}

function faultsOfJson(data) {
  const validate = typeof data.format === 'string' ? validatorOf(data.format) : undefined;
  if (!validate || validate(data)) return [];
  return validate.errors.map((error) => `${data.format}${error.instancePath} ${error.message}`);
}

/** No markup of a file becomes a page's, and no row has more cells than its table has columns. */
function faultsOfMarkdown(text) {
  const faults = [];
  const visit = (node) => {
    if (
      node.type === 'html' &&
      !/^(<br>|<!-- (?:[\w: -]* )?-->|<\/?(details|summary)>)$/.test(node.value)
    )
      faults.push(`HTML in markdown: ${node.value.slice(0, 80)}`);
    if (node.type === 'image') faults.push(`an image in markdown: ${node.url.slice(0, 80)}`);
    if (node.type === 'link' && !/^(https?:|#|mailto:|[\w./%-]+$)/.test(node.url))
      faults.push(`a link in markdown: ${node.url.slice(0, 80)}`);
    if (node.type === 'table')
      for (const row of node.children)
        if (row.children.length !== node.align.length)
          faults.push(`${row.children.length} cells of ${node.align.length} in markdown`);
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return faults;
}

/** Is every element closed in its turn, and no script there that is not the program's own? */
function faultsOfHtml(text) {
  const scripts = text.match(/<script\b/g)?.length ?? 0;
  const rest = text
    .replace(/<!doctype[^>]*>/i, '')
    .replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/<(meta|input|br|link)\b([^>]*?)\/?>/g, '<$1$2/>')
    .replace(/<\w(?:[^<>"]|"[^"]*")*>/g, valued);
  return [
    ...(scripts > 1 ? [`html: ${scripts} scripts`] : []),
    ...(/<\w[^>]*\son\w+=/.test(rest) ? ['html: an event handler'] : []),
    ...faultsOfXml(rest, 'html'),
  ];
}

/** An element's tag in which each attribute has a value, as XML asks for. */
function valued(tag) {
  return tag.replace(/(\s[\w-]+)(?![\w-])(="[^"]*")?/g, (_, name, value = '=""') => name + value);
}

/** Is every line a command of the program's own, or one of the list that it folds? */
function faultsOfGithub(text) {
  const line = text
    .split('\n')
    .find(
      (one) =>
        !/^(::(error|warning|notice|group|endgroup)\b|- |$)/.test(one) || one.includes('##['),
    );
  return line === undefined ? [] : [`github: ${JSON.stringify(line.slice(0, 80))}`];
}

/** Does every line end as RFC 5545 asks, is none too long, and every part closed in its turn? */
function faultsOfCalendar(text) {
  const open = [];
  for (const line of text.split('\r\n')) {
    if (/[\r\n]/.test(line)) return ['ics: a bare break of a line'];
    if (Buffer.byteLength(line) > 75) return ['ics: a line of more than 75 bytes'];
    const [, end, name] = /^(BEGIN|END):(\w+)$/.exec(line) ?? [];
    if (end === 'BEGIN') open.push(name);
    else if (end === 'END' && open.pop() !== name) return [`ics: END:${name} closes another`];
  }
  return open.length === 0 ? [] : [`ics: ${open.at(-1)} is not closed`];
}

/** Does every row have as many cells as the header, and no cell begin a formula? */
function faultsOfCsv(text) {
  const mark = /^\ufeff?[^\n]*;/.test(text) && !/^\ufeff?[^\n;]*,/.test(text) ? ';' : ',';
  const rows = [];
  let row = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${mark}\\r\\n]*))(${mark}|\\r?\\n|$)`, 'y');
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return ['csv: a quote in a bare cell'];
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === mark) continue;
    rows.push(row);
    row = [];
  }
  const formula = rows.flat().find((held) => /^[=@]|^[+](?![\d.,]+%?$)/.test(held));
  return [
    ...(rows.some(({ length }) => length !== rows[0].length) ? ['csv: rows of unlike length'] : []),
    ...(formula === undefined ? [] : [`csv: a formula: ${formula.slice(0, 40)}`]),
  ];
}

function officeText(bytes) {
  try {
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n')
      .replace(/<[^>]*>/g, ' ');
  } catch {
    return bytes.toString('utf8');
  }
}
