import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Day, dayInVietnam, isRealDay } from '../calendar.ts';
import { suggest } from '../suggest.ts';
import { isLang, LANGS, type Lang, langOfLocale } from '../words/langs.ts';
import { type Session, usageError } from './session.ts';

/** The options that mean the same everywhere, as commander collects them. */
export interface CommonOptions {
  asOf?: Day;
  lang?: Lang;
  color?: 'auto' | 'always' | 'never';
  width?: number;
  quiet?: boolean;
}

/** How the output is to look, from options, environment and terminal. */
export interface Look {
  lang: Lang;
  /** Colour on stdout. */
  color: boolean;
  /** Colour on stderr. */
  colorErrors: boolean;
  /** Columns; `null` for no limit. */
  width: number | null;
  quiet: boolean;
}

/** Adds `--as-of`: the day that the program takes for today. */
export function addAsOf(command: Command): Command {
  return command.option(
    '--as-of <date>',
    'the day to judge on, YYYY-MM-DD (default: today in Asia/Ho_Chi_Minh)',
    readDay,
  );
}

/** Adds `--lang`, `--color`, `--width` and `--quiet`. */
export function addLook(
  command: Command,
  quiet = 'only the result, no remarks on stderr',
): Command {
  return command
    .addOption(
      new Option('--lang <lang>', 'language of the output (default: from LC_ALL or LANG)').choices(
        Object.keys(LANGS).reverse(),
      ),
    )
    .addOption(
      new Option('--color <when>', 'colour the output').choices(['auto', 'always', 'never']),
    )
    .option(
      '--width <columns>',
      'columns to fit (default: the terminal; piped: no limit)',
      readWidth,
    )
    .option('--quiet', quiet);
}

/** Adds the options that say which files are read and how. */
export function addReading(command: Command): Command {
  return command
    .option('--results <file>', 'a result file, in place of the one beside the plan', collectFiles)
    .option(
      '--progress <file>',
      'a progress file, in place of the one beside the plan',
      collectFiles,
    )
    .option('--catalogue <folder>', 'where the catalogues of measures and areas are')
    .addOption(
      new Option('--decimal <mark>', 'the decimal mark of the CSV files').choices([',', '.']),
    )
    .option('--delimiter <mark>', 'the separator of the CSV files: , ; or tab', readDelimiter)
    .option('--encoding <name>', 'the encoding of the CSV files, such as utf-8 or windows-1258');
}

/** Adds `--format`, `--output` and `--bom` with the formats that the command has. */
export function addFormats(command: Command, ...formats: string[]): Command {
  return addOutputs(command, ...formats).option('--bom', 'a byte order mark before CSV, for Excel');
}

/** Adds `--format` and `--output`, for commands without CSV. */
export function addOutputs(command: Command, ...formats: string[]): Command {
  return command
    .option('-f, --format <name>', `${formats.join(', ')} (repeatable)`, collect)
    .option('-o, --output <file>', 'into a file: FILE or FORMAT=FILE (repeatable)', collectFiles);
}

const DELIMITERS: Record<string, ',' | ';' | '\t'> = {
  ',': ',',
  ';': ';',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
};

/** Reads a delimiter for commander. */
export function readDelimiter(text: string): ',' | ';' | '\t' {
  const delimiter = Object.hasOwn(DELIMITERS, text) ? DELIMITERS[text] : undefined;
  if (delimiter !== undefined) return delimiter;
  throw new InvalidArgumentError('It must be a comma, a semicolon or tab.');
}

/** Reads a calendar day for commander. */
export function readDay(text: string): Day {
  if (isRealDay(text)) return text;
  throw new InvalidArgumentError('It must be a date that exists, YYYY-MM-DD.');
}

/** Reads a year for commander. */
export function readYear(text: string): number {
  if (/^(19|2\d)\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a year such as 2025.');
}

/** Reads a number of days for commander, `14` or `14d`. */
export function readDays(text: string): number {
  const written = /^(\d{1,4})d?$/.exec(text);
  if (written) return Number(written[1]);
  throw new InvalidArgumentError('It must be a number of days such as 14 or 14d.');
}

function readWidth(text: string): number {
  if (/^\d+$/.test(text) && Number(text) >= 40) return Number(text);
  throw new InvalidArgumentError('It must be a number of columns, at least 40.');
}

/** Collects a repeatable option whose values may also be joined by commas. */
export function collect(text: string, before: string[] = []): string[] {
  const values = text.split(',').map((value) => value.trim());
  return [...before, ...values.filter((value) => value !== '')];
}

/** Collects a repeatable option of file names, which may contain commas. */
export function collectFiles(text: string, before: string[] = []): string[] {
  return [...before, text];
}

/** The as-of day: asked for, else of SOURCE_DATE_EPOCH, else today in Vietnam. */
export function asOfDay(options: CommonOptions, session: Session): Day {
  if (options.asOf !== undefined) return options.asOf;
  const epoch = session.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return dayInVietnam(session.now);
  if (!/^\d{1,11}$/.test(epoch)) throw usageError('bad-epoch', { found: epoch });
  return dayInVietnam(new Date(Number(epoch) * 1000));
}

/** The look of the output, from options, environment and terminal. */
export function lookOf(options: CommonOptions, session: Session): Look {
  return {
    lang: options.lang ?? langOf(session.env),
    color: wantsColor(options, session, session.stdout.isTTY === true),
    colorErrors: wantsColor(options, session, session.stderr.isTTY === true),
    width: options.width ?? (session.stdout.isTTY ? (session.stdout.columns ?? 80) : null),
    quiet: options.quiet === true,
  };
}

/** The language of a message said before or without commander: `--lang`, else the locale's. */
export function langOfArgv({ argv, env }: Session): Lang {
  const asked = argv.find((word, i) => word.startsWith('--lang=') || argv[i - 1] === '--lang');
  const lang = asked?.replace('--lang=', '');
  return lang !== undefined && isLang(lang) ? lang : langOf(env);
}

/** The language of the locale that the environment names; English where it names no other. */
export function langOf(env: Session['env']): Lang {
  return langOfLocale(env.LC_ALL || env.LANG || '');
}

function wantsColor(options: CommonOptions, { env }: Session, isTerminal: boolean): boolean {
  if (options.color === 'always') return true;
  if (options.color === 'never') return false;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== 'dumb';
}

/** An option that takes one of a few words. */
export function oneOf(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}

/**
 * Holds the words given to an option against the known ones.
 * @throws UsageError naming the valid ones, with the one most probably meant
 */
export function checkChoices<Choice extends string>(
  option: string,
  given: readonly string[],
  valid: readonly Choice[],
): Choice[] {
  return given.map((found) => {
    const known = valid.find((choice) => choice === found);
    if (known !== undefined) return known;
    const choices = [...new Set(valid)];
    throw usageError('unknown-choice', {
      option,
      found,
      valid: choices,
      suggestion: suggest(found, choices),
    });
  });
}
