import type { CheckOptions } from '../cli/flags/check.ts';
import { chosenFixes } from '../fix.ts';
import { portablePath } from '../formats/findings/place-text.ts';
import { bytesIn, edited } from '../load/edited.ts';
import { absolute, type Changed } from '../load/files.ts';
import { replaceTogether } from '../load/write.ts';
import { type Message, message } from '../message/message.ts';
import type { FixClass } from '../suggest.ts';
import type { Found } from './check-paths.ts';
import { type Session, usageError, write } from './session.ts';

export type FixOptions = Pick<
  CheckOptions,
  'fix' | 'fixUnsafe' | 'dryRun' | 'format' | 'output' | 'suppressAll' | 'prune' | 'encoding'
>;

/** What is to be mended; `null` for nothing. */
type Wanted = readonly FixClass[] | null;

/** A file with what is mended in it. */
interface Mended {
  /** As the user named it. */
  file: string;
  bytes: Buffer;
  /** What the file held before all mends. */
  read: Buffer;
  before: string;
  after: string;
}

/** Mends may uncover others; what is still to be mended after so many rounds goes in circles. */
const MOST_ROUNDS = 20;

/**
 * Which mends are asked for. `--fix-unsafe` makes the safe ones too, and `--dry-run` shows the safe
 * ones where nothing else is said.
 * @throws UsageError for options that contradict each other, and for standard input
 */
export function wantedFixes(paths: readonly string[], options: FixOptions): Wanted {
  const { fix, fixUnsafe, dryRun } = options;
  if (!fix && !fixUnsafe && !dryRun) return null;
  if (paths.includes('-')) throw usageError('fix-of-stdin', {});
  const other = dryRun && WITHOUT_DRY_RUN.find(([name]) => options[name] !== undefined);
  if (other) throw usageError('not-together', { options: ['--dry-run', other[1]] });
  return fixUnsafe ? ['safe', 'unsafe'] : ['safe'];
}

const WITHOUT_DRY_RUN = [
  ['format', '--format'],
  ['output', '--output'],
  ['suppressAll', '--suppress-all'],
  ['prune', '--prune'],
] as const;

/** What was mended, in words, and what is left in the files as they are now. */
interface Fixed<Looked> {
  said: Message;
  /** `null` where nobody has looked since the last mend. */
  left: Looked | null;
}

/**
 * Mends what can be mended, in the files or, for `--dry-run`, in a diff on stdout, and says how much.
 * Mends that touch each other are made one after the other.
 * @param look finds what there is to mend, in files that may have changed since they were written
 * @throws UsageError for a file that cannot be written
 */
export async function fixFiles<Looked extends { found: Found }>(
  session: Session,
  wanted: readonly FixClass[],
  options: FixOptions & { color: boolean },
  look: (changed: Changed) => Promise<Looked>,
): Promise<Fixed<Looked>> {
  const files = new Map<string, Mended>();
  const changed: Changed = (file) => files.get(absolute(file, session.cwd))?.bytes;
  let findings = 0;
  let left: Looked | null = null;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const looked = await look(changed);
    const made = await fixRound(session, looked.found, wanted, { options, files });
    // A dry run changes no file: what was seen first is what there is.
    if (options.dryRun ? round === 0 : made === 0) left = looked;
    if (made === 0) break;
    findings += made;
  }
  const mended = [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  if (options.dryRun) await showDiff(session, mended, options.color);
  else
    await replaceTogether(
      mended.map(({ file, bytes, read }) => ({ file, content: bytes, before: read })),
      session.cwd,
    );
  const code = options.dryRun ? 'would-be-mended' : 'mended';
  return { said: message(code, { findings, files: mended.length }), left };
}

/** Makes the mends that can be made at once; answers how many findings they mend. */
async function fixRound(
  { cwd }: Session,
  found: Found,
  wanted: readonly FixClass[],
  { options, files }: { options: FixOptions; files: Map<string, Mended> },
): Promise<number> {
  const chosen = chosenFixes(found.findings, wanted);
  const made = new Set<unknown>();
  for (const [file, edits] of chosen.edits) {
    const key = absolute(file, cwd);
    if (!found.checked.has(key)) continue;
    const known = files.get(key);
    const held = known?.bytes ?? bytesIn(file, cwd);
    const result = await edited(file, held, edits, options.encoding ?? null);
    if (result === null || result.made.length === 0) continue;
    for (const edit of result.made) made.add(edit);
    const { bytes, before, after } = result;
    files.set(key, {
      file,
      bytes,
      read: known?.read ?? held,
      before: known?.before ?? before,
      after,
    });
  }
  return chosen.findings.filter(({ fix }) => fix!.edits.some((edit) => made.has(edit))).length;
}

async function showDiff(
  { stdout }: Session,
  mended: readonly Mended[],
  color: boolean,
): Promise<void> {
  const { unifiedDiff } = await import('../formats/unified-diff.ts');
  for (const { file, before, after } of mended)
    await write(stdout, unifiedDiff(named(file), before, after, { color }));
}

/** The name of a file in a diff, which is taken from the folder that the diff is applied in. */
function named(file: string): string {
  return portablePath(file).replace(/^\/+/, '');
}
