import { EXIT, type ExitCode } from '../exit.ts';
import { type Crash, type Session, UsageError, writeFault } from './session.ts';

/** Runs a command, and tells at its end of the plans at which the program failed. */
export async function tellingCrashes(
  session: Session,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const crashes: Crash[] = [];
  session.crashes = crashes;
  try {
    const code = await run();
    return crashes.length > 0 ? EXIT.fault : code;
  } finally {
    for (const { file, error } of crashes.splice(0)) await writeFault(session, error, file);
  }
}

/**
 * Keeps a fault of the program as that of a file; `null` then.
 * @throws UsageError
 */
export async function unlessCrashing<Made>(
  session: Session,
  file: string,
  make: () => Made | Promise<Made>,
): Promise<Made | null> {
  try {
    return await make();
  } catch (error) {
    keep(session, file, error);
    return null;
  }
}

/**
 * What is made of all inputs; where the program fails at some of them, of the others. `null` where
 * none is left.
 * @throws UsageError, and a fault that no input has alone
 */
export function ofSound<Input extends { plan: { file: string } }, Made>(
  session: Session,
  inputs: readonly Input[],
  make: (inputs: readonly Input[]) => Made,
): Made | null {
  try {
    return make(inputs);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const sound = inputs.filter((input) => isSound(session, input, make));
    if (sound.length === inputs.length) throw error;
    return sound.length === 0 ? null : make(sound);
  }
}

function isSound<Input extends { plan: { file: string } }>(
  session: Session,
  input: Input,
  make: (inputs: readonly Input[]) => unknown,
): boolean {
  try {
    make([input]);
    return true;
  } catch (error) {
    keep(session, input.plan.file, error);
    return false;
  }
}

function keep({ crashes }: Session, file: string, error: unknown): void {
  if (error instanceof UsageError || crashes === undefined) throw error;
  crashes.push({ file, error });
}
