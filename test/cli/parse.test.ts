import { describe, expect, test } from 'vitest';
import { parse } from '../../src/cli/parse.ts';
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
