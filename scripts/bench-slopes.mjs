// Prints how the time of a run grows with what it reads, as a table of Markdown: seconds for ten times as much
// of one thing, from a thousand on, the largest step between two, and the time for each of the last.
// What is linear takes ten times longer at most; what compares all with all, a hundred times.
//
//   npm run bench:slopes             all of it: rows up to a million, what stands in YAML up to a hundred thousand
//   npm run bench:slopes -- rows     what has one of the words in its name
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { A1, HEAD as BARE, PLAN, RESULTS, SO } from './small-plan.mjs';

const FROM = 1000;
const MOST_ROWS = 1_000_000;
/** Of a plan in YAML no more is read in any case: its keys are held in memory, 50,000 of them in 5 MB where no limit is raised. */
const MOST_IN_YAML = 100_000;
const wanted = process.argv.slice(2);
/** What is asked is the slope, beyond the usual limits too. */
const LIMITS = [
  'plan-bytes',
  'keys',
  'marks',
  'entries',
  'findings',
  'occurrences',
  'targets',
  'lines',
  'broken-rows',
  'headings',
].flatMap((name) => ['--limit', `${name}=100000000`]);
const bin = fileURLToPath(new URL('../bin/dti-eval.js', import.meta.url));

const HEAD = `${BARE}period: 2024\n`;
const PROGRESS = 'task,status,date,source\n';

const times = (count, text) => Array.from({ length: count }, (_, at) => text(at)).join('');
const inLine = (count, text) => times(count, (at) => `${text(at)}, `);
const indicators = (count, id) =>
  `indicators:\n${times(count, (at) => `  - { id: ${id(at)}, name: Tỷ lệ ${at}, unit: "%", targets: { 2024: 80 }, lead: [so], source: I.${at} }\n`)}`;
const tasks = (count, lead, id = (at) => `t-${at}`) =>
  `tasks:\n${times(count, (at) => `  - { id: ${id(at)}, title: Việc ${at}, lead: [${lead(at)}], due: 2024-07, source: II.${at} }\n`)}`;
const rows = (count, row) => RESULTS + times(count, (at) => `${row(at)}\n`);

/** What grows, as the files that hold so much of it, and the commands that read them. */
const SLOPES = [
  [
    'rows of one indicator',
    (n) => [PLAN, rows(n, (at) => `a-1,2024-0${1 + (at % 9)},${at % 90},BC ${at % 7}`)],
    'check status audit report',
  ],
  [
    'rows of one indicator and day, each of its own source',
    (n) => [PLAN, rows(n, (at) => `a-1,2024,${at % 90},BC ${at}`)],
    'check status audit',
  ],
  ['rows with errors', (n) => [PLAN, rows(n, (at) => `x-${at},2024x,8x,BC`)], 'check status'],
  [
    'rows of areas that nobody knows',
    (n) => [
      PLAN,
      `indicator,period,value,area,source\n${times(n, (at) => `a-1,2024,81,z-${at},BC\n`)}`,
    ],
    'check status',
  ],
  [
    'rows of progress',
    (n) => [
      PLAN + tasks(1, () => 'so'),
      null,
      PROGRESS +
        times(
          n,
          (at) => `t-0,${at % 2 ? 'done' : 'in-progress'},2024-0${1 + (at % 9)}-01,BC ${at}\n`,
        ),
    ],
    'check overdue',
  ],
  [
    'indicators with a row each',
    (n) => [HEAD + SO + indicators(n, (at) => `b-${at}`), rows(n, (at) => `b-${at},2024,81,BC`)],
    'check status audit',
  ],
  ['indicators of one id', (n) => [HEAD + SO + indicators(n, () => 'b')], 'check'],
  ['tasks', (n) => [PLAN + tasks(n, () => 'so')], 'check overdue'],
  ['tasks of agencies that nobody knows', (n) => [PLAN + tasks(n, (at) => `x-${at}`)], 'check'],
  [
    'agencies and tasks of others',
    (n) => [
      `${HEAD}agencies: { ${inLine(n, (at) => `a-${at}: Sở ${at}`)}so: Sở }\n${A1}${tasks(n, (at) => `x-${at}`)}`,
    ],
    'check',
  ],
  [
    'agencies',
    (n) => [`${HEAD}agencies: { ${inLine(n, (at) => `a-${at}: Sở ${at}`)}so: Sở }\n${A1}`],
    'check status',
  ],
  [
    'groups',
    (n) => [`${PLAN}groups: { ${inLine(n, (at) => `g-${at}: Nhóm ${at}`)} }\n`],
    'check status',
  ],
  [
    'claims',
    (n) => [
      `${PLAN}claims:\n${times(n, (at) => `  - { text: đạt ${at}, indicator: a-1, year: 2024, target: ${at % 99}, source: IV.${at} }\n`)}`,
    ],
    'check audit',
  ],
  ['unknown keys', (n) => [PLAN + times(n, (at) => `khoa-${at}: 1\n`)], 'check'],
  ['keys of one name', (n) => [PLAN + 'x: 1\n'.repeat(n)], 'check'],
  [
    'leading agencies of one indicator',
    (n) => [PLAN.replace('[so]', `[${inLine(n, (at) => `x-${at}`)}so]`)],
    'check',
  ],
  [
    'entries of ignore',
    (n) => [
      `${PLAN}ignore:\n${times(n, (at) => `  - { rule: no-lead, where: z-${at}, reason: x }\n`)}`,
    ],
    'check',
  ],
  ['comments that ignore', (n) => [PLAN + '# dti-eval-ignore no-lead: x\n'.repeat(n)], 'check'],
  [
    'areas of a catalogue, each in the next',
    (n) => [
      PLAN,
      null,
      null,
      `format: areas/1\nareas:\n${times(n, (at) => `  - { code: z-${at}, name: Z ${at}, name-en: Z ${at}, type: ward, parent: z-${at + 1} }\n`)}`,
    ],
    'check status',
  ],
];

