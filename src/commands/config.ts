import { EXIT, type ExitCode } from '../exit.ts';
import { configFile } from '../load/config-file.ts';
import type { Session } from './session.ts';
import { lookOf } from './settings.ts';

/**
 * Takes up the settings of the project that the run is in, for all that comes after.
 * @returns the exit code where there is something wrong with them, which is then said; else `null`
 * @throws UsageError for a file that cannot be read
 */
export async function takeConfig(session: Session): Promise<ExitCode | null> {
  const { cwd, env } = session;
  const file = configFile(cwd, env);
  if (file === null) return null;
  const [{ readConfig }, { RULE_IDS }] = await Promise.all([
    import('../load/config.ts'),
    import('../rules/index.ts'),
  ]);
  const { config, findings } = await readConfig(file, cwd, RULE_IDS);
  if (config !== null) session.config = config;
  if (findings.length === 0) return null;
  const { sayFindings, sayPlanErrors } = await import('./remarks.ts');
  if (config !== null) {
    await sayFindings(session, findings, lookOf({}, session));
    return null;
  }
  await sayPlanErrors(session, [{ file, findings }], lookOf({}, session), 'config-has-errors');
  return EXIT.usage;
}
