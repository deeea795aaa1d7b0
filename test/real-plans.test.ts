import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/finding.ts';
import { findingsOf } from './rules/run.ts';

/** What is found in a real plan: errors and warnings with their lines, infos counted by rule. */
interface Found {
  graver: readonly string[];
  infos: Readonly<Record<string, number>>;
}

/**
 * Everything that is found in the eight real plans, each held against its document. A finding that
 * is not true has no place here: its rule is to be mended.
 */
const FOUND: Readonly<Record<string, Found>> = {
  'plans/danang-2022.yaml': {
    graver: [],
    // None of the 47 indicators names an agency; of the 65 tasks one has a date (III.1.h-3).
    // Its area ended on 30 June 2025, as did those of the other plans of the city.
    infos: { 'no-lead': 1, 'no-date': 1, 'ended-area': 1 },
  },
  'plans/danang-2023.yaml': {
    graver: [
      // PL2.8-2 prints 31 November.
      'plans/danang-2023.yaml:14 text-date',
      // PL1.III.2: 14% for 2023, 10% for 2025.
      'plans/danang-2023.yaml:272 weaker-later-target',
      // PL1.IV.8: called the city's own, with a national target of 80%.
      'plans/danang-2023.yaml:398 local-origin',
    ],
    infos: { 'ended-area': 1 },
  },
  'plans/danang-2024.yaml': {
    graver: [
      // II.I.3: 94% in 2023, 95% for 2024, 90% for 2025.
      'plans/danang-2024.yaml:109 already-reached',
      'plans/danang-2024.yaml:109 weaker-later-target',
      // II.II.3: 22% for 2024, 20% for 2025.
      'plans/danang-2024.yaml:313 weaker-later-target',
      // II.II.4: 12% in 2023, 14% for 2024, 10% for 2025.
      'plans/danang-2024.yaml:324 already-reached',
      'plans/danang-2024.yaml:324 weaker-later-target',
      // II.II.6: "hoàn thành kế hoạch do Tổng cục Thuế đề ra", no figure.
      'plans/danang-2024.yaml:336 no-target',
      // III.2.b: March 2024, in a plan of 15 April.
      'plans/danang-2024.yaml:660 due-before-issue',
      // III.3.d and III.3.đ.
      'plans/danang-2024.yaml:729 duplicate-title',
      // III.10: h follows e.
      'plans/danang-2024.yaml:1037 numbering-gap',
      // III.11.b: March 2024.
      'plans/danang-2024.yaml:1051 due-before-issue',
    ],
    // III.6.e, seven tasks of III.10 and III.11.a run to 2025, for which the plan has targets, too.
    infos: { 'ended-area': 1 },
  },
  'plans/danang-comms-2022.yaml': {
    graver: [
      // Projects 3.2 and 3.4 are printed without years.
      'plans/danang-comms-2022.yaml:224 no-date',
      'plans/danang-comms-2022.yaml:247 no-date',
      // VII.1 has two items 1.6.
      'plans/danang-comms-2022.yaml:318 numbering-repeat',
    ],
    infos: { 'no-lead': 1, 'ended-area': 1 },
  },
  'plans/eu/eu-digital-decade.yaml': { graver: [], infos: { 'no-lead': 1 } },
  'plans/haiphong-2020.yaml': {
    graver: [],
    infos: { 'no-lead': 1, 'no-date': 1, 'ended-area': 1 },
  },
  'plans/national-2022.yaml': { graver: [], infos: { 'no-lead': 1 } },
  'plans/thanhhoa-2022.yaml': {
    graver: [
      // PL.A.VII.2, PL.B.5 and PL.B.6 say “hàng năm” and print 2022-2025 as their time.
      'plans/thanhhoa-2022.yaml:238 title-recurs',
      'plans/thanhhoa-2022.yaml:344 title-recurs',
      'plans/thanhhoa-2022.yaml:352 title-recurs',
    ],
    infos: { 'no-lead': 1 },
  },
};

const FOLDER = path.resolve(import.meta.dirname, '../plans');

function counted(infos: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of infos) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

describe('what is found in the real plans', () => {
  test('every plan is listed', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.yaml') && !name.includes('catalogue'),
    );
    expect(files.map((name) => `plans/${name}`).sort()).toEqual(Object.keys(FOUND).sort());
  });

  test.each(Object.entries(FOUND))('%s', async (file, { graver, infos }) => {
    const findings = await findingsOf(file);
    const isInfo = (found: Finding) => found.level === 'info';
    const lines = findings
      .filter((found) => !isInfo(found))
      .map(({ place, rule }) => `${place.file}:${place.line} ${rule}`);
    expect(lines).toEqual(graver);
    expect(counted(findings.filter(isInfo))).toEqual(infos);
  });

  test('no plan has an error', async () => {
    const all = await Promise.all(Object.keys(FOUND).map((file) => findingsOf(file)));
    expect(all.flat().filter(({ level }) => level === 'error')).toEqual([]);
  });
});
