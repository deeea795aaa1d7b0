import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS, isCommandName } from '../../src/cli/commands.ts';
import { parse, parsePlain } from '../../src/cli/parse.ts';
import { parseAny } from '../../src/cli/parse-any.ts';
import { UsageError } from '../../src/commands/session.ts';

const optionsOf = async (...argv: string[]) => {
  const asked = await parse(argv);
  return asked.kind === 'run' ? asked.given.at(-1) : asked.kind;
};

describe('a command line', () => {
  test('gives the values of arguments in their order, then the options', async () => {
    expect(await parse(['explain', 'p.yaml', '--year', '2025'])).toEqual({
      kind: 'run',
      command: 'explain',
      given: ['p.yaml', undefined, { year: 2025 }],
    });
    expect(await parse(['check'])).toMatchObject({ given: [[], {}] });
    expect(await parse(['schema'])).toMatchObject({ given: [undefined, {}] });
  });

  test('takes the tables that a shell makes of a pattern for the flag before them', async () => {
    const given = async (...words: string[]) => {
      const asked = await parse(['status', ...words]);
      return asked.kind === 'run' ? asked.given : asked.kind;
    };
    expect(await given('p.yaml', '--results', 'a.csv', 'b.XLSX', 'c.csv', '--quiet')).toEqual([
      ['p.yaml'],
      { results: ['a.csv', 'b.XLSX', 'c.csv'], quiet: true },
    ]);
    expect(await given('--progress=a.csv', 'b.csv', 'p.yaml', 'd.csv')).toEqual([
      ['p.yaml', 'd.csv'],
      { progress: ['a.csv', 'b.csv'] },
    ]);
    expect(await given('--results', 'a.csv', '--', 'p.csv')).toEqual([
      ['p.csv'],
      { results: ['a.csv'] },
    ]);
  });

  test('reads every kind of flag', async () => {
    expect(
      await optionsOf('status', 'p', '--only', 'met, missed', '--only=no-data', '-f', 'csv,json'),
    ).toEqual({ only: ['met', 'missed', 'no-data'], format: ['csv', 'json'] });
    expect(await optionsOf('status', 'p', '--results', 'a,b.csv', '--results', 'c.csv')).toEqual({
      results: ['a,b.csv', 'c.csv'],
    });
    expect(await optionsOf('status', 'p', '--delimiter', 'tab', '--width', '40')).toEqual({
      delimiter: '\t',
      width: 40,
    });
    expect(await optionsOf('overdue', 'p', '--within', '14d', '--all')).toEqual({
      within: 14,
      all: true,
    });
    expect(await optionsOf('diff', 'a', 'b', '--year', '2024,2025', '--year', '2030')).toEqual({
      year: [2024, 2025, 2030],
    });
    expect(await optionsOf('audit', 'p', '--tolerance', '0,5')).toEqual({ tolerance: '0.5' });
    expect(await optionsOf('report', 'p', '--title', ' T ')).toEqual({ title: 'T' });
  });

  test('tells a flag, its opposite and neither apart', async () => {
    expect(await optionsOf('diff', 'a', 'b')).toEqual({});
    expect(await optionsOf('diff', 'a', 'b', '--similar')).toEqual({ similar: true });
    expect(await optionsOf('diff', 'a', 'b', '--no-similar')).toEqual({ similar: false });
  });

  test.each([
    ['status'],
    ['stauts'],
    ['status p --foo'],
    ['status p --year'],
    ['status p --year x'],
    ['diff a b --year 2024,x'],
    ['status p --as-of 2024-02-30'],
    ['status p --width 39'],
    ['audit p --tolerance=-1'],
    ['report p --title='],
    ['check --max-warnings x'],
    ['schema a b'],
  ])('%s is a mistake', async (line) => {
    expect((await parse(line.split(' '))).kind).toBe('mistake');
  });

  test('names that a flag knows are refused with the one most probably meant', async () => {
    const refused = parse(['overdue', 'p', '--only', 'done-latee']);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.toMatchObject({
      said: { code: 'unknown-choice', args: { option: '--only', suggestion: 'done-late' } },
    });
  });

  test.each([
    ['--help', null, true],
    ['help', null, true],
    ['help diff', 'diff', true],
    ['diff --help', 'diff', true],
    ['diff a -h', 'diff', true],
    ['', null, false],
    ['help nothing', null, false],
  ])('help: %s', async (line, of, isWanted) => {
    const asked = await parse(line.split(' ').filter((word) => word !== ''));
    expect(asked).toMatchObject({ kind: 'help', of, isWanted });
  });

  test('asks for the version wherever -V stands', async () => {
    expect(await parse(['-V'])).toEqual({ kind: 'version' });
    expect(await parse(['status', 'p', '--version'])).toEqual({ kind: 'version' });
  });
});

describe('a plain command line', () => {
  const WORDS = [
    ...[
      'status',
      'check',
      'diff',
      'explain',
      'schema',
      'p.yaml',
      '-',
      '',
      'x',
      '14',
      '2024',
      'csv',
    ],
    ...['2024-12-31', 'met,missed', 'mett', 'a.csv', ',', 'help', '-f', '-q', '--', '--year=2024'],
    ...['--year', '--as-of', '--asOf', '--only', '--quiet', '--cache', '--no-cache', '--no-quiet'],
    ...['--format', '--results', '--similar', '--no-similar', '--within', '--version', '--help'],
    ...['--lang', 'vi', '--width', '80', '--__proto__', '--to-string', '--limit', 'keys=5', '-1'],
  ];
  const flagsOf = async (name: string) => (isCommandName(name) ? COMMANDS[name].flags() : {});
  const outcomeOf = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      return error;
    }
  };

  test('is read as any line is, or left to that', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(COMMANDS)),
        fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
        async (name, words) => {
          const flags = await flagsOf(name);
          const line = [name, ...words];
          const found = outcomeOf(() => parsePlain(line, flags));
          if (found === null) return;
          plain += 1;
          expect(found).toEqual(outcomeOf(() => parseAny(line, name as 'status', flags)));
        },
      ),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  test('is one with a command, names and flags written out', async () => {
    const flags = await flagsOf('status');
    expect(parsePlain(['status', '--only', 'mett', '--version'], flags)).toBe(null);
    const isPlain = (...words: string[]) => parsePlain(words, flags) !== null;
    expect(isPlain('status', 'a', '--year', '2024', '-', '--no-cache', '--quiet')).toBe(true);
    expect(isPlain('status', '--year', '2024')).toBe(false);
    expect(isPlain('status', 'a', '--year=2024')).toBe(false);
    expect(isPlain('status', 'a', '--year', '-1')).toBe(false);
    expect(isPlain('--quiet', 'status', 'a')).toBe(false);
  });
});
