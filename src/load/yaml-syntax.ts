import type { ErrorCode, Node, Pair, YAMLError } from 'yaml';
import { type Finding, finding, type Place } from '../finding.ts';
import type { SyntaxFault } from '../message/form.ts';
import { type Message, type MessageOf, message } from '../message/message.ts';
import { lineAt, type TextEdit } from './text-edits.ts';

/** The place between two UTF-16 offsets of a text. */
export type PlaceOf = (from: number, to: number) => Place;

/** A fault of syntax at that place. */
export function syntaxFault(place: Place, fault: SyntaxFault, text: string): Finding {
  return finding({ rule: 'yaml-syntax', place, message: syntax(fault, text) });
}

/** What is said of an error, in offsets of the text. */
export interface Told {
  from: number;
  to: number;
  message: Message;
  suggestion: string | null;
}

/** A fault of syntax, with what helps to tell it from others of its kind. */
export function syntax(fault: SyntaxFault, text = ''): MessageOf<'yaml-syntax'> {
  return message('yaml-syntax', { fault, text });
}

const UNQUOTED_COMPARISON = /:\s*(>=?\s*\d[\d.,]*|~\s*\d[\d.,]*)\s*(?:\s#.*)?$/ds;

/** What is wrong, from the parser's error, and the one edit that surely mends it, if there is one. */
export function syntaxSaid(error: YAMLError, text: string): Told & { edit: TextEdit | null } {
  const [from, to] = error.pos;
  const { from: lineStart, to: lineEnd, text: line } = lineAt(text, from);
  const comparison =
    UNQUOTED_COMPARISON.exec(line) ?? /[{,]\s*\d{4}:\s*(>=?\s*[\d.,]+\d)/d.exec(line);
  const unquoted = comparison?.[1]?.trim();
  const quote = (bare: string, at: number) => ({
    from: lineStart + at,
    to: lineStart + at + bare.length,
    text: quoted(bare),
  });
  if (unquoted) {
    const said = message('unquoted-comparison', { text: unquoted });
    const edit = quote(unquoted, comparison!.indices![1]![0]);
    return { from, to, message: said, suggestion: edit.text, edit };
  }
  const source = text.slice(from, Math.min(to, lineEnd));
  const { fault, text: bare } = explainSyntax(error, line, source);
  const edit = fault === 'colon' ? quote(bare, line.lastIndexOf(bare)) : null;
  return { from, to, message: syntax(fault, bare), suggestion: edit?.text ?? null, edit };
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A syntax error in the program's own terms: words for it exist in every language. */
interface ExplainedFault {
  fault: SyntaxFault;
  /** The characters that it is about, where they help; else empty. */
  text: string;
}

const FAULTS: Partial<Record<ErrorCode, SyntaxFault>> = {
  ALIAS_PROPS: 'anchor',
  BAD_ALIAS: 'anchor',
  BAD_COLLECTION_TYPE: 'tag',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indent',
  BAD_PROP_ORDER: 'anchor',
  BAD_SCALAR_START: 'start',
  BLOCK_AS_IMPLICIT_KEY: 'indent',
  BLOCK_IN_FLOW: 'separator',
  KEY_OVER_1024_CHARS: 'long-key',
  MULTILINE_IMPLICIT_KEY: 'no-colon',
  MULTIPLE_ANCHORS: 'anchor',
  MULTIPLE_DOCS: 'documents',
  MULTIPLE_TAGS: 'tag',
  NON_STRING_KEY: 'text-key',
  RESOURCE_EXHAUSTION: 'other',
  TAB_AS_INDENT: 'tab',
  TAG_RESOLVE_FAILED: 'tag',
};

/** What is wrong, from the parser's error and the line it is on. */
function explainSyntax(error: YAMLError, line: string, source: string): ExplainedFault {
  const { code, message } = error;
  if (code === 'MISSING_CHAR') return missing(message);
  if (code === 'UNEXPECTED_TOKEN') return unexpected(message, source);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && COLON_IN_TEXT.test(line))
    return { fault: 'colon', text: textWithColon(line) };
  if (code === 'BAD_INDENT' && /end with an? [\]}]/.test(message))
    return { fault: 'unclosed', text: message.at(-1)! };
  if (code === 'BAD_SCALAR_START') return { fault: 'start', text: message.at(-1)! };
  if (code === 'BAD_DQ_ESCAPE') return { fault: 'escape', text: message.split(' ').at(-1)! };
  return { fault: FAULTS[code] ?? 'other', text: '' };
}

/** `name: Tỷ lệ: cao`: the second colon makes YAML see a map inside the text. */
const COLON_IN_TEXT = /^\s*(?:-\s+)*[\w"'-]+:\s+[^"'[{|>&*!\s][^#]*?:(?:\s|$)/;

function textWithColon(line: string): string {
  return line
    .trim()
    .replace(/^(?:-\s+)*/, '')
    .replace(/^[\w"'-]+:\s+/, '')
    .replace(/\s#.*$/s, '');
}

function missing(detail: string): ExplainedFault {
  if (/quote/.test(detail)) return { fault: 'quote', text: detail.includes('"') ? '"' : "'" };
  if (/Missing , |between/.test(detail)) return { fault: 'separator', text: ',' };
  const closing = /end with an? ([\]}])/.exec(detail)?.[1];
  return closing ? { fault: 'unclosed', text: closing } : { fault: 'space', text: '' };
}

function unexpected(detail: string, source: string): ExplainedFault {
  if (/Block scalar header/.test(detail)) return { fault: 'block-header', text: source };
  return { fault: 'unexpected', text: source };
}

/** Where a node begins and ends; `undefined` where it has no characters. */
export function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}

/** A key as it stands in the text; empty where it has no characters. */
export function writtenKey({ key }: Pair, text: string): string {
  const range = rangeOf(key);
  return range ? text.slice(...range) : '';
}
