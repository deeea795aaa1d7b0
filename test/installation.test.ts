import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const MODULES = path.join(ROOT, 'node_modules');

/** Each step is a whole build. */
const PATIENCE = 600_000;

const npm = (cwd: string, args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
      ...env,
    },
  });

/** Why nothing can be installed here; `null` where it can. */
function hindrance(): string | null {
  if (npm(ROOT, ['--version']).status !== 0) return 'npm cannot be run';
  if (!existsSync(MODULES)) return 'there are no packages to install from';
  const listed = spawnSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' });
  return listed.status === 0 ? null : 'this is no clone';
}

/** The project as a clone has it, with what it builds with at hand. */
function clone(folder = temporaryFolder()): string {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  for (const file of files.split('\0').filter((name) => existsSync(path.join(ROOT, name)))) {
    if (file === '' || file.startsWith('test/')) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(folder, file));
  }
  return folder;
}

function withPackages(folder: string): string {
  const made = path.join(folder, 'node_modules');
  // Names of the same files: nothing here writes into them.
  const linked = spawnSync('cp', ['-al', MODULES, made]);
  if (linked.status !== 0) {
    rmSync(made, { recursive: true, force: true });
    cpSync(MODULES, made, { recursive: true, verbatimSymlinks: true });
  }
  return folder;
}

const why = hindrance();
if (why !== null) process.stderr.write(`installation tests are skipped: ${why}\n`);

describe.skipIf(why !== null)('an installation', () => {
  test(
    'as pre-commit makes it: install, pack, install what is packed',
    () => {
      const folder = withPackages(clone());
      const install =
        'install --include=dev --include=prod --ignore-prepublish --no-progress --no-save';
      expect(npm(folder, install.split(' '))).toMatchObject({ status: 0 });
      const packed = npm(folder, ['pack']);
      expect(packed.status).toBe(0);
      // pre-commit takes all of it for the name of the file.
      expect(packed.stdout).toMatch(/^dti-eval-[\d.]+\.tgz\n$/);
      const prefix = path.join(folder, 'environment');
      mkdirSync(path.join(prefix, 'lib'), { recursive: true });
      const archive = path.join(folder, packed.stdout.trim());
      const global = npm(folder, ['install', '-g', archive], { npm_config_prefix: prefix });
      expect([global.status, global.stderr]).toEqual([0, expect.not.stringContaining('ERR!')]);
      const program = path.join(prefix, 'bin/dti-eval');
      const done = spawnSync(program, ['check', 'plans'], { cwd: folder, encoding: 'utf8' });
      expect([done.status, done.stderr]).toEqual([0, '']);
      expect(done.stdout).toContain(' in ');
    },
    PATIENCE,
  );

  test(
    'is built, packed and run in folders named with accents, blanks and what URLs escape',
    () => {
      const name = path.join('kế hoạch', 'b x', '%41 #?x');
      const folder = withPackages(clone(path.join(temporaryFolder(), name)));
      // It builds before it packs.
      const packed = npm(folder, ['pack', '--silent']);
      expect([packed.status, packed.stdout]).toEqual([0, expect.stringMatching(/\.tgz\n$/)]);
      const place = path.join(folder, name);
      const archive = path.join(folder, packed.stdout.trim());
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, 'package.json'), '{ "private": true }');
      expect(npm(place, ['install', '--no-audit', archive])).toMatchObject({ status: 0 });
      const program = path.join(place, 'node_modules/.bin/dti-eval');
      const plan = path.join(folder, 'plans/danang-2024.yaml');
      const done = spawnSync(program, ['status', plan, '-f', 'html'], { encoding: 'utf8' });
      expect([done.status, done.stderr]).toEqual([0, '']);
      expect(done.stdout).toContain('</html>');
    },
    PATIENCE,
  );

  test(
    'without what it builds with is sound, and says that it is not built',
    () => {
      const folder = clone();
      const done = npm(folder, ['ci', '--omit=dev']);
      expect([done.status, done.stderr]).toEqual([0, expect.not.stringContaining('ERR!')]);
      const bin = path.join(folder, 'bin/dti-eval.js');
      const run = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
      expect([run.status, run.stdout]).toEqual([2, '']);
      expect(run.stderr).toContain('not built yet');
      expect(run.stderr).toContain('chưa được dựng');
      expect(run.stderr).not.toContain('    at ');
    },
    PATIENCE,
  );
});

const OTHERS = ['ajv', 'nanoid', 'yaml'];
/** What the program takes where it is installed. */
const OUTSIDE = ['@duckdb/*', 'pg-native', 'cloudflare:sockets'];

describe('what is bundled', () => {
  const read = (file: string) => readFileSync(path.join(ROOT, 'dist', file), 'utf8');
  const notices = read('THIRD-PARTY-NOTICES.txt').split(`\n${'-'.repeat(72)}\n`);
  const bill = JSON.parse(read('sbom.cdx.json'));
  const named = notices.map((notice) => /^(\S+ \S+) \(.+\)$/m.exec(notice)![1]!);

  test('stands in the notices with its licence, whatever had bundled it before', () => {
    for (const name of ['ajv', 'nanoid', 'yaml', 'diff'])
      expect(named.some((one) => one.startsWith(`${name} `))).toBe(true);
    for (const notice of notices) expect(notice.length).toBeGreaterThan(500);
  });

  test('is what the sources draw in, package by package', async () => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: ['src/start.ts', 'src/main.ts', 'src/index.ts'],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'nowhere',
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
      external: OUTSIDE,
    });
    const drawn = new Set(
      Object.keys(metafile.inputs).flatMap(
        (file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
      ),
    );
    const listed = new Set(named.map((one) => one.split(' ')[0]!));
    expect([...drawn].filter((name) => !listed.has(name))).toEqual([]);
    // Asked for by name when the program runs, brought along by another, or left in what ajv wrote.
    const others = [...listed].filter((name) => !drawn.has(name)).sort();
    expect(others).toEqual(OTHERS);
  });

  test('is the same in the bill of materials', () => {
    const listed = bill.components.map(
      ({ group, name, version }: { group?: string; name: string; version: string }) =>
        `${group === undefined ? '' : `${group}/`}${name} ${version}`,
    );
    expect(listed).toEqual(named);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    for (const { hashes } of bill.components) expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
  });
});
