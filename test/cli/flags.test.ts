import { describe, expect, test } from 'vitest';
import { command } from '../../src/cli/command.ts';
import { COMMANDS, type CommandName, isCommandName } from '../../src/cli/commands.ts';
import { type Flags, type HelpWords, toggle } from '../../src/cli/flag.ts';
import type { StatusOptions } from '../../src/cli/flags/status.ts';
import { commandPage, programPage } from '../../src/cli/help.ts';
import { oppositeUsage } from '../../src/cli/usage.ts';
import { speak } from '../../src/words/index.ts';
import { LANGS, type Lang } from '../../src/words/langs.ts';

const langs = Object.keys(LANGS) as Lang[];
const names = Object.keys(COMMANDS).filter(isCommandName);
const flagsOf = new Map<CommandName, Flags>();
for (const name of names) flagsOf.set(name, await COMMANDS[name].flags());
const allFlags = [...flagsOf.values()].flatMap((flags) => Object.entries(flags));
const wordsOf = async (lang: Lang): Promise<HelpWords> => (await speak(lang, 'help')).help;

describe.each(langs)('help in %s', (lang) => {
  test('says something of every flag and argument, within 80 columns', async () => {
    const words = await wordsOf(lang);
    const pages = names.map((name) => commandPage(name, flagsOf.get(name)!, words, 80));
    for (const page of [programPage(words, 80), ...pages]) {
      const lines = page.split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      const items = lines.filter((line) => /^ {2}\S/.test(line));
      expect(items.filter((item) => !/^ {2}\S.* {2,}\S/.test(item))).toEqual([]);
    }
  });

  test('has no words that no flag, argument or value needs', async () => {
    const words = await wordsOf(lang);
    const args = names.flatMap((name) => COMMANDS[name].arguments);
    const flagWords = allFlags.flatMap(([, { words: key, opposite }]) => [key, opposite ?? key]);
    const values = allFlags.flatMap(([, { value }]) => (value === null ? [] : [value]));
    const expected = allFlags.map(([, flag]) => flag.expected);
    const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort();
    expect(Object.keys(words.flags).sort()).toEqual(sorted([...flagWords, 'help', 'version']));
    expect(Object.keys(words.arguments).sort()).toEqual(sorted(args.map((one) => one.words)));
    expect(Object.keys(words.values).sort()).toEqual(
      sorted([...values, ...args.map((one) => one.name), 'options', 'command']),
    );
    expect(Object.keys(words.expected).sort()).toEqual(sorted(expected));
  });
});

test('a name of a flag is one that commander gives back', () => {
  const named = allFlags.map(([name]) => name);
  expect(named.filter((name) => !/^[a-z]+([A-Z][a-z]+)*$/.test(name))).toEqual([]);
  expect(oppositeUsage('changedOnly')).toBe('--no-changed-only');
});

test('an option that no flag makes does not compile', () => {
  // @ts-expect-error: there is --only, and no --just
  const misnamed: StatusOptions = { just: ['met'] };
  // @ts-expect-error: no such verdict
  const unknown: StatusOptions = { only: ['reached'] };
  const renamed = command(
    [],
    async () => ({ flags: { all: toggle('all') } }),
    async () => async (_session, options) => {
      // @ts-expect-error: the flag is --all
      return options.every ? 1 : 0;
    },
  );
  const misused = command(
    [{ name: 'plan', words: 'plans', times: 'some' }],
    null,
    // @ts-expect-error: plans are many
    async () => async (_session, _plan: string) => 0,
  );
  expect([misnamed, unknown, renamed, misused]).toHaveLength(4);
});
