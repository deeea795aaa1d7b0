import { FINDING_FORMATS } from '../formats/findings/index.ts';
import { FORMATS, type Output } from '../formats/index.ts';
import { isPlanTable } from '../load/beside.ts';
import { kindOf } from '../load/files.ts';
import { identityOf, isStandardOutput, refuseUnwritable, writeWhole } from '../load/write.ts';
import { type Session, usageError, write } from './session.ts';

/** What is asked of `-f` and `-o`: formats in order, each to stdout or to a file. */
export interface Wanted<Format extends string> {
  format: Format;
  file: string | null;
}

/**
 * Reads `-f table -f json -o json=out.json`. A file without a format's name belongs to the only
 * format asked for. Two formats on stdout would be one unreadable document: refused.
 */
export function wantedOutputs<Format extends string>(
  formats: readonly string[] | undefined,
  outputs: readonly string[] | undefined,
  known: readonly Format[],
  usual: Format,
): Wanted<Format>[] {
  const files = (outputs ?? []).map((text) => splitOutput(text, known, formats));
  const filed = files.map(([name]) => name);
  const names = formats ?? (files.length > 0 ? filed : [usual]);
  const wanted = [...new Set([...names, ...filed])].flatMap((name): Wanted<Format>[] => {
    const format = known.find((item) => item === name);
    if (!format) throw usageError('unknown-format', { found: name, valid: known });
    const own = files.filter(([other]) => other === name).map(([, file]) => ({ format, file }));
    return own.length > 0 ? own : [{ format, file: null }];
  });
  const printed = wanted.filter(({ file }) => file === null);
  if (printed.length > 1)
    throw usageError('two-formats-on-stdout', {
      formats: printed.map(({ format }) => format),
      example: `${printed[1]!.format}=FILE`,
    });
  return wanted;
}

/**
 * Refuses outputs that would take each other's place, or that of what is read: a file named on the
 * command line, a plan or catalogue, a plan's table; and those that could not be written in the end.
 * @throws UsageError naming the file
 */
export function refuseLosses(
  outputs: readonly Wanted<string>[],
  { argv, cwd }: Pick<Session, 'argv' | 'cwd'>,
): void {
  const files = outputs.map(({ file }) => file).filter((file) => file !== null);
  if (files.length === 0) return;
  const identities = files.map((file) => identityOf(file, cwd));
  const twice = files.find((_, at) => identities.indexOf(identities[at]!) !== at);
  if (twice !== undefined) throw usageError('two-formats-in-file', { file: twice });
  const given = argv.filter((word, at) => isRead(word, cwd) && !OUTPUT.test(argv[at - 1] ?? ''));
  const inputs = new Set(given.map((word) => identityOf(word, cwd)));
  const input = files.find((file, at) => inputs.has(identities[at]!) || isOurs(file, cwd));
  if (input !== undefined) throw usageError('output-over-input', { file: input });
  for (const file of files) refuseUnwritable(file, cwd);
  const printed = outputs.find(({ file }) => file === null);
  const other = outputs.find(({ file }) => file !== null && isStandardOutput(file, cwd));
  if (printed && other)
    throw usageError('two-formats-on-stdout', {
      formats: [printed.format, other.format],
      example: `${other.format}=FILE`,
    });
}

const OUTPUT = /^(?:-o|--output)$/;

function isRead(word: string, cwd: string): boolean {
  return !word.startsWith('-') && kindOf(word, cwd) === 'file';
}

function isOurs(file: string, cwd: string): boolean {
  return (/\.ya?ml$/i.test(file) || isPlanTable(file)) && kindOf(file, cwd) === 'file';
}

function splitOutput(
  text: string,
  known: readonly string[],
  formats: readonly string[] | undefined,
): [string, string] {
  const named = /^([a-z-]+)=(.+)$/.exec(text);
  if (named && known.includes(named[1]!)) return [named[1]!, named[2]!];
  if (formats?.length === 1) return [formats[0]!, text];
  const byEnding = known.find((format) => ENDINGS[format]?.some((end) => text.endsWith(end)));
  if (byEnding) return [byEnding, text];
  throw usageError('output-without-format', { found: text });
}

/** A name that both tables have is the documents' own. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...FINDING_FORMATS, ...FORMATS }).map(([name, { endings }]) => [name, endings]),
);

/** What goes into files is written whole before anything is printed, whoever reads that. */
export function filesFirst<Format extends string>(
  outputs: readonly Wanted<Format>[],
): Wanted<Format>[] {
  return outputs.toSorted((a, b) => Number(a.file === null) - Number(b.file === null));
}

/** Prints the text or puts it into its file, whole or not at all. */
export async function deliver(
  session: Session,
  { file }: { file: string | null },
  text: Output,
): Promise<void> {
  if (file !== null) await writeWhole(file, text, session.cwd);
  else if (typeof text === 'string' || text instanceof Uint8Array)
    await write(session.stdout, text);
  else for (const piece of text) await write(session.stdout, piece);
}
