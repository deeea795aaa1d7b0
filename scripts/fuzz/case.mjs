// A case: files, most of them as somebody wrote them and some changed, and a command line on them.
import path from 'node:path';
import { furnished } from './beside.mjs';
import { PROJECTS } from './corpus.mjs';
import { mutated } from './mutate.mjs';
import { randomOf } from './random.mjs';

const TABLES = ['table', 'markdown', 'html', 'csv', 'json', 'xlsx', 'docx'];
const FINDINGS = 'pretty concise json github sarif junit gitlab markdown'.split(' ');

/** The formats that each command can write. */
const FORMATS = {
  check: FINDINGS,
  status: TABLES,
  overdue: [...TABLES, 'ics'],
  diff: TABLES,
  audit: [...TABLES, ...FINDINGS],
  report: TABLES,
  explain: TABLES.filter((format) => format !== 'csv'),
  collect: TABLES,
};

const DAYS = ['2023-12-15', '2024-06-30', '2024-12-31', '2026-01-01'];

/** Options that every command takes, or that only some do. */
const OPTIONS = {
  all: [
    ['--lang', 'vi'],
    ['--lang', 'en'],
    ['--width', '40'],
    ['--width', '80'],
    ['--color', 'always'],
    ['--quiet'],
  ],
  check: [
    ['--statistics'],
    ['--show-reading'],
    ['--fix', '--dry-run'],
    ['--fix-unsafe', '--dry-run'],
  ],
  status: [
    ['--pace', 'cagr'],
    ['--chart'],
    ['--by', 'area'],
    ['--sort', 'gap'],
    ['--year', '2025'],
  ],
  overdue: [['--all'], ['--by', 'due'], ['--by', 'group'], ['--within', '400']],
  diff: [['--similar'], ['--rows', 'all'], ['--changed-only']],
  audit: [['--tolerance', '1']],
  report: [['--length', 'short'], ['--with-files'], ['--pace', 'cagr'], ['--since', '2024-01-01']],
  explain: [
    ['--pace', 'cagr'],
    ['--year', '2025'],
  ],
  collect: [['--dry-run']],
  sheet: [],
  init: [],
  schema: [],
};

/** Commands that are judged on a day. */
const JUDGING = ['status', 'overdue', 'audit', 'report', 'explain', 'sheet', 'collect'];

/** The case of a seed: the same files and command line for the same seed. */
export function caseOf(seed) {
  const random = randomOf(seed);
  const project = random.pick(PROJECTS);
  const files = furnished(random, { ...project.files });
  const names = Object.keys(files);
  for (let times = random.below(4); times > 0; times -= 1) {
    const name = random.pick(names);
    files[name] = mutated(random, name, files[name]);
  }
  const argv = random.chance(0.5) ? [...random.pick(project.commands)] : made(random, names, files);
  const words = dressed(random, argv);
  const stdin = random.chance(0.05) ? throughStdin(words, files) : null;
  return { seed, project: project.name, files, argv: words, stdin };
}

/** Hands the plan over on standard input; `null` where the command line names none. */
function throughStdin(argv, files) {
  const at = argv.findIndex((word) => /\.ya?ml$/.test(word) && files[word]);
  if (at < 1) return null;
  const [name] = argv.splice(at, 1, '-');
  return files[name];
}

function made(random, names, files) {
  const plans = names.filter((name) => /\.ya?ml$/.test(name) && !name.includes('catalogue'));
  const tables = names.filter((name) => /\.(csv|xlsx)$/.test(name));
  const plan = random.pick(plans) ?? '.';
  const command = random.pick(['check', 'check', 'sheet', 'init', ...Object.keys(FORMATS)]);
  if (command === 'check' && random.chance(0.5)) return ['check'];
  if (command === 'sheet') return ['sheet', plan, '-o', 'out', '-f', random.pick(['xlsx', 'csv'])];
  if (command === 'init') return ['init', '--results', plan, '-o', random.pick(['-', 'x.xlsx'])];
  if (command === 'explain') return ['explain', plan, itemIn(random, files[plan])];
  if (command === 'collect') return ['collect', plan, random.pick(tables) ?? plan, '--dry-run'];
  const argv = [command, plan];
  if (command === 'diff' || random.chance(0.1)) argv.push(random.pick(plans) ?? '.');
  else if (random.chance(0.2) && tables.length > 0)
    argv.push(random.pick(['--results', '--progress']), random.pick(tables));
  return argv;
}

function itemIn(random, bytes) {
  const ids = [...String(bytes).matchAll(/\bid: *([\w-]+)/g)].map(([, id]) => id);
  return random.pick(ids) ?? 'a';
}

function dressed(random, argv) {
  const [command] = argv;
  const own = [...(OPTIONS[command] ?? []), ...OPTIONS.all];
  for (let times = random.below(3); times > 0; times -= 1) {
    const option = random.pick(own);
    if (!argv.includes(option[0])) argv.push(...option);
  }
  if (JUDGING.includes(command) && !argv.includes('--as-of'))
    argv.push('--as-of', random.pick(DAYS));
  if (!argv.includes('--format') && !argv.includes('-f') && FORMATS[command])
    argv.push('-f', random.pick(FORMATS[command]));
  return argv;
}

/** The same command line with another format in place of its own; `null` where it names none. */
export function inAnotherFormat({ argv, seed }) {
  const at = argv.findIndex((word) => word === '-f' || word === '--format') + 1;
  const known = FORMATS[argv[0]];
  if (at === 0 || !known?.includes(argv[at]) || argv.lastIndexOf('-f') > at) return null;
  const others = known.filter((format) => format !== argv[at]);
  return argv.with(at, others[seed % others.length]);
}

/** What kind of text the case writes to standard output. */
export function formatOf(argv) {
  if (argv.includes('--help') || argv.includes('-h') || argv[0] === 'sheet') return 'table';
  if (argv[0] === 'init') return argv.includes('-') ? 'csv' : 'table';
  const at = argv.findIndex((word) => word === '-f' || word === '--format') + 1;
  const defaults = { check: 'pretty', report: 'markdown' };
  return at === 0 ? (defaults[argv[0]] ?? 'table') : argv[at];
}

/** A place for the case's files, in the folder; every one is written. */
export function placesOf(files, folder) {
  return Object.entries(files).map(([name, bytes]) => [path.join(folder, name), bytes]);
}
