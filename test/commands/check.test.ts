import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BROKEN = path.join(ROOT, 'test/cases/check-broken/files');

/** A plan with one warning, that its target for 2025 is weaker, on the line of the targets. */
const named = (id: string, text: string) => text.replace('id: p', `id: ${id}`);
const plan = (more = '', targets = '{ 2024: 22, 2025: 20 }') => `format: plan/1
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
    targets: ${targets}
    lead: [so-tttt]
    source: II.1
${more}`;

const check = (argv: string[], cwd: string, env: Record<string, string> = {}) =>
  run(['check', '-f', 'concise', ...argv], { cwd, env });
const rulesOf = (stdout: string) =>
  stdout.split('\n').flatMap((line) => /^\S+: \w+ (\S+) /.exec(line)?.[1] ?? []);

describe('exit codes', () => {
  const warned = { 'p.yaml': plan() };

  test.each([
    [[], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'info'], 1],
    [['--max-warnings', '0'], 1],
    [['--max-warnings', '1'], 0],
    [['--quiet', '--max-warnings', '0'], 1],
    [['--quiet', '--fail-on', 'warning'], 1],
  ])('%j: %i', async (options, code) => {
    expect((await check(options, temporaryFolder(warned))).code).toBe(code);
  });

  test.each(['pretty', 'concise', 'json', 'github', 'sarif', 'junit', 'gitlab', 'markdown'])(
    'are the same in %s',
    async (format) => {
      const { code } = await run(['check', '-f', format], { cwd: BROKEN });
      expect(code).toBe(1);
      const clean = await run(['check', '-f', format], { cwd: temporaryFolder(warned) });
      expect(clean.code).toBe(0);
    },
  );
});

describe('the same run gives the same bytes', () => {
  test.each(['pretty', 'json', 'sarif', 'gitlab', 'junit', 'markdown', 'github'])(
    '%s, whatever the order of the files',
    async (format) => {
      const files = ['plans/good.yaml', 'plans/form.yaml', 'plans/syntax.yml', 'plans/catalogue'];
      const read = (paths: string[]) => run(['check', '-f', format, ...paths], { cwd: BROKEN });
      const first = await read(files);
      expect(first.stdout.length).toBeGreaterThan(500);
      expect(await read(files)).toEqual(first);
      expect(await read([...files].reverse())).toEqual(first);
      expect(await read([...files, './plans/form.yaml', 'plans/form.yaml'])).toEqual(first);
    },
  );

  test('what is said of a file does not depend on the others', async () => {
    const alone = await check(['plans/good.yaml'], BROKEN);
    const lines = (await check([], BROKEN)).stdout.split('\n');
    const own = lines.filter((line) => line.startsWith('plans/good.'));
    expect(own.length).toBeGreaterThan(5);
    expect(alone.stdout.trim().split('\n')).toEqual(own);
  });
});

