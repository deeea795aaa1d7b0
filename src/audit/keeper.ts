import type { Day } from '../calendar.ts';
import { correctedBy, isCorrection, type Result } from '../result.ts';
import { isRatioWrong } from './ratios.ts';

/**
 * A sink that keeps of a stream of results what an audit as of one day can need: what each source
 * says of an indicator and area for a period, and every row whose value is not its ratio. Of rows
 * that one source gives several times for the same time the first is kept and what corrects it.
 * Memory grows with distinct indicators, areas, periods and sources, not with rows.
 */
export function auditKeeper(asOf: Day): { add(result: Result): void; kept(): Result[] } {
  const held = new Map<string, { result: Result; order: number }>();
  let order = 0;
  const keep = (key: string, result: Result) => {
    const row = { result, order };
    if (!held.has(`first\n${key}`)) held.set(`first\n${key}`, row);
    const before = held.get(key);
    if (!before || isCorrection(result, before.result)) held.set(key, row);
  };
  return {
    add(result) {
      order += 1;
      if (result.period.end > asOf) return;
      if (isRatioWrong(result)) held.set(`${order}`, { result, order });
      const key = correctedBy(result);
      if (result.value !== null) keep(`value\n${key}`, result);
      if (result.status !== null) keep(`status\n${key}`, result);
    },
    kept() {
      const unique = new Map([...held.values()].map(({ result, order }) => [order, result]));
      return [...unique].sort(([a], [b]) => a - b).map(([, result]) => result);
    },
  };
}
