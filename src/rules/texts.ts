import type { Measurable, Path } from '../indicator.ts';
import type { Plan } from '../plan.ts';

/** A text of a plan file, as its writer words it; codes, units and figures are none. */
export interface PlanText {
  text: string;
  path: Path;
}

/** Of a plan that several rules ask for its texts they are looked up once. */
const KNOWN = new WeakMap<Plan, readonly PlanText[]>();

/** Every text of a plan that is worded. */
export function textsOf(plan: Plan): readonly PlanText[] {
  const known = KNOWN.get(plan) ?? lookedUp(plan);
  KNOWN.set(plan, known);
  return known;
}

type Take = (text: string | null, path: Path) => void;

// No generators of generators: the engine compiles them longer than a folder of plans is checked.
function lookedUp(plan: Plan): PlanText[] {
  const texts: PlanText[] = [];
  const take: Take = (text, path) => {
    if (text !== null) texts.push({ text, path });
  };
  for (const key of ['title', 'document', 'note'] as const) take(plan[key], [key]);
  for (const [at, text] of plan.implements.entries()) take(text, ['implements', at]);
  for (const [code, name] of plan.agencies) take(name, ['agencies', code]);
  for (const [code, name] of plan.groups) take(name, ['groups', code]);
  for (const indicator of plan.indicators) {
    ofMeasurable(indicator, take);
    take(indicator.source, [...indicator.path, 'source']);
    for (const part of indicator.parts) ofMeasurable(part, take);
  }
  for (const task of plan.tasks) {
    ofDuty(task, take);
    for (const [at, text] of task.funding.entries()) take(text, [...task.path, 'funding', at]);
  }
  for (const report of plan.reports) {
    ofDuty(report, take);
    take(report.to, [...report.path, 'to']);
  }
  for (const { text, source, path } of plan.claims) {
    take(text, [...path, 'text']);
    take(source, [...path, 'source']);
  }
  for (const { reason, path } of plan.ignore) take(reason, [...path, 'reason']);
  return texts;
}

function ofMeasurable({ name, unit, note, wording, waived, path }: Measurable, take: Take): void {
  take(name, [...path, 'name']);
  take(unit, [...path, 'unit']);
  take(note, [...path, 'note']);
  for (const [year, text] of wording) take(text, [...path, 'wording', String(year)]);
  for (const [at, { reason, decision }] of waived.entries()) {
    take(reason, [...path, 'waived', at, 'reason']);
    take(decision, [...path, 'waived', at, 'decision']);
  }
}

function ofDuty(
  duty: { title: string; note: string | null; source: string; path: Path },
  take: Take,
): void {
  for (const key of ['title', 'note', 'source'] as const) take(duty[key], [...duty.path, key]);
}
