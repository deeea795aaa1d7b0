import { expect, test } from 'vitest';
import { type CheckReport, checkReport } from '../../../src/check-report.ts';
import type { Finding } from '../../../src/finding.ts';
import { fingerprints } from '../../../src/formats/findings/fingerprint.ts';
import { message } from '../../../src/message/message.ts';
import { context, duplicate, mixedDecimals, noSource, suppressed, unknownKey } from './samples.ts';

const of = (report: CheckReport, changes = {}) => [
  ...fingerprints(report, context(changes)).values(),
];
const reportOf = (...findings: Finding[]) => checkReport([], findings, []);

function shifted(finding: Finding, lines: number): Finding {
  const { place } = finding;
  return {
    ...finding,
    place: { ...place, line: place.line + lines, endLine: place.endLine + lines },
  };
}

test('a fingerprint stays when lines move, also where the message names a line', () => {
  const before = of(reportOf(unknownKey(), duplicate(), mixedDecimals(3, 2)));
  const after = of(
    reportOf(shifted(unknownKey(), 7), shifted(duplicate(), 7), mixedDecimals(10, 9)),
  );
  expect(after).toEqual(before);
});

test('a fingerprint stays when the advice or the position in a list changes', () => {
  const args = { key: 'tagets', valid: ['targets', 'unit'], suggestion: null };
  const moved: Finding = {
    ...unknownKey(),
    path: ['indicators', 5, 'tagets'],
    message: message('unknown-key', args),
  };
  expect(of(reportOf(moved))).toEqual(of(reportOf(unknownKey())));
});

test('ids tell findings apart that are otherwise alike', () => {
  const one = of(reportOf(unknownKey()), { stablePathOf: () => 'cqs-2/tagets' });
  const other = of(reportOf(unknownKey()), { stablePathOf: () => 'cqs-3/tagets' });
  expect(one).not.toEqual(other);
});

test('what was found, the rule and the file tell findings apart', () => {
  const renamed = { ...unknownKey(), place: { ...unknownKey().place, file: 'other.yaml' } };
  const found = {
    ...unknownKey(),
    message: message('unknown-key', { key: 'untt', valid: [], suggestion: null }),
  };
  const prints = [unknownKey(), renamed, found, duplicate()].flatMap((one) => of(reportOf(one)));
  expect(new Set(prints).size).toBe(4);
});

test('findings that are alike are unique, and suppressing one leaves the others as they were', () => {
  const rows = [noSource(2), noSource(3), noSource(4)];
  const all = of(reportOf(...rows));
  expect(new Set(all).size).toBe(3);
  expect(of(checkReport([], rows.slice(1), [suppressed(rows[0]!)]))).toEqual(all);
});
