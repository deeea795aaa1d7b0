import { lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const HEAD = `format: plan/1
id: p
title: Kế hoạch # tên ngắn
document: 1/KH-UBND
issued: 2024-01-15
area: hanoi
period: 2024..2025
agencies: { so-tttt: Sở Thông tin và Truyền thông, so-yt: Sở Y tế }
groups: { kts: Kinh tế số }
`;

const ITEM = `indicators:
  - id: kts-1
    name: Tỷ lệ A
    group: kts
    unit: "%"
    targets: { 2024: 20, 2025: 22 }
    lead: [so-tttt, so-yt]
    source: II.1
`;

const plan = (change: (text: string) => string = (text) => text) => change(HEAD + ITEM);
const replaced = (from: string, to: string) => plan((text) => text.replace(from, to));
const duty = (due: string) =>
  `${plan()}reports:\n  - { id: bc, title: Báo cáo, lead: [so-yt], due: ${due}, source: III }\n`;

const weaker = (comment: string, entry?: string) =>
  replaced('20, 2025: 22 }', `22, 2025: 20 }${comment}`) +
  (entry === undefined ? '' : `ignore:\n  - ${entry}\n`);

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A fault, the options that mend it, what is then in the file. */
const CORPUS: Readonly<Record<string, readonly [Files, '--fix' | '--fix-unsafe', string]>> = {
  'a key of one letter too few': [
    { 'p.yaml': replaced('source:', 'sourc:') },
    '--fix',
    'source: II.1',
  ],
  'a key in capitals': [{ 'p.yaml': replaced('unit:', 'Unit:') }, '--fix', '    unit: "%"'],
  'a number where a text is needed': [
    { 'p.yaml': replaced('II.1', '1.10') },
    '--fix',
    'source: "1.10"',
  ],
  'an unquoted comparison': [
    { 'p.yaml': replaced('{ 2024: 20, 2025: 22 }', '\n      2024: > 50 # khó\n      2025: 60') },
    '--fix',
    '2024: "> 50" # khó\n',
  ],
  'tabs before the lines of an item': [
    { 'p.yaml': plan((text) => text.replace(/^ {4}/gm, '\t\t').replace('  - id', '\t- id')) },
    '--fix',
    'indicators:\n  - id: kts-1\n    name',
  ],
  'one tab among spaces': [
    { 'p.yaml': replaced('    name: Tỷ', '\tname: Tỷ') },
    '--fix',
    '    name: Tỷ lệ A\n    group',
  ],
  'a colon in a text': [
    { 'p.yaml': replaced('name: Tỷ lệ A', 'name: Tỷ lệ: A') },
    '--fix',
    'name: "Tỷ lệ: A"\n',
  ],
  'one code where a list is needed': [
    {
      'p.yaml': plan((text) =>
        text.replace('[so-tttt, so-yt]', 'so-yt').replace(/so-tttt: [^,]*, /, ''),
      ),
    },
    '--fix',
    'lead: [so-yt]',
  ],
  'the day before the month': [{ 'p.yaml': duty('{ yearly: [30-06] }') }, '--fix', '[06-30]'],
  'a date in the order of Vietnam': [
    { 'p.yaml': replaced('2024-01-15', '15/01/2024') },
    '--fix',
    'issued: 2024-01-15',
  ],
  'a date with two readings': [
    { 'p.yaml': replaced('2024-01-15', '02/01/2024') },
    '--fix-unsafe',
    'issued: 2024-01-02',
  ],
  'a day that there is not': [{ 'p.yaml': duty('2024-06-31') }, '--fix-unsafe', 'due: 2024-06-30'],
  'a period with a hyphen': [
    { 'p.yaml': replaced('2024..2025', '2024-2025') },
    '--fix',
    '2024..2025',
  ],
  'a code in capitals': [
    { 'p.yaml': replaced('group: kts', 'group: KTS') },
    '--fix-unsafe',
    'group: kts',
  ],
  'a code of another letter': [
    { 'p.yaml': replaced('[so-tttt,', '[so-ttt,') },
    '--fix-unsafe',
    '[so-tttt, so-yt]',
  ],
  'letters apart from their accents': [
    { 'p.yaml': replaced('Tỷ lệ A', 'Tỷ lệ A'.normalize('NFD')) },
    '--fix',
    'name: Tỷ lệ A\n',
  ],
  'Eth for Đ': [{ 'p.yaml': replaced('Tỷ lệ A', 'Ðà Nẵng') }, '--fix', 'name: Đà Nẵng\n'],
  'a Cyrillic letter': [{ 'p.yaml': replaced('Tỷ lệ A', 'Tỷ lệ сố') }, '--fix', 'Tỷ lệ cố'],
  'a space without width': [{ 'p.yaml': replaced('Tỷ lệ', 'Tỷ\u200b lệ') }, '--fix', 'Tỷ lệ A'],
  'a comment that suppresses nothing, on its line': [
    { 'p.yaml': replaced('    name', '    # dti-eval-ignore no-lead: vì sao\n    name') },
    '--fix',
    '  - id: kts-1\n    name',
  ],
  'a comment that suppresses nothing, behind text': [
    { 'p.yaml': replaced('so-yt]\n', 'so-yt]   # dti-eval-ignore no-lead: vì sao\n') },
    '--fix',
    'lead: [so-tttt, so-yt]\n    source',
  ],
  'a heading with a slip': [
    { 'p.yaml': plan(), 'p.results.csv': 'indicator,perod,value,source\nkts-1,2024,20,x\n' },
    '--fix',
    'indicator,period,value,source\n',
  ],
  'a code in a sheet, quoted': [
    { 'p.yaml': plan(), 'p.results.csv': 'indicator;period;value;source\n"kts1";2024;20;x\n' },
    '--fix',
    '"kts-1";2024',
  ],
  'a day with its month before it': [
    { 'p.yaml': plan(), 'p.results.csv': 'indicator,period,value,source\nkts-1,12/31/2024,20,x\n' },
    '--fix',
    'kts-1,2024-12-31,20,x',
  ],
  'bullets of Word before the entries of a list': [
    { 'p.yaml': replaced('  - id', '  • id') },
    '--fix',
    '  - id: kts-1\n    name',
  ],
  'numbered entries, aligned behind their numbers': [
    { 'p.yaml': plan((text) => text.replace('  - id', '  1. id').replace(/^ {4}/gm, '     ')) },
    '--fix',
    '  -  id: kts-1\n     name',
  ],
  'a list that bullets make one text': [
    { 'p.yaml': replaced('groups:', 'implements:\n  • 05-NQ/TU\n  • 2870/QĐ-UBND\ngroups:') },
    '--fix-unsafe',
    '  [05-NQ/TU, 2870/QĐ-UBND]\n',
  ],
  'curly quotes around a text': [
    { 'p.yaml': replaced('Tỷ lệ A', '“Tỷ lệ A”') },
    '--fix-unsafe',
    'name: "Tỷ lệ A"\n',
  ],
  'curly quotes around a target': [
    { 'p.yaml': replaced('2024: 20', '2024: “> 20”') },
    '--fix',
    '2024: "> 20"',
  ],
  'a year and its value in one': [
    { 'p.yaml': replaced('2024: 20', '2024:20') },
    '--fix-unsafe',
    '{ 2024: 20, 2025: 22 }',
  ],
  'a comma that is missing': [
    { 'p.yaml': replaced('20, 2025', '20 2025') },
    '--fix-unsafe',
    '{ 2024: 20, 2025: 22 }',
  ],
  'a bracket that is missing': [
    { 'p.yaml': replaced('so-yt]', 'so-yt') },
    '--fix-unsafe',
    'lead: [so-tttt, so-yt ]\n',
  ],
  'a word that & makes an anchor': [
    { 'p.yaml': replaced('Tỷ lệ A', '&Tỷ lệ A') },
    '--fix-unsafe',
    'name: "&Tỷ lệ A"\n',
  ],
  'an entry of a list that stands too far in': [
    { 'p.yaml': replaced('[so-tttt, so-yt]', '\n      - so-tttt\n        - so-yt') },
    '--fix-unsafe',
    '      - so-tttt\n      - so-yt\n',
  ],
  'an opening bracket that is missing': [
    { 'p.yaml': replaced('[so-tttt', 'so-tttt') },
    '--fix',
    'lead: [so-tttt, so-yt]\n',
  ],
  'a colon that is missing inside { }': [
    { 'p.yaml': `${plan()}reports:\n  - { id: bc, title Báo cáo, due: 2024, source: III }\n` },
    '--fix-unsafe',
    '{ id: bc, title: Báo cáo, due: 2024, source: III }',
  ],
  'a tag': [{ 'p.yaml': replaced('"%"', '!u "%"') }, '--fix-unsafe', '    unit: "%"\n'],
  'curly quotes that a comma cuts': [
    {
      'p.yaml': `${plan()}reports:\n  - { id: bc, title: “Báo cáo, gửi Sở”, due: 2024, source: III }\n`,
    },
    '--fix-unsafe',
    'title: "Báo cáo, gửi Sở", due',
  ],
  'a carriage return alone': [
    { 'p.yaml': replaced('group: kts\n', 'group: kts\r') },
    '--fix',
    'group: kts\n    unit',
  ],
  'a rule that is misspelt in a comment': [
    { 'p.yaml': weaker(' # dti-eval-ignore weaker-latter-target: như văn bản') },
    '--fix-unsafe',
    '# dti-eval-ignore weaker-later-target: như văn bản',
  ],
  'a rule that is misspelt in the plan’s list': [
    { 'p.yaml': weaker('', '{ rule: weaker-latter-target, where: kts-1, reason: như văn bản }') },
    '--fix-unsafe',
    'rule: weaker-later-target, where: kts-1',
  ],
  'an id that is misspelt in the plan’s list': [
    { 'p.yaml': weaker('', '{ rule: weaker-later-target, where: kts-11, reason: như văn bản }') },
    '--fix-unsafe',
    'rule: weaker-later-target, where: kts-1,',
  ],
};

const check = (argv: string[], cwd: string) => run(['check', '-f', 'json', ...argv], { cwd });
const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');
const found = async (cwd: string) =>
  JSON.parse((await check([], cwd)).stdout).findings as {
    rule: string;
    fix: unknown;
    suppressed: boolean;
  }[];

describe('fix, then the check is clean of it', () => {
  test.each(Object.entries(CORPUS))('%s', async (_, [files, option, wanted]) => {
    const folder = temporaryFolder(files);
    const before = await found(folder);
    expect(before.length).toBeGreaterThan(0);
    if (option === '--fix-unsafe') {
      expect((await check(['--fix'], folder)).stderr).toContain('nothing to mend');
    }
    const { stderr } = await check([option], folder);
    expect(stderr).toMatch(/^dti-eval: [1-9]\d* findings? mended in 1 file\n$/);
    expect((await found(folder)).filter(({ suppressed }) => !suppressed)).toEqual([]);
    const file = Object.keys(files).at(-1)!;
    expect(read(folder, file)).toContain(wanted);
    // Once is enough.
    const whole = read(folder, file);
    expect((await check([option], folder)).stderr).toBe('dti-eval: nothing to mend\n');
    expect(read(folder, file)).toBe(whole);
  });
});

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

describe('what other formats suggest is what --fix writes', () => {
  test.each(Object.entries(CORPUS))('%s', async (_, [files, option]) => {
    const cwd = temporaryFolder(files);
    const outputs = ['-o', 'sarif=a.sarif', '-o', 'gitlab=a.gitlab', '-o', 'json=a.json'];
    await run(['check', ...outputs], { cwd });
    const log = JSON.parse(read(cwd, 'a.sarif')).runs[0];
    const found = JSON.parse(read(cwd, 'a.json')).findings;
    const issues = JSON.parse(read(cwd, 'a.gitlab'));
    expect(log.results).toHaveLength(found.length);
    for (const [at, { fix }] of found.entries()) {
      const edits = fix?.edits ?? [];
      const changes = log.results[at].fixes?.[0].artifactChanges ?? [];
      const said = changes.flatMap((change: { replacements: unknown[] }) => change.replacements);
      expect(said).toEqual(
        edits.map((edit: Region & Record<string, unknown>) => ({
          deletedRegion: {
            startLine: edit.line,
            startColumn: edit.column,
            endLine: edit.endLine,
            endColumn: edit.endColumn,
          },
          ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
        })),
      );
      for (const { file, line, column, text } of edits) {
        expect(issues[at].content.body).toContain(`${file}:${line}:${column}`);
        if (/^[\x21-\x7e]+$/.test(text)) expect(issues[at].content.body).toContain(`\`${text}\``);
      }
    }
    const [first, ...others] = found.filter(({ fix }: { fix: unknown }) => fix !== null);
    const name: string = first.fix.edits[0].file;
    if (others.length > 0) return;
    const written = edited(read(cwd, name), first.fix.edits);
    await check([option], cwd);
    expect(read(cwd, name)).toBe(written);
  });
});

/** The text with each edit made by itself, the last first. */
function edited(
  text: string,
  edits: readonly (Record<string, number> & { text: string })[],
): string {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length),
  ];
  const offset = (line: number, column: number) => starts[line - 1]! + column - 1;
  return edits.toReversed().reduce((all, edit) => {
    const [from, to] = [offset(edit.line!, edit.column!), offset(edit.endLine!, edit.endColumn!)];
    return all.slice(0, from) + edit.text + all.slice(to);
  }, text);
}

