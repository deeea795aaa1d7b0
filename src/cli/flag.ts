import { checkChoices } from '../commands/choices.ts';
import type { Speech } from '../words/index.ts';

/** The words of help and of usage errors in one language. */
export type HelpWords = Speech<'help'>['help'];

type FlagWords = HelpWords['flags'];

/** The key of a flag's words. */
export type FlagWord = keyof FlagWords;

/** The key of words that say all there is to say. */
type PlainWord = { [Key in FlagWord]: FlagWords[Key] extends string ? Key : never }[FlagWord];

/** The key of words that tell the names which the flag knows. */
type TellingWord = Exclude<FlagWord, PlainWord>;

/** The key of what stands for a value in help. */
export type ValueWord = keyof HelpWords['values'];

/** What a flag must be given, where it is no choice of names. */
type Expected = keyof HelpWords['expected'];

/** A flag but for its name, which is its key in {@link Flags}; a command gets a `Value` of it. */
export interface Flag<Value> {
  readonly words: FlagWord;
  /** The letter after a single hyphen. */
  readonly short?: string;
  /** `null` for a flag that stands alone. */
  readonly value: ValueWord | null;
  /** The words of its opposite, `--no-…`. */
  readonly opposite?: PlainWord;
  /** The names that it knows; empty where any text will do. */
  readonly names: readonly string[];
  /** Is it named for every table that a shell has made of a pattern? */
  readonly isOfTables?: boolean;
  /** Are the names listed behind the words? */
  readonly isListed: boolean;
  readonly expected: Expected;
  /** What the text means, beside what was given `before`; `undefined` where it means nothing. */
  read(text: string, before: Value | undefined, option: string): Value | undefined;
}

/** Flags by the name that a command knows them by: `asOf` is `--as-of`. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** The options that a command with these flags is called with. */
export type OptionsOf<Known extends Flags> = {
  [Name in keyof Known]?: Known[Name] extends Flag<infer Value> ? Value : never;
};

/** Flags that give just these options, each of its type. */
export type FlagsFor<Options> = {
  readonly [Name in keyof Options]-?: Flag<NonNullable<Options[Name]>>;
};

/** How a text is read, and what must be given where it cannot be. */
export interface Reader<Value> {
  expected: Expected;
  read: (text: string) => Value | undefined;
}

const FREE = { names: [], isListed: false, expected: 'text' } as const;

/** A flag that stands alone. */
export function toggle(words: PlainWord, opposite?: PlainWord): Flag<boolean> {
  const negatable = opposite === undefined ? {} : { opposite };
  return { ...FREE, words, value: null, ...negatable, read: () => true };
}

/** A flag with any text; the last one counts. */
export function text(words: PlainWord, value: ValueWord): Flag<string> {
  const isPath = value === 'file' || value === 'folder';
  return { ...FREE, words, value, read: (given) => (isPath ? named(given) : given) };
}

/** An empty text, as of a variable that is not set, names nothing. */
function named(given: string): string | undefined {
  return given === '' ? undefined : given;
}

/** A flag whose text is read as something; the last one counts. */
export function parsed<Value>(
  words: PlainWord,
  value: ValueWord,
  { read, expected }: Reader<Value>,
): Flag<Value> {
  return { ...FREE, words, value, expected, read: (given) => read(given) };
}

/** A flag with one of a few names. */
export function oneOf<Name extends string>(
  words: PlainWord,
  value: ValueWord,
  names: readonly Name[],
): Flag<Name> {
  const read = (given: string) => names.find((name) => name === given);
  return { words, value, names, isListed: true, expected: 'choice', read };
}

/** A repeatable flag of file names, which may hold commas. */
export function files(words: PlainWord): Flag<string[]> {
  const read = (given: string, before: string[] = []) =>
    named(given) === undefined ? undefined : [...before, given];
  return { ...FREE, words, value: 'file', read };
}

/** The same, for tables that are read. */
export function tables(words: PlainWord): Flag<string[]> {
  return { ...files(words), isOfTables: true };
}

/** A repeatable flag of texts, which may also be joined by commas. */
export function texts(words: FlagWord, value: ValueWord): Flag<string[]> {
  return { ...FREE, words, value, read: (given, before = []) => [...before, ...split(given)] };
}

/** The same, each of them read as something. */
export function allParsed<Value>(
  words: PlainWord,
  value: ValueWord,
  { read, expected }: Reader<Value>,
): Flag<Value[]> {
  const readAll = (given: string, before: Value[] = []) => {
    const values = split(given).map(read);
    const known = values.filter((one) => one !== undefined);
    return known.length === values.length ? [...before, ...known] : undefined;
  };
  return { ...FREE, words, value, expected, read: readAll };
}

/**
 * The same with names that are known. One that is not is refused with the name most probably
 * meant: `read` throws a UsageError.
 */
export function someOf<Name extends string>(
  words: FlagWord,
  value: ValueWord,
  names: readonly Name[],
): Flag<Name[]> {
  const read = (given: string, before: Name[] = [], option = '') => [
    ...before,
    ...checkChoices(option, split(given), names),
  ];
  return { ...FREE, words, value, names, read };
}

/** The same with names that the command itself holds its texts against. */
export function listed(
  words: TellingWord,
  value: ValueWord,
  names: readonly string[],
): Flag<string[]> {
  return { ...texts(words, value), names };
}

function split(given: string): string[] {
  const values = given.split(',').map((value) => value.trim());
  return values.filter((value) => value !== '');
}
