// Runs the program on inputs made on purpose, and tells which it does not end within two seconds and 300 MB,
// in findings or a refusal. The seconds are those by the clock, or of the processor where these are fewer: others
// may be busy on the machine, too.
//
//   npm run hostile                  all of them
//   npm run hostile -- nest alias    those whose name holds one of the words
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { A1, HEAD, PLAN, RESULTS } from './small-plan.mjs';

const MOST_SECONDS = 2;
const MOST_MEGABYTES = 300;
/** Nothing may hang on however busy a machine. */
const LONGEST = 120_000;
const bin = fileURLToPath(new URL('../bin/dti-eval.js', import.meta.url));
const wanted = process.argv.slice(2);

const ROWS = `${RESULTS}a-1,2024,81,BC\n`;

const times = (count, text) => Array.from({ length: count }, (_, at) => text(at)).join('');
const plan = (text, results = ROWS) => ({ 'p.yaml': text, 'p.results.csv': results });
const rest = (text) => plan(PLAN + text);
const table = (text) => plan(PLAN, text);
const indicator = (text) => `indicators:\n  - { id: a-1, name: A, ${text}, source: I.1 }\n`;
const tasks = (count, text) =>
  `tasks:\n${times(count, (at) => `  - { id: t-${at}, title: Việc ${at}, ${text(at)}, source: II.${at} }\n`)}`;
const years = (from, to, text) =>
  times(to - from + 1, (at) => `${from + at}: ${text(from + at)}, `);
const ITEMS = (count) =>
  `indicators:\n${times(count, (at) => `  - { id: b-${at}, name: Tỷ lệ ${at}, unit: "%", targets: { 2024: 80 }, source: I.${at} }\n`)}`;
const dotted = `C.${'a.'.repeat(30)}a x`;

/** What is put in place of a file's text. */
const FIFO = { pipe: true };
const linkTo = (target) => ({ target });