describe('what is written', () => {
  test('byte order mark, CRLF, comments and layout stay', async () => {
    const text = plan((one) => one.replace('sourc', 'sourc')).replaceAll('\n', '\r\n');
    const broken = `\ufeff${text.replace('source:', 'sourc  :')}`;
    const folder = temporaryFolder({ 'p.yaml': broken });
    await check(['--fix'], folder);
    expect(read(folder, 'p.yaml')).toBe(broken.replace('sourc  :', 'source  :'));
  });

  test('UTF-16 stays UTF-16', async () => {
    const text = replaced('source:', 'sourc:');
    const mark = Buffer.from([0xff, 0xfe]);
    const folder = temporaryFolder({
      'p.yaml': Buffer.concat([mark, Buffer.from(text, 'utf16le')]),
    });
    await check(['--fix'], folder);
    const wanted = Buffer.concat([mark, Buffer.from(plan(), 'utf16le')]);
    expect(readFileSync(path.join(folder, 'p.yaml'))).toEqual(wanted);
  });

  test('a link stays a link, a file keeps its mode', async () => {
    const folder = temporaryFolder({ 'real/x.txt': replaced('source:', 'sourc:') });
    symlinkSync('real/x.txt', path.join(folder, 'p.yaml'));
    const { mode } = statSync(path.join(folder, 'real/x.txt'));
    await check(['--fix', 'p.yaml'], folder);
    expect(lstatSync(path.join(folder, 'p.yaml')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'real/x.txt')).toBe(plan());
    expect(statSync(path.join(folder, 'real/x.txt')).mode).toBe(mode);
  });

  test('mends that touch each other are made one after the other', async () => {
    // The code has a Cyrillic letter and, without it, another one too few.
    const folder = temporaryFolder({ 'p.yaml': replaced('[so-tttt,', '[sо-ttt,') });
    await check(['--fix-unsafe'], folder);
    expect(read(folder, 'p.yaml')).toBe(plan());
  });

  test('two keys that stand for the same third are left to their author', async () => {
    const text = replaced('    source: II.1\n', '    sourc: II.1\n    sorce: II.2\n');
    const folder = temporaryFolder({ 'p.yaml': text });
    await check(['--fix-unsafe'], folder);
    expect(read(folder, 'p.yaml')).toBe(text);
  });

  test('what is suppressed, or asked for in one file only, is left alone', async () => {
    const ignored = `# dti-eval-ignore-file look-alike-letter: chép nguyên văn\n${replaced('Tỷ lệ A', 'Ðà')}`;
    const sheet = 'indicator,period,value,source\nkts1,2024,20,x\n';
    const folder = temporaryFolder({ 'p.yaml': ignored, 'p.results.csv': sheet });
    expect((await check(['--fix', 'p.yaml'], folder)).stderr).toContain('1 finding mended');
    expect(read(folder, 'p.yaml')).toBe(ignored);
    expect(read(folder, 'p.results.csv')).toContain('kts-1');
  });
});

