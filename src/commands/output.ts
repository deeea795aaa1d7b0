import { FINDING_FORMATS } from '../formats/findings/index.ts';
import { FORMATS, type Output } from '../formats/index.ts';
import { writeWhole } from '../load/write.ts';
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
  const files = new Map((outputs ?? []).map((text) => splitOutput(text, known, formats)));
  const names = formats ?? (files.size > 0 ? [...files.keys()] : [usual]);
  const wanted = [...new Set([...names, ...files.keys()])].map((name) => {
    const format = known.find((item) => item === name);
    if (!format) throw usageError('unknown-format', { found: name, valid: known });
    return { format, file: files.get(name) ?? null };
  });
  const named = wanted.map(({ file }) => file).filter((file) => file !== null);
  const twice = named.find((file, index) => named.indexOf(file) !== index);
  if (twice !== undefined) throw usageError('two-formats-in-file', { file: twice });
  const printed = wanted.filter(({ file }) => file === null);
  if (printed.length > 1)
    throw usageError('two-formats-on-stdout', {
      formats: printed.map(({ format }) => format),
      example: `${printed[1]!.format}=FILE`,
    });
  return wanted;
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
  if (file === null) await write(session.stdout, text);
  else await writeWhole(file, text, session.cwd);
}
