import { createHash } from 'node:crypto';
import {
  type CheckReport,
  checkReport,
  type SuppressedFinding,
} from '../../../src/check-report.ts';
import { type Finding, finding, lineOf, type Place } from '../../../src/finding.ts';
import type { RenderContext } from '../../../src/formats/findings/context.ts';
import { message } from '../../../src/message/message.ts';
import { RULE_IDS, RULES } from '../../../src/rules/index.ts';
import { SPEECH } from '../../speech.ts';

export const PLAN = 'plans/đà nẵng.yaml';
export const CSV = 'plans/danang.results.csv';
export const CLEAN = 'plans/clean.yaml';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  [PLAN]: [
    'format: plan/1',
    'indicators:',
    '  - id: cqs-2',
    '    tagets: { 2024: 98 }',
    '  - id: cqs-2',
  ],
  [CSV]: ['indicator,period,value', 'cqs-2,2023,1.919', 'cqs-2,2024,"19,7"'],
};

export function place(file: string, line: number, column: number, endColumn: number): Place {
  return { file, line, column, endLine: line, endColumn };
}

export function context(changes: Partial<RenderContext> = {}): RenderContext {
  return {
    speech: SPEECH.en,
    command: 'check',
    color: false,
    width: null,
    excerptOf: (file, line) => TEXTS[file]?.[line - 1],
    rules: RULE_IDS.map((id) => ({
      id,
      level: RULES[id].level,
      title: 'A key twice',
      help: '# A key twice\n\nKeep `one`.\n\n```yaml\nid: a\n```\n',
    })),
    stablePathOf: () => undefined,
    version: '1.2.3',
    hash: (text) => createHash('sha1').update(text).digest('hex'),
    ...changes,
  };
}

export function unknownKey(): Finding {
  return finding({
    rule: 'schema',
    place: place(PLAN, 4, 5, 11),
    path: ['indicators', 0, 'tagets'],
    message: message('unknown-key', { key: 'tagets', valid: ['targets'], suggestion: 'targets' }),
    suggestion: 'targets',
  });
}

export function duplicate(): Finding {
  return finding({
    rule: 'duplicate-key',
    place: place(PLAN, 5, 9, 14),
    path: ['indicators', 1, 'id'],
    message: message('duplicate-key', { key: 'cqs-2' }),
    related: [{ message: message('first-here', {}), place: place(PLAN, 3, 9, 14) }],
  });
}

export function mixedDecimals(line: number, firstLine: number): Finding {
  return finding({
    rule: 'csv-mixed-decimals',
    place: place(CSV, line, 12, 18),
    path: ['value'],
    message: message('csv-mixed-decimals', { first: '19.7', firstLine, found: '19,7' }),
  });
}

export function noSource(line: number): Finding {
  return finding({
    rule: 'csv-source',
    place: lineOf(CSV, line),
    path: ['source'],
    message: message('csv-no-source', {}),
  });
}

/** A finding whose words carry any text that a file may hold. */
export function withText(text: string, changes: Partial<Finding> = {}): Finding {
  return {
    ...finding({
      rule: 'schema',
      place: place(PLAN, 1, 1, 2),
      message: message('duplicate-key', { key: text }),
    }),
    ...changes,
  };
}

export function suppressed(
  finding: Finding,
  by: SuppressedFinding['suppression']['by'] = 'comment',
): SuppressedFinding {
  return { ...finding, suppression: { by, reason: 'as printed in the document' } };
}

/** One finding of each level, one suppressed, one clean file. */
export function sampleReport(): CheckReport {
  return checkReport(
    [PLAN, CSV, CLEAN],
    [{ ...noSource(2), level: 'info' }, mixedDecimals(3, 2), duplicate(), unknownKey()],
    [suppressed(noSource(3))],
  );
}

export function emptyReport(files: readonly string[] = []): CheckReport {
  return checkReport(files, [], []);
}

/** That many findings of a level, each on its own line. */
export function many(count: number, level: Finding['level'], file = PLAN): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    ...withText(`key-${index + 1}`),
    level,
    place: lineOf(file, index + 1),
  }));
}