/** Tells at the end, on a descriptor of its own, how long the processor was busy. */
const METER = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String(user + system));
});`;

/** Seconds of the processor, which other programs on the machine change least; fails where a run is refused. */
function secondsOf(command, folder) {
  const plan = path.join(folder, 'p.yaml');
  const day = command === 'check' ? [] : ['--as-of', '2024-12-31'];
  const words = ['--import', `data:text/javascript,${encodeURIComponent(METER)}`];
  const argv = [...words, bin, command, plan, '-f', 'json', '--no-cache', ...day, ...LIMITS];
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe'];
  const { status, stderr, output } = spawnSync(process.execPath, argv, { stdio });
  if (status !== 0 && status !== 1) throw new Error(`${argv.join(' ')}: ${status} ${stderr}`);
  return Number(output[3]) / 1e6;
}

function write(folder, [plan, results, progress, areas]) {
  mkdirSync(path.join(folder, 'catalogue'), { recursive: true });
  writeFileSync(path.join(folder, 'p.yaml'), plan);
  if (results) writeFileSync(path.join(folder, 'p.results.csv'), results);
  if (progress) writeFileSync(path.join(folder, 'p.progress.csv'), progress);
  if (areas) writeFileSync(path.join(folder, 'catalogue/areas.yaml'), areas);
}

/** 3, 4, … as the powers of ten that they are. */
const power = (count) =>
  `10${[...String(Math.log10(count))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]).join('')}`;
const line = (cells) => console.log(`| ${cells.join(' | ')} |`);

const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-slopes-'));
try {
  const counts = [];
  for (let count = FROM; count <= MOST_ROWS; count *= 10) counts.push(count);
  line(['what grows', 'command', ...counts.map(power), 'largest step', 'for each']);
  line(['---', '---', ...counts.map(() => '---:'), '---:', '---:']);
  for (const [name, files, commands] of SLOPES) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    const most = name.startsWith('rows ') ? MOST_ROWS : MOST_IN_YAML;
    const asked = counts.filter((count) => count <= most);
    for (const command of commands.split(' ')) {
      const seconds = asked.map((count) => {
        const own = path.join(folder, String(count));
        rmSync(own, { recursive: true, force: true });
        write(own, files(count));
        return secondsOf(command, own);
      });
      const steps = seconds.slice(1).map((one, at) => one / seconds[at]);
      line([
        name,
        command,
        ...counts.map((_, at) => (seconds[at] === undefined ? '' : `${seconds[at].toFixed(2)} s`)),
        `${Math.max(...steps).toFixed(1)}×`,
        `${((seconds.at(-1) / asked.at(-1)) * 1e6).toFixed(1)} µs`,
      ]);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
