import type { CheckReport } from '../../check-report.ts';
import type { Finding, Level } from '../../finding.ts';
import type { Speech } from '../../words/index.ts';

/** The words of findings and of what stands around them. */
export type FindingsSpeech = Speech<'messages' | 'findings'>;

/** A rule with what its page says; `help` is Markdown. */
export interface DescribedRule {
  id: string;
  level: Level;
  title: string;
  help: string;
}

/** All that a renderer may know besides the report. */
export interface RenderContext {
  /** The reader's language; English for formats that programs read. */
  speech: FindingsSpeech;
  color: boolean;
  /** Terminal columns; `null` where nothing limits the line. */
  width: number | null;
  /** The text of a 1-based line, without its line break; `undefined` where the file has none. */
  excerptOf: (file: string, line: number) => string | undefined;
  /** Every rule, where the format describes them; else empty. */
  rules: readonly DescribedRule[];
  /** Where the finding stands in ids, not list positions; `undefined` where no id is known. */
  stablePathOf: (finding: Finding) => string | undefined;
  /** The command that found it. */
  command: 'check' | 'audit';
  /** The program's own version. */
  version: string;
  /** A hash as lower-case hexadecimal digits. */
  hash: (text: string) => string;
}

/** Data in, text out, or its pieces: the whole document with its last line break, or nothing at all. */
export type Renderer = (report: CheckReport, context: RenderContext) => string | Iterable<string>;
