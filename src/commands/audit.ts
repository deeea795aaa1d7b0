import { AUDIT_KINDS, type AuditKind, type AuditQuestion } from '../audit/finding.ts';
import { auditKeeper } from '../audit/keeper.ts';
import { type Audit, audit } from '../audit.ts';
import type { Day } from '../calendar.ts';
import { exact } from '../exact.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { renderTable } from '../formats/text-table.ts';
import { auditJson } from '../views/audit/json.ts';
import { auditLetter } from '../views/audit/letter.ts';
import { auditGrid } from '../views/audit/table.ts';
import { deliver, wantedOutputs } from './output.ts';
import { type PlanInput, type ReadOptions, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import type { Session } from './session.ts';
import { asOfDay, type CommonOptions, checkChoices, type Look, lookOf } from './settings.ts';

/** The options of `dti-eval audit`. */
export interface AuditOptions extends CommonOptions, ReadOptions {
  format?: string[];
  output?: string[];
  kind?: string[];
  area?: string[];
  lead?: string[];
  /** A decimal number with `.` as its mark. */
  tolerance?: string;
  failOn?: string[];
}

const FORMATS = ['table', 'markdown', 'json'] as const;
type Format = (typeof FORMATS)[number];

const FAIL_ON = ['mismatch', 'conflict', 'data'] as const;
type FailOn = (typeof FAIL_ON)[number];

/** Which kinds are a statement against its own figures, and which one statement against another. */
const OPPOSITION = {
  'declared-mismatch': 'mismatch',
  'stale-result': 'mismatch',
  'claim-mismatch': 'mismatch',
  'ratio-mismatch': 'mismatch',
  'source-conflict': 'conflict',
  'target-conflict': 'conflict',
} as const satisfies Record<AuditKind, FailOn>;

/** `dti-eval audit`: what the plans declare against what their figures say. */
export async function runAudit(
  session: Session,
  paths: readonly string[],
  options: AuditOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const asOf = asOfDay(options, session);
  const outputs = wantedOutputs(options.format, options.output, FORMATS, 'table');
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const kinds = checkChoices('--kind', options.kind ?? [], AUDIT_KINDS);
  const read = await readPlans(session, paths, options, asOf, auditKeeper);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkNarrowing(read.inputs, options);
  const done = audit(read.inputs, questionOf(options, kinds, asOf));
  await sayDataFindings(session, read.inputs, look);
  for (const output of outputs)
    await deliver(session, output, RENDER[output.format](done, read.inputs, look));
  return failOn.some((what) => fails(what, done, read.inputs)) ? EXIT.findings : EXIT.ok;
}

function questionOf(
  { area, lead, tolerance }: AuditOptions,
  kinds: readonly AuditKind[],
  asOf: Day,
): AuditQuestion {
  return { asOf, tolerance: exact(tolerance ?? 0), kinds, areas: area, leads: lead };
}

function fails(what: FailOn, done: Audit, inputs: readonly PlanInput[]): boolean {
  if (what === 'data') return inputs.some(({ findings }) => findings.some(isError));
  return done.findings.some(({ kind, isNote }) => !isNote && OPPOSITION[kind] === what);
}

function isError({ level }: PlanInput['findings'][number]): boolean {
  return level === 'error';
}

/** An area or agency that no plan knows would show an empty table: refused instead. */
function checkNarrowing(inputs: readonly PlanInput[], { area, lead }: AuditOptions): void {
  const areas = inputs.flatMap((input) => [
    input.plan.area,
    ...input.areas.keys(),
    ...input.results.map((result) => result.area),
  ]);
  checkChoices('--area', area ?? [], areas);
  checkChoices(
    '--lead',
    lead ?? [],
    inputs.flatMap(({ plan }) => [...plan.agencies.keys()]),
  );
}

const RENDER: Record<Format, (done: Audit, inputs: readonly PlanInput[], look: Look) => string> = {
  table: (done, inputs, { lang, width, color }) => {
    const unreadRows = inputs.reduce((sum, { unread }) => sum + unread, 0);
    return renderTable(auditGrid(done, { lang, unreadRows }), { width, color });
  },
  markdown: (done, _inputs, { lang }) => auditLetter(done, lang),
  json: (done) => `${JSON.stringify(auditJson(done), null, 2)}\n`,
};
