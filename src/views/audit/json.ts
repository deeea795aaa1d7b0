import {
  AUDIT_KINDS,
  type AuditFinding,
  type AuditPlace,
  placeOfRow,
} from '../../audit/finding.ts';
import type { Audit } from '../../audit.ts';
import { toNumber } from '../../exact.ts';
import { countAll } from '../../finding.ts';
import { placeText } from '../../place.ts';
import type { Bound, Observation, Result } from '../../result.ts';
import type { DeclaredStatus, Verdict } from '../../verdict.ts';
import { type AuditSpeech, auditLines } from '../../words/audit-said.ts';
import { observationValue, shareDoubtJson, targetJson } from '../json-values.ts';

/** The audit in the published shape of `audit --format json`, `audit/1`: English, fixed order. */
export function auditJson(audit: Audit, english: AuditSpeech) {
  const { question, counts, sensitive } = audit;
  const told = audit.findings.filter(({ isNote }) => !isNote);
  return {
    format: 'audit/1',
    asOf: question.asOf,
    tolerance: toNumber(question.tolerance),
    plans: audit.plans.map(({ id }) => id),
    findings: audit.findings.map((finding) => findingJson(finding, english)),
    roundingSensitive: sensitive.map(({ plan, year, evaluation, sensitivity }) => ({
      plan: plan.id,
      indicator: evaluation.address,
      year,
      verdict: evaluation.verdict,
      otherwise: sensitivity.otherwise,
    })),
    doubted: audit.doubted.map(({ plan, year, evaluation, doubt }) => ({
      plan: plan.id,
      indicator: evaluation.address,
      year,
      verdict: evaluation.verdict,
      doubt: shareDoubtJson(doubt),
    })),
    counts: {
      findings: countAll(told),
      ...Object.fromEntries(AUDIT_KINDS.map((kind) => [kind, counts[kind]])),
      notes: counts.notes,
      ignored: counts.ignored,
      'rounding-sensitive': sensitive.length,
      'other-times': audit.otherTimes,
    },
    notCounted: audit.notCounted,
  };
}

/** One finding in the published shape. */
export function findingJson(finding: AuditFinding, english: AuditSpeech) {
  const { kind, isNote, plan, address, area, lead, more } = finding;
  const stated = statedBy(finding);
  return {
    kind,
    level: isNote ? 'note' : 'finding',
    why: whyOf(finding),
    plan: plan.id,
    indicator: address,
    area,
    year: yearOf(finding),
    lead: [...lead],
    message: auditLines(finding.message, english).join('; '),
    values: stated.map(({ places: _, ...value }) => value),
    places: uniquePlaces(stated.flatMap(({ places }) => places)).map(placeJson),
    ...(more !== undefined && { more }),
  };
}

/** What sort of its kind it is; `null` for kinds of one sort. */
function whyOf(finding: AuditFinding): string | null {
  switch (finding.kind) {
    case 'declared-mismatch':
      return finding.standing;
    case 'source-conflict':
      return finding.agreement;
    case 'stale-result':
    case 'target-conflict':
      return finding.why;
    default:
      return null;
  }
}

function yearOf(finding: AuditFinding): number | null {
  switch (finding.kind) {
    case 'target-conflict':
      return finding.settings.at(-1)!.year;
    case 'claim-mismatch':
      return null;
    case 'ratio-mismatch':
      return Number(finding.row.period.end.slice(0, 4));
    default:
      return finding.year;
  }
}

/** One thing that was said or computed, with where it stands; what is computed stands nowhere. */
interface Stated {
  role:
    | ('declared' | 'computed' | 'result' | 'baseline' | 'target')
    | ('claim' | 'listed' | 'printed' | 'numerator' | 'denominator');
  /** A number, whether a milestone is done, or a status; as the role has it. */
  value: number | boolean | string | null;
  about: boolean;
  bound: Bound | null;
  /** Of figures that differ: what each alone would make of the year's target, where that differs too. */
  verdict: Verdict | null;
  period: string | null;
  target: ReturnType<typeof targetJson>;
  plan: string;
  indicator: string | null;
  source: string | null;
  places: AuditPlace[];
}