describe('--dry-run', () => {
  test('shows a diff, changes nothing, and ends as a check of the file as it is', async () => {
    const text = replaced('source:', 'sourc:');
    const folder = temporaryFolder({ 'plans/p.yaml': text });
    const done = await run(['check', '--fix', '--dry-run', 'plans'], { cwd: folder });
    expect(done.stdout).toBe(
      [
        '--- a/plans/p.yaml',
        '+++ b/plans/p.yaml',
        '@@ -14,4 +14,4 @@',
        '     unit: "%"',
        '     targets: { 2024: 20, 2025: 22 }',
        '     lead: [so-tttt, so-yt]',
        '-    sourc: II.1',
        '+    source: II.1',
        '',
      ].join('\n'),
    );
    expect([done.code, done.stderr]).toEqual([
      1,
      'dti-eval: 1 finding would be mended in 1 file; nothing is changed\n',
    ]);
    expect(read(folder, 'plans/p.yaml')).toBe(text);
  });

  test('is in the reader’s language, and paints a terminal’s lines', async () => {
    const folder = temporaryFolder({ 'p.yaml': replaced('source:', 'sourc:') });
    const argv = ['check', '--dry-run', '--lang', 'vi', '--color', 'always'];
    const { stdout, stderr } = await run(argv, { cwd: folder });
    expect(stderr).toBe('dti-eval: sẽ sửa 1 phát hiện trong 1 tệp; chưa thay đổi gì\n');
    expect(stdout).toContain('\u001b[31m-    sourc: II.1\u001b[39m\n');
  });

  test.each([
    [['--dry-run', '-f', 'json'], '--format'],
    [['--fix', '--dry-run', '-o', 'x.json'], '--output'],
    [['--fix', '--dry-run', '--suppress-all'], '--suppress-all'],
    [['--fix', '-'], 'standard input'],
  ])('%j is refused', async (argv, why) => {
    const { code, stderr } = await run(['check', ...argv], { cwd: temporaryFolder() });
    expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
  });
});
