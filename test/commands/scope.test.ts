import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { RULE_IDS } from '../../src/rules/index.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A plan with a weaker later target (13), and, in its second indicator, no lead (16). */
const PLAN = `format: plan/1
id: p
title: Kế hoạch
document: 1/KH-UBND
issued: 2024-01-15
area: hanoi
period: 2024..2025
agencies: { so-tttt: Sở Thông tin và Truyền thông }
indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 22, 2025: 20 }
    lead: [so-tttt]
    source: II.1
  - id: kts-2
    name: Tỷ lệ B
    unit: "%"
    targets: { 2024: 22 }
    source: II.2
`;

const RESULTS = 'indicator,period,value,source\nkts-1,2024,20,\nkts-2,2024,21,\n';

const told = (stdout: string) =>
  stdout.split('\n').flatMap((line) => /:(\d+:\d+: \w+ \S+) /.exec(line)?.[1] ?? []);
const check = async (argv: string[], cwd: string) => {
  const done = await run(['check', '-f', 'concise', ...argv], { cwd });
  return { ...done, told: told(done.stdout) };
};

const validator = (name: string) =>
  new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync(path.join(ROOT, `schemas/${name}.schema.json`), 'utf8')),
  );

describe('rules that are asked for', () => {
  const folder = () => temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': RESULTS });
  const ALL = [
    '2:15: warning csv-source',
    '3:15: warning csv-source',
    '13:32: warning weaker-later-target',
    '16:9: warning no-lead',
  ];

  test.each([
    [[], ALL],
    [['--select', 'no-lead'], [ALL[3]]],
    [
      ['--select', 'no-lead,csv-source'],
      [ALL[0], ALL[1], ALL[3]],
    ],
    [
      ['--ignore', 'csv-source'],
      [ALL[2], ALL[3]],
    ],
    [['--select', 'no-lead', '--ignore', 'no-lead'], []],
  ])('%j', async (argv, wanted) => {
    expect((await check(argv, folder())).told).toEqual(wanted);
  });

  test('what keeps a file from being read is told whatever is asked for', async () => {
    const broken = temporaryFolder({ 'p.yaml': PLAN.replace('source:', 'sourc:') });
    for (const argv of [
      ['--select', 'no-lead'],
      ['--ignore', 'schema'],
    ]) {
      const done = await check(argv, broken);
      expect([done.told, done.code]).toEqual([['15:5: error schema', ALL[3]], 1]);
    }
  });

  test('a rule that there is not is refused, as are options that contradict each other', async () => {
    const unknown = await check(['--select', 'no-leed'], folder());
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('“no-lead”')]);
    for (const argv of [
      ['--select', 'no-lead', '--suppress-all'],
      ['--changed-since', 'HEAD', '--prune'],
      ['--statistics', '--dry-run'],
    ])
      expect((await check(argv, folder())).code).toBe(2);
  });

  test('a baseline is not called stale by who looks at one rule', async () => {
    const cwd = folder();
    await check(['--suppress-all'], cwd);
    expect((await check(['--select', 'no-lead'], cwd)).stderr).toBe('');
  });
});

describe('--statistics', () => {
  test('counts by rule, the gravest and the most first, in three formats', async () => {
    const cwd = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': `${RESULTS}x,2024,1,y\n` });
    const of = (format: string) => run(['check', '--statistics', '-f', format], { cwd });
    const json = JSON.parse((await of('json')).stdout);
    const validate = validator('check-statistics');
    expect([validate(json), validate.errors]).toEqual([true, null]);
    expect(json.rules.map(({ rule, findings }: never) => [rule, findings])).toEqual([
      ['csv-indicator', 1],
      ['csv-source', 2],
      ['no-lead', 1],
      ['weaker-later-target', 1],
    ]);
    const { stdout, code } = await of('pretty');
    expect(stdout).toMatch(/^Rule +Level +Findings +Files\n─+\ncsv-indicator +error +1 +1\n/);
    expect(stdout).toContain('Found 1 error, 4 warnings in 2 files.'.replace(', 4', ' and 4'));
    expect(code).toBe(1);
    expect((await of('markdown')).stdout).toContain('| csv-source | warning | 2 | 1 |');
    expect((await of('sarif')).code).toBe(2);
  });
});

