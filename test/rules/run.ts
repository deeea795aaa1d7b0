import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { checkPaths } from '../../src/commands/check-paths.ts';
import { compareFindings, type Finding } from '../../src/finding.ts';
import type { Example } from '../../src/words/rule-pages.ts';
import { run } from '../run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What every plan must say of itself, put before a fragment that does not say it. */
const HEADER = [
  'format: plan/1',
  'id: plan',
  'title: Kế hoạch ví dụ',
  'document: 01/KH-UBND',
  'issued: 2024-01-15',
  'area: danang',
  'period: 2024..2025',
];

/** The whole plan of an example. */
function wholePlan(yaml: string): string {
  if (/^format:/m.test(yaml)) return yaml;
  const missing = HEADER.filter((line) => {
    const key = line.slice(0, line.indexOf(':') + 1);
    return !yaml.split('\n').some((own) => own.startsWith(key));
  });
  return `${missing.join('\n')}\n${yaml}`;
}

/** Everything that the check finds at a path, suppressed findings left out. */
export async function findingsOf(named: string, cwd = ROOT): Promise<Finding[]> {
  const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const session = {
    argv: [],
    stdin: Readable.from([]),
    stdout: silent(),
    stderr: silent(),
    env: {},
    cwd,
    now: new Date('2024-06-30T05:00:00Z'),
  };
  const { findings } = await checkPaths(session, [named], {});
  return [...findings].sort(compareFindings);
}

/** Everything that is found in an example, as it would lie in a folder of its own. */
export function findingsIn(example: Example): Promise<Finding[]> {
  return within(example, (folder) => findingsOf('.', folder));
}

/** The kinds of what an audit of the example finds, notes left out. */
export function auditedIn(example: Example): Promise<string[]> {
  return within(example, async (cwd) => {
    const asOf = '2026-01-01';
    const { stdout } = await run(['audit', 'plan.yaml', '-f', 'json', '--as-of', asOf], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { kind: string; level: string }[] };
    return findings.filter(({ level }) => level === 'finding').map(({ kind }) => kind);
  });
}

async function within<Answer>(
  example: Example,
  look: (folder: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'example-'));
  const write = (name: string, text: string | undefined, encoding?: 'latin1') => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text !== undefined) writeFileSync(file, text, encoding);
  };
  try {
    write('plan.yaml', wholePlan(example.yaml), example.isLatin1 ? 'latin1' : undefined);
    write('plan.results.csv', example.results);
    write('plan.progress.csv', example.progress);
    write('other.results.csv', example.stray);
    if (example.measures ?? example.areas) {
      write('catalogue/measures.yaml', example.measures);
      write('catalogue/areas.yaml', example.areas);
    }
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
