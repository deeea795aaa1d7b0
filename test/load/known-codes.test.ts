import { describe, expect, test } from 'vitest';
import { cataloguesFrom } from '../../src/load/catalogue.ts';
import { readPlan } from '../../src/load/plan.ts';

const PLAN = `format: plan/1
id: a
title: Kế hoạch thử
document: 1/KH-UBND
issued: ISSUED
area: danang
period: 2024
agencies:
  so: Sở Thông tin và Truyền thông
groups:
  g: Kinh tế số
indicators:
  - id: a-1
    name: Tỷ lệ A
    group: g
    unit: "%"
    targets: { 2024: 80 }
    lead: [so]
    source: I.1
`;
const UNTIL_2025 = '2024-01-15';
const SINCE_2025 = '2026-01-15';

/** What is suggested for a line of the plan that is written so. */
async function suggested(from: string, to: string, issued: string): Promise<(string | null)[]> {
  const known = await cataloguesFrom({});
  const text = PLAN.replace('ISSUED', issued).replace(from, to);
  return readPlan('a.yaml', text, { known }).findings.map(({ suggestion }) => suggestion);
}

describe('a name where a code belongs suggests the code that has it', () => {
  test.each<[string, string, string, string]>([
    ['area: danang', 'area: Đà Nẵng', UNTIL_2025, 'danang'],
    ['area: danang', 'area: Đà Nẵng', SINCE_2025, 'danang-2025'],
    ['area: danang', 'area: TP. Hồ Chí Minh', UNTIL_2025, 'hochiminh'],
    ['area: danang', 'area: Hải Phòng', UNTIL_2025, 'haiphong'],
    ['area: danang', 'area: Thừa Thiên Huế', UNTIL_2025, 'hue'],
    ['area: danang', 'area: TP.HCM', UNTIL_2025, 'hochiminh'],
    ['lead: [so]', 'lead: [Sở TTTT]', UNTIL_2025, 'so'],
    ['lead: [so]', 'lead: [Sở TT&TT]', UNTIL_2025, 'so'],
    ['lead: [so]', 'lead: [STTTT]', UNTIL_2025, 'so'],
    ['area: danang', 'area: Hải Phòng', SINCE_2025, 'haiphong-2025'],
    ['area: danang', 'area: Da Nang', UNTIL_2025, 'danang'],
    ['area: danang', 'area: Đà Nẵg', UNTIL_2025, 'danang'],
    ['area: danang', 'area: danang\nareas: [Hà Nội]', UNTIL_2025, 'hanoi'],
    ['area: danang', 'area: danang\nsucceeded-by: Đà Nẵng', UNTIL_2025, 'danang-2025'],
    ['group: g', 'group: g\n    by-area: { Huế: { 2024: 5 } }', SINCE_2025, 'hue'],
    [
      'group: g',
      'group: g\n    measure: Tỷ trọng kinh tế số trong GRDP',
      UNTIL_2025,
      'digital-economy-grdp-share',
    ],
    ['group: g', 'group: Kinh tế số', UNTIL_2025, 'g'],
    ['[so]', '[Sở Thông tin Truyền thông]', UNTIL_2025, 'so'],
  ])('%s as %s', async (from, to, issued, code) => {
    expect(await suggested(from, to, issued)).toEqual([code]);
  });

  test('a name that nobody has suggests no code that there is not', async () => {
    expect(await suggested('area: danang', 'area: Bắc Hà Thượng', UNTIL_2025)).toEqual([null]);
  });
});
