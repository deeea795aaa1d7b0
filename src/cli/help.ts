import { wrapText } from '../formats/wrap.ts';
import type { Command } from './command.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import type { Flag, Flags, HelpWords } from './flag.ts';
import { argumentUsage, flagUsage, oppositeUsage } from './usage.ts';

/** Something that can be written on a command line, and what it does. */
type Item = readonly [written: string, means: string];

type Section = readonly [heading: string, items: readonly Item[]];

/** The page of the program: its commands. Lines are at most `width` columns wide. */
export function programPage(words: HelpWords, width: number): string {
  const { headings, values, flags } = words;
  const commands = Object.entries(COMMANDS).map(([name, command]) =>
    commandItem(name as CommandName, command, words),
  );
  return page(words, width, {
    usage: `dti-eval [${values.options}] [${values.command}]`,
    about: words.program,
    sections: [
      [headings.options, [['-V, --version', flags.version], helpItem(words)]],
      [headings.commands, [...commands, [`help [${values.command}]`, flags.help]]],
    ],
  });
}

/** The page of one command: its arguments and flags. */
export function commandPage(
  name: CommandName,
  flags: Flags,
  words: HelpWords,
  width: number,
): string {
  const { headings, values } = words;
  const args = COMMANDS[name].arguments;
  const usages = args.map((argument) => argumentUsage(argument, (name) => values[name]));
  return page(words, width, {
    usage: ['dti-eval', name, `[${values.options}]`, ...usages].join(' '),
    about: words.commands[name],
    sections: [
      [headings.arguments, args.map((one) => [values[one.name], words.arguments[one.words]])],
      [headings.options, [...flagItems(flags, words), helpItem(words)]],
    ],
  });
}

function helpItem({ flags }: HelpWords): Item {
  return ['-h, --help', flags.help];
}

function commandItem(name: CommandName, command: Command, { commands, values }: HelpWords): Item {
  const usages = command.arguments.map((argument) =>
    argumentUsage(argument, (name) => values[name]),
  );
  const options = command.hasFlags ? [`[${values.options}]`] : [];
  return [[name, ...options, ...usages].join(' '), commands[name]];
}

function flagItems(flags: Flags, words: HelpWords): Item[] {
  return Object.entries(flags).flatMap(([name, flag]): Item[] => [
    [flagUsage(name, flag, (value) => words.values[value]), flagMeaning(flag, words)],
    ...(flag.opposite === undefined
      ? []
      : [[oppositeUsage(name), words.flags[flag.opposite]] as const]),
  ]);
}

function flagMeaning({ words: key, names, isListed }: Flag<unknown>, words: HelpWords): string {
  const said = words.flags[key];
  const means = typeof said === 'string' ? said : said(names.join(', '));
  if (!isListed) return means;
  return `${means} ${words.choices(names.map((name) => JSON.stringify(name)).join(', '))}`;
}

interface Page {
  usage: string;
  about: string;
  sections: readonly Section[];
}

function page({ headings }: HelpWords, width: number, { usage, about, sections }: Page): string {
  const column = Math.max(...sections.flatMap(([, items]) => items.map(([{ length }]) => length)));
  const told = sections
    .filter(([, items]) => items.length > 0)
    .map(([heading, items]) => [heading, ...items.map((item) => itemText(item, column, width))]);
  return [[`${headings.usage} ${usage}`], wrapText(about, width), ...told]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** Narrower than this, words are not broken into lines: a terminal does it better. */
const NARROWEST = 32;

function itemText([written, means]: Item, column: number, width: number): string {
  const room = width - column - 4;
  const lines = room < NARROWEST ? [means] : wrapText(means, room);
  return `  ${written.padEnd(column)}  ${lines.join(`\n${' '.repeat(column + 4)}`)}`;
}