function stated(of: AuditFinding, given: Pick<Stated, 'role' | 'value'> & Partial<Stated>): Stated {
  return {
    about: false,
    bound: null,
    verdict: null,
    period: null,
    target: null,
    plan: of.plan.id,
    indicator: of.address,
    source: null,
    places: [],
    ...given,
  };
}

function statedBy(finding: AuditFinding): Stated[] {
  const say = (given: Parameters<typeof stated>[1]) => stated(finding, given);
  const { at } = finding;
  switch (finding.kind) {
    case 'declared-mismatch': {
      const { declared, row, rival, judgement, plan } = finding;
      const { actual, target } = judgement;
      const word = (value: DeclaredStatus, of: Result, place: AuditPlace) =>
        say({
          role: 'declared',
          value,
          period: of.period.text,
          source: of.source,
          places: [place],
        });
      return [
        word(declared, row, at),
        ...(rival?.status ? [word(rival.status, rival, placeOfRow(plan, rival))] : []),
        say({ role: 'computed', value: judgement.verdict, period: finding.asOf }),
        ...(target ? [say({ role: 'target', value: null, target: targetJson(target) })] : []),
        ...(actual ? [say(observed(actual, [placeOfRow(finding.plan, actual)]))] : []),
      ];
    }
    case 'stale-result':
      return [
        ...(finding.declared === null
          ? []
          : [
              say({
                role: 'declared',
                value: finding.declared,
                period: finding.row.period.text,
                source: finding.row.source,
                places: [at],
              }),
            ]),
        ...finding.accounts.map((one) => say(accountOf(one))),
      ];
    case 'source-conflict':
      return finding.accounts.map((one, index) =>
        say({ ...accountOf(one), verdict: finding.verdicts?.[index] ?? null }),
      );
    case 'target-conflict':
      return [
        ...finding.settings.map((one) =>
          say({
            role: one.claim === null ? 'target' : 'claim',
            value: null,
            target: targetJson(one.target),
            period: String(one.year),
            plan: one.plan.id,
            indicator: one.address,
            source: one.place.source,
            places: [one.place],
          }),
        ),
        ...(finding.reached === null ? [] : [say(accountOf(finding.reached))]),
      ];
    case 'claim-mismatch':
      return [
        say({ role: 'claim', value: finding.said, source: at.source, places: [at] }),
        say({ role: 'listed', value: finding.found }),
      ];
    case 'ratio-mismatch': {
      const { row, printed, counts } = finding;
      const quotient = toNumber(row.value.value);
      return [
        say({ role: 'printed', value: toNumber(printed), source: row.source, places: [at] }),
        say({ role: 'computed', value: quotient, period: row.period.text }),
        say({ role: 'numerator', value: toNumber(counts.numerator) }),
        say({ role: 'denominator', value: toNumber(counts.denominator) }),
      ];
    }
  }
}

function accountOf({
  observation,
  places,
  plan,
  address,
}: AccountLike): Parameters<typeof stated>[1] {
  return { ...observed(observation, [...places]), plan: plan.id, indicator: address };
}

type AccountLike = Extract<AuditFinding, { kind: 'source-conflict' }>['accounts'][number];

function observed(observation: Observation, places: AuditPlace[]): Parameters<typeof stated>[1] {
  return {
    role: observation.basis,
    ...observationValue(observation.value),
    period: observation.period.text,
    source: places[0]?.source ?? observation.source,
    places,
  };
}

function uniquePlaces(places: readonly AuditPlace[]): AuditPlace[] {
  return [...new Map(places.map((place) => [placeText(place), place])).values()];
}

function placeJson({ file, sheet, line, plan, document, source }: AuditPlace) {
  return { file, sheet, line, plan, document, source };
}
