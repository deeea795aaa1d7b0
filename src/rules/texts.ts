import type { Measurable, Path } from '../indicator.ts';
import type { Plan } from '../plan.ts';

/** A text of a plan file, as its writer words it; codes, units and figures are none. */
export interface PlanText {
  text: string;
  path: Path;
}

/** Every text of a plan that is worded. */
export function* textsOf(plan: Plan): Generator<PlanText> {
  for (const key of ['title', 'document', 'note'] as const) yield* given(plan[key], [key]);
  for (const [at, text] of plan.implements.entries()) yield { text, path: ['implements', at] };
  for (const [code, name] of plan.agencies) yield* given(name, ['agencies', code]);
  for (const [code, name] of plan.groups) yield* given(name, ['groups', code]);
  for (const indicator of plan.indicators) {
    yield* ofMeasurable(indicator);
    yield* given(indicator.source, [...indicator.path, 'source']);
    for (const part of indicator.parts) yield* ofMeasurable(part);
  }
  for (const task of plan.tasks) {
    yield* ofDuty(task);
    for (const [at, text] of task.funding.entries())
      yield { text, path: [...task.path, 'funding', at] };
  }
  for (const report of plan.reports) {
    yield* ofDuty(report);
    yield* given(report.to, [...report.path, 'to']);
  }
  for (const { text, source, path } of plan.claims) {
    yield { text, path: [...path, 'text'] };
    yield { text: source, path: [...path, 'source'] };
  }
  for (const { reason, path } of plan.ignore) yield { text: reason, path: [...path, 'reason'] };
}

function* ofMeasurable({ name, unit, note, wording, waived, path }: Measurable) {
  yield { text: name, path: [...path, 'name'] };
  yield* given(unit, [...path, 'unit']);
  yield* given(note, [...path, 'note']);
  for (const [year, text] of wording) yield { text, path: [...path, 'wording', String(year)] };
  for (const [at, { reason, decision }] of waived.entries()) {
    yield { text: reason, path: [...path, 'waived', at, 'reason'] };
    yield { text: decision, path: [...path, 'waived', at, 'decision'] };
  }
}

function* ofDuty(duty: { title: string; note: string | null; source: string; path: Path }) {
  for (const key of ['title', 'note', 'source'] as const)
    yield* given(duty[key], [...duty.path, key]);
}

function* given(text: string | null, path: Path): Generator<PlanText> {
  if (text !== null) yield { text, path };
}
