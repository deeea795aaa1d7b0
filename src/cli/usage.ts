import type { Argument } from './command.ts';
import type { Flag, ValueWord } from './flag.ts';

/** What stands for a value: a word of the reader's language. */
type Naming = (value: ValueWord) => string;

const BRACKETS = {
  one: (name: string) => `<${name}>`,
  maybe: (name: string) => `[${name}]`,
  some: (name: string) => `<${name}...>`,
  any: (name: string) => `[${name}...]`,
};

/** An argument as usage writes it: `<plan...>`. */
export function argumentUsage({ name, times }: Argument, naming: Naming): string {
  return BRACKETS[times](naming(name));
}

/** A flag as usage writes it: `-f, --format <name>`. */
export function flagUsage(name: string, { short, value }: Flag<unknown>, naming: Naming): string {
  const letter = short === undefined ? '' : `-${short}, `;
  return `${letter}${longName(name)}${value === null ? '' : ` <${naming(value)}>`}`;
}

/** A flag's opposite as usage writes it: `--no-similar`. */
export function oppositeUsage(name: string): string {
  return longName(name).replace('--', '--no-');
}

/** The long name of a flag: `asOf` is `--as-of`. */
export function longName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