/** What is read, by its name, and the commands that read it. */
const INPUTS = [
  [
    'a source of many parts',
    () => plan(PLAN.replace('I.1', dotted), `${RESULTS}a-1,2024,81,${dotted}\n`),
    'audit report',
  ],
  [
    'a finding on a line of 9,000 characters',
    () => rest(`x: ${'a '.repeat(4500)}\n`),
    'check status report',
  ],
  [
    'a name of 60 kB',
    () => plan(PLAN.replace('Tỷ lệ A', `😀${'a'.repeat(60_000)}`)),
    'check status report',
  ],
  [
    'a name of 9,900 signs',
    () => plan(PLAN.replace('Tỷ lệ A', `😀${'a'.repeat(9900)}`)),
    'check status report explain',
  ],
  ['explicit flow keys', () => rest(`x: ${'{'.repeat(29)}a${'}'.repeat(29)}\n`), 'check status'],
  ['explicit keys', () => rest(`${'? '.repeat(29)}a\n`), 'check status'],
  [
    'maps as keys, in a list',
    () => rest(`x:\n${`  - ${'{'.repeat(15)}a${'}'.repeat(15)}\n`.repeat(1000)}`),
    'check',
  ],
  ['unknown keys', () => rest(times(10_000, (at) => `khoa-${at}: 1\n`)), 'check status'],
  [
    'unknown keys beyond the findings kept',
    () => rest(times(19_000, (at) => `khoa-${at}: 1\n`)),
    'check status',
  ],
  [
    'unknown keys in a map',
    () => rest(`x: { ${times(19_000, (at) => `k${at}: 1, `)} }\n`),
    'check',
  ],
  [
    'agencies and as many unknown codes',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(8000, (at) => `a-${at}: Sở ${at}, `)} }\n${tasks(8000, (at) => `lead: [x-${at}], due: 2024-07`).replace('II', 'I')}`,
      ),
    'check status',
  ],
  [
    'rows of one indicator',
    () =>
      table(
        RESULTS + times(100_000, (at) => `a-1,2024-0${1 + (at % 9)},${at % 90},BC ${at % 7}\n`),
      ),
    'audit status check report',
  ],
  [
    'rows of one indicator, each of its own source',
    () => table(RESULTS + times(100_000, (at) => `a-1,2024,${at % 90},BC ${at}\n`)),
    'audit status check report explain',
  ],
  [
    'a value of 100,000 digits',
    () => table(`${RESULTS}a-1,2024,${'9'.repeat(100_000)},BC\n`),
    'status check audit',
  ],
  [
    'a target of 100,000 digits',
    () => plan(PLAN.replace('80', '9'.repeat(100_000))),
    'status check',
  ],
  [
    'a quoted target of 9,000 digits',
    () => plan(PLAN.replace('80', `">= ${'9'.repeat(9000)}"`)),
    'status check',
  ],
  ['aliases', () => rest(`x: [&s a${', *s'.repeat(10_000)}]\n`), 'check status'],
  ['aliases by the thousand', () => rest(`x: [&s a${', *s'.repeat(50_000)}]\n`), 'check status'],
  [
    'aliases of aliases',
    () =>
      rest(`a0: &a0 [x, x]\n${times(30, (at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`)}`),
    'check status',
  ],
  [
    'merge keys',
    () => rest(`a: &a { x: 1 }\n${times(90, (at) => `b${at}: { <<: *a }\n`)}`),
    'check',
  ],
  ['flow nesting', () => rest(`x: ${'['.repeat(100_000)}\n`), 'check status'],
  ['block nesting', () => rest(`x:\n  ${'- '.repeat(100_000)}a\n`), 'check status'],
  ['nested explicit keys', () => rest(`x:\n  ${'? '.repeat(100_000)}a\n`), 'check status'],
  ['nested quotes', () => rest(`x: ${'{"a": '.repeat(30_000)}\n`), 'check status'],
  ['nesting by lines', () => rest(times(2000, (at) => `${' '.repeat(at)}x:\n`)), 'check status'],
  ['quotes', () => rest(`x: ${'"'.repeat(100_000)}\n`), 'check status'],
  ['a run of CR', () => rest('\r'.repeat(1_000_000)), 'check status'],
  ['a run of CR LF', () => rest('\r\n'.repeat(1_000_000)), 'check status'],
  ['a run of tabs', () => rest(`\t`.repeat(1_000_000)), 'check status'],
  ['a run of blanks', () => rest(`x:${' '.repeat(4_000_000)}a\n`), 'check status'],
  ['lines that end in blanks', () => rest(`${' '.repeat(200)}\n`.repeat(20_000)), 'check status'],
  ['keys of one name', () => rest('x: 1\n'.repeat(1_000_000)), 'check status'],
  ['keys of one name within the limits', () => rest('x: 1\n'.repeat(49_000)), 'check status'],
  ['a line of 100 MB', () => ({ 'p.yaml': PLAN + 'x'.repeat(100_000_000) }), 'check status'],
  [
    'a row of 100 MB',
    () => table(`${RESULTS}a-1,2024,81,${'x'.repeat(100_000_000)}\n`),
    'check status audit',
  ],
  [
    'a quote that never ends',
    () => table(`${RESULTS}a-1,2024,81,"${'x\n'.repeat(2_000_000)}`),
    'check status',
  ],
  [
    'monthly in a long period',
    () =>
      plan(
        `${PLAN.replace('2024\n', '2022..9999\n')}${tasks(1, () => 'lead: [so], due: monthly')}`,
      ),
    'status overdue report check',
  ],
  [
    'monthly in years',
    () => rest(tasks(1, () => 'lead: [so], due: { yearly: [06-30], years: 2022..999999 }')),
    'overdue check',
  ],
  [
    'monthly tasks to 2999',
    () =>
      plan(
        PLAN.replace('period: 2024', 'period: 2024..2999') +
          tasks(1000, () => 'lead: [so], due: monthly'),
      ),
    'status overdue report check',
  ],
  [
    'monthly tasks of a century',
    () =>
      plan(
        PLAN.replace('period: 2024', 'period: 2024..2123') +
          tasks(83, () => 'lead: [so], due: monthly'),
      ),
    'status overdue report check',
  ],
  [
    'yearly dates',
    () =>
      rest(
        `tasks:\n  - { id: t, title: T, lead: [so], due: { yearly: [${times(100_000, () => '06-30, ')}] }, source: II.1 }\n`,
      ),
    'overdue check',
  ],
  [
    'yearly dates within the limits',
    () =>
      rest(
        `tasks:\n  - { id: t, title: T, lead: [so], due: { yearly: [${times(19_000, () => '06-30, ')}] }, source: II.1 }\n`,
      ),
    'overdue check',
  ],
  [
    'columns',
    () => table(`${RESULTS.trim()}${',c'.repeat(100_000)}\na-1,2024,81,BC\n`),
    'check status',
  ],
  [
    'columns within the limits',
    () => table(`${RESULTS.trim()}${times(990, (at) => `,c${at}`)}\na-1,2024,81,BC\n`),
    'check status',
  ],
  [
    'rows of 100,000 cells',
    () => table(`${RESULTS}${`a-1,2024,81,BC${',c'.repeat(100_000)}\n`.repeat(20)}`),
    'check status',
  ],
  [
    'rows of 990 cells',
    () =>
      table(
        `${RESULTS.trim()}${times(900, (at) => `,c${at}`)}\n${`a-1,2024,81,BC${',c'.repeat(900)}\n`.repeat(2000)}`,
      ),
    'check status',
  ],
  [
    'rows with errors',
    () => table(RESULTS + times(100_000, (at) => `x-${at},2024x,8x,BC\n`)),
    'check status',
  ],
  [
    'prototypes as keys',
    () => rest('constructor: 1\ntoString: 1\n__proto__: 1\n'),
    'check status overdue audit report',
  ],
  [
    'a map where a word is expected',
    () => plan(PLAN.replace('Tỷ lệ A', '{ a: 1 }')),
    'check audit report',
  ],
  [
    'signs that steer',
    () => plan(PLAN.replace('Tỷ lệ A', '"A\\e[2J\\x9b31m\\x7f\\u2028\\u0085"')),
    'check status report',
  ],
  [
    'target years',
    () =>
      plan(
        `${HEAD}period: 2000..2099\n${indicator(`unit: "%", targets: { ${years(1000, 9999, (y) => y % 97)} }`)}`,
      ),
    'check status audit report',
  ],
  [
    'target years within the limits',
    () =>
      plan(
        `${HEAD}period: 2000..2099\nindicators:\n${times(180, (at) => `  - { id: b-${at}, name: B ${at}, unit: "%", targets: { ${years(2000, 2099, (y) => (y * at) % 97)} }, source: I.${at} }\n`)}`,
      ),
    'check status audit report diff',
  ],
  [
    'a list without repeated items',
    () => plan(PLAN.replace('[so]', `[${times(19_000, (at) => `x-${at}, `)}so]`)),
    'check status',
  ],
  [
    'a list of similar plans',
    () => rest(`similar: [${times(19_000, (at) => `x-${at}, `)}]\n`),
    'check',
  ],
  [
    'a list of maps',
    () => plan(PLAN.replace('lead: [so]', `lead: [${times(9000, (at) => `{ a: ${at} }, `)}]`)),
    'check',
  ],
  [
    'claims',
    () =>
      rest(
        `claims:\n${times(9000, (at) => `  - { text: đạt ${at}, indicator: a-1, year: 2024, target: ${at % 99}, source: IV.${at} }\n`)}`,
      ),
    'check audit report',
  ],
  [
    'claims of one place',
    () =>
      rest(
        `claims:\n${times(9000, (at) => `  - { text: đạt, indicator: a-1, year: 2024, target: ${at % 99}, source: IV }\n`)}`,
      ),
    'check audit',
  ],
  [
    'indicators of one measure',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(7000, (at) => `  - { id: b-${at}, name: B ${at}, measure: online-service-usage, unit: "%", targets: { 2024: ${at % 90} }, source: I.${at} }\n`)}`,
        RESULTS,
      ),
    'check status audit report diff',
  ],
  [
    'indicators of one name',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(8000, (at) => `  - { id: b-${at}, name: Tỷ lệ, unit: "%", targets: { 2024: ${at % 90} }, source: I.${at} }\n`)}`,
        RESULTS,
      ),
    'check status audit diff',
  ],
  [
    'indicators of one id',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(8000, () => '  - { id: b, name: Tỷ lệ, unit: "%", targets: { 2024: 8 }, source: I }\n')}`,
        RESULTS,
      ),
    'check status',
  ],
  ['invisible signs', () => rest(`x: "${'\u200b'.repeat(9000)}"\n`), 'check'],
  ['keys with invisible signs', () => rest(times(10_000, (at) => `k\u200b${at}: 1\n`)), 'check'],
  ['text decoded twice', () => rest(`x: "${'Ã¡'.repeat(4900)}"\n`), 'check'],
  [
    'many texts decoded twice',
    () => rest(times(500, (at) => `# ${'Ã¡áº'.repeat(900)}\nx${at}: "${'Ã¡áº'.repeat(900)}"\n`)),
    'check',
  ],
  ['comments that ignore', () => rest('# dti-eval-ignore no-lead: x\n'.repeat(49_000)), 'check'],
  [
    'entries of ignore',
    () =>
      rest(
        `ignore:\n${times(15_000, (at) => `  - { rule: no-lead, where: z-${at}, reason: x }\n`)}`,
      ),
    'check',
  ],
  ['blank lines', () => rest('\n'.repeat(4_900_000)), 'check status'],
  ['comments', () => rest('#\n'.repeat(2_400_000)), 'check status'],
  ['colons', () => rest(`x: "${': '.repeat(4000)}"\n`.repeat(300)), 'check'],
  [
    'groups',
    () => rest(`groups: { ${times(19_000, (at) => `g-${at}: Nhóm ${at}, `)} }\n`),
    'check status',
  ],
  [
    'agencies of one name',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(19_000, (at) => `a-${at}: Sở, `)} so: S }\n${A1}`,
      ),
    'check status',
  ],
  [
    'members of members',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(3000, (at) => `a-${at}: { name: Sở ${at}, members: [a-${at + 1}, a-${at + 2}] }, `)} so: S }\n${A1}`,
      ),
    'check status',
  ],
  ['syntax errors', () => rest('x: [}\n'.repeat(20_000)), 'check status'],
  ['bad quotes', () => rest(`x: "\\q\\q"\n`.repeat(20_000)), 'check status'],
  ['a tab in each line', () => rest(times(20_000, (at) => `k${at}:\n\t- a\n`)), 'check'],
  ['documents', () => rest('---\nx: 1\n'.repeat(49_000)), 'check status'],
  ['tags', () => rest(times(15_000, (at) => `k${at}: !!binary a\n`)), 'check'],
  ['anchors', () => rest(times(19_000, (at) => `k${at}: &a${at} a\n`)), 'check'],
  ['NUL', () => rest('\0'.repeat(1_000_000)), 'check status'],
  [
    'areas that nobody knows',
    () =>
      table(
        `indicator,period,value,area,source\n${times(100_000, (at) => `a-1,2024,81,z-${at},BC\n`)}`,
      ),
    'check status',
  ],
  [
    'a catalogue of areas in a circle',
    () => ({
      ...plan(PLAN),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(9000, (at) => `  - { code: z-${at}, name: Z ${at}, name-en: Z ${at}, type: ward, parent: z-${(at + 1) % 9000} }\n`)}`,
    }),
    'check status',
  ],
  [
    'a baseline of 5 MB',
    () => ({ ...plan(PLAN), 'b.json': `[${'1,'.repeat(2_500_000)}1]` }),
    'check p.yaml --baseline b.json',
  ],
  [
    'a settings file of nesting',
    () => ({ ...plan(PLAN), '.dti-eval.yaml': `rules: ${'['.repeat(100_000)}\n` }),
    'check status',
  ],
  [
    'many plans',
    () =>
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, at) => [
          `p${at}.yaml`,
          PLAN.replace('id: p', `id: p${at}`),
        ]),
      ),
    'check . | status . | overdue .',
  ],
  [
    'many plans of one id',
    () => Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`p${at}.yaml`, PLAN])),
    'check .',
  ],
  [
    'large plans of a kind',
    () =>
      Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `p${at}.yaml`,
          `${PLAN}# ${'x'.repeat(1_000_000)}\n`,
        ]),
      ),
    'check .',
  ],
  [
    'foreign YAML files',
    () =>
      Object.fromEntries([
        ['p.yaml', PLAN],
        ...Array.from({ length: 5000 }, (_, at) => [`f${at}.yaml`, `a: ${at}\n`]),
      ]),
    'check .',
  ],
  [
    'tables without a plan',
    () =>
      Object.fromEntries([
        ['p.yaml', PLAN],
        ...Array.from({ length: 5000 }, (_, at) => [`f${at}.results.csv`, RESULTS]),
      ]),
    'check .',
  ],
  ['a deep folder', () => ({ [`${'d/'.repeat(900)}p.yaml`]: PLAN, 'p.yaml': PLAN }), 'check .'],
  [
    'every year to a far one',
    () => plan(PLAN.replace('{ 2024: 80 }', '{ 9999: 80 }, every: year')),
    'check status audit report explain diff',
  ],
  [
    'every year to many years',
    () =>
      plan(
        `${HEAD}period: 2000..2099\nindicators:\n${times(180, (at) => `  - { id: b-${at}, name: B ${at}, every: year, unit: "%", targets: { ${years(2000, 2099, (y) => (y * at) % 97)} }, source: I.${at} }\n`)}`,
      ),
    'check status audit report',
  ],
  [
    'years of a result far away',
    () => table(RESULTS + times(9000, (at) => `a-1,${1000 + at},81,BC\n`)),
    'check status audit report explain',
  ],
  [
    'a period of a million years',
    () => table(`${RESULTS}a-1,0001..9999,81,BC\na-1,2024-01-01..99999999-12-31,81,BC\n`),
    'check status',
  ],
  [
    'wide headings',
    () =>
      table(
        `${RESULTS.trim()}${times(990, (at) => `,${'c'.repeat(1000)}${at}`)}\na-1,2024,81,BC\n`,
      ),
    'check status',
  ],
  [
    'rows of headings',
    () =>
      table(
        `${RESULTS.trim()}${',name'.repeat(900)}\n${`ma,ky,gia tri,nguon${',ten chi tieu'.repeat(900)}\n`.repeat(2000)}`,
      ),
    'check status',
  ],
  [
    'headers that change',
    () =>
      table(
        times(30_000, (at) =>
          at % 2 ? 'indicator,period,value,source\n' : 'period,indicator,value,source\n',
        ),
      ),
    'check status',
  ],
  [
    'titles in place of rows',
    () => table(RESULTS + 'Tổng cộng,,,\n'.repeat(100_000)),
    'check status',
  ],
  ['stray quotes', () => table(RESULTS + 'a-1,2024,8"1,BC\n'.repeat(100_000)), 'check status'],
  [
    'rows of quotes',
    () => table(RESULTS + `a-1,2024,81,"${'""'.repeat(200)}"\n`.repeat(20_000)),
    'check status',
  ],
  [
    'columns of progress',
    () => ({
      ...rest(tasks(1, () => 'lead: [so], due: 2024-07')),
      'p.progress.csv': `task,status,date${',c'.repeat(100_000)}\nt-0,done,2024-05-01\n`,
    }),
    'check overdue',
  ],
  [
    'rows of progress with errors',
    () => ({
      ...rest(tasks(1, () => 'lead: [so], due: 2024-07')),
      'p.progress.csv': `task,status,date,source\n${times(100_000, (at) => `z-${at},xong-${at},2024x,BC\n`)}`,
    }),
    'check overdue',
  ],
  [
    'progress of one task',
    () => ({
      ...rest(tasks(1, () => 'lead: [so], due: 2024-07')),
      'p.progress.csv': `task,status,date,source\n${times(100_000, (at) => `t-0,${at % 2 ? 'done' : 'not-started'},2024-05-${10 + (at % 18)},BC ${at}\n`)}`,
    }),
    'check overdue report',
  ],
  [
    'parts that nobody knows',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(8000, (at) => `  - { id: a-${at}, name: A, unit: "%", targets: { 2024: 80 }, source: I.1 }\n`)}`,
        RESULTS + times(100_000, (at) => `a-${at % 8000}/x${at},2024,81,BC\n`),
      ),
    'check status',
  ],
  [
    'codes near those of many parts',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n  - id: a-1\n    name: A\n    unit: "%"\n    source: I.1\n    parts:\n${times(7000, (at) => `      - { id: phan-${at}, name: P, targets: { 2024: 80 } }\n`)}`,
        RESULTS + times(100_000, (at) => `a-1/phann-${at},2024,81,BC\n`),
      ),
    'check status',
  ],
  [
    'statuses that nobody knows',
    () =>
      table(`indicator,period,status,source\n${times(100_000, (at) => `a-1,2024,đạt ${at},BC\n`)}`),
    'check status audit',
  ],
  [
    'declared against computed',
    () =>
      table(
        `indicator,period,value,status,source\n${times(100_000, (at) => `a-1,2024,${at % 90},met,BC ${at}\n`)}`,
      ),
    'check audit report explain',
  ],
  [
    'ratios that differ',
    () =>
      table(
        `indicator,period,value,numerator,denominator,source\n${times(100_000, (at) => `a-1,2024,50,${at},${at + 1},BC ${at}\n`)}`,
      ),
    'check audit report',
  ],
  ['a comment of 4 MB', () => rest(`# ${'x '.repeat(2_000_000)}\n`), 'check status'],
  ['a comment decoded twice', () => rest(`# ${'Ã¡áº '.repeat(400_000)}\n`), 'check'],
  ['comments behind keys', () => rest(times(30_000, (at) => `x${at}: a #b\n`)), 'check'],
  ['keys without a colon', () => rest(times(30_000, (at) => `khoa ${at}\n`)), 'check status'],
  [
    'directives',
    () => ({ 'p.yaml': `${'%YAML 1.2\n'.repeat(50_000)}---\n${PLAN}` }),
    'check status',
  ],
  [
    'tag shorthands',
    () => ({ 'p.yaml': `${times(20_000, (at) => `%TAG !e${at}! tag:x:${at}:\n`)}---\n${PLAN}` }),
    'check',
  ],
  ['a key of 9,000 signs', () => rest(`${'k'.repeat(9000)}: 1\n`.repeat(400)), 'check'],
  [
    'names of 9,900 signs',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(400, (at) => `  - { id: b-${at}, name: "${'Tỷ lệ '.repeat(1600)}${at}", unit: "%", targets: { 2024: 8 }, source: I.${at} }\n`)}`,
        RESULTS,
      ),
    'check status report diff',
  ],
  [
    'sources of many steps',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(3000, (at) => `  - { id: b-${at}, name: B ${at}, unit: "%", targets: { 2024: 8 }, source: I${'.1'.repeat(300)}.${at} }\n`)}`,
        RESULTS,
      ),
    'check audit',
  ],
  [
    'parts of one indicator',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n  - id: a\n    name: A\n    source: I\n    parts:\n${times(9000, (at) => `      - { id: b-${at}, name: B ${at}, unit: "%", targets: { 2024: 8 } }\n`)}`,
        RESULTS + times(9000, (at) => `a/b-${at},2024,9,BC\n`),
      ),
    'check status audit report explain',
  ],
  [
    'waivers of one indicator',
    () =>
      plan(
        PLAN.replace(
          'lead: [so]',
          `waived: [${times(9000, (at) => `{ until: 2024-12-31, reason: x${at}, decision: y }, `)}]`,
        ),
      ),
    'check status explain',
  ],
  [
    'texts of wordings',
    () => plan(PLAN.replace('lead: [so]', `wording: { ${years(1000, 9999, (y) => `x${y}`)} }`)),
    'check explain',
  ],
  [
    'reports that each owes',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { all: { name: A, members: [${times(900, (at) => `a-${at}, `)}] }, ${times(900, (at) => `a-${at}: Sở ${at}, `)}so: S }\n${A1}reports:\n${times(50, (at) => `  - { id: r-${at}, title: T, lead: [all], each: lead, to: X, due: 2024-07, source: V.${at} }\n`)}`,
      ),
    'check overdue report',
  ],
  [
    'areas of one name',
    () => ({
      ...plan(PLAN.replace('area: danang', 'area: x')),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(9000, (at) => `  - { code: z-${at}, name: Xã Một, name-en: One, type: ward, parent: danang }\n`)}`,
    }),
    'check status',
  ],
  [
    'areas that succeed each other',
    () => ({
      ...table(
        `indicator,period,value,area,source\n${times(8000, (at) => `a-1,2024,81,z-${at},BC\n`)}`,
      ),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(8000, (at) => `  - { code: z-${at}, name: Z ${at}, name-en: Z ${at}, type: ward, valid-to: 2023-12-31, successor: z-${(at + 1) % 8000} }\n`)}`,
    }),
    'check status',
  ],
  [
    'measures alike',
    () => ({
      ...plan(PLAN),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${times(5000, (at) => `  - { code: m-${at}, name: M, name-en: M, definition: D, unit: "%", direction: up, kind: share, part-of: m-${(at + 1) % 5000}, similar: [m-${(at + 7) % 5000}, m-${(at + 9) % 5000}] }\n`)}`,
    }),
    'check status audit',
  ],
  [
    'a list of similar measures',
    () => ({
      ...plan(PLAN),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n  - { code: m-x, name: M, name-en: M, definition: D, unit: "%", direction: up, kind: share, similar: [${times(19_000, (at) => `m-${at}, `)}m] }\n`,
    }),
    'check p.yaml | check .',
  ],
  [
    'a baseline without an end',
    () => ({ ...plan(PLAN), 'b.json': linkTo('/dev/zero') }),
    'check p.yaml --baseline b.json',
  ],
  [
    'a baseline of a pipe',
    () => ({ ...plan(PLAN), 'b.json': FIFO }),
    'check p.yaml --baseline b.json',
  ],
  [
    'a baseline of nesting',
    () => ({ ...plan(PLAN), 'b.json': '['.repeat(4_000_000) }),
    'check p.yaml --baseline b.json',
  ],
  ['a settings file of a pipe', () => ({ ...plan(PLAN), '.dti-eval.yaml': FIFO }), 'check status'],
  [
    'patterns of exclude',
    () => ({
      ...plan(PLAN),
      '.dti-eval.yaml': `exclude: [${times(9000, (at) => `"**/*${at}*/**/*.yaml", `)}]\n`,
    }),
    'check .',
  ],
  [
    'a pattern of stars',
    () => ({
      ...plan(PLAN),
      [`${'a'.repeat(200)}.yaml`]: PLAN,
      '.dti-eval.yaml': `exclude: ["${'*a'.repeat(100)}b"]\n`,
    }),
    'check .',
  ],
  [
    'a pattern of braces',
    () => ({ ...plan(PLAN), '.dti-eval.yaml': `exclude: ["${'{a,b}'.repeat(30)}"]\n` }),
    'check .',
  ],
  [
    'a catalogue of a pipe',
    () => ({ ...plan(PLAN), 'catalogue/areas.yaml': FIFO }),
    'check status',
  ],
  [
    'files of results',
    () => ({
      'p.yaml': PLAN,
      ...Object.fromEntries(
        Array.from({ length: 3000 }, (_, at) => [
          `r/${at}.csv`,
          `${RESULTS}a-1,2024,${at % 90},BC ${at}\n`,
        ]),
      ),
    }),
    'status p.yaml --results r | audit p.yaml --results r',
  ],
  [
    'option values of 100,000 signs',
    () => plan(PLAN),
    [
      'as-of',
      'year',
      'sort',
      'only',
      'lead',
      'group',
      'area',
      'lang',
      'width',
      'decimal',
      'limit',
      'fail-on',
    ]
      .map((name) => `status p.yaml --${name} ${'9'.repeat(100_000)}`)
      .join(' | '),
  ],
  [
    'an item of 100,000 signs',
    () => plan(PLAN),
    `explain p.yaml ${'a'.repeat(100_000)} | explain ${'a'.repeat(100_000)} | schema ${'a'.repeat(100_000)} | ${'a'.repeat(100_000)} p.yaml | status p.yaml --${'a'.repeat(100_000)}`,
  ],
  [
    'formulas in a sheet',
    () => table(RESULTS + `a-1,2024,81,"${'='.repeat(100)}"\n`.repeat(50_000)),
    'status p.yaml -f csv | audit p.yaml -f csv',
  ],
  [
    'rows of other headings',
    () =>
      table(
        RESULTS +
          times(
            2000,
            (at) =>
              `${at % 2 ? 'ma,ky' : 'ky,ma'},gia tri,nguon${',ten chi tieu,ma'.repeat(450)}\n`,
          ),
      ),
    'check status',
  ],
  [
    'rows of headings that nobody knows',
    () =>
      table(
        RESULTS +
          times(
            1000,
            (row) =>
              `${row % 2 ? 'ma,ky' : 'ky,ma'},gia tri,nguon${',ma'.repeat(450)}${times(449, (at) => `,z${row}-${at}`)}\n`,
          ),
      ),
    'check status',
  ],
  [
    'words behind a quote that never ends',
    () => table(`${RESULTS}a-1,2024,81,"${'hai ba\n'.repeat(1_000_000)}`),
    'check status',
  ],
  [
    'a broken plan of many indicators',
    () => plan(`${HEAD}period: 2024\n${ITEMS(8000)}x: 1\n`, `${RESULTS}b-1,2024,81,BC\n`),
    'check status audit',
  ],
  [
    'lines that run on',
    () =>
      plan(
        `${HEAD}period: 2024\ntasks:\n${times(9000, (at) => `  - { id: t-${at}, title: Việc ${at}\n      và ${at}\n      nữa, due: 2024-07, source: II.${at} }\n`)}`,
      ),
    'check',
  ],
  [
    'texts that run on',
    () =>
      plan(
        `${HEAD}period: 2024\ntasks:\n${times(7000, (at) => `  - id: t-${at}\n    title: Việc ${at}\n      và ${at}\n    note: mot\n      hai\n    due: 2024-07\n    source: II.${at}\n`)}`,
      ),
    'check',
  ],
  [
    'leads that are partners',
    () =>
      rest(
        `tasks:\n  - { id: t, title: T, lead: [${times(9000, (at) => `x-${at}, `)}], partners: [${times(9000, (at) => `x-${8999 - at}, `)}], due: 2024-07, source: II.1 }\n`,
      ),
    'check overdue',
  ],
  [
    'an item of as many agencies as there are',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(9000, (at) => `x-${at}: Sở ${at}, `)} }\nindicators:\n  - { id: a-1, name: A, unit: "%", targets: { 2024: 8 }, lead: [${times(9000, (at) => `x-${at}, `)}], source: I.1 }\n`,
      ),
    'check status audit report',
  ],
  [
    'agencies of an item each',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(3000, (at) => `x-${at}: Sở ${at}, `)} }\nindicators:\n${times(3000, (at) => `  - { id: b-${at}, name: B ${at}, unit: "%", targets: { 2024: 8 }, lead: [x-${at}], source: I.${at} }\n`)}`,
        RESULTS + times(3000, (at) => `b-${at},2024,9,BC\n`),
      ),
    'check status audit report',
  ],
  [
    'claims of as many indicators',
    () =>
      plan(
        `${HEAD}period: 2024\n${ITEMS(4500)}claims:\n${times(4500, (at) => `  - { text: đạt ${at}, indicator: b-${at}, year: 2024, target: ${at % 99}, source: IV.${at} }\n`)}`,
        RESULTS,
      ),
    'check audit report',
  ],
  [
    'counts claimed of groups',
    () =>
      plan(
        `${HEAD}period: 2024\ngroups: { ${times(3800, (at) => `g-${at}: Nhóm ${at}, `)} }\nindicators:\n${times(3800, (at) => `  - { id: b-${at}, name: B ${at}, group: g-${at}, unit: "%", targets: { 2024: 8 }, source: I.${at} }\n`)}claims:\n${times(3800, (at) => `  - { text: có, count: indicators, group: g-${at}, equals: 2, source: IV.${at} }\n`)}`,
        RESULTS,
      ),
    'check status audit report',
  ],
  [
    'entries of ignore and as many findings',
    () =>
      plan(
        `${HEAD}period: 2024\n${ITEMS(5500)}ignore:\n${times(5500, (at) => `  - { rule: source-conflict, where: b-${at}, reason: x }\n`)}`,
        RESULTS + times(11_000, (at) => `b-${at % 5500},2024,${at % 90},BC ${at}\n`),
      ),
    'check audit report',
  ],
  [
    'baselines that results contradict',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(6200, (at) => `  - { id: b-${at}, name: B ${at}, unit: "%", baseline: { 2023: 5 }, targets: { 2024: 8 }, source: I.${at} }\n`)}`,
        RESULTS + times(6200, (at) => `b-${at},2023,${at % 90},BC ${at}\n`),
      ),
    'check status audit report',
  ],
  [
    'figures that add up',
    () =>
      plan(
        `${HEAD}period: 2024\n${indicator('unit: lượt, accumulates: sum, targets: { 2024: 8 }')}`,
        RESULTS +
          times(
            100_000,
            (at) => `a-1,2024-${String(1 + (at % 12)).padStart(2, '0')},${at},BC ${at}\n`,
          ),
      ),
    'check status audit report explain',
  ],
  [
    'figures of areas that make a whole',
    () => ({
      ...plan(
        `${HEAD}period: 2024\n${indicator('unit: "%", whole: mean, targets: { 2024: 8 }')}`,
        `indicator,period,value,area,source\n${times(9000, (at) => `a-1,2024,${at % 90},z-${at},BC ${at}\n`)}`,
      ),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(9000, (at) => `  - { code: z-${at}, name: Xã, name-en: Z, type: ward, parent: danang }\n`)}`,
    }),
    'check status audit report explain | status p.yaml --by area',
  ],
  [
    'targets of single areas',
    () =>
      plan(
        `${HEAD}period: 2024\n${indicator(`unit: "%", targets: { 2024: 8 }, by-area: { ${times(9000, (at) => `z-${at}: { 2024: ${at % 90} }, `)} }`)}`,
        RESULTS,
      ),
    'check status audit diff',
  ],
  [
    'areas that report',
    () =>
      plan(
        `${PLAN.replace('area: danang', `area: danang\nareas: [${times(19_000, (at) => `z-${at}, `)}]`)}`,
      ),
    'check status',
  ],
  [
    'rows of parts that nobody knows',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n  - id: a\n    name: A\n    source: I\n    parts:\n${times(3000, (at) => `      - { id: b-${at}, name: B ${at}, unit: "%", targets: { 2024: 8 } }\n`)}`,
        RESULTS + times(30_000, (at) => `a/z-${at},2024,9,BC\n`),
      ),
    'check status',
  ],
  [
    'rows of ids nearly right',
    () =>
      plan(
        `${HEAD}period: 2024\n${ITEMS(7000)}`,
        RESULTS + times(30_000, (at) => `B_${at % 7000}${'-'.repeat(at % 9)},2024,9,BC\n`),
      ),
    'check status',
  ],
  [
    'progress of tasks and agencies that nobody knows',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nagencies: { ${times(3000, (at) => `x-${at}: Sở ${at}, `)} }\n${tasks(3000, (at) => `lead: [x-${at}], due: monthly`)}`,
      ),
      'p.progress.csv': `task,occurrence,agency,status,date,source\n${times(30_000, (at) => `t-${at % 6000},2024-05-${10 + (at % 18)},y-${at},done,2024-05-${10 + (at % 18)},BC\n`)}`,
    }),
    'check overdue',
  ],
  [
    'extensions of one task',
    () => ({
      ...rest(tasks(1, () => 'lead: [so], due: 2024-07')),
      'p.progress.csv': `task,status,date,due,source\n${times(50_000, (at) => `t-0,extended,2024-05-${10 + (at % 18)},20${20 + (at % 70)}-07-01,BC ${at}\n`)}`,
    }),
    'check overdue report explain',
  ],
  [
    'measures each a part of the next',
    () => ({
      ...plan(PLAN),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${times(15_000, (at) => `  - { code: m-${at}, name: M ${at}, name-en: M ${at}, definition: D, unit: "%", direction: up, kind: share, part-of: m-${at + 1} }\n`)}`,
    }),
    'check audit | check catalogue/measures.yaml',
  ],
  [
    'indicators of measures that are parts of each other',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nindicators:\n${times(3000, (at) => `  - { id: b-${at}, name: B ${at}, measure: m-${at}, unit: "%", targets: { 2024: ${at % 90} }, source: I.${at} }\n`)}`,
        RESULTS + times(3000, (at) => `b-${at},2024,${(at * 7) % 90},BC\n`),
      ),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${times(3000, (at) => `  - { code: m-${at}, name: M ${at}, name-en: M ${at}, definition: D, unit: "%", direction: up, kind: share, part-of: m-${at + 1} }\n`)}`,
    }),
    'check audit report',
  ],
  [
    'measures that are parts of what nobody knows',
    () => ({
      ...plan(PLAN),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${times(10_000, (at) => `  - { code: m-${at}, name: M ${at}, name-en: M ${at}, definition: D, unit: "%", direction: up, kind: share, part-of: z-${at} }\n`)}`,
    }),
    'check | check catalogue/measures.yaml',
  ],
  [
    'areas each in the next',
    () => ({
      ...plan(PLAN),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(18_000, (at) => `  - { code: z-${at}, name: Z ${at}, name-en: Z ${at}, type: ward, parent: z-${at + 1}, successor: z-${at + 1} }\n`)}`,
    }),
    'check status | check catalogue/areas.yaml',
  ],
  [
    'agencies by their names',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(5000, (at) => `a-${at}: Sở ${at}, `)} }\n${tasks(5000, (at) => `lead: [Sở ${at}x], due: 2024-07`)}`,
      ),
    'check',
  ],
  [
    'measures and areas by their names',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(4000, (at) => `  - { id: b-${at}, name: B ${at}, measure: Tỷ lệ ${at}, unit: "%", targets: { 2024: 8 }, by-area: { Quận ${at}: { 2024: 8 } }, source: I.${at} }\n`)}`,
        RESULTS,
      ),
    'check',
  ],
  [
    'rules that nobody knows',
    () => ({
      ...plan(PLAN),
      '.dti-eval.yaml': `rules: { ${times(15_000, (at) => `no-leed-${at}: off, `)} }\n`,
    }),
    'check status',
  ],
  [
    'settings that nobody knows',
    () => ({ ...plan(PLAN), '.dti-eval.yaml': times(15_000, (at) => `ruls-${at}: off\n`) }),
    'check status',
  ],
  [
    'a baseline of as many findings',
    () => ({
      ...rest(tasks(9000, () => 'lead: [xo], due: 2024-07')),
      'b.json': `{ "format": "baseline/1", "findings": [${times(9000, (at) => `{ "rule": "unknown-agency", "file": "p.yaml", "fingerprint": "${at}", "count": 1 }, `)}{}] }`,
    }),
    'check p.yaml --baseline b.json',
  ],
  [
    'faults that can be mended',
    () => rest(tasks(8000, (at) => `lead: [s], due: 2024-02-30, note: "a  b\\u00a0${at}"`)),
    'check p.yaml --fix --dry-run | check p.yaml -f sarif | check p.yaml -f github | check p.yaml -f gitlab | check p.yaml -f junit | check p.yaml -f markdown',
  ],
  [
    'two plans that differ in all',
    () => ({
      'p.yaml': `${HEAD}period: 2024\n${ITEMS(7000)}`,
      'q.yaml': `${HEAD.replace('id: p', 'id: q')}period: 2024\n${ITEMS(7000).replaceAll('b-', 'c-').replaceAll('Tỷ lệ', 'Số')}`,
    }),
    'diff p.yaml q.yaml',
  ],
  [
    'revisions of a plan',
    () => ({
      'p.yaml': `${HEAD}period: 2024\n${ITEMS(7000)}`,
      'q.yaml': `${HEAD}period: 2024\n${ITEMS(7000).replaceAll('80', '70')}`,
    }),
    'diff p.yaml q.yaml',
  ],
  [
    'sheets of an agency',
    () => ({
      ...plan(PLAN, RESULTS),
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, at) => [
          `s${at}.csv`,
          `${RESULTS}a-1,2024,${at % 90},BC ${at}\n`,
        ]),
      ),
    }),
    `collect p.yaml ${times(300, (at) => `s${at}.csv `).trim()} --period 2024 --dry-run`,
  ],
  [
    'a sheet of very many rows',
    () => ({
      ...plan(PLAN, RESULTS),
      's.csv': RESULTS + times(50_000, (at) => `a-1,2024,${at % 90},BC ${at}\n`),
    }),
    'collect p.yaml s.csv --period 2024 --dry-run',
  ],
  [
    'as many rows of sheets as may be',
    () => ({
      ...plan(PLAN, RESULTS),
      's.csv': RESULTS + times(15_000, (at) => `a-1,2024,${at % 90},BC ${at}\n`),
      't.csv': RESULTS + times(15_000, (at) => `a-1,2024,${at % 90},BC\n`),
      'u.csv': RESULTS + times(29_900, (at) => `a-1,2024,${at % 90},BC ${at}\n`),
    }),
    'collect p.yaml s.csv t.csv --period 2024 --dry-run | collect p.yaml u.csv --period 2024 --dry-run',
  ],
  [
    'names of 100,000 signs for a new plan',
    () => plan(PLAN),
    `init ${'a'.repeat(100_000)} | init x --from p.yaml`,
  ],
  [
    'documents that a plan serves',
    () =>
      plan(
        PLAN.replace(
          'area: danang',
          `area: danang\nimplements: [${times(19_000, (at) => `${at}/KH-UBND, `)}]`,
        ),
      ),
    'check status report',
  ],
  [
    'wordings of one year for very many indicators',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(6200, (at) => `  - { id: b-${at}, name: B ${at}, unit: "%", targets: { 2024: 8 }, wording: { 2024: đạt ${at} }, source: I.1 }\n`)}`,
        RESULTS,
      ),
    'check report | explain p.yaml b-1 | explain p.yaml I.1',
  ],
  [
    'leads that report on an indicator and a duty each',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nagencies: { ${times(2500, (at) => `x-${at}: Sở ${at}, `)} }\nindicators:\n${times(2500, (at) => `  - { id: b-${at}, name: B ${at}, unit: "%", targets: { 2024: 8 }, lead: [x-${at}], source: I.${at} }\n`)}${tasks(2500, (at) => `lead: [x-${at}], due: 2024-07`)}`,
        RESULTS,
      ),
      's.csv': RESULTS + times(2500, (at) => `b-${at},2024,${at % 90},BC ${at}\n`),
    }),
    'collect p.yaml s.csv --period 2024 --dry-run | collect p.yaml s.csv --period 2024 --dry-run -f html',
  ],
  [
    'areas that report on very many indicators',
    () => ({
      ...plan(
        `${HEAD.replace('area: danang', `area: danang\nareas: [${times(9000, (at) => `z-${at}, `)}]`)}period: 2024\n${ITEMS(5000)}`,
        RESULTS,
      ),
      's.csv': `${RESULTS}b-1,2024,81,BC\n`,
    }),
    'sheet p.yaml --split area --period 2024 -f csv -o out | collect p.yaml s.csv --period 2024 --dry-run --split area | status p.yaml --by area',
  ],
  [
    'sheets of figures of one source',
    () => ({
      ...plan(PLAN, RESULTS),
      's.csv': RESULTS + times(30_000, (at) => `a-1,2024,${at % 90},BC ${at}\n`),
      't.csv': RESULTS + times(30_000, (at) => `a-1,2024,${at % 90},BC\n`),
    }),
    'collect p.yaml s.csv t.csv --period 2024 --dry-run',
  ],
  [
    'verdicts counted by group',
    () =>
      plan(
        `${HEAD}period: 2024\ngroups: { ${times(3500, (at) => `g-${at}: Nhóm ${at}, `)} }\nindicators:\n${times(3500, (at) => `  - { id: b-${at}, name: B ${at}, group: g-${at}, unit: "%", targets: { 2024: 8 }, source: I.${at} }\n`)}claims:\n${times(3500, (at) => `  - { text: có, count: ${['met', 'reached', 'tasks', 'missed'][at % 4]}, group: g-${at}, equals: 2, source: IV.${at} }\n`)}`,
        RESULTS + times(3500, (at) => `b-${at},2024,9,BC\n`),
      ),
    'check audit report',
  ],
  [
    'official words of as many areas',
    () =>
      plan(
        `${HEAD}period: 2024\n${ITEMS(3000)}`,
        `indicator,period,status,area,source\n${times(30_000, (at) => `b-${at % 3000},2024,met,z-${at % 9000},BC ${at}\n`)}`,
      ),
    'check status audit report | status p.yaml --by area',
  ],
  [
    'targets that must hold in a hundred years',
    () =>
      plan(
        `${HEAD}period: 2024..2122\nindicators:\n${times(6000, (at) => `  - { id: b-${at}, name: B ${at}, every: year, unit: "%", targets: { 2122: 8 }, source: I.${at} }\n`)}`,
        RESULTS + times(12_000, (at) => `b-${at % 6000},${2024 - (at % 2)},9,BC\n`),
      ),
    'check status audit report explain',
  ],
  [
    'measures of thousands of indicators, one part of the other',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nindicators:\n${times(7000, (at) => `  - { id: b-${at}, name: B ${at}, measure: m-${at % 2}, unit: "%", targets: { 2024: ${at % 90} }, source: I.${at} }\n`)}`,
        RESULTS + times(7000, (at) => `b-${at},2024,${(at * 7) % 90},BC ${at}\n`),
      ),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${times(2, (at) => `  - { code: m-${at}, name: M ${at}, name-en: M ${at}, definition: D ${at}, unit: "%", direction: up, kind: share${at === 0 ? ', part-of: m-1' : ''} }\n`)}`,
    }),
    'check audit report',
  ],
  [
    'figures of every span of a year that add up',
    () =>
      plan(
        `${HEAD}period: 2024\n${indicator('unit: lượt, accumulates: sum, targets: { 2024: 8 }')}`,
        RESULTS +
          times(50_000, (at) => {
            const from = 1 + (at % 12);
            const to = Math.min(12, from + (Math.floor(at / 12) % 12));
            return `a-1,2024-${String(from).padStart(2, '0')}..2024-${String(to).padStart(2, '0')},${at},BC ${at}\n`;
          }),
      ),
    'check status audit report explain',
  ],
  [
    'waivers of one indicator',
    () =>
      plan(
        `${HEAD}period: 2024\n${indicator(`unit: "%", targets: { 2024: 8 }, waived: [${times(9000, (at) => `{ year: ${2000 + (at % 90)}, until: 2024-12-31, reason: R ${at}, decision: Q }, `)}]`)}`,
      ),
    'check status audit report explain',
  ],
  [
    'two plans of tasks that differ in all',
    () => ({
      'p.yaml': `${HEAD}period: 2024\n${tasks(8000, (at) => `due: 2024-07, note: N ${at}`)}`,
      'q.yaml': `${HEAD.replace('id: p', 'id: q')}period: 2024\n${tasks(
        8000,
        (at) => `due: 2024-08, note: M ${at}`,
      )
        .replaceAll('t-', 'u-')
        .replaceAll('Việc', 'Nhiệm vụ số')}`,
    }),
    'diff p.yaml q.yaml | diff q.yaml p.yaml -f json',
  ],
  [
    'two states of a plan with other ids and sources',
    () => ({
      'p.yaml': `${HEAD}period: 2024\n${ITEMS(3800)}${tasks(3800, () => 'due: 2024-07')}`,
      'q.yaml': `${HEAD}period: 2024\n${ITEMS(3800).replaceAll('b-', 'c-').replaceAll('I.', 'X.').replaceAll('Tỷ lệ', 'Tỷ trọng')}${tasks(
        3800,
        () => 'due: 2024-07',
      )
        .replaceAll('t-', 'u-')
        .replaceAll('II.', 'XI.')
        .replaceAll('Việc', 'Nhiệm vụ')}`,
    }),
    'diff p.yaml q.yaml | diff p.yaml q.yaml -f html',
  ],
  [
    'a plan of as many indicators as there may be, in every format',
    () =>
      plan(
        `${HEAD}period: 2024\n${ITEMS(8000)}`,
        RESULTS + times(16_000, (at) => `b-${at % 8000},2024,${at % 90},BC ${at}\n`),
      ),
    'status p.yaml -f html | status p.yaml -f docx | status p.yaml -f xlsx | status p.yaml -f json | status p.yaml --chart | status p.yaml --periods 2024-Q1..2024-Q4 | status p.yaml --sort verdict | audit p.yaml -f json | audit p.yaml -f html | audit p.yaml -f sarif | report p.yaml -f html | report p.yaml -f docx | report p.yaml -f json | report p.yaml --template pl1 | report p.yaml --since 2024-06-30 | report p.yaml --length short | explain p.yaml I.1 | sheet p.yaml --period 2024 -f csv -o out',
  ],
  [
    'as many rows as a workbook may have',
    () =>
      plan(
        `${HEAD}period: 2024\n${ITEMS(6000)}`,
        RESULTS + times(12_000, (at) => `b-${at % 6000},2024,${at % 90},BC ${at}\n`),
      ),
    'status p.yaml -f xlsx',
  ],
  [
    'a plan of as many tasks as there may be, in every format',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nagencies: { so: Sở }\n${tasks(8000, (at) => `lead: [so], due: 2024-0${1 + (at % 9)}`)}`,
      ),
      'p.progress.csv': `task,status,date,source\n${times(8000, (at) => `t-${at},${at % 2 ? 'done' : 'in-progress'},2024-05-${10 + (at % 18)},BC\n`)}`,
    }),
    'overdue p.yaml --all | overdue p.yaml --all -f html | overdue p.yaml --all -f docx | overdue p.yaml --all -f xlsx | overdue p.yaml --all -f ics | overdue p.yaml --all -f json | overdue p.yaml --by lead --all | report p.yaml | report p.yaml -f html | report p.yaml -f docx | explain p.yaml t-1',
  ],
  [
    'findings of a plan in every format',
    () => rest(tasks(8000, () => 'lead: [xo], due: 2024-07')),
    'check p.yaml -f sarif | check p.yaml -f json | check p.yaml -f junit | check p.yaml -f github | check p.yaml -f gitlab | check p.yaml -f concise | check p.yaml --statistics',
  ],
  [
    'thousands of indicators of two measures that look alike',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nindicators:\n${times(7000, (at) => `  - { id: b-${at}, name: Tỷ lệ hộ gia đình ${at}, measure: m-${at % 2}, unit: "%", targets: { 2024: ${at % 90} }, source: I.${at} }\n`)}`,
        RESULTS,
      ),
      'catalogue/measures.yaml': `format: measures/1\nmeasures:\n${times(2, (at) => `  - { code: m-${at}, name: M ${at}, name-en: M ${at}, definition: D ${at}, unit: "%", direction: up, kind: share, similar: [m-${1 - at}] }\n`)}`,
    }),
    'check audit report',
  ],
  [
    'figures and official words of thousands of areas that there are',
    () => ({
      ...plan(
        `${HEAD}period: 2024\n${ITEMS(3000)}`,
        `indicator,period,value,status,area,source\n${times(20_000, (at) => `b-${at % 3000},2024,${at % 90},${at % 2 ? 'met' : ''},z-${at % 7000},II.${at % 50}\n`)}`,
      ),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(7000, (at) => `  - { code: z-${at}, name: Xã ${at}, name-en: Z ${at}, type: ward, parent: danang }\n`)}`,
    }),
    'check status audit report | status p.yaml --by area | status p.yaml --by area --indicator b-1 | status p.yaml --area z-1',
  ],
  [
    'figures of many sources of which one side is known',
    () => table(RESULTS + times(50_000, (at) => `a-1,2024,> ${at % 97},BC ${at}\n`)),
    'check status audit report explain',
  ],
  [
    'lines without a colon in items that lack keys',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(6000, (at) => `  - name: B ${at}\n    khoa ${at}\n    unit: "%"\n`)}`,
      ),
    'check status',
  ],
  [
    'cells in columns without a heading',
    () =>
      table(
        `indicator,period,value,source${','.repeat(900)}\n${times(1500, () => `a-1,2024,81,BC${',x'.repeat(900)}\n`)}`,
      ),
    'check status',
  ],
  [
    'waivers that are others in each state',
    () => ({
      'p.yaml': `${HEAD}period: 2024\n${indicator(`unit: "%", targets: { 2024: 8 }, waived: [${times(9000, (at) => `{ year: ${2000 + (at % 90)}, until: 2024-12-31, reason: R ${at}, decision: Q }, `)}]`)}`,
      'q.yaml': `${HEAD}period: 2024\n${indicator(`unit: "%", targets: { 2024: 8 }, waived: [${times(9000, (at) => `{ year: ${2000 + (at % 90)}, until: 2024-12-30, reason: S ${at}, decision: Q }, `)}]`)}`,
    }),
    'diff p.yaml q.yaml',
  ],
  [
    'duties of each agency with a word of progress for each day',
    () => ({
      ...plan(
        `${HEAD}period: 2024\nagencies: { ${times(2000, (at) => `x-${at}: Sở ${at}, `)} }\nreports:\n${times(2, (at) => `  - { id: r-${at}, title: T, lead: [${times(2000, (lead) => `x-${lead}, `)}], each: lead, to: X, due: quarterly, source: V.${at} }\n`)}`,
      ),
      'p.progress.csv': `task,occurrence,agency,status,date,source\n${times(40_000, (at) => `r-${at % 2},2024-${['03-31', '06-30', '09-30', '12-31'][at % 4]},x-${at % 2000},in-progress,2024-05-${10 + (at % 18)},BC ${at}\n`)}`,
    }),
    'check overdue report | overdue p.yaml --by lead | explain p.yaml r-1',
  ],
  [
    'agencies that lead the same tasks',
    () =>
      plan(
        `${HEAD}period: 2024\nagencies: { ${times(6200, (at) => `x-${at}: Sở ${at}, `)} }\n${tasks(4, (at) => `lead: [${times(6200, (lead) => `x-${lead}, `)}], due: 2024-0${1 + at}`)}`,
      ),
    'check status report | overdue p.yaml --by lead --all | overdue p.yaml --all | explain p.yaml t-1',
  ],
  [
    'names with thousands of signs that take no column',
    () =>
      plan(
        `${HEAD}period: 2024\nindicators:\n${times(150, (at) => `  - { id: b-${at}, name: "${'a'.repeat(100)}${'\u200b'.repeat(9000)} x", unit: "%", targets: { 2024: 8 }, source: I.${at} }\n`)}`,
      ),
    'check status | status p.yaml --width 100 | status p.yaml -f xlsx',
  ],
  [
    'areas that each end on a day of their own',
    () => ({
      ...plan(
        PLAN,
        RESULTS +
          times(
            400_000,
            (at) => `a-1,2024-0${1 + (at % 9)}-${10 + (at % 18)},${at % 90},BC ${at % 50}\n`,
          ),
      ),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(6900, (at) => `  - { code: z-${at}, name: Xã ${at}, name-en: Z ${at}, type: ward, parent: danang, valid-to: ${new Date(Date.UTC(2004, 0, 1 + at)).toISOString().slice(0, 10)} }\n`)}`,
    }),
    'status audit',
  ],
  [
    'as many figures of areas as a table may have',
    () => ({
      ...plan(
        `${HEAD}period: 2024\ngroups: { ${times(2000, (at) => `g-${at}: N ${at}, `)} }\nindicators:\n${times(2000, (at) => `  - { id: b-${at}, name: B ${at}, group: g-${at}, unit: "%", targets: { 2024: 8 }, source: I.${at} }\n`)}`,
        `indicator,period,value,area,source\n${times(40_000, (at) => `b-${at % 2000},2024,${at % 9},z-${Math.floor(at / 2000)},BC\n`)}`,
      ),
      'catalogue/areas.yaml': `format: areas/1\nareas:\n${times(20, (at) => `  - { code: z-${at}, name: Xã ${at}, name-en: Z ${at}, type: ward, parent: danang }\n`)}`,
    }),
    'status p.yaml --by area | status p.yaml --by area -f csv | status p.yaml --by area -f json | status p.yaml --by area -f html',
  ],
  [
    'marks of a conflict that are left alone',
    () => rest('=======\n'.repeat(90_000)),
    'check status',
  ],
  [
    'beginnings of conflicts with one end',
    () => rest(`${'<<<<<<<\n'.repeat(45_000)}>>>>>>> x\n`),
    'check status',
  ],
  [
    'an item of as many keys as there may be, not written plainly',
    () =>
      plan(
        `${HEAD}note: "\\u00e9"\nperiod: 2024\nindicators:\n  - id: a-1\n${times(19_000, (at) => `    k${at}: 1\n`)}`,
      ),
    'check status',
  ],
  [
    'a heading of very many words',
    () => table(`indicator,period,value,source,${'a '.repeat(400_000)}\na-1,2024,81,BC,\n`),
    'check status',
  ],
  [
    'a tab before what is broken in other ways',
    () => plan(`${HEAD}period: 2024\n${ITEMS(7000)}\t- x\n${times(25, (at) => `  x${at}: [a\n`)}`),
    'check status',
  ],
  ['FIFO', () => ({ 'p.yaml': FIFO }), 'check status report'],
  ['/dev/zero', () => ({ 'p.yaml': linkTo('/dev/zero') }), 'check status report'],
  [
    '/dev/zero as a table',
    () => ({ 'p.results.csv': linkTo('/dev/zero'), 'p.yaml': PLAN }),
    'check status report',
  ],
  ['a link to itself', () => ({ 'p.yaml': linkTo('p.yaml') }), 'check status'],
  ['a folder in a circle', () => ({ d: linkTo('.'), 'p.yaml': PLAN }), 'check .'],
];