describe('the settings of a project', () => {
  const project = (config: string, files = {}) =>
    temporaryFolder({ '.dti-eval.yaml': config, 'p.yaml': PLAN, ...files });

  test('give rules other levels, or none', async () => {
    const cwd = project('rules:\n  no-lead: off\n  weaker-later-target: error # nặng\n');
    const done = await check([], cwd);
    expect([done.told, done.code]).toEqual([['13:32: error weaker-later-target'], 1]);
  });

  test('a pattern that matches no file is told, where it stands', async () => {
    const cwd = project('exclude:\n  - nhap/**\n  - "sub/*"\n  - "!sub/b.yaml"\n', {
      'sub/b.yaml': PLAN,
      'sub/a.yaml': PLAN,
    });
    const done = await check([], cwd);
    const said = '“nhap/**” in “exclude” matches no file; correct it or take it out';
    expect(done.stderr).toBe(`.dti-eval.yaml:2:5: warning schema ${said}\n`);
    expect((await check([], project('exclude: [x]\n'))).stderr).toContain(':1:11: warning schema');
    expect((await check([], project('exclude: ["*.yml", p.yaml]\n'))).stderr).toContain('*.yml');
  });

  test.each(['../..', '/etc/**', '!../x', 'sub/../../x', '{..,sub}/*'])(
    'a pattern that leads out of their folder is refused before the disk is walked: %s',
    async (pattern) => {
      const { code, stderr } = await check([], project(`exclude: ["${pattern}"]\n`));
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^\.dti-eval\.yaml:1:11: error schema .* leads out of the folder/),
      ]);
    },
  );

  test.each([
    ['"!(a|b).yaml"', 'has !( ), which is not known'],
    [`${'"**/*a*/**/*.yaml", '.repeat(200)}x`, 'have more than 2,000 characters in all'],
  ])('a pattern that is not known, and too many of them, are refused: %.20s', async (set, said) => {
    const { code, stderr } = await check([], project(`exclude: [${set}]\n`));
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  test('a pattern of very many stars costs no more than others', async () => {
    const cwd = project(`exclude: ["${'*a'.repeat(100)}b"]\n`, {
      [`${'a'.repeat(200)}.yaml`]: PLAN,
    });
    expect((await check([], cwd)).stderr).toContain('matches no file');
  });

  test.skipIf(process.platform === 'win32')('look through no link to a folder', async () => {
    const outside = temporaryFolder({ 'far.yaml': PLAN });
    const cwd = project('exclude: ["**/far.yaml"]\n');
    symlinkSync(outside, path.join(cwd, 'link'));
    expect((await check([], cwd)).stderr).toContain('“**/far.yaml” in “exclude” matches no file');
  });

  test('pass files over in folders, not those that are named', async () => {
    const cwd = project('exclude: [nháp, "**/old-*.yaml"]\n', {
      'nháp/a.yaml': PLAN,
      'nháp/a.results.csv': RESULTS,
      'sub/old-b.yaml': PLAN,
      'nháp/stray.results.csv': RESULTS,
    });
    const count = async (...argv: string[]) => {
      const { stdout } = await run(['check', '-f', 'json', ...argv], { cwd });
      return JSON.parse(stdout).counts.files;
    };
    expect(await count()).toBe(1);
    expect(await count('**/*.yaml')).toBe(1);
    expect(await count('nháp/a.yaml')).toBe(2);
    const all = await run(['status', 'nháp'], { cwd });
    expect([all.code, all.stderr]).toEqual([2, expect.stringContaining('excludes 1 file there')]);
  });

  test('name the catalogue and the language, from their own folder; options go first', async () => {
    const cwd = project('catalogue: cat\nlang: vi\n', {
      'cat/areas.yaml': 'format: areas/1\nareas: []\n',
      'cat/measures.yaml':
        'format: measures/1\nmeasures:\n  - { code: a-b, name: A, name-en: A, definition: A, kind: milestone, direction: up }\n',
      'sub/q.yaml': PLAN.replace('lead: [so-tttt]', 'lead: [so-tttt]\n    measure: a-c'),
    });
    mkdirSync(path.join(cwd, '.git'));
    const sub = path.join(cwd, 'sub');
    const { stdout } = await check(['q.yaml', '--select', 'unknown-measure'], sub);
    expect(stdout).toMatch(/unknown-measure .*có phải ý là “a-b”/);
    const english = await check(['q.yaml', '--select', 'unknown-measure', '--lang', 'en'], sub);
    expect(english.stdout).toContain('did you mean “a-b”');
  });

  test('are looked for up to the repository’s root and no farther', async () => {
    const outer = project('rules: { no-lead: off, weaker-later-target: off }\n', {
      'inner/sub/p.yaml': PLAN,
    });
    const sub = path.join(outer, 'inner/sub');
    expect((await check([], sub)).told).toHaveLength(2);
    mkdirSync(path.join(outer, '.git'));
    expect((await check([], sub)).told).toEqual([]);
    mkdirSync(path.join(outer, 'inner/.git'));
    expect((await check([], sub)).told).toHaveLength(2);
  });

  test('that are wrong are told with their places, all at once, and nothing is done', async () => {
    const config = 'rules:\n  no-leed: off\n  schema: off\n  no-date: of\nlang: fr\nexclud: [x]\n';
    const { code, stdout, stderr } = await check([], project(config));
    expect([code, stdout]).toEqual([2, '']);
    const places = stderr.split('\n').map((line) => /^\.dti-eval\.yaml:(\d+):/.exec(line)?.[1]);
    expect(places.filter((line) => line !== undefined).sort()).toEqual(['2', '3', '4', '5', '6']);
    expect(stderr).toContain('did you mean “no-lead”');
    expect(stderr).toContain('5 errors; nothing is done until they are fixed');
  });

  test.each(['', '# nothing yet\n', '{}\n'])('may be empty: %j', async (config) => {
    expect((await check([], project(config))).told).toHaveLength(2);
  });

  test('reach the findings of the audit', async () => {
    const declared = 'indicator,period,value,status,source\nkts-1,2024,10,Đã hoàn thành,x\n';
    const audit = (config: string) =>
      run(['audit', 'p.yaml', '-f', 'concise', '--as-of', '2025-06-01'], {
        cwd: project(config, { 'p.results.csv': declared }),
      });
    expect((await audit('')).stdout).toContain('warning declared-mismatch');
    const louder = await audit('rules: { declared-mismatch: error }\n');
    expect(louder.stdout).toContain('error declared-mismatch');
    expect((await audit('rules: { declared-mismatch: off }\n')).stdout).not.toContain('declared');
  });
});

