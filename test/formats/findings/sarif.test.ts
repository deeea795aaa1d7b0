import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { renderSarif } from '../../../src/formats/findings/sarif.ts';
import { RULE_IDS } from '../../../src/rules/index.ts';
import {
  CSV,
  context,
  emptyReport,
  noSource,
  sampleReport,
  suppressed,
  unknownKey,
  withText,
} from './samples.ts';
import { SARIF_SHAPE } from './sarif-shape.ts';

const isWellShaped = new Ajv({ allErrors: true }).compile(SARIF_SHAPE);

function runOf(report = sampleReport()) {
  const log = JSON.parse([...renderSarif(report, context())].join(''));
  isWellShaped(log);
  expect(isWellShaped.errors ?? []).toEqual([]);
  return log.runs[0];
}

function uriOf(file: string) {
  const place = { ...unknownKey().place, file };
  const [result] = runOf(checkReport([], [withText('x', { place })], [])).results;
  return result.locations[0].physicalLocation.artifactLocation;
}

function textOf(text: string): string {
  return runOf(checkReport([], [withText(text)], [])).results[0].message.text;
}

test('a log has the shape of SARIF 2.1.0, with and without results', () => {
  expect(runOf().results).toHaveLength(5);
  expect(runOf(emptyReport()).results).toEqual([]);
});

test('every rule is described and every result points at its own', () => {
  const { tool, results } = runOf();
  const { rules } = tool.driver;
  expect(rules.map((rule: { id: string }) => rule.id)).toEqual(RULE_IDS);
  for (const result of results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
  const rule = rules.find((each: { id: string }) => each.id === 'duplicate-key');
  expect(rule.shortDescription.text).toBe('A key twice');
  expect(rule.help.text).toBe('A key twice\n\nKeep one.\n\nid: a');
  expect(rule.help.markdown).toContain('```yaml');
});

test('names and pages of the rules are told', () => {
  const { driver } = runOf().tool;
  const rule = driver.rules.find((each: { id: string }) => each.id === 'csv-duplicate-row');
  expect(rule.name).toBe('CsvDuplicateRow');
  expect(rule.helpUri).toMatch(/\/src\/rules\/csv-duplicate-row\.md$/);
});

test('a mend is told as the edits that make it', () => {
  const { place } = unknownKey();
  const fix = { class: 'safe' as const, edits: [{ place, text: 'targets' }] };
  const [result] = runOf(checkReport([], [{ ...unknownKey(), fix }], [])).results;
  expect(result.fixes).toEqual([
    {
      description: { text: 'The one safe mend; dti-eval check --fix makes it:' },
      artifactChanges: [
        {
          artifactLocation: result.locations[0].physicalLocation.artifactLocation,
          replacements: [
            {
              deletedRegion: result.locations[0].physicalLocation.region,
              insertedContent: { text: 'targets' },
            },
          ],
        },
      ],
    },
  ]);
});

test('of more results than GitHub takes the worst are kept, which is said', () => {
  const many = Array.from({ length: 25_000 }, (_, at) => {
    const place = { file: CSV, line: at + 1, column: 1, endLine: at + 1, endColumn: 2 };
    return { ...noSource(2), place };
  });
  const { results, invocations } = runOf(
    checkReport([], [...many, unknownKey()], [suppressed(noSource(2))]),
  );
  expect(results).toHaveLength(25_000);
  expect(results[0].level).toBe('error');
  expect(results.at(-1)).not.toHaveProperty('suppressions');
  expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(
    /^25000 of 25002 findings, the worst first/,
  );
  expect(runOf()).not.toHaveProperty('invocations');
});

test('info is a note', () => {
  expect(runOf().results.map((result: { level: string }) => result.level)).toEqual([
    'note',
    'warning',
    'warning',
    'error',
    'error',
  ]);
});

test('a region ends before its end column, and related places are told', () => {
  const result = runOf().results.at(-1);
  expect(result.locations[0].physicalLocation.region).toEqual({
    startLine: 5,
    startColumn: 9,
    endLine: 5,
    endColumn: 14,
  });
  expect(result.relatedLocations[0].message.text).toBe('first here');
  expect(result.relatedLocations[0].physicalLocation.region.startLine).toBe(3);
});

test('suppressed findings are results with their reason', () => {
  const by = (place: 'comment' | 'plan' | 'baseline') =>
    runOf(checkReport([CSV], [], [suppressed(noSource(2), place)])).results[0].suppressions;
  expect(by('comment')).toEqual([
    { kind: 'inSource', justification: 'as printed in the document' },
  ]);
  expect(by('plan')[0].kind).toBe('inSource');
  expect(by('baseline')[0].kind).toBe('external');
  expect(runOf(checkReport([], [unknownKey()], [])).results[0]).not.toHaveProperty('suppressions');
});

test('paths are relative, encoded references with forward slashes', () => {
  expect(uriOf('./plans/đà nẵng.yaml')).toEqual({
    uri: 'plans/%C4%91%C3%A0%20n%E1%BA%B5ng.yaml',
    uriBaseId: '%SRCROOT%',
  });
  expect(uriOf('plans\\a#b.yaml').uri).toBe('plans/a%23b.yaml');
  expect(uriOf('a:b.yaml').uri).toBe('a%3Ab.yaml');
  expect(uriOf('/srv/a b.yaml')).toEqual({ uri: 'file:///srv/a%20b.yaml' });
  expect(uriOf('C:\\a.yaml')).toEqual({ uri: 'file:///C:/a.yaml' });
  expect(uriOf('a\uD800.yaml').uri).toBe('a%EF%BF%BD.yaml');
});

test('a text is taken neither for a placeholder nor for a link', () => {
  expect(textOf('{0} of { 2024: 1 }')).toContain('{{0}} of { 2024: 1 }');
  expect(textOf('see [this](1) and [06-01]')).toContain('see \\[this](1) and [06-01]');
});

test('fingerprints are unique', () => {
  const prints = runOf().results.map(
    (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
  );
  expect(new Set(prints).size).toBe(5);
});
