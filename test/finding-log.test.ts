import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAll, type Finding, finding, lineOf } from '../src/finding.ts';
import { findingLog } from '../src/finding-log.ts';
import { message } from '../src/message/message.ts';

function found(about: string, line: number): Finding {
  const said = message('csv-no-source', {});
  return { ...finding({ rule: 'csv-source', place: lineOf('r.csv', line), message: said }), about };
}

test('the first are kept as they are, later ones counted with the last of their kind', () => {
  const log = findingLog(3);
  for (const [at, about] of ['a', 'b', 'a', 'a', 'c', 'b', 'c'].entries())
    log.add(found(about, at));
  const told = log.findings().map(({ about, place, more }) => [about, place.line, more]);
  expect(told).toEqual([
    ['a', 0, undefined],
    ['b', 1, 1],
    ['a', 2, 1],
    ['c', 4, 1],
  ]);
});

test('a finding that stands for several counts as many', () => {
  const log = findingLog(1);
  log.add({ ...found('a', 1), more: 4 });
  log.add({ ...found('a', 2), more: 2 });
  expect(log.findings()).toMatchObject([{ more: 7 }]);
});

test('of those that are only counted no more is made than what they are counted by', () => {
  const log = findingLog(2);
  const made: number[] = [];
  for (const [at, about] of ['a', 'b', 'a', 'c', 'c'].entries()) {
    const whole = found(about, at);
    log.addOutline(whole, () => {
      made.push(at);
      return whole;
    });
  }
  expect(made).toEqual([0, 1, 3]);
  expect(log.findings().map(({ about, more = 0 }) => [about, more])).toEqual([
    ['a', 1],
    ['b', 0],
    ['c', 1],
  ]);
});

test('none is lost, by whatever it is counted', () => {
  const abouts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });
  fc.assert(
    fc.property(abouts, fc.integer({ min: 1, max: 10 }), (all, most) => {
      const log = findingLog(most);
      for (const [at, about] of all.entries()) log.add(found(about, at));
      for (const about of ['a', 'b', 'c', 'd'])
        expect(countAll(log.findings().filter((one) => one.about === about))).toBe(
          all.filter((one) => one === about).length,
        );
    }),
  );
});

test('subjects beyond a thousand more are counted together', () => {
  const log = findingLog(1);
  for (let at = 0; at < 3000; at += 1) log.add(found(`a${at}`, at));
  const findings = log.findings();
  expect(countAll(findings)).toBe(3000);
  expect(findings.length).toBeLessThan(1005);
  expect(findings.at(-1)).toMatchObject({ about: null });
});