/** Tells at the end, on a descriptor of its own, how busy the processor was and how much memory was held. */
const METER = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, [(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024].join(' '));
});`;

/** The words of each run: names of commands, or runs that are written out, parted by `|`. */
function argvOf(commands) {
  const more = { explain: ['a-1'], diff: ['p.yaml'] };
  return commands.split(' | ').flatMap((part) => {
    const words = part.split(' ');
    if (/p\.yaml|\.yaml| \.|^(?:init|schema|explain) /.test(part)) return [words];
    return words.map((name) => [name, 'p.yaml', ...(more[name] ?? [])]);
  });
}

let faulty = 0;

function put(file, held) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (held === FIFO) execFileSync('mkfifo', [file]);
  else if (held.target) symlinkSync(held.target, file);
  else writeFileSync(file, held);
}

function tried(name, argv, cwd) {
  const day = ['check', 'diff'].includes(argv[0]) ? [] : ['--as-of', '2024-12-31'];
  const words = ['--import', `data:text/javascript,${encodeURIComponent(METER)}`, bin];
  const begun = performance.now();
  const { status, signal, stderr, output } = spawnSync(
    process.execPath,
    [...words, ...argv, ...day, '--no-cache'],
    { cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], timeout: LONGEST, maxBuffer: 1 << 28 },
  );
  const elapsed = (performance.now() - begun) / 1000;
  const [seconds, megabytes] = String(output?.[3] ?? '')
    .split(' ')
    .map(Number);
  const faults = [
    ...(status === 0 || status === 1 || status === 2 ? [] : [`exit ${signal ?? status}`]),
    ...(/^ {2,}at .*:\d+:\d+\)?$/m.test(String(stderr)) ? ['a stack'] : []),
    ...(Math.min(seconds, elapsed) <= MOST_SECONDS ? [] : ['time']),
    ...(megabytes <= MOST_MEGABYTES ? [] : ['memory']),
  ];
  if (faults.length > 0) faulty += 1;
  const told = `${(seconds || 0).toFixed(2).padStart(6)} s (${elapsed.toFixed(2).padStart(5)} by the clock) ${(megabytes || 0).toFixed(0).padStart(5)} MB  exit ${status}`;
  console.log(
    `${told}  ${argv.join(' ')}: ${name}${faults.map((fault) => `  ← ${fault}`).join('')}`,
  );
}

for (const [name, files, commands] of INPUTS) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-hostile-'));
  try {
    for (const [file, bytes] of Object.entries(files())) {
      put(path.join(folder, file), bytes);
    }
    for (const argv of argvOf(commands)) tried(name, argv, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(faulty === 0 ? 'all within the limits' : `${faulty} beyond the limits`);
process.exitCode = faulty === 0 ? 0 : 1;
