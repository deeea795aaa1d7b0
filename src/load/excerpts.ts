import { greatest } from '../extremes.ts';
import { openBytes } from './bytes.ts';
import { openText } from './encoding.ts';
import { absolute } from './files.ts';

/** So much of a line is kept: a code frame shows less. */
const LONGEST = 10_000;

/**
 * The texts of some 1-based lines of a CSV file, read once from its beginning. Lines that cannot
 * be read are not in the answer.
 */
export async function linesOf(
  file: string,
  wanted: ReadonlySet<number>,
  { cwd, encoding }: { cwd: string; encoding: string | null },
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const text = await openText(await openBytes(absolute(file, cwd)), encoding);
  if (text.kind === 'problem' || wanted.size === 0) return found;
  const last = greatest(wanted);
  const decoder = new TextDecoder();
  let line = 1;
  let rest = '';
  for await (const chunk of text.chunks()) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop()!.slice(0, LONGEST);
    for (const piece of pieces) {
      if (wanted.has(line)) found.set(line, piece.slice(0, LONGEST));
      line += 1;
    }
    if (line > last) return found;
  }
  if (wanted.has(line)) found.set(line, rest.slice(0, LONGEST));
  return found;
}
