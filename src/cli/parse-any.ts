import { type CommanderError, InvalidArgumentError, Option, Command as Parser } from 'commander';
import { VERSION } from '../version.ts';
import type { Asked, Mistake } from './asked.ts';
import { COMMANDS, type CommandName, isCommandName } from './commands.ts';
import type { Flag, Flags, HelpWords, ValueWord } from './flag.ts';
import { argumentUsage, flagUsage, longName, oppositeUsage } from './usage.ts';

/** The command that a parser reads for; `null` for the program itself. */
interface Reading {
  of: CommandName | null;
  flags: Flags;
  take: (asked: Asked) => void;
}

/**
 * Reads any command line, and finds what is wrong with it.
 * @param named the command whose flags these are; `null` where none is named
 * @throws UsageError for a name that a flag does not know
 */
export function parseAny(words: readonly string[], named: CommandName | null, flags: Flags): Asked {
  const found: Asked[] = [];
  const take = (asked: Asked) => void found.push(asked);
  const program = new Parser('dti-eval').version(VERSION);
  reportsTo(program, { of: null, flags: {}, take });
  for (const name of Object.keys(COMMANDS).filter(isCommandName)) {
    const reading = { of: name, flags: name === named ? flags : {}, take };
    describe(reportsTo(program.command(name), reading), name, reading);
  }
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (found.length === 0) throw error;
  }
  return found[0]!;
}

/** Lets a parser print nothing and end nothing: what it has to say is taken. */
function reportsTo(parser: Parser, reading: Reading): Parser {
  return parser
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .exitOverride((error) => {
      reading.take(stopped(error, reading));
      throw error;
    });
}

const asIs = (value: ValueWord) => value;

function describe(parser: Parser, name: CommandName, { flags, take }: Reading): void {
  for (const argument of COMMANDS[name].arguments) parser.argument(argumentUsage(argument, asIs));
  for (const [key, flag] of Object.entries(flags)) {
    parser.addOption(optionOf(key, flag, take));
    if (flag.opposite !== undefined) parser.addOption(new Option(oppositeUsage(key)));
  }
  parser.action((...given) => take({ kind: 'run', command: name, given: given.slice(0, -1) }));
}

function optionOf(name: string, flag: Flag<unknown>, take: Reading['take']): Option {
  const option = new Option(flagUsage(name, flag, asIs));
  if (flag.value === null) return option;
  return option.argParser((text: string, before: unknown) => {
    const value = flag.read(text, before, longName(name));
    if (value !== undefined) return value;
    take({ kind: 'mistake', mistake: badValue(name, flag, text) });
    throw new InvalidArgumentError('');
  });
}

function badValue(name: string, flag: Flag<unknown>, found: string): Mistake {
  return ({ mistakes, expected, values }) =>
    mistakes.badValue(
      flagUsage(name, flag, (value) => values[value]),
      found,
      expected[flag.expected](flag.names.join(', ')),
    );
}

function stopped(error: CommanderError, { of, flags }: Reading): Asked {
  switch (error.code) {
    case 'commander.version':
      return { kind: 'version' };
    case 'commander.help':
    case 'commander.helpDisplayed':
      return { kind: 'help', of, flags, isWanted: error.exitCode === 0 };
    default:
      return { kind: 'mistake', mistake: mistakeOf(error, of, flags) };
  }
}

/** Commander keeps what a mistake is about in its English sentence only: taken out of it again. */
const ABOUT: Readonly<Record<string, RegExp>> = {
  'commander.unknownCommand': /^[^']*'(.*)'(?:\n\(Did you mean (?:one of )?([^']*)\?\))?$/s,
  'commander.unknownOption': /^[^']*'(.*)'(?:\n\(Did you mean (?:one of )?([^']*)\?\))?$/s,
  'commander.missingArgument': /^[^']*'(.*)'$/,
  'commander.optionMissingArgument': /^[^']*'(.*)' argument missing$/,
  'commander.excessArguments': /Expected (\d+) arguments? but got (\d+)\.$/,
};

function mistakeOf(
  { code, message }: CommanderError,
  of: CommandName | null,
  flags: Flags,
): Mistake {
  const [, about = '', more] = ABOUT[code]?.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownCommand':
      return ({ mistakes }) => mistakes.unknownCommand(about, more ?? null);
    case 'commander.unknownOption':
      return ({ mistakes }) => mistakes.unknownOption(about, more ?? null);
    case 'commander.missingArgument':
      return ({ mistakes, values }) => mistakes.missingArgument(argumentIn(values, about, of));
    case 'commander.optionMissingArgument':
      return ({ mistakes, values }) => mistakes.missingValue(flagIn(values, about, flags));
    case 'commander.excessArguments':
      return ({ mistakes }) => mistakes.tooManyArguments(of ?? '', Number(about), Number(more));
    default:
      return () => message;
  }
}

type ValueNames = HelpWords['values'];

/** The argument that commander calls so. */
function argumentIn(values: ValueNames, name: string, of: CommandName | null): string {
  const meant = of === null ? [] : COMMANDS[of].arguments.filter((one) => one.name === name);
  return meant.map((argument) => values[argument.name])[0] ?? name;
}

/** The flag that commander writes so. */
function flagIn(values: ValueNames, usage: string, flags: Flags): string {
  const meant = Object.entries(flags).filter(
    ([name, flag]) => flagUsage(name, flag, asIs) === usage,
  );
  return meant.map(([name, flag]) => flagUsage(name, flag, (value) => values[value]))[0] ?? usage;
}