describe('what is read', () => {
  test('a CSV file alone gives its own findings, not the plan’s', async () => {
    const folder = temporaryFolder({
      'p.yaml': plan(),
      'p.results.csv': 'indicator,period,value,source\nkts1,2024,20,x\n',
    });
    expect(rulesOf((await check(['p.results.csv'], folder)).stdout)).toEqual(['csv-indicator']);
    const both = await check(['p.results.csv', 'p.yaml'], folder);
    expect(rulesOf(both.stdout)).toEqual(['csv-indicator', 'weaker-later-target']);
  });

  test('files of other programs, hidden ones and node_modules are left alone', async () => {
    const folder = temporaryFolder({
      'p.yaml': plan('', '{ 2024: 20 }'),
      'docker-compose.yml': 'services: {}\n',
      'values.yaml': Buffer.from('a: é\n', 'latin1'),
      'charts/empty.yaml': '',
      '.hidden/q.yaml': 'format: plan/1\n',
      'node_modules/x/q.yaml': 'format: plan/1\n',
    });
    expect(await check([], folder)).toMatchObject({ stdout: '', code: 0 });
    expect((await check(['charts/empty.yaml'], folder)).stdout).toContain(
      'empty.yaml:1:1: error schema',
    );
  });

  test('a plan whose format is missing or misspelt is known by its schema line', async () => {
    const modeline = '# yaml-language-server: $schema=../schemas/plan.schema.json\n';
    const folder = temporaryFolder({
      'p.yaml': `${modeline}${plan().replace('format', 'fromat')}`,
    });
    expect((await check([], folder)).stdout).toContain(
      'p.yaml:2:1: error schema unknown key “fromat”',
    );
  });

  test('a pattern finds what the shell would, and leaves other files alone', async () => {
    const files = {
      'a/đà nẵng.yaml': plan('', '{ 2024: 20 }'),
      'a/đà nẵng.results.csv': 'indicator,period\n',
      'b/[x].yaml': plan(),
      'b/other.yaml': 'a: 1\n',
    };
    const folder = temporaryFolder(files);
    const counts = async (pattern: string) => {
      const { stdout } = await run(['check', '-f', 'json', pattern], { cwd: folder });
      const { files, warning, error } = JSON.parse(stdout).counts;
      return [files, error, warning];
    };
    expect(await counts('*/*.yaml')).toEqual([3, 1, 1]);
    expect(await counts('**/*.csv')).toEqual([1, 1, 0]);
    expect(await counts('b/*')).toEqual([1, 0, 1]);
    // A file of that very name comes before the pattern.
    expect(await counts('b/[x].yaml')).toEqual([1, 0, 1]);
    expect((await check(['b/o*.yaml'], folder)).code).toBe(2);
  });

  test('UTF-16 plans as Windows writes them', async () => {
    const text = plan('', '{ 2024: 20 }');
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(await check([], temporaryFolder({ 'p.yaml': bytes }))).toMatchObject({
      stdout: '',
      code: 0,
    });
  });

  test('a CSV file that cannot be opened, be it a link to itself', async () => {
    const folder = temporaryFolder({ 'p.yaml': plan() });
    symlinkSync('p.results.csv', path.join(folder, 'p.results.csv'));
    expect(rulesOf((await check([], folder)).stdout)).toContain('csv-unchecked');
  });

  test('a catalogue that cannot be read is told once, though it is not named', async () => {
    const folder = temporaryFolder({
      'p.yaml': plan('', '{ 2024: 20 }'),
      'q.yaml': named('q', plan('', '{ 2024: 20 }')),
      'catalogue/measures.yaml': 'format: measures/1\nmeasures: 5\n',
    });
    const { stdout } = await check(['p.yaml', 'q.yaml'], folder);
    expect(rulesOf(stdout)).toEqual(['schema']);
    expect(stdout).toMatch(/^catalogue\/measures\.yaml:2:11: error schema/);
  });
});

