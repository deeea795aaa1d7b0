import type { Day } from '../calendar.ts';
import { correctedBy, isCorrection, isKnown, type Result } from '../result.ts';
import { type ResultKeeper, rolesOf } from '../result-keeper.ts';
import { isRatioWrong } from './ratios.ts';

/**
 * A sink that keeps of a stream of results what an audit as of one day can need: what each source
 * says of an indicator and area for a period, every row whose value is not its ratio, and all that
 * is not known yet. Of rows that one source gives several times for the same time the first is kept
 * and what corrects it. Memory grows with distinct indicators, areas, periods and sources, not with
 * rows that are known.
 */
export function auditKeeper(asOf: Day): ResultKeeper {
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
      if (!isKnown(result, asOf) || isRatioWrong(result)) held.set(`${order}`, { result, order });
      if (!isKnown(result, asOf)) return;
      const key = correctedBy(result);
      for (const role of rolesOf(result)) keep(`${role}\n${key}`, result);
    },
    kept() {
      const unique = new Map([...held.values()].map(({ result, order }) => [order, result]));
      return [...unique].sort(([a], [b]) => a - b).map(([, result]) => result);
    },
  };
}
