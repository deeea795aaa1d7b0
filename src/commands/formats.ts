import { FINDING_FORMATS, type FindingsFormatName } from '../formats/findings/index.ts';
import { FORMATS as DOCUMENT_FORMATS, type FormatName, formatsOf } from '../formats/index.ts';

/** Formats that findings alone have: their JSON and Markdown are the documents' where both are offered. */
const OF_FINDINGS = (Object.keys(FINDING_FORMATS) as FindingsFormatName[]).filter(
  (name) => !Object.hasOwn(DOCUMENT_FORMATS, name),
);

/** What a command may be asked for. */
export type ShownFormat = FormatName | FindingsFormatName;

const FORMATS = {
  status: formatsOf(['document', 'records', 'json']),
  overdue: formatsOf(['document', 'records', 'json', 'calendar']),
  diff: formatsOf(['document', 'records', 'json']),
  audit: [...formatsOf(['document', 'records', 'json']), ...OF_FINDINGS],
  report: formatsOf(['document', 'records', 'json'], 'markdown'),
  explain: formatsOf(['document', 'json']),
  collect: formatsOf(['document', 'records', 'json']),
} as const satisfies Record<string, readonly ShownFormat[]>;

/** A command that shows what it found in the format asked for. */
export type Showing = keyof typeof FORMATS;

/** The formats that can hold what the command shows; the first one is the usual. */
export function formatsFor(command: Showing): readonly ShownFormat[] {
  return FORMATS[command];
}

/** Is it a format of findings, not of documents? */
export function isOfFindings<Wanted extends { format: ShownFormat }>(
  output: Wanted,
): output is Wanted & { format: FindingsFormatName } {
  return !Object.hasOwn(DOCUMENT_FORMATS, output.format);
}
