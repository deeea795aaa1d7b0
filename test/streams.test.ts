import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const BIN = path.join(ROOT, 'bin/dti-eval.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'streams-'));
  writeFileSync(path.join(folder, 'bad.yaml'), 'format: plan/1\nid: bad\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program with a reader that goes away at once; gives the exit code. */
function withoutReader(argv: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...argv], { cwd: folder });
    child.stdout.destroy();
    child.on('close', resolve);
  });
}

const sh = (command: string) => {
  try {
    execFileSync('sh', ['-c', command], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    return { code: 0, stderr: '' };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer };
    return { code: status, stderr: String(stderr) };
  }
};

describe('a reader who has had enough', () => {
  test('changes no exit code, and files are written whole before', async () => {
    expect(await withoutReader(['check', 'bad.yaml', '-f', 'pretty', '-o', 'sarif=o.sarif'])).toBe(
      1,
    );
    expect(JSON.parse(readFileSync(path.join(folder, 'o.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(await withoutReader(['--help'])).toBe(0);
  });

  test.runIf(process.platform === 'linux')('a full disk is told in a line', () => {
    const { code, stderr } = sh(`'${process.execPath}' '${BIN}' schema plan > /dev/full`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^dti-eval: .*ENOSPC[^\n]*\n$/);
  });

  test.skipIf(process.platform === 'win32')('a folder that is gone is told in a line', () => {
    const gone = `mkdir gone && cd gone && rmdir ../gone && '${process.execPath}' '${BIN}'`;
    for (const argv of ['--help', 'check .', 'init x-2024'])
      expect(sh(`${gone} ${argv}`)).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^dti-eval: the folder .*\ndti-eval: thư mục .*\n$/),
      });
  });

  test('a closed stderr leaves the code as it is', () => {
    expect(sh(`'${process.execPath}' '${BIN}' statu 2>&-`).code).toBe(2);
  });
});

describe('a file that is there already', () => {
  const write = (name: string) =>
    sh(`'${process.execPath}' '${BIN}' check bad.yaml -o json='${name}'`);
  const at = (name: string) => path.join(folder, name);

  test('keeps its mode', () => {
    writeFileSync(at('kept.json'), '');
    chmodSync(at('kept.json'), 0o600);
    write('kept.json');
    expect(statSync(at('kept.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(at('kept.json'), 'utf8')).format).toBe('check/1');
  });

  test('behind a link is written, and the link stays one', () => {
    writeFileSync(at('real.json'), '');
    symlinkSync('real.json', at('link.json'));
    write('link.json');
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real.json'), 'utf8')).toContain('check/1');
  });

  test('that a link names and that is not there is made there; where it cannot be, the link stays', () => {
    symlinkSync('later.json', at('ahead.json'));
    expect(write('ahead.json').code).toBe(1);
    expect(lstatSync(at('ahead.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(at('later.json'), 'utf8')).format).toBe('check/1');
    for (const [name, target] of [
      ['round.json', 'round.json'],
      ['astray.json', 'no/such.json'],
    ] as const) {
      symlinkSync(target, at(name));
      expect(write(name)).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^dti-eval: cannot write [^\n]*\n$/),
      });
      expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
    }
  });

  test('with two names keeps both', () => {
    writeFileSync(at('one.json'), '');
    linkSync(at('one.json'), at('two.json'));
    write('one.json');
    expect(readFileSync(at('two.json'), 'utf8')).toContain('check/1');
  });

  test.runIf(process.platform === 'linux')('a device stays a device', () => {
    write('/dev/null');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a name as long as the system allows is one', () => {
    const name = `${'x'.repeat(250)}.json`;
    expect(write(name).code).toBe(1);
    expect(readdirSync(folder).filter((one) => one.endsWith('.tmp'))).toEqual([]);
    expect(readFileSync(at(name), 'utf8')).toContain('check/1');
  });

  test.each([
    ['json=x -o sarif=x', 'two formats would go into'],
    ['json=x -o sarif=./x', 'two formats would go into'],
    ['json=x -o sarif=no/../x', 'two formats would go into'],
    ['json=real.json -o sarif=link.json', 'two formats would go into'],
    ['json=to-come.json -o sarif=not-yet.json', 'two formats would go into'],
    ['json=bad.yaml', 'is read as a plan or a table'],
    ['json=other.results.csv', 'is read as a plan or a table'],
  ])('is not written twice, nor over what is read: -o %s', (outputs, said) => {
    writeFileSync(at('other.results.csv'), 'indicator,period\n');
    rmSync(at('to-come.json'), { force: true });
    symlinkSync('not-yet.json', at('to-come.json'));
    const { code, stderr } = sh(
      `'${process.execPath}' '${BIN}' check bad.yaml --lang en -o ${outputs}`,
    );
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(readFileSync(at('bad.yaml'), 'utf8')).toMatch(/^format: plan/);
  });

  test('one format goes into every file that is named for it', () => {
    sh(`'${process.execPath}' '${BIN}' check bad.yaml -o json=a.json -o json=b.json`);
    expect(readFileSync(at('a.json'))).toEqual(readFileSync(at('b.json')));
  });
});

describe.runIf(process.platform === 'linux')('a system that gives no more', () => {
  const run = (limit: string, command: string) =>
    sh(`${limit}; '${process.execPath}' '${BIN}' ${command} --lang en`);

  test('few descriptors are enough for many plans', () => {
    const plans = path.join(folder, 'many');
    mkdirSync(plans);
    for (let at = 0; at < 60; at += 1)
      writeFileSync(path.join(plans, `p${at}.yaml`), `format: plan/1\nid: p${at}\n`);
    expect(run('ulimit -n 40', 'check many -f concise').code).toBe(1);
  });

  test.each([
    'check bad.yaml -o json=/sys/x.json',
    'check bad.yaml -o json=/dev/full',
    'check bad.yaml -o json=/proc/no/x.json',
    'init /sys/x/y',
    'init /proc/no/y',
  ])('what cannot be written is told in a line: %s', (command) => {
    const { code, stderr } = run('true', command);
    expect(code).toBe(2);
    // The name of a temporary file beside it would help nobody.
    const named = /\S*\/(?:x\.json|full|y)/.exec(command)![0].replace('json=', '');
    expect(stderr).toMatch(/^dti-eval: cannot write [^\n,]*: E[A-Z]+: [a-z -]+\n$/);
    expect(stderr).toContain(`cannot write ${named}`);
  });

  test('a disk that is full leaves neither a half file nor a new plan', () => {
    const before = readdirSync(folder).sort();
    const full = "trap '' XFSZ; ulimit -f 1";
    expect(run(full, 'check many -o json=full.json').code).toBe(2);
    expect(run(full, 'init new/plan-2024').stderr).toMatch(/^dti-eval: cannot write [^\n]*\n$/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  describe('files that belong together are written together, or stay as they were', () => {
    const plan = (id: string) =>
      `format: plan/1\nid: ${id}\ntitle: K\ndocument: 1/KH\nissued: 2024-01-15\narea: danang\nperiod: 2024\nagencies: { so: Sở }\nindicators:\n  - { id: a, name: A, unit: "%", target: { 2024: 1 }, lead: [so], source: I }\n`;
    const blocked = (name: string, files: Record<string, string>) => {
      const at = path.join(folder, name);
      mkdirSync(at);
      for (const [file, text] of Object.entries(files)) writeFileSync(path.join(at, file), text);
      return (blocks: number, argv: string) => {
        const { code, stderr } = sh(
          `cd ${name} && trap '' XFSZ && ulimit -f ${blocks} && '${process.execPath}' '${BIN}' ${argv} --no-cache --lang en`,
        );
        expect([code, stderr.split('\n').at(-2)]).toEqual([
          2,
          expect.stringMatching(/^dti-eval: cannot write /),
        ]);
        const left = readdirSync(at).sort();
        return Object.fromEntries(
          left.map((one) => [one, readFileSync(path.join(at, one), 'utf8')]),
        );
      };
    };

    test('mends of several plans', () => {
      const files = { 'a.yaml': plan('a'), 'b.yaml': `${plan('b')}# ${'x'.repeat(2000)}\n` };
      expect(blocked('mends', files)(1, 'check . --fix-unsafe')).toEqual(files);
    });

    test('tables and letters of a collection, and no lock is left', () => {
      const named = `{ id: b, name: ${'B'.repeat(900)}, unit: "%", targets: { 2024: 1 }, lead: [so], source: I }`;
      const files = {
        'p.yaml': `${plan('p').replace('target:', 'targets:')}  - ${named}\n`,
        'p.results.csv': 'indicator,period,value,source\n',
        'so.csv': 'indicator,period,value,status,note,source\na,2024-Q1,5,,,\n',
      };
      const collect = blocked('collection', files);
      for (const blocks of [0, 1])
        expect(
          collect(blocks, 'collect p.yaml so.csv --period 2024-Q1 --letters thu/nhac'),
        ).toEqual(files);
    });

    test('what a link or another name leads to', () => {
      const files = { 'a.yaml': plan('a'), 'one.json': '{}' };
      const check = blocked('linked', files);
      linkSync(path.join(folder, 'linked/one.json'), path.join(folder, 'linked/two.json'));
      const both = { ...files, 'two.json': '{}' };
      expect(check(1, 'check . -o json=two.json')).toEqual(both);
      symlinkSync('not-yet.json', path.join(folder, 'linked/ahead.json'));
      const { code } = sh(
        `cd linked && trap '' XFSZ && ulimit -f 1 && '${process.execPath}' '${BIN}' check . -o json=ahead.json`,
      );
      expect([code, readdirSync(path.join(folder, 'linked')).sort()]).toEqual([
        2,
        ['a.yaml', 'ahead.json', 'one.json', 'two.json'],
      ]);
    });

    test('sheets, though somebody ends the run meanwhile', async () => {
      const leads = Array.from({ length: 40 }, (_, at) => `so-${at}`);
      writeFileSync(
        path.join(folder, 'sheets.yaml'),
        `${plan('s')
          .replace('target:', 'targets:')
          .replace('so: Sở', leads.map((code) => `${code}: ${code}`).join(', '))
          .replace('[so]', `[${leads}]`)}`,
      );
      const into = path.join(folder, 'made');
      mkdirSync(into);
      const argv = [
        'sheet',
        'sheets.yaml',
        '-o',
        'made/sheets',
        '-f',
        'csv',
        '--period',
        '2024-Q1',
      ];
      const child = spawn(process.execPath, [BIN, ...argv], { cwd: folder });
      const watcher = watch(into, () => child.kill('SIGINT'));
      const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
      watcher.close();
      expect([null, 'SIGINT']).toContain(signal);
      expect(readdirSync(path.join(into, 'sheets'))).toHaveLength(40);
    });
  });

  test.each(['json=/dev/stdout', 'json=printed.txt'])(
    'what is printed and a file do not go into one: -o %s',
    (output) => {
      const command = `'${process.execPath}' '${BIN}' check bad.yaml -f concise -o ${output} --lang en`;
      expect(sh(`${command} > printed.txt`)).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^dti-eval: .*(?:concise and json|two formats)[^\n]*\n$/),
      });
      expect(readFileSync(path.join(folder, 'printed.txt'), 'utf8')).toBe('');
      const alone = sh(`'${process.execPath}' '${BIN}' check bad.yaml -o ${output} > printed.txt`);
      expect(alone.code).toBe(1);
    },
  );

  test.each(['no/such/x.csv', '.', 'bad.yaml/x.csv'])(
    'what could not be written in the end is refused before anything is done: %s',
    (name) => {
      writeFileSync(path.join(folder, 'q.yaml'), 'format: plan/1\nid: q\n');
      const { code, stderr } = run('true', `status q.yaml -f csv -o '${name}'`);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^dti-eval: cannot write [^\n]*\n$/),
      ]);
    },
  );

  test('who ends a run in the midst of writing finds the file whole or none', async () => {
    const into = path.join(folder, 'into');
    mkdirSync(into);
    const child = spawn(process.execPath, [BIN, 'check', 'many', '-o', 'json=into/o.json'], {
      cwd: folder,
    });
    const watcher = watch(into, () => child.kill('SIGTERM'));
    const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    watcher.close();
    expect(readdirSync(into).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    if (readdirSync(into).includes('o.json'))
      JSON.parse(readFileSync(path.join(into, 'o.json'), 'utf8'));
    expect([null, 'SIGTERM']).toContain(signal);
  });
});

describe('a pipe that nothing reads from is refused, never waited for', () => {
  const PLAN =
    'format: plan/1\nid: p\ntitle: K\ndocument: 1/KH\nissued: 2024-01-15\narea: danang\nperiod: 2024\nindicators: [{ id: a, name: A, unit: "%", targets: { 2024: 1 }, lead: [so], source: I }]\nagencies: { so: Sở }\n';

  test.each([
    ['as output', 'check p.yaml -o json=pipe', 'a pipe that nothing reads from'],
    ['as output of a table', 'status p.yaml -o json=pipe', 'a pipe that nothing reads from'],
    ['as a sheet', 'collect p.yaml pipe --period 2024', 'a pipe or device'],
  ])('%s', (_, argv, said) => {
    writeFileSync(path.join(folder, 'p.yaml'), PLAN);
    sh('test -p pipe || mkfifo pipe');
    const { code, stderr } = sh(`timeout 20 "${process.execPath}" "${BIN}" ${argv}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('one that is read is written through', () => {
    sh('test -p read || mkfifo read');
    const script = `cat read > got & sleep 0.2; "${process.execPath}" "${BIN}" check p.yaml -o json=read; wait`;
    expect(sh(script).code).toBe(0);
    expect(JSON.parse(readFileSync(path.join(folder, 'got'), 'utf8')).format).toBe('check/1');
  });
});