describe('--changed-since', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  function repository(): string {
    const cwd = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': RESULTS });
    git(cwd, 'init', '-q', '-b', 'main');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'first');
    return cwd;
  }

  const change = (cwd: string, file: string, from: string, to: string) => {
    const name = path.join(cwd, file);
    writeFileSync(name, readFileSync(name, 'utf8').replace(from, to));
  };

  test('tells what stands on lines that changed, and how much does not', async () => {
    const cwd = repository();
    const none = await check(['--changed-since', 'HEAD'], cwd);
    expect([none.told, none.code]).toEqual([[], 0]);
    expect(none.stderr).toContain('4 findings on lines that did not change since HEAD left out');
    change(cwd, 'p.results.csv', 'kts-2,2024,21,', 'kts-2,2024,23,');
    const done = await check(['--changed-since', 'HEAD', '--max-warnings', '0'], cwd);
    expect([done.told, done.code]).toEqual([['3:15: warning csv-source'], 1]);
  });

  test('tells what a line that is gone has left behind in its item', async () => {
    const cwd = repository();
    change(
      cwd,
      'p.yaml',
      'targets: { 2024: 22 }\n',
      'targets: { 2024: 22 }\n    lead: [so-tttt]\n',
    );
    git(cwd, 'commit', '-qam', 'lead');
    change(cwd, 'p.yaml', '22 }\n    lead: [so-tttt]\n', '22 }\n');
    const { told: found } = await check(['--changed-since', 'HEAD'], cwd);
    expect(found).toEqual(['16:9: warning no-lead']);
  });

  test('tells of the rival of a line that changed', async () => {
    const cwd = repository();
    change(cwd, 'p.yaml', 'id: kts-1', 'id: kts-2');
    const { told: found } = await check(['--changed-since', 'HEAD'], cwd);
    expect(found).toContain('16:9: error duplicate-id');
  });

  test('counts from where the branches parted', async () => {
    const cwd = repository();
    git(cwd, 'checkout', '-qb', 'other');
    change(cwd, 'p.results.csv', 'kts-1,2024,20,', 'kts-1,2024,19,');
    git(cwd, 'commit', '-qam', 'other');
    git(cwd, 'checkout', '-q', 'main');
    change(cwd, 'p.yaml', '2025: 20', '2025: 21');
    git(cwd, 'commit', '-qam', 'main');
    git(cwd, 'checkout', '-q', 'other');
    const { told: found } = await check(['--changed-since', 'main'], cwd);
    expect(found).toEqual(['2:15: warning csv-source']);
  });

  test('takes files that git does not know for new, and form faults always', async () => {
    const cwd = repository();
    writeFileSync(path.join(cwd, 'q.yaml'), PLAN.replace('id: p', 'id: q'));
    expect((await check(['--changed-since', 'HEAD', 'q.yaml'], cwd)).told).toHaveLength(2);
    change(cwd, 'p.yaml', 'source: II.2', 'sourc: II.2');
    git(cwd, 'commit', '-qam', 'broken');
    const { told: found, code } = await check(['--changed-since', 'HEAD', 'p.yaml'], cwd);
    expect([found, code]).toEqual([['20:5: error schema'], 1]);
  });

  test('refuses what git does not know', async () => {
    const cwd = repository();
    for (const ref of ['nowhere', '--output=x', ''])
      expect((await check(['--changed-since', ref], cwd)).code).toBe(2);
    const outside = temporaryFolder({ 'p.yaml': PLAN });
    expect((await check(['--changed-since', 'HEAD'], outside)).code).toBe(2);
  });

  test('mends only what it tells', async () => {
    const cwd = repository();
    change(cwd, 'p.yaml', 'Kế hoạch', 'Ðề án');
    git(cwd, 'commit', '-qam', 'old');
    change(cwd, 'p.yaml', 'Tỷ lệ B', 'Tỷ lệ Ð');
    await check(['--fix', '--changed-since', 'HEAD'], cwd);
    const text = readFileSync(path.join(cwd, 'p.yaml'), 'utf8');
    expect([text.includes('Ðề án'), text.includes('Tỷ lệ Đ')]).toEqual([true, true]);
  });
});

describe('explain in formats', () => {
  test('JSON lists all rules with their levels and pages', async () => {
    const json = JSON.parse((await run(['explain', '-f', 'json'])).stdout);
    const validate = validator('rules');
    expect([validate(json), validate.errors]).toEqual([true, null]);
    expect(json.rules.map(({ id }: { id: string }) => id)).toEqual(RULE_IDS);
    const one = JSON.parse((await run(['explain', 'no-lead', '-f', 'json'])).stdout);
    expect(one.rules).toEqual([json.rules.find(({ id }: { id: string }) => id === 'no-lead')]);
  });

  test('Markdown has every page, in the reader’s language, also in a file', async () => {
    const cwd = temporaryFolder();
    await run(['explain', '-f', 'markdown', '-o', 'rules.md', '--lang', 'vi'], { cwd });
    const text = readFileSync(path.join(cwd, 'rules.md'), 'utf8');
    for (const id of RULE_IDS) expect(text).toContain(`# ${id}\n`);
    expect(text).toContain('**cảnh báo**');
    expect((await run(['explain', '-f', 'xlsx'])).code).toBe(2);
  });
});
