import type { Asked } from './asked.ts';
import type { Argument } from './command.ts';
import { COMMANDS, isCommandName } from './commands.ts';
import type { Flags } from './flag.ts';
import { longName, oppositeUsage } from './usage.ts';

/**
 * Reads a command line. Only the flags of the command that it names are loaded, and what reads any line
 * only for one that is not plain.
 * @throws UsageError for a name that a flag does not know
 */
export async function parse(argv: readonly string[]): Promise<Asked> {
  const named = argv.find(isCommandName) ?? null;
  const flags = named === null ? {} : await COMMANDS[named].flags();
  const words = tableByTable(argv, flags);
  const plain = parsePlain(words, flags);
  if (plain !== null) return plain;
  const { parseAny } = await import('./parse-any.ts');
  return parseAny(words, named, flags);
}

const TABLE = /\.(csv|csv\.gz|parquet|tsv|txt|xls[xm]?|ods)$|^postgres(ql)?:\/\//i;

/**
 * Names the flag again for each further table behind one that it is given: a shell makes
 * `--results a.csv b.csv` of `--results *.csv`.
 */
function tableByTable(argv: readonly string[], flags: Flags): string[] {
  const ofTables = Object.keys(flags)
    .filter((name) => flags[name]!.isOfTables)
    .map(longName);
  let flag: string | undefined;
  return argv.flatMap((word, at) => {
    if (ofTables.includes(argv[at - 1]!)) return [word];
    if (word.startsWith('-')) flag = ofTables.find((name) => name === word.split('=')[0]);
    else if (flag !== undefined && TABLE.test(word)) return [flag, word];
    else flag = undefined;
    return [word];
  });
}

/**
 * What a line asks for that begins with its command and writes its flags out, each with a value behind it
 * where it takes one; `null` for any other line, and where there is something wrong with it.
 * @throws UsageError for a name that a flag does not know
 */
export function parsePlain([command, ...words]: readonly string[], flags: Flags): Asked | null {
  if (command === undefined || !isCommandName(command)) return null;
  const options: Record<string, unknown> = {};
  const named: string[] = [];
  /** The flags with values, in their order: none is read of a line that is not plain to its end. */
  const valued: { key: string; word: string; text: string }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const key = keyOf(word, flags);
    if (key !== null && flags[key]!.value === null) options[key] = word === longName(key);
    else if (key !== null) {
      at += 1;
      const text = words[at];
      if (text === undefined || text.startsWith('-')) return null;
      valued.push({ key, word, text });
    } else if (word.startsWith('-') && word !== '-') return null;
    else named.push(word);
  }
  for (const { key, word, text } of valued) {
    const value = flags[key]!.read(text, options[key], word);
    if (value === undefined) return null;
    options[key] = value;
  }
  const values = valuesOf(COMMANDS[command].arguments, named);
  return values && { kind: 'run', command, given: [...values, options] };
}

/** The flag that a word is, or the opposite of. */
function keyOf(word: string, flags: Flags): string | null {
  const [, no, name] = /^--(no-)?([a-z-]+)$/.exec(word) ?? [];
  if (name === undefined) return null;
  const isFlag = (key: string) => Object.hasOwn(flags, key);
  const whole = camelCase(`${no ?? ''}${name}`);
  if (isFlag(whole)) return longName(whole) === word ? whole : null;
  const key = camelCase(name);
  const isOpposite = no !== undefined && isFlag(key) && flags[key]!.opposite !== undefined;
  return isOpposite && oppositeUsage(key) === word ? key : null;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The values of the arguments; `null` for too few or too many. */
function valuesOf(known: readonly Argument[], words: readonly string[]): unknown[] | null {
  const rest = [...words];
  const values = known.map(({ times }) =>
    times === 'one' || times === 'maybe' ? rest.shift() : rest.splice(0),
  );
  const isGiven = known.every(({ times }, at) => {
    const value = values[at];
    return times === 'one' ? value !== undefined : times !== 'some' || value!.length > 0;
  });
  return isGiven && rest.length === 0 ? values : null;
}
