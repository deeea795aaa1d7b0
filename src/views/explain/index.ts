import type { IndicatorExplanation } from '../../explain.ts';
import type { TaskExplanation } from '../../explain-task.ts';
import type { View } from '../../formats/view.ts';
import { type ExplainView, indicatorEntries } from './indicator.ts';
import { indicatorJson, taskJson } from './json.ts';
import { taskEntries } from './task.ts';

/** An indicator or part, or a task or duty, explained. */
export type Explanation = { indicator: IndicatorExplanation } | { task: TaskExplanation };

/** `dti-eval explain PLAN ITEM`: a page about one thing. */
export function explainView(explanation: Explanation, view: ExplainView): View {
  return 'indicator' in explanation
    ? {
        document: () => [indicatorEntries(explanation.indicator, view)],
        json: () => indicatorJson(explanation.indicator, view.unread),
      }
    : {
        document: () => [taskEntries(explanation.task, view)],
        json: () => taskJson(explanation.task, view.unread),
      };
}
