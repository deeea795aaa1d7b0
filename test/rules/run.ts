import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareFindings, type Finding } from '../../src/finding.ts';
import { type Catalogues, readCatalogues } from '../../src/load/catalogue.ts';
import { fileBeside, readText } from '../../src/load/files.ts';
import { readPlan } from '../../src/load/plan.ts';
import { readProgress } from '../../src/load/progress.ts';
import { readResults } from '../../src/load/results.ts';
import type { Example } from '../../src/rule-page.ts';
import { checkPlan, checkText, openRows } from '../../src/rules/index.ts';
import { run } from '../run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGED = 'plans/catalogue';

/** What every plan must say of itself, put before a fragment that does not say it. */
const HEADER = [
  'format: plan/1',
  'id: vi-du',
  'title: Kế hoạch ví dụ',
  'document: 01/KH-UBND',
  'issued: 2024-01-15',
  'area: danang',
  'period: 2024..2025',
];

/** The whole plan of an example. */
export function wholePlan(yaml: string): string {
  if (/^format:/m.test(yaml)) return yaml;
  const missing = HEADER.filter((line) => {
    const key = line.slice(0, line.indexOf(':') + 1);
    return !yaml.split('\n').some((own) => own.startsWith(key));
  });
  return `${missing.join('\n')}\n${yaml}`;
}

let packaged: Promise<Catalogues> | undefined;

/** The packaged catalogues, read once. */
function catalogues(): Promise<Catalogues> {
  packaged ??= readCatalogues(PACKAGED, ROOT);
  return packaged;
}

/** Everything that is found in a plan file and in the CSV files beside it. */
export async function findingsOf(file: string, cwd = ROOT): Promise<Finding[]> {
  const read = readText(file, cwd);
  if (!('text' in read)) throw new Error(`${file}: ${read.problem}`);
  const { yaml, plan, findings } = readPlan(file, read.text);
  const found = [...findings, ...checkText(yaml)];
  if (!plan) return found.sort(compareFindings);
  const { measures, areas } = await catalogues();
  found.push(...checkPlan({ plan, text: yaml.text, measures, areas, locate: yaml.locate }));
  const results = fileBeside(file, 'results', cwd);
  if (results !== null) {
    const rows = openRows({ plan, measures, areas });
    const how = { delimiter: null, encoding: null, decimal: null, areas, cwd };
    const reading = await readResults(results, plan, how, rows.add);
    found.push(...reading.findings, ...rows.findings());
  }
  const progress = fileBeside(file, 'progress', cwd);
  if (progress !== null) {
    const reading = await readProgress(progress, plan, { delimiter: null, encoding: null, cwd });
    found.push(...reading.findings);
  }
  return found.sort(compareFindings);
}

/** Everything that is found in an example. */
export function findingsIn(example: Example): Promise<Finding[]> {
  return within(example, (folder) => findingsOf('plan.yaml', folder));
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
  { yaml, results, progress }: Example,
  look: (folder: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'example-'));
  try {
    writeFileSync(path.join(folder, 'plan.yaml'), wholePlan(yaml));
    if (results !== undefined) writeFileSync(path.join(folder, 'plan.results.csv'), results);
    if (progress !== undefined) writeFileSync(path.join(folder, 'plan.progress.csv'), progress);
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
