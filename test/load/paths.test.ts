import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { planFiles, subjects } from '../../src/load/paths.ts';
import { UsageError } from '../../src/usage-error.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PLAN = 'format: plan/1\nid: p\n';
const FILES = {
  'plans/a.yaml': PLAN,
  'plans/a.results.csv': 'indicator,period,value\n',
  'plans/b.yml': '"format" : "plan/1"\n',
  'plans/c.yaml': '# yaml-language-server: $schema=../schemas/plan.schema.json\nid: c\n',
  'plans/deep/d.yaml': 'format: plan/2\n',
  'plans/empty.yaml': '',
  'plans/stray.progress.csv': 'task,status\n',
  'plans/workflow.yaml': 'on: push\n',
  'plans/catalogue/areas.yaml': 'format: areas/1\nareas: []\n',
  'other/workflow.yaml': 'on: push\n',
  'other/empty.yaml': '',
};
const where = (stdin = '') => ({
  cwd: temporaryFolder(FILES),
  stdin: Readable.from([Buffer.from(stdin)]),
});

async function refusal(answer: Promise<unknown>) {
  const error = await answer.catch((thrown) => thrown);
  return error instanceof UsageError ? error.said : error;
}

describe('what is a plan', () => {
  const PLANS = [
    'plans/a.yaml',
    'plans/b.yml',
    'plans/c.yaml',
    'plans/deep/d.yaml',
    'plans/empty.yaml',
  ];

  test('is one thing to the check and to all other commands', async () => {
    const plans = await planFiles(where(), ['plans']);
    const checked = await subjects(where(), ['plans'], undefined);
    expect(plans.map(({ file }) => file)).toEqual(PLANS);
    expect(checked.filter(({ kind }) => kind === 'plan').map(({ file }) => file)).toEqual(PLANS);
    expect(checked.filter(({ kind }) => kind !== 'plan')).toMatchObject([
      { file: 'plans/catalogue/areas.yaml', kind: 'areas' },
    ]);
  });

  test('a folder without any is refused', async () => {
    expect(await refusal(planFiles(where(), ['other']))).toEqual({
      code: 'folder-without-plans',
      args: { folder: 'other' },
    });
    expect(await refusal(subjects(where(), ['other'], undefined))).toEqual({
      code: 'folder-without-files',
      args: { folder: 'other' },
    });
  });

  test('a path that names nothing is told with its neighbour', async () => {
    const said = {
      code: 'file-missing',
      args: { file: 'plans/aa.yaml', suggestion: 'plans/a.yaml' },
    };
    expect(await refusal(planFiles(where(), ['plans/aa.yaml']))).toEqual(said);
    expect(await refusal(subjects(where(), ['plans/aa.yaml'], undefined))).toEqual(said);
  });
});

describe('a damaged file in a folder', () => {
  const damaged = () => ({
    ...where(),
    cwd: temporaryFolder({
      'a.yaml': PLAN,
      'latin.yaml': Buffer.from(`${PLAN}title: H\xe0\n`, 'latin1'),
      'binary.yaml': `${PLAN}\0`,
      'other.yaml': Buffer.from('on: p\xe0\n', 'latin1'),
    }),
  });

  test('is taken for ours where it says so', async () => {
    const checked = await subjects(damaged(), ['.'], undefined);
    expect(
      checked.map(({ file, content }) => [file, 'text' in content || content.problem]),
    ).toEqual([
      ['a.yaml', true],
      ['binary.yaml', 'binary'],
      ['latin.yaml', 'bad-encoding'],
    ]);
    expect((await planFiles(damaged(), ['.'])).map(({ file }) => file)).toEqual([
      'a.yaml',
      'binary.yaml',
      'latin.yaml',
    ]);
  });

  test('that is a link to nothing may be ours', async () => {
    const surroundings = damaged();
    symlinkSync('nowhere.yaml', path.join(surroundings.cwd, 'b.yaml'));
    const checked = await subjects(surroundings, ['.'], undefined);
    const link = checked.find(({ file }) => file === 'b.yaml');
    expect(link?.content).toEqual({ problem: 'missing' });
  });
});

describe('which plans paths name', () => {
  test('in their order, each once, standard input among them', async () => {
    const named = ['plans/c.yaml', '-', 'plans', 'plans/c.yaml', '-'];
    const found = await planFiles(where(PLAN), named);
    expect(found.map(({ file }) => file)).toEqual([
      'plans/c.yaml',
      '<stdin>',
      'plans/a.yaml',
      'plans/b.yml',
      'plans/deep/d.yaml',
      'plans/empty.yaml',
    ]);
    expect(found[1]!.content).toEqual({ text: PLAN });
  });

  test('a file that is named may hold anything', async () => {
    const found = await planFiles(where(), ['other/workflow.yaml', 'plans/empty.yaml']);
    expect(found.map(({ content }) => content)).toEqual([
      { text: 'on: push\n' },
      { problem: 'empty' },
    ]);
  });
});

describe('what is checked', () => {
  test('is in order of names, by pattern and through tables too', async () => {
    const named = ['./plans/b.yml', 'plans/a.results.csv', 'plans/*/*.yaml'];
    const found = await subjects(where(), named, undefined);
    expect(found.map(({ file, only }) => [file, only])).toEqual([
      ['plans/a.yaml', ['plans/a.results.csv']],
      ['plans/b.yml', null],
      ['plans/catalogue/areas.yaml', null],
      ['plans/deep/d.yaml', null],
    ]);
  });

  test.each([
    ['other/workflow.yaml', 'not-checkable'],
    ['plans/stray.progress.csv', 'csv-plan-missing'],
    ['plans/*.txt', 'nothing-matches'],
  ])('%s is refused: %s', async (named, code) => {
    expect(await refusal(subjects(where(), [named], undefined))).toMatchObject({ code });
  });
});
