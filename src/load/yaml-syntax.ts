import type { ErrorCode, YAMLError } from 'yaml';
import type { SyntaxFault } from '../message/form.ts';

/** A syntax error in the program's own terms: words for it exist in every language. */
export interface ExplainedFault {
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
export function explainSyntax(error: YAMLError, line: string, source: string): ExplainedFault {
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
    .replace(/\s#.*$/, '');
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
