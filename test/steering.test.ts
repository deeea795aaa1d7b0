import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FINDING_FORMATS } from '../src/formats/findings/index.ts';
import { FORMATS } from '../src/formats/index.ts';
import { partsOf } from './formats/office.ts';
import { run, type World } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Controls of C0 and C1, DEL, all separators of lines, all marks of direction. */
const MARK =
  '\u0001\u0007\b\u000b\f\u001b[2J\u001b]0;x\u0007\u007f\u0080\u0085\u009b2J\u009f\r\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
const STEERING = /(?!\n|\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of this program.
const COLOUR = /\u001b\[\d+(;\d+)*m/g;

/** YAML in which a text that ends with `~` has the mark there. */
function yaml(text: string, mark = MARK): string {
  const escaped = JSON.stringify(mark).slice(1, -1);
  return text.replace(/"([^"]*)~"/g, (_, said: string) => `"${said}${escaped}z"`);
}

const PLAN = `{ format: plan/1, id: p, title: "Kế hoạch~", document: "1/KH~", printed-in: "2/KH~", issued: 2023-01-15,
  area: danang, period: 2023..2025, implements: ["5/NQ~"], note: "N~", areas: [hai-chau],
  agencies: { so-a: "Sở A~", so-b: { name: "Sở B~", members: [so-a] } }, groups: { g: "Nhóm~" },
  indicators: [
    { id: a-1, measure: usage, name: "Tỷ lệ A~", group: g, unit: "%~", baseline: { 2022: 50 }, targets: { 2023: 60, 2024: 80 },
      by-area: { hai-chau: { 2024: 85 } }, wording: { 2024: "W~" }, lead: [so-a], note: "N~", source: "I.1~",
      waived: [{ year: 2023, until: 2024-12-31, reason: "R~", decision: "D~" }] },
    { id: a-2, name: "B~", source: "I.2~", parts: [{ id: moi, name: "P~", unit: "%", targets: { 2024: 10 }, note: "N~", wording: { 2024: "W~" } }] }],
  tasks: [{ id: t-1, title: "T~", lead: [so-b], each: lead, due: 2024-03, funding: ["F~"], note: "N~", source: "II.1~" },
    { id: t-2, title: "T2~", due: { per: "53/KH~" }, source: "II.2~" }],
  reports: [{ id: r-1, title: "B~", lead: [so-a], to: "UB~", due: { yearly: [03-30] }, note: "N~", source: "III~" }],
  claims: [{ text: "C~", count: indicators, equals: 9, source: "IV~" }, { text: "C~", counted: 2, equals: 3, source: "IV~" }],
  ignore: [{ rule: no-lead, where: indicators, reason: "R~" }] }
`;
const cell = `"x${MARK}z"`;
const FILES = {
  'p.yaml': yaml(PLAN),
  'q.yaml': yaml(PLAN).replace('id: p', 'id: q'),
  'p2.yaml': yaml(PLAN, `${MARK}y`).replace('2024: 80', '2024: 70'),
  'p.results.csv': `indicator,name,period,value,area,status,published,source,note
a-1,${cell},2023,55,,Đạt,,${cell},${cell}
a-1,,2024-Q1,70,,,,${cell},${cell}
a-1,,2024-Q1,75,,,,${cell},${cell}
a-1,,2024-Q1,75,hai-chau,,,${cell},
a-2/moi,,2024-Q1,${cell},,,,${cell},
${cell},,${cell},${cell},${cell},${cell},${cell},,
`,
  'p.progress.csv': `task,occurrence,agency,status,date,due,source,note
t-1,,so-a,extended,2024-03-01,2024-12-31,${cell},${cell}
${cell},${cell},${cell},${cell},${cell},${cell},,
`,
  'catalogue/areas.yaml': yaml(
    '{ format: areas/1, areas: [{ code: danang, name: "A~", name-en: "B~", type: city }, { code: hai-chau, name: "C~", name-en: "D~", type: district, parent: danang }] }',
  ),
  'catalogue/measures.yaml': yaml(
    '{ format: measures/1, measures: [{ code: usage, name: "M~", name-en: "N~", definition: "D~", unit: "%", direction: up, kind: share, note: "T~" }] }',
  ),
  'letter.yaml': yaml(
    '{ format: letter/1, superior: "S~", issuer: "I~", number: "7~", place: "P~", kind: "K~", subject: "S~", addressees: ["A~"], signer: { authority: ["A~"], post: "P~", name: "N~" }, recipients: ["R~"], archive: "V~" }',
  ),
};

const TABLES = ['table', 'markdown', 'html', 'csv', 'json', 'xlsx', 'docx'];
const FINDINGS = Object.keys(FINDING_FORMATS);

/** Command lines by the formats in which they are tried. */
const LINES: readonly (readonly [string, readonly string[]])[] = [
  ['check .', FINDINGS],
  ['check . --show-reading', ['pretty']],
  ['check . --statistics', ['pretty', 'json', 'markdown']],
  ['check . --fix-unsafe --dry-run', ['']],
  ['status p.yaml', TABLES],
  ['status p.yaml --chart', ['table']],
  ['status p.yaml --by area', TABLES],
  ['status p.yaml --periods 2024-Q1..2024-Q2', TABLES],
  ['overdue p.yaml --all', Object.keys(FORMATS)],
  ['diff p.yaml q.yaml', TABLES],
  ['diff p.yaml p2.yaml', TABLES],
  ['audit p.yaml', [...TABLES, ...FINDINGS.filter((name) => !TABLES.includes(name))]],
  ['report p.yaml --with-files', TABLES.filter((name) => name !== 'csv')],
  ['report p.yaml --letter letter.yaml', ['table', 'markdown', 'html', 'docx']],
  ['report p.yaml --template appendix', ['table', 'markdown', 'html', 'csv', 'xlsx', 'docx']],
  ['explain p.yaml a-1', TABLES.filter((name) => name !== 'csv')],
  ['explain p.yaml t-1', TABLES.filter((name) => name !== 'csv')],
  ['collect p.yaml p.results.csv --dry-run', TABLES],
  ['init --results p.yaml -o -', ['']],
];

/** Tells what of the run steers a terminal, or is no XML where it should be. */
async function steeringOf(argv: readonly string[], format: string, world: World) {
  const { code, bytes, stdout, stderr } = await run(argv, world);
  expect(code, stderr).toBeLessThan(3);
  const isOffice = format === 'xlsx' || format === 'docx';
  const parts = isOffice && bytes.length > 0 ? Object.values(partsOf(bytes)).join('') : stdout;
  if (isOffice || format === 'html' || format === 'junit') expect(parts).not.toMatch(NO_XML);
  // CSV and calendars end their lines as their standards ask for.
  const text = parts.replaceAll('\r\n', '\n');
  return [text, stderr]
    .map((one) => (argv.includes('always') ? one.replace(COLOUR, '') : one))
    .map((one) => STEERING.exec(one.replace(/^\ufeff/, '')))
    .filter((found) => found !== null)
    .map(({ input, index }) => JSON.stringify(input.slice(Math.max(0, index - 60), index + 9)));
}

describe('texts of files', () => {
  test.each(LINES.flatMap(([line, formats]) => formats.map((format) => [line, format] as const)))(
    '%s -f %s',
    async (line, format) => {
      const cwd = temporaryFolder(FILES);
      const asked = format === '' ? [] : ['-f', format];
      const day = /^(check|diff|init)/.test(line) ? [] : ['--as-of', '2024-06-30'];
      const isColoured = ['table', 'pretty', 'concise', ''].includes(format);
      for (const more of isColoured ? ['never', 'always'] : ['never']) {
        const argv = [...line.split(' '), ...asked, ...day, '--color', more];
        const world = { cwd, env: { GITHUB_ACTIONS: 'true' } };
        expect(await steeringOf(argv, format, world)).toEqual([]);
      }
    },
  );
});

describe.skipIf(process.platform === 'win32')('names of files and folders', () => {
  const name = `a${MARK}b`;
  const files = Object.fromEntries(
    Object.entries(FILES).map(([file, text]) => [
      path.join(name, file.replace(/^p\./, `${name}.`)),
      text,
    ]),
  );
  const plan = path.join(name, `${name}.yaml`);
  const LINES: readonly (readonly [string[], readonly string[]])[] = [
    [['check', '.'], FINDINGS],
    [['check', '.', '--fix-unsafe', '--dry-run'], ['']],
    [['status', plan], TABLES],
    [['diff', plan, path.join(name, 'p2.yaml')], TABLES],
    [
      ['audit', plan],
      ['table', 'github', 'sarif', 'junit', 'csv', 'json'],
    ],
    [
      ['report', plan, '--with-files'],
      ['table', 'markdown', 'html', 'docx'],
    ],
    [
      ['explain', plan, 'a-1'],
      ['table', 'html', 'json'],
    ],
    [
      ['collect', plan, path.join(name, `${name}.results.csv`), '--dry-run'],
      ['table', 'csv'],
    ],
    [['status', path.join(name, 'no.yaml')], ['table']],
    [['sheet', plan, '-o', `${name}c`], ['']],
    [['init', '--results', plan, '-o', `${name}.csv`], ['']],
    [['init', path.join(name, 'x-2024')], ['']],
    [['check', plan, '--suppress-all', '--baseline', `${name}.json`], ['']],
    [['status', plan, '-o', path.join(name, 'no', 'such.csv')], ['csv']],
  ];
  test.each(LINES.map(([argv, formats]) => [argv[0], argv, formats] as const))(
    '%s',
    async (_name, argv, formats) => {
      const cwd = temporaryFolder(files);
      for (const format of formats) {
        const asked = format === '' ? [] : ['-f', format];
        expect(await steeringOf([...argv, ...asked], format, { cwd })).toEqual([]);
      }
    },
  );
});

describe('what is asked for', () => {
  const bad = `x${MARK}`;
  test.each([
    ...[[bad], ['status', bad], ['explain', bad], ['explain', 'p.yaml', bad], ['schema', bad]],
    ...[
      ['init', bad],
      ['help', bad],
      ['status', `--${bad}`],
      ['check', `${bad}/*.yaml`],
    ],
    ...['as-of', 'results', 'catalogue', 'decimal', 'delimiter', 'encoding', 'format'].map(
      (option) => ['status', 'p.yaml', `--${option}=${bad}`],
    ),
    ...['lang', 'width', 'limit', 'year', 'only', 'group', 'lead', 'area', 'periods', 'output'].map(
      (option) => ['status', 'p.yaml', `--${option}=${bad}`],
    ),
    ...['baseline', 'select', 'ignore', 'changed-since', 'stdin-filename'].map((option) => [
      'check',
      '.',
      `--${option}=${bad}`,
    ]),
    ['report', 'p.yaml', '--title', bad],
    ['diff', 'p.yaml', 'q.yaml', '--against', bad],
  ])('%#', async (...argv: string[]) => {
    const cwd = temporaryFolder(FILES);
    expect(await steeringOf(argv, '', { cwd })).toEqual([]);
  });

  test.each(['LANG', 'SOURCE_DATE_EPOCH', 'GITHUB_WORKSPACE', 'GITHUB_STEP_SUMMARY', 'COLUMNS'])(
    'by the environment: %s',
    async (name) => {
      const cwd = temporaryFolder(FILES);
      const world = { cwd, env: { GITHUB_ACTIONS: 'true', [name]: bad } };
      expect(await steeringOf(['check', '.', '-f', 'github'], 'github', world)).toEqual([]);
    },
  );
});

describe('files that are written', () => {
  test.each([
    ['check', '.', '--suppress-all', '--fail-on', 'info'],
    ['check', '.', '-f', 'github', '-o', 'github.txt'],
    ['collect', 'p.yaml', 'r.csv', '--period', '2024-Q1', '--letters', 'letters'],
    ['sheet', 'p.yaml', '-f', 'csv', '-o', 'sheets'],
    ['sheet', 'p.yaml', '-o', 'sheets'],
    ['init', '--results', 'p.yaml', '-o', 'sheet.csv'],
    ['overdue', 'p.yaml', '--all', '-f', 'ics', '-o', 'o.ics'],
    ['status', 'p.yaml', '-f', 'json', '-o', 'o.json', '-o', 'html=o.html'],
  ])('%s %s %s %s', async (...argv: string[]) => {
    const given = { ...FILES, 'r.csv': FILES['p.results.csv'] };
    const cwd = temporaryFolder(given);
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(cwd, 'summary.md') };
    expect((await run(argv, { cwd, env })).code).toBeLessThan(2);
    // What is collected keeps the text of the table that it is added to.
    const written = readdirSync(cwd, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(cwd, path.join(entry.parentPath, entry.name)))
      .filter((name) => !(name in given));
    expect(written).not.toEqual([]);
    for (const name of written) {
      const bytes = readFileSync(path.join(cwd, name));
      const text = name.endsWith('.xlsx')
        ? Object.values(partsOf(bytes)).join('')
        : bytes.toString('utf8');
      expect([name, STEERING.exec(text.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''))]).toEqual([
        name,
        null,
      ]);
    }
  });
});

