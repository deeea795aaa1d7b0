import type { Session } from '../commands/session.ts';
import type { ExitCode } from '../exit.ts';
import type { Flags, HelpWords, OptionsOf, ValueWord } from './flag.ts';

/** How often an argument is given: `<one>`, `[maybe]`, `<some...>`, `[any...]`. */
type Times = 'one' | 'maybe' | 'some' | 'any';

export interface Argument {
  readonly name: ValueWord;
  readonly words: keyof HelpWords['arguments'];
  readonly times: Times;
}

interface Given {
  one: string;
  maybe: string | undefined;
  some: readonly string[];
  any: readonly string[];
}

type ValuesOf<Arguments extends readonly Argument[]> = {
  [Index in keyof Arguments]: Given[Arguments[Index]['times']];
};

/** One command: what it is called with, and its code, loaded when it is called and never before. */
export interface Command {
  readonly arguments: readonly Argument[];
  readonly hasFlags: boolean;
  readonly flags: () => Promise<Flags>;
  /** Runs it with what the command line says: a value for each argument, then the options. */
  readonly run: (session: Session, given: readonly unknown[]) => Promise<ExitCode>;
}

/** A command whose function must take just what its arguments and flags give. */
export function command<const Arguments extends readonly Argument[], Known extends Flags>(
  args: Arguments,
  flags: (() => Promise<{ flags: Known }>) | null,
  load: () => Promise<
    (session: Session, ...given: [...ValuesOf<Arguments>, OptionsOf<Known>]) => Promise<ExitCode>
  >,
): Command {
  return {
    arguments: args,
    hasFlags: flags !== null,
    flags: async () => (flags === null ? {} : (await flags()).flags),
    // The one place where types are taken on trust: the values were parsed by these very arguments
    // and flags, whose types the parser, which serves every command, does not know.
    run: async (session, given) =>
      (await load())(session, ...(given as [...ValuesOf<Arguments>, OptionsOf<Known>])),
  };
}
