import { expect, test } from 'vitest';
import { auditKeeper } from '../src/audit/keeper.ts';
import { evaluate } from '../src/evaluation.ts';
import { countReasons } from '../src/not-counted.ts';
import type { Result } from '../src/result.ts';
import { type ResultKeeper, resultKeeper } from '../src/result-keeper.ts';
import { anIndicator, aPlan, aResult } from './build.ts';

const AS_OF = '2024-01-31';
/** More than are kept one by one, the foremost last. */
const ROWS = Array.from({ length: 10_100 }, (_, at) => {
  const [year, day] = [2022 + (at % 2), String(1 + Math.floor(at / 400)).padStart(2, '0')];
  const result = { indicator: at % 3 === 0 ? 'a' : 'b', period: `${year}-12-${day}`, value: 150 };
  return aResult({ ...result, source: `BC ${at}`, line: at + 2 });
});

function outOfRange(results: readonly Result[]) {
  const plan = aPlan(['a', 'b'].map((id) => anIndicator({ 2023: 60 }, { id })));
  const { notCounted } = evaluate(plan, [...results], new Map(), { asOf: AS_OF, year: 2023 });
  return countReasons(notCounted);
}

test.each([
  ['an evaluation', (): ResultKeeper => resultKeeper(AS_OF)],
  ['an audit', (): ResultKeeper => auditKeeper(AS_OF, { isEach: () => false })],
])('of very many figures that no share can be %s counts each once', (_, keeperOf) => {
  const keeper = keeperOf();
  for (const row of ROWS) keeper.add(row);
  expect(outOfRange(keeper.kept())).toEqual(outOfRange(ROWS));
});