describe('settings, baselines and comments', () => {
  test.each([
    { '.dti-eval.yaml': yaml('{ rules: { "no-lead~": off }, exclude: ["x~"], "key~": "y~" }') },
    { '.dti-eval.yaml': `exclude: [${MARK}\n` },
    {
      '.dti-eval-baseline.json': JSON.stringify({
        format: 'baseline/1',
        findings: [{ file: MARK, rule: MARK, path: MARK, count: 1 }],
      }),
    },
    { '.dti-eval-baseline.json': MARK },
    { 'p.yaml': yaml(PLAN.replace('rule: no-lead, where: indicators', 'rule: "r~", where: "w~"')) },
    { 'p.yaml': `# dti-eval-ignore ${MARK}: ${MARK}\n# dti-eval-ignore no-lead: ${MARK}\n${PLAN}` },
    {
      'p.yaml': `%TAG !${MARK}! x${MARK}\n---\n&${MARK} a${MARK}: !${MARK} *${MARK}\n"${MARK}": {\n`,
    },
    { 'p.results.csv': `${MARK};${MARK}\n"${MARK}",${MARK}\n"x\n${MARK}` },
  ])('%#', async (files: Record<string, string>) => {
    const cwd = temporaryFolder({ ...FILES, ...files });
    for (const format of FINDINGS)
      expect(await steeringOf(['check', '.', '-f', format], format, { cwd })).toEqual([]);
    for (const command of ['status', 'report', 'audit', 'overdue'])
      expect(await steeringOf([command, 'p.yaml'], '', { cwd })).toEqual([]);
  });
});
