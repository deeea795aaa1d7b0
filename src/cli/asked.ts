import type { CommandName } from './commands.ts';
import type { Flags, HelpWords } from './flag.ts';

/** Says what is wrong with a command line. */
export type Mistake = (words: HelpWords) => string;

/** What a command line asks for. */
export type Asked =
  | { kind: 'version' }
  /** Help is not wanted where a command line asks for nothing and gets it all the same. */
  | { kind: 'help'; of: CommandName | null; flags: Flags; isWanted: boolean }
  /** The values of the command's arguments, then its options. */
  | { kind: 'run'; command: CommandName; given: readonly unknown[] }
  | { kind: 'mistake'; mistake: Mistake };
