import type { AuditKind, AuditQuestion } from '../audit/finding.ts';
import { auditKeeper } from '../audit/keeper.ts';
import { type Audit, audit } from '../audit.ts';
import type { Day } from '../calendar.ts';
import type { AuditOptions } from '../cli/flags/audit.ts';
import { exact } from '../exact.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { auditView } from '../views/audit/index.ts';
import { speak } from '../words/index.ts';
import { type PlanInput, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { beginRun, checkNarrowing, deliverView, hasUnreadData } from './run.ts';
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
  const read = await readPlans(session, paths, options, asOf, auditKeeper);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkNarrowing(read.inputs, { area: options.area, lead: options.lead });
  const done = audit(read.inputs, questionOf(options, asOf));
  await sayDataFindings(session, read.inputs, look);
  const speech = await speak(look.lang, 'audit', 'status', 'reasons');
  const english = await speak('en', 'audit', 'status', 'reasons');
  const unreadRows = read.inputs.reduce((sum, { unread }) => sum + unread, 0);
  await deliverView(run, auditView(done, { speech, english, unreadRows }));
  const { failOn = [] } = options;
  return failOn.some((what) => fails(what, done, read.inputs)) ? EXIT.findings : EXIT.ok;
}

function questionOf({ kind = [], area, lead, tolerance }: AuditOptions, asOf: Day): AuditQuestion {
  return { asOf, tolerance: exact(tolerance ?? 0), kinds: kind, areas: area, leads: lead };
}

function fails(what: FailOn, done: Audit, inputs: readonly PlanInput[]): boolean {
  if (what === 'data') return hasUnreadData(inputs);
  return done.findings.some(({ kind, isNote }) => !isNote && OPPOSITION[kind] === what);
}
