import { expect, test } from 'vitest';
import { type Finding, finding, lineOf, type RaisedRule } from '../../src/finding.ts';
import { unreadLog } from '../../src/load/unread.ts';
import { message } from '../../src/message/message.ts';
import { countNotCounted } from '../../src/not-counted.ts';

function error(line: number, about: string, rule: RaisedRule = 'csv-number'): Finding {
  const said = message('csv-bad-share', { found: `${line}x` });
  return { ...finding({ rule, place: lineOf('r.csv', line), message: said }), about };
}

test('a row with several errors is one entry, with the last of them', () => {
  const log = unreadLog();
  log.add(error(2, 'a'));
  log.add(error(2, 'a', 'csv-ended-area'));
  log.add({ ...error(3, 'a'), level: 'warning' });
  expect(log.entries()).toEqual([
    { reason: 'ended-area', file: 'r.csv', sheet: undefined, line: 2, indicator: 'a', text: '2x' },
  ]);
});

test('behind the first ten thousand rows are counted, each once', () => {
  const log = unreadLog();
  for (let line = 1; line <= 25_000; line += 1)
    for (let twice = 0; twice < 2; twice += 1) log.add(error(line, line % 2 ? 'a' : 'b'));
  const entries = log.entries();
  expect(entries).toHaveLength(10_000);
  expect(countNotCounted(entries)).toBe(25_000);
  expect(countNotCounted(entries.filter(({ indicator }) => indicator === 'a'))).toBe(12_500);
});

test('reasons and indicators that come only later have entries of their own', () => {
  const log = unreadLog();
  for (let line = 1; line <= 10_000; line += 1) log.add(error(line, 'a'));
  for (let line = 10_001; line <= 10_010; line += 1) log.add(error(line, 'b', 'csv-ended-area'));
  expect(log.entries().at(-1)).toMatchObject({ reason: 'ended-area', indicator: 'b', more: 9 });
});

test('rows of very many indicators, each with several errors, are counted each once', () => {
  const log = unreadLog();
  for (let line = 1; line <= 15_000; line += 1)
    for (let twice = 0; twice < 2; twice += 1) log.add(error(line, `a-${line}`));
  const entries = log.entries();
  expect(entries).toHaveLength(11_001);
  expect(countNotCounted(entries)).toBe(15_000);
  expect(entries.at(-1)).toMatchObject({ indicator: null, more: 3999 });
});
