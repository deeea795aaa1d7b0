import type { AuditKind, AuditQuestion } from '../audit/finding.ts';
import { type Audit, audit } from '../audit.ts';
import type { Day } from '../calendar.ts';
import { checkReport } from '../check-report.ts';
import type { AuditOptions } from '../cli/flags/audit.ts';
import { exact } from '../exact.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Finding } from '../finding.ts';
import { needsLooking } from '../not-counted.ts';
import { auditView } from '../views/audit/index.ts';
import { speak } from '../words/index.ts';
import { ofSound } from './crashes.ts';
import { deliverFindings, findingsContext } from './findings.ts';
import { isOfFindings } from './formats.ts';
import { type PlanInput, readPlans } from './read.ts';
import { toAudit, toAuditAsOf } from './read-to-audit.ts';
import { sayDataFindings, sayNotCounted, sayPlanErrors } from './remarks.ts';
import { beginRun, deliverView, hasUnreadData, narrowed, type Run } from './run.ts';
import type { Session } from './session.ts';

type FailOn = NonNullable<AuditOptions['failOn']>[number];

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
  const run = beginRun(session, options, 'audit');
  const { look, asOf } = run;
  const read = await readPlans(session, paths, options, asOf, toAuditAsOf());
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  const { area, lead } = narrowed(read.inputs, { area: options.area, lead: options.lead });
  const question = questionOf({ ...options, area, lead }, asOf);
  const done = ofSound(session, read.inputs, (inputs) =>
    asSet(session, audit(toAudit(inputs), question)),
  );
  if (done === null) return EXIT.fault;
  await sayDataFindings(session, read.inputs, look);
  const speech = await speak(look.lang, 'audit', 'status', 'reasons', 'evidence');
  await sayNotCounted(run, done.notCounted, speech);
  const english = await speak('en', 'audit', 'status', 'reasons');
  await deliverView(run, auditView(done, { speech, english }), read.inputs.length);
  await deliverAsFindings(run, done, options);
  const { failOn = [] } = options;
  return failOn.some((what) => fails(what, done, read.inputs)) ? EXIT.findings : EXIT.ok;
}

/** The findings with the levels that the project's settings give them; what they turn off is gone. */
function asSet({ config }: Session, done: Audit): Audit {
  const levels = config?.rules ?? {};
  const findings = done.findings.flatMap((one) => {
    const level = levels[one.rule] ?? one.level;
    return level === 'off' ? [] : [{ ...one, level }];
  });
  return { ...done, findings };
}

/** In the formats that findings of every kind have. */
async function deliverAsFindings(
  { session, outputs, look }: Run,
  { plans, findings }: Audit,
  { encoding }: AuditOptions,
): Promise<void> {
  const wanted = outputs.filter(isOfFindings);
  if (wanted.length === 0) return;
  const files = [...plans, ...findings.map(({ place }) => place)].map(({ file }) => file);
  const report = checkReport(files, findings, []);
  const found = { texts: new Map(), stablePathOf };
  const context = await findingsContext(session, 'audit', report, found, encoding ?? null, look);
  await deliverFindings(session, report, wanted, context, look);
}

/** An indicator and where in it: what outlives a shift of lines. */
function stablePathOf({ about, path }: Finding): string {
  return [...(about === null ? [] : [about]), ...path].join('/');
}

function questionOf({ kind = [], area, lead, tolerance }: AuditOptions, asOf: Day): AuditQuestion {
  return { asOf, tolerance: exact(tolerance ?? 0), kinds: kind, areas: area, leads: lead };
}

function fails(what: FailOn, done: Audit, inputs: readonly PlanInput[]): boolean {
  const told = done.findings.filter(({ isNote }) => !isNote);
  if (what !== 'data') return told.some(({ kind }) => OPPOSITION[kind] === what);
  return (
    hasUnreadData(inputs) ||
    done.notCounted.some(needsLooking) ||
    done.doubted.length > 0 ||
    told.some(({ kind }) => kind === 'source-conflict')
  );
}
