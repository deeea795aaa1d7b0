import { LIMITS, type Limits } from '../limits.ts';
import type { Plan } from '../plan.ts';
import { fileError, type NamedFile } from './files.ts';
import type { Known } from './known-codes.ts';
import { type PlanFile, readNewPlan } from './new-plan.ts';
import type { ReadCache } from './read-cache.ts';
import { yamlWhereAsked } from './yaml-asked.ts';

export type { PartialPlan, PlanFile } from './new-plan.ts';

/** How plans are read. */
interface PlanReading {
  /** What is known of plans without fault. */
  cache?: ReadCache | null | undefined;
  limits?: Limits | undefined;
  /** The catalogues whose codes are meant by names; where absent, none is suggested. */
  known?: Known | undefined;
}

/**
 * Reads a plan file.
 * @throws UsageError for a file without text
 */
export function openPlan(
  { file, content }: NamedFile,
  { cwd, cache, limits, known }: PlanReading & { cwd: string },
): PlanFile {
  if ('problem' in content) throw fileError(file, content.problem, cwd, limits ?? LIMITS);
  return readPlan(file, content.text, { cache, limits, known });
}

/** Reads a plan from the text of its file, or knows it from an earlier run in which nothing was found. */
export function readPlan(
  file: string,
  text: string,
  { cache, limits = LIMITS, known }: PlanReading = {},
): PlanFile {
  const held = cache?.get([text]) as Plan | null | undefined;
  if (held) {
    const yaml = yamlWhereAsked(file, text);
    return { yaml, plan: { ...held, file }, partial: null, findings: [] };
  }
  const read = readNewPlan(file, text, limits, known);
  if (read.plan && read.findings.length === 0) cache?.put([text], read.plan);
  return read;
}
