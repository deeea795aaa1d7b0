import { type Document, type Node, visit, type YAMLError } from 'yaml';
import { type Finding, finding, type Place } from '../finding.ts';
import { fixOf } from '../fix.ts';
import type { SyntaxFault } from '../message/form.ts';
import { message } from '../message/message.ts';
import { tabFix } from './tabs.ts';
import { explainSyntax } from './yaml-syntax.ts';

/** The place between two UTF-16 offsets of a text. */
export type PlaceOf = (from: number, to: number) => Place;

/** Everything that keeps a YAML text from being read, one fault a line. */
export function syntaxFindings(document: Document, text: string, placeOf: PlaceOf): Finding[] {
  const conflict = CONFLICT.exec(text);
  if (conflict && document.errors.length > 0) {
    const { 0: marker, index } = conflict;
    return [syntaxFault(placeOf(index, index + marker.length), 'conflict', '')];
  }
  const hasTabs = document.errors.some(({ code }) => code === 'TAB_AS_INDENT');
  const spaces = hasTabs ? tabFix(text, placeOf) : null;
  const found = onePerLine(document.errors, placeOf).map((error) => {
    const fault = syntaxFinding(error, text, placeOf);
    return error.code === 'TAB_AS_INDENT' ? { ...fault, fix: spaces } : fault;
  });
  return [...found, ...aliasFindings(document, text, placeOf)];
}

/** What git leaves where two versions of a line could not be joined. */
const CONFLICT = /^(?:<{7}|>{7})(?: .*)?$/m;

const UNQUOTED_COMPARISON = /:\s*(>=?\s*\d[\d.,]*|~\s*\d[\d.,]*)\s*(?:\s#.*)?$/d;

function syntaxFinding(error: YAMLError, text: string, placeOf: PlaceOf): Finding {
  const [from, to] = error.pos;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(lineStart, lineEndOf(text, from));
  const comparison =
    UNQUOTED_COMPARISON.exec(line) ?? /[{,]\s*\d{4}:\s*(>=?\s*[\d.,]+\d)/d.exec(line);
  const unquoted = comparison?.[1]?.trim();
  const quote = (bare: string, at: number) => ({
    place: placeOf(lineStart + at, lineStart + at + bare.length),
    text: quoted(bare),
  });
  const place = placeOf(from, Math.max(to, from + 1));
  if (!unquoted) {
    const explained = explainSyntax(
      error,
      line,
      text.slice(from, Math.min(to, lineEndOf(text, from))),
    );
    const { fault, text: bare } = explained;
    if (fault !== 'colon') return syntaxFault(place, fault, bare);
    const fix = fixOf('safe', quote(bare, line.lastIndexOf(bare)));
    return { ...syntaxFault(place, fault, bare), suggestion: quoted(bare), fix };
  }
  return finding({
    rule: 'yaml-syntax',
    place,
    message: message('unquoted-comparison', { text: unquoted }),
    suggestion: quoted(unquoted),
    fix: fixOf('safe', quote(unquoted, comparison!.indices![1]![0])),
  });
}

/** A fault of syntax at that place. */
export function syntaxFault(place: Place, fault: SyntaxFault, text: string): Finding {
  return finding({ rule: 'yaml-syntax', place, message: message('yaml-syntax', { fault, text }) });
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function lineEndOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** What follows an error on its own line is mostly its echo. */
function onePerLine(errors: readonly YAMLError[], placeOf: PlaceOf): YAMLError[] {
  const lines = new Set<number>();
  return errors.filter(({ pos: [from, to] }) => {
    const { line } = placeOf(from, to);
    return !lines.has(line) && lines.add(line);
  });
}

/** An alias of nothing, or of what it stands in, cannot be made a value of. */
function aliasFindings(document: Document, text: string, placeOf: PlaceOf): Finding[] {
  if (!text.includes('*')) return [];
  const found: Finding[] = [];
  const report = (node: unknown, fault: SyntaxFault, name: string) =>
    found.push(syntaxFault(placeOf(...(rangeOf(node) ?? [0, 0])), fault, name));
  visit(document, {
    Alias(_, node, ancestors) {
      const target = node.resolve(document);
      if (!target) report(node, 'alias', node.source);
      else if (ancestors.includes(target)) report(node, 'loop', node.source);
    },
  });
  return found;
}

/** Where a node begins and ends; `undefined` where it has no characters. */
export function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}
