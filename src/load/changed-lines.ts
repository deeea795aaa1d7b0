import { usageError } from '../usage-error.ts';
import { git, isShallow } from './git.ts';
import { lastOf } from './text-edits.ts';

/** Lines of a file that changed. */
export interface Lines {
  /** Did one of the lines from the first to the last change, both 1-based and among them? */
  touches(first: number, last: number): boolean;
}

const ALL: Lines = { touches: () => true };

/**
 * The lines of each file that are others now than where the history parted from a revision; all of
 * a file that git does not know. Where lines were taken out, those before and behind changed.
 * @throws UsageError where there is no repository or no such revision
 */
export async function changedLines(
  files: readonly string[],
  ref: string,
  cwd: string,
): Promise<Map<string, Lines>> {
  const base = await baseOf(ref, cwd);
  const found = new Map<string, Lines>();
  for (const file of files) found.set(file, await linesOf(file, base, cwd));
  return found;
}

async function baseOf(ref: string, cwd: string): Promise<string> {
  if (ref === '' || ref.startsWith('-')) throw usageError('git-unknown-ref', { ref });
  const repository = await git(['rev-parse', '--git-dir'], cwd);
  if ('missing' in repository) throw usageError('git-missing', { found: `--changed-since ${ref}` });
  if ('failed' in repository) throw usageError('git-no-repository', { detail: repository.failed });
  const commit = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd);
  if (!('bytes' in commit)) {
    if (await isShallow(cwd)) throw usageError('git-shallow', { ref });
    throw usageError('git-unknown-ref', { ref });
  }
  const parted = await git(['merge-base', ref, 'HEAD'], cwd);
  return ('bytes' in parted ? parted : commit).bytes.toString().trim();
}

async function linesOf(file: string, base: string, cwd: string): Promise<Lines> {
  const known = await git(['ls-files', '--', file], cwd);
  if (!('bytes' in known) || known.bytes.length === 0) return ALL;
  const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv'];
  const diff = await git(['diff', ...options, base, '--', file], cwd);
  if (!('bytes' in diff)) return ALL;
  const text = diff.bytes.toString('latin1');
  const hunks = [...text.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) => {
    const first = Number(start);
    const lines = Number(count ?? 1);
    return lines === 0 ? { first, last: first + 1 } : { first, last: first + lines - 1 };
  });
  // What is no text has no lines that git could name.
  if (hunks.length === 0) return text === '' ? { touches: () => false } : ALL;
  return {
    // They stand in order, and none within another.
    touches: (first, last) => (lastOf(hunks, (one) => one.first <= last)?.last ?? 0) >= first,
  };
}