describe('suppressions', () => {
  test('by comment, for the file, and by the plan’s list', async () => {
    const rule = 'weaker-later-target';
    const plans = {
      'line.yaml': named('line', plan()).replace(
        '2025: 20 }',
        `2025: 20 } # dti-eval-ignore ${rule}: in ra vậy`,
      ),
      'file.yaml': `# dti-eval-ignore-file ${rule}: in ra vậy\n${named('file', plan())}`,
      'list.yaml': named(
        'list',
        plan(`ignore:\n  - { rule: ${rule}, where: kts-1, reason: in ra vậy }\n`),
      ),
    };
    const { stdout } = await run(['check', '-f', 'json'], { cwd: temporaryFolder(plans) });
    const { findings, counts } = JSON.parse(stdout);
    expect(counts).toEqual({ files: 3, error: 0, warning: 0, info: 0, suppressed: 3 });
    expect(findings.map((one: { suppressed: boolean }) => one.suppressed)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('keep their reasons in SARIF', async () => {
    const text = plan().replace(
      '2025: 20 }',
      '2025: 20 } # dti-eval-ignore weaker-later-target: vậy',
    );
    const { stdout } = await run(['check', '-f', 'sarif'], {
      cwd: temporaryFolder({ 'p.yaml': text }),
    });
    const [{ results, tool }] = JSON.parse(stdout).runs;
    expect(results[0].suppressions).toEqual([{ kind: 'inSource', justification: 'vậy' }]);
    const described = tool.driver.rules.find(({ id }: { id: string }) => id === results[0].ruleId);
    expect(described.help.markdown).toContain('```yaml');
  });
});

describe('the baseline file', () => {
  const BASELINE = '.dti-eval-baseline.json';
  const entries = (folder: string) =>
    JSON.parse(readFileSync(path.join(folder, BASELINE), 'utf8')).findings;

  test('accepts today’s findings, is used by itself, survives shifted lines, shows new ones', async () => {
    const folder = temporaryFolder({ 'plans/p.yaml': plan() });
    const written = await check(['plans', '--suppress-all', '--fail-on', 'info'], folder);
    expect(written).toMatchObject({ stdout: '', code: 0 });
    expect(written.stderr).toBe(`dti-eval: ${BASELINE}: 1 finding is accepted from now on\n`);
    expect(entries(folder)).toEqual([
      {
        file: 'plans/p.yaml',
        rule: 'weaker-later-target',
        path: 'indicators/kts-1/targets/2025',
        count: 1,
      },
    ]);
    const other =
      '  - { id: a, name: Khác, unit: "%", targets: { 2024: 5, 2025: 4 }, lead: [so-tttt], source: II.0 }\n';
    const grown = plan().replace('indicators:\n', `indicators:\n${other}`);
    writeFileSync(path.join(folder, 'plans/p.yaml'), `# one\n# two\n${grown}`);
    const { stdout } = await check(['plans'], folder);
    expect(rulesOf(stdout)).toEqual(['weaker-later-target']);
    expect(stdout).toContain('a: the target for 2025');
  });

  test('means the same from another folder', async () => {
    const folder = temporaryFolder({ 'plans/p.yaml': plan() });
    await check(['plans', '--suppress-all'], folder);
    const inside = await check(
      ['p.yaml', '--baseline', `../${BASELINE}`, '--fail-on', 'info'],
      path.join(folder, 'plans'),
    );
    expect(inside).toMatchObject({ stdout: '', code: 0 });
  });

  test('is pruned of what is mended; until then it is said', async () => {
    const folder = temporaryFolder({ 'p.yaml': plan(), 'q.yaml': named('q', plan()) });
    await check(['--suppress-all'], folder);
    writeFileSync(path.join(folder, 'p.yaml'), plan('', '{ 2024: 20 }'));
    expect((await check([], folder)).stderr).toContain(
      '1 entry no longer applies; --prune drops it',
    );
    expect((await check(['q.yaml'], folder)).stderr).toBe('');
    expect((await check(['--quiet'], folder)).stderr).toBe('');
    expect((await check(['--prune'], folder)).stderr).toContain('dropped');
    expect(entries(folder).map(({ file }: { file: string }) => file)).toEqual(['q.yaml']);
    expect((await check(['--prune'], folder)).stderr).toBe('');
  });

  test('loses nothing of a plan that is broken at the moment', async () => {
    const folder = temporaryFolder({ 'p.yaml': plan() });
    await check(['--suppress-all'], folder);
    writeFileSync(path.join(folder, 'p.yaml'), `${plan()}broken: [\n`);
    const { stdout, stderr, code } = await check(['--prune'], folder);
    expect([rulesOf(stdout).includes('yaml-syntax'), stderr, code]).toEqual([true, '', 1]);
    expect(entries(folder)).toHaveLength(1);
  });

  test('reaches CSV rows by their indicator', async () => {
    const folder = temporaryFolder({
      'p.yaml': plan('', '{ 2024: 20 }'),
      'p.results.csv': 'indicator,period,value,source\nkts-1,2024,20,\n',
    });
    await check(['--suppress-all'], folder);
    expect(entries(folder)).toMatchObject([{ rule: 'csv-source', path: 'kts-1/source' }]);
  });
});

describe('formats', () => {
  test('several at once, each to its place', async () => {
    const folder = temporaryFolder({ 'p.yaml': plan() });
    const formats = ['-f', 'pretty', '-f', 'sarif', '-o', 'sarif=out.sarif', '-o', 'junit.xml'];
    const { stdout, code } = await run(['check', ...formats, '--color', 'always'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('\u001b[');
    expect(stdout).toContain('2024: 22, 2025: 20');
    const sarif = readFileSync(path.join(folder, 'out.sarif'), 'utf8');
    expect(JSON.parse(sarif).version).toBe('2.1.0');
    expect(readFileSync(path.join(folder, 'junit.xml'), 'utf8')).toContain('<testsuites');
  });

  test('the JSON of a real run is as its schema says', async () => {
    const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/check.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const cwd of [BROKEN, ROOT]) {
      const { stdout } = await run(['check', 'plans', '-f', 'json'], { cwd });
      expect([validate(JSON.parse(stdout)), validate.errors]).toEqual([true, null]);
    }
  });

  test('--quiet shows errors only to people, and counts everything', async () => {
    const read = (format: string) =>
      run(['check', 'plans', '-f', format, '--quiet'], { cwd: BROKEN });
    const { stdout: pretty } = await read('pretty');
    expect(pretty).not.toContain('unused-ignore');
    expect(pretty).toMatch(/\nFound \d+ errors, 4 warnings and 2 infos/);
    expect((await read('json')).stdout).toContain('unused-ignore');
  });

  describe('in GitHub Actions', () => {
    const actions = (folder: string) => ({
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
    });
    const summary = (folder: string) => {
      const file = path.join(folder, 'summary.md');
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    };

    test('without a format: the human output, annotations, and the summary appended', async () => {
      const folder = temporaryFolder({ 'p.yaml': plan(), 'summary.md': 'before\n' });
      const { stdout } = await run(['check'], { cwd: folder, env: actions(folder) });
      expect(stdout).toContain('Found 1 warning in 1 file.\n::warning file=p.yaml,line=13,');
      expect(summary(folder)).toMatch(/^before\n## Check of the plan files\n/);
    });

    test('who names a format gets exactly that', async () => {
      const folder = temporaryFolder({ 'p.yaml': plan() });
      const { stdout } = await run(['check', '-f', 'pretty'], {
        cwd: folder,
        env: actions(folder),
      });
      expect(stdout).not.toContain('::warning');
      expect(summary(folder)).toBeNull();
    });

    test('github by name writes the summary too', async () => {
      const folder = temporaryFolder({ 'p.yaml': plan() });
      const { stdout } = await run(['check', '-f', 'github'], {
        cwd: folder,
        env: actions(folder),
      });
      expect(stdout).toMatch(/^::warning /);
      expect(summary(folder)).toContain('weaker-later-target');
    });

    test('a summary that cannot be written is told, and the check goes on', async () => {
      const folder = temporaryFolder({ 'p.yaml': plan() });
      const env = { ...actions(folder), GITHUB_STEP_SUMMARY: folder };
      const { stderr, code } = await run(['check', '--fail-on', 'warning'], { cwd: folder, env });
      expect([code, stderr]).toEqual([1, expect.stringContaining('the step summary could not be')]);
    });
  });
});

describe('paths of services', () => {
  const rooted = () => {
    const root = temporaryFolder({ 'sub/plans/p.yaml': plan() });
    return { cwd: path.join(root, 'sub'), env: { GITHUB_WORKSPACE: root } };
  };
  const output = async (format: string) =>
    (await run(['check', '-f', format, 'plans'], rooted())).stdout;

  test.each(['json', 'sarif', 'junit', 'gitlab', 'github'])('%s', async (format) => {
    const stdout = await output(format);
    expect(stdout).toContain('sub/plans/p.yaml');
    expect(stdout.replaceAll('sub/plans/p.yaml', '')).not.toContain('plans/p.yaml');
  });

  test('people get the paths that they can open', async () => {
    expect(await output('concise')).toMatch(/^plans\/p\.yaml:13/);
  });

  test('a fingerprint is the same from every folder of the repository', async () => {
    const { cwd, env } = rooted();
    const printOf = async (folder: string, named: string) => {
      const { stdout } = await run(['check', '-f', 'gitlab', named], { cwd: folder, env });
      return JSON.parse(stdout)[0].fingerprint;
    };
    expect(await printOf(cwd, 'plans')).toBe(await printOf(path.join(cwd, 'plans'), 'p.yaml'));
  });
});
