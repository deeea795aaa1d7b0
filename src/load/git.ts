import { LIMITS, type Limits } from '../limits.ts';
import { decodeText, type FileProblem } from './files.ts';

/** A file at a revision, as the command line names it: `git:HEAD~1:plans/danang-2024.yaml`. */
export interface GitName {
  ref: string;
  /** As named; relative to the folder of the call, like every path of the command line. */
  path: string;
}

/** Why git gives no file. */
export type GitProblem =
  | { kind: 'no-git' }
  | { kind: 'no-repository'; detail: string }
  | { kind: 'unknown-ref' }
  /** Nor can it be known: the clone has only the latest commits. */
  | { kind: 'shallow' }
  | { kind: 'unknown-path' }
  | { kind: 'content'; problem: FileProblem };

const PREFIX = 'git:';
const MOST_BYTES = 64 * 1024 * 1024;

/** Does the name mean a file at a revision of a git repository? */
export function isGitName(name: string): boolean {
  return name.startsWith(PREFIX);
}

/**
 * Reads `git:REF:PATH`; `undefined` where a part is missing or could be taken by git for an
 * option.
 */
export function parseGitName(name: string): GitName | undefined {
  const match = /^git:([^:]+):(.+)$/s.exec(name);
  const [, ref = '', path = ''] = match ?? [];
  const isUsable = (part: string) => part !== '' && !part.startsWith('-') && !part.includes('\0');
  return isUsable(ref) && isUsable(path) ? { ref, path } : undefined;
}

/** The text of a file as it was at a revision, or why there is none. Git is called as a program. */
export async function readFromGit(
  { ref, path }: GitName,
  cwd: string,
  limits: Limits = LIMITS,
): Promise<{ text: string } | { problem: GitProblem }> {
  const repository = await git(['rev-parse', '--git-dir'], cwd);
  if ('missing' in repository) return { problem: { kind: 'no-git' } };
  if ('failed' in repository)
    return { problem: { kind: 'no-repository', detail: repository.failed } };
  const commit = await git(['rev-parse', '--verify', '--quiet', `${ref}^{tree}`], cwd);
  if (!('bytes' in commit))
    return { problem: { kind: (await isShallow(cwd)) ? 'shallow' : 'unknown-ref' } };
  const object = `${ref}:${fromHere(path)}`;
  const size = await git(['cat-file', '-s', object], cwd);
  if ('bytes' in size && Number(size.bytes) > limits['plan-bytes'])
    return { problem: { kind: 'content', problem: 'too-large' } };
  const blob = await git(['cat-file', 'blob', object], cwd);
  if (!('bytes' in blob)) return { problem: { kind: 'unknown-path' } };
  const content = decodeText(blob.bytes);
  return 'text' in content ? content : { problem: { kind: 'content', problem: content.problem } };
}

/** Does the repository lack its older commits? */
export async function isShallow(cwd: string): Promise<boolean> {
  const answer = await git(['rev-parse', '--is-shallow-repository'], cwd);
  return 'bytes' in answer && answer.bytes.toString().trim() === 'true';
}

/** Git takes a path from the top of the repository unless it begins with a dot. */
function fromHere(path: string): string {
  return /^\.\.?\//.test(path) ? path : `./${path}`;
}

type GitOutcome = { bytes: Buffer } | { failed: string } | { missing: true };

/** Runs git: its output, why it failed, or that it is not there. */
export async function git(args: readonly string[], cwd: string): Promise<GitOutcome> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    execFile(
      'git',
      [...args],
      { cwd, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) resolve({ bytes: stdout });
        else if (error.code === 'ENOENT') resolve({ missing: true });
        else resolve({ failed: stderr.toString('utf8').trim().split('\n')[0] ?? '' });
      },
    );
  });
}
