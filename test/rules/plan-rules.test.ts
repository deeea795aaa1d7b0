import { describe, expect, test } from 'vitest';
import type { RuleId } from '../../src/rules/index.ts';
import type { Lang } from '../../src/words/langs.ts';
import { say } from '../../src/words/say.ts';
import { SPEECH } from '../speech.ts';
import { findingsIn } from './run.ts';

/** What one rule says of a plan: `line:column message`. */
async function says(rule: RuleId, yaml: string, lang: Lang = 'en'): Promise<string[]> {
  const findings = await findingsIn({ yaml: `format: plan/1\n${HEAD}${yaml}` });
  return findings
    .filter((found) => found.rule === rule)
    .map(({ place, message }) => `${place.line}:${place.column} ${say(message, SPEECH[lang])}`);
}

const HEAD = `id: thu
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-04-15
area: danang
period: 2024..2030
`;

/** One indicator; its first line is line 9. */
function indicator(keys: string): string {
  const lines = keys.split('\n').map((line) => `    ${line}\n`);
  return `indicators:\n  - id: a\n    name: A\n    source: I.1\n${lines.join('')}`;
}

/** Tasks with these due values, one a line from line 9. */
function tasks(...dues: string[]): string {
  return `tasks:\n${dues.map((due, i) => `  - { id: t${i}, title: T${i}, due: ${due}, source: II.${i + 1} }\n`).join('')}`;
}

describe('weaker-later-target', () => {
  const weaker = (unit: string, targets: string) =>
    says('weaker-later-target', indicator(`unit: ${unit}\ntargets: ${targets}`));

  test('says both targets with their operators and unit', async () => {
    expect(await weaker('"%"', '{ 2024: 95, 2025: 90.5 }')).toEqual([
      '13:32 a: the target for 2025, ≥ 90.5%, is weaker than the one for 2024, ≥ 95%; compare with the document',
    ]);
  });

  test('of a rank the larger number is the weaker', async () => {
    expect(await weaker('hạng', '{ 2024: "<= 10", 2025: "<= 15" }')).toHaveLength(1);
    expect(await weaker('hạng', '{ 2024: "<= 15", 2025: "<= 10" }')).toEqual([]);
  });

  test('on equal numbers the words decide', async () => {
    expect(await weaker('"%"', '{ 2024: "> 50", 2025: 50 }')).toHaveLength(1);
    expect(await weaker('"%"', '{ 2024: "~ 50", 2025: 50 }')).toEqual([]);
    expect(await weaker('mô hình', '{ 2024: "2..3", 2025: 2 }')).toEqual([]);
  });

  test('a year is held against the strongest before it, not only the last', async () => {
    expect(await weaker('"%"', '{ 2024: 95, 2025: 90, 2030: 92 }')).toEqual([
      expect.stringMatching(/^13:32 .* 2025, ≥ 90%.* 2024, ≥ 95%/),
      expect.stringMatching(/^13:42 .* 2030, ≥ 92%.* 2024, ≥ 95%/),
    ]);
  });

  test('a milestone is neither weaker nor stronger than a number', async () => {
    expect(await weaker('"%"', '{ 2024: done, 2025: 10 }')).toEqual([]);
  });

  test('parts are looked at one by one, never against the whole', async () => {
    const part = (targets: string) => `{ id: p, name: P, unit: "%", targets: ${targets} }`;
    const plan = (whole: string, inner: string) =>
      indicator(`unit: "%"\ntargets: ${whole}\nparts:\n  - ${part(inner)}`);
    expect(await says('weaker-later-target', plan('{ 2025: 50 }', '{ 2024: 90 }'))).toEqual([]);
    expect(
      await says('weaker-later-target', plan('{ 2030: 100 }', '{ 2024: 90, 2025: 80 }')),
    ).toEqual([expect.stringMatching(/^15:\d+ a\/p: /)]);
  });
});

describe('already-reached', () => {
  const reached = (keys: string) => says('already-reached', indicator(keys));

  test('the cap of a share is a target to be held, not of a growth', async () => {
    const keys = 'unit: "%"\nbaseline: { 2023: 100 }\ntargets: { 2025: 100 }';
    expect(await reached(keys)).toEqual([]);
    expect(await reached(`${keys}\nmeasure: labour-productivity-growth`)).toHaveLength(1);
    expect(await reached(keys.replaceAll('"%"', 'xã'))).toHaveLength(1);
  });

  test('what must hold in every year is not reached once and for all', async () => {
    const keys = 'unit: lớp\nbaseline: { 2023: 3 }\ntargets: { 2025: 2 }';
    expect(await reached(keys)).toHaveLength(1);
    expect(await reached(`${keys}\nevery: year`)).toEqual([]);
  });

  test('exactly on the number counts as the target words it', async () => {
    const keys = (target: string) =>
      `unit: "%"\nbaseline: { 2023: "~ 8.2" }\ntargets: { 2025: ${target} }`;
    expect(await reached(keys('8.2'))).toEqual([expect.stringContaining('~ 8.2%')]);
    expect(await reached(keys('"> 8.2"'))).toEqual([]);
    expect(await reached(keys('"~ 8.6"'))).toHaveLength(1);
    expect(await reached(keys('"~ 9"'))).toEqual([]);
  });

  test('a rank below the target reaches it', async () => {
    expect(
      await reached('unit: hạng\nbaseline: { 2023: 3 }\ntargets: { 2025: "<= 15" }'),
    ).toHaveLength(1);
  });

  test('a value of the target year itself is no baseline for it', async () => {
    expect(await reached('unit: lớp\nbaseline: { 2025: 3 }\ntargets: { 2025: 2 }')).toEqual([]);
  });
});

describe('weaker-than-national', () => {
  const national = (reference: string, target = '20') =>
    says(
      'weaker-than-national',
      indicator(`unit: "%"\ntargets: { 2025: ${target} }\nreference: { national: ${reference} }`),
    );

  test('only targets of the same year bind, results never', async () => {
    expect(await national('{ targets: { 2025: 25 } }')).toHaveLength(1);
    expect(await national('{ targets: { 2030: 25 } }')).toEqual([]);
    expect(await national('{ results: { 2025: 25 } }')).toEqual([]);
    expect(await national('{ targets: { 2025: done } }')).toEqual([]);
    expect(await national('{ targets: { 2025: "> 20" } }')).toHaveLength(1);
    expect(await national('{ targets: { 2025: 20 } }')).toEqual([]);
  });
});

describe('dates of tasks', () => {
  test('a month runs to its last day; what comes back again is never before the issue', async () => {
    const found = await says(
      'due-before-issue',
      tasks(
        '2024-04',
        '2024-04-14',
        '2024-04-15',
        '2024-Q1',
        '2023..2024',
        'yearly',
        '{ yearly: [01-31] }',
      ),
    );
    expect(found).toEqual([
      expect.stringMatching(/^10:31 t1: due on 14 Apr 2024/),
      expect.stringMatching(/^12:31 t3: due on 31 Mar 2024, .* 15 Apr 2024/),
    ]);
  });

  test('a first step with a date, then continuous, is due on that date', async () => {
    const due = '{ by: 2024-02, then: continuous }';
    expect(await says('due-before-issue', tasks(due), 'vi')).toEqual([
      '9:26 t0: hạn ngày 29/02/2024, trước ngày ban hành kế hoạch (15/04/2024); hãy đối chiếu với văn bản',
    ]);
  });

  test('the last year of the plan is within it', async () => {
    expect(
      await says('due-after-period', tasks('2030', '2030..2031', '2031-01', 'yearly')),
    ).toEqual([
      expect.stringMatching(/^10:31 t1: due on 31 Dec 2031/),
      expect.stringMatching(/^11:31 t2: due on 31 Jan 2031/),
    ]);
  });

  test('so is a later one that has targets', async () => {
    const targets = (...years: number[]) =>
      `indicators:\n  - { id: a, name: A, unit: "%", targets: { ${years.map((year) => `${year}: 5`).join(', ')} }, source: I.1 }\n`;
    const due = tasks('2031', '2032');
    expect(await says('due-after-period', targets(2031) + due)).toEqual([
      expect.stringMatching(/ t1: due on 31 Dec 2032, after the plan’s last year, 2031/),
    ]);
  });

  test('each of a few tasks without a date, one remark for most', async () => {
    expect(await says('no-date', tasks('none', '2024', '2025', 'none'))).toHaveLength(2);
    expect(await says('no-date', tasks('none', '2024', 'none'))).toEqual([
      '8:1 2 of 3 tasks have no date; a task without one is never overdue',
    ]);
    expect(await says('no-date', tasks('{ per: 53/KH-UBND }', 'continuous', 'yearly'))).toEqual([]);
  });

  test('the remark for most is an info, the finding of one a warning', async () => {
    const levels = async (yaml: string) =>
      (await findingsIn({ yaml })).filter(({ rule }) => rule === 'no-date').map((f) => f.level);
    expect(await levels(tasks('none', 'none', '2024'))).toEqual(['info']);
    expect(await levels(tasks('none', '2024', '2024'))).toEqual(['warning']);
  });
});

describe('codes', () => {
  test('are suggested without hyphens, and where nothing is near the list is named', async () => {
    const plan = (lead: string) =>
      `${indicator(`unit: "%"\ntargets: { 2025: 20 }\nlead: [${lead}]`)}agencies: { so-tttt: Sở TTTT }\n`;
    expect(await says('unknown-agency', plan('so-tttt, sotttt'))).toEqual([
      '14:21 no agency “sotttt” in this plan; did you mean “so-tttt”?',
    ]);
    expect(await says('unknown-agency', plan('ubnd'))).toEqual([
      '14:12 no agency “ubnd” in this plan; add it under “agencies”',
    ]);
  });

  test('of partners, groups, measures and claims are looked up too', async () => {
    const plan = `${indicator('unit: "%"\ntargets: { 2025: 20 }\nparts: [{ id: p, name: P, measure: nope }]')}
groups: { kinh-te-so: Kinh tế số }
tasks: [{ id: t, title: T, due: 2024, source: II.1, group: nhom, partners: [x] }]
claims:
  - { text: x, count: tasks, group: nhom, equals: 1, source: I }
  - { text: x, indicator: a/q, year: 2025, target: 1, source: I }
  - { text: x, indicator: a/p, year: 2025, target: 1, source: I }
`;
    const found = await findingsIn({ yaml: `format: plan/1\n${HEAD}${plan}` });
    expect(
      found
        .filter(({ level }) => level === 'error')
        .map(({ rule, path }) => [rule, path.join('.')]),
    ).toEqual([
      ['unknown-measure', 'indicators.0.parts.0.measure'],
      ['unknown-group', 'tasks.0.group'],
      ['unknown-agency', 'tasks.0.partners.0'],
      ['unknown-group', 'claims.0.group'],
      ['unknown-indicator', 'claims.1.indicator'],
    ]);
  });

  test('an id of a task may not be one of an indicator; a part may be named like its indicator', async () => {
    const plan = `${indicator('parts: [{ id: a, name: P }, { id: a, name: Q }]')}tasks: [{ id: a, title: T, due: 2024, source: II.1 }]\n`;
    expect(await says('duplicate-id', plan)).toEqual([
      expect.stringMatching(/^12:\d+ “a” has a part “a” already/),
      expect.stringMatching(/^13:15 the id “a” is taken/),
    ]);
  });
});

describe('figures of shares', () => {
  const shares = (keys: string) => says('share-out-of-range', indicator(`unit: "%"\n${keys}`));

  test('100% and 0% are shares, anything beyond is none', async () => {
    expect(await shares('targets: { 2025: 100 }\nbaseline: { 2023: 0 }')).toEqual([]);
    expect(await shares('targets: { 2025: 100.1, 2030: "90..101" }')).toHaveLength(2);
    expect(await shares('baseline: { 2023: -1 }')).toEqual([
      expect.stringContaining('-1% is a baseline'),
    ]);
  });

  test('quoted figures of others count too, growth does not', async () => {
    const reference = 'reference: { national: { targets: { 2025: 805 }, results: { 2023: 807 } } }';
    expect(await shares(`targets: { 2025: 80 }\n${reference}`)).toHaveLength(2);
    expect(await shares('targets: { 2025: 120 }\nmeasure: labour-productivity-growth')).toEqual([]);
  });
});

describe('measures', () => {
  test('a bare number of a rank is turned', async () => {
    const plan = indicator('unit: hạng\ntargets: { 2025: 15 }\nmeasure: digital-government-rank');
    const [found] = (await findingsIn({ yaml: plan })).filter(
      ({ rule }) => rule === 'direction-mismatch',
    );
    expect(found?.suggestion).toBe('"<= 15"');
  });

  test('a number for a milestone, a unit for another', async () => {
    const unit = (unit: string, measure: string) =>
      says('unit-mismatch', indicator(`unit: ${unit}\ntargets: { 2025: 50 }\nmeasure: ${measure}`));
    expect(await unit('"%"', '5g-universal')).toEqual([expect.stringContaining('is a milestone')]);
    expect(await unit('bộ', '5g-coverage')).toEqual([expect.stringContaining('is in “%”')]);
    expect(await unit('"%"', '5g-coverage')).toEqual([]);
  });
});

describe('numbering-gap', () => {
  test('names a few of many missing items', async () => {
    const plan = `tasks:
  - { id: t, title: T, due: 2024, source: II.1 }
  - { id: u, title: U, due: 2024, source: II.4 }
  - { id: v, title: V, due: 2024, source: II.20 }
`;
    expect(await says('numbering-gap', plan)).toEqual([
      '10:43 the numbering of II jumps from 1 to 4: 2, 3 are missing, here or in the document itself; compare with the document',
      '11:43 the numbering of II jumps from 4 to 20: 5, 6, 7, …, 19 are missing, here or in the document itself; compare with the document',
    ]);
  });

  test('of report duties is not looked at: a plan encodes some items of such lists', async () => {
    const plan = `reports:
  - { id: t, title: T, due: 2024, source: IV.1 }
  - { id: u, title: U, due: 2024, source: IV.5 }
`;
    expect(await says('numbering-gap', plan)).toEqual([]);
    expect(await says('numbering-repeat', plan.replace('IV.5', 'IV.1'))).toHaveLength(1);
  });
});

describe('duplicate-title', () => {
  test('case, tone marks’ places, spaces and punctuation make no difference', async () => {
    const plan = (a: string, b: string) =>
      `tasks:\n  - { id: t, title: "${a}", due: 2024, source: II.1 }\n  - { id: u, title: "${b}", due: 2024, source: II.2 }\n`;
    expect(
      await says('duplicate-title', plan('Số hóa tài liệu', 'SỐ HOÁ  tài liệu;')),
    ).toHaveLength(1);
    expect(await says('duplicate-title', plan('Đạt 50%', 'Đạt 50'))).toEqual([]);
    expect(await says('duplicate-title', plan('…', '—'))).toEqual([]);
  });

  test.each([
    ['Tập huấn kỹ năng số cho học sinh', 'Tập huấn kỹ năng số cho các học sinh', true],
    ['Tập huấn kỹ năng số cho học sinh', 'Tập huấn kỹ năng số cho hoc sịnhh', true],
    ['Tập huấn kỹ năng số cho học sinh', 'Tập huấn kỹ năng số cho giáo viên', false],
    ['Kết quả số hóa năm 2024 cấp tỉnh', 'Kết quả số hóa năm 2025 cấp tỉnh', false],
    ['Học sinh các cấp', 'Học sinh cấp', false],
  ])('%s and %s are nearly one: %j', async (a, b, isNear) => {
    const plan = `tasks:
  - { id: t, title: ${a}, due: 2024, source: II.1 }
  - { id: u, title: ${b}, due: 2024, source: II.2 }
`;
    const said = await says('duplicate-title', plan);
    expect(said).toEqual(isNear ? [expect.stringContaining('nearly the same title')] : []);
  });

  test('a task may be called like an indicator, parts like those of another indicator', async () => {
    const plan = `indicators:
  - { id: a, name: A, source: I.1, parts: [{ id: p, name: Cấp xã }] }
  - { id: b, name: B, source: I.2, parts: [{ id: p, name: Cấp xã }, { id: q, name: cấp xã }] }
tasks: [{ id: t, title: A, due: 2024, source: II.1 }]
`;
    expect(await says('duplicate-title', plan)).toEqual([
      expect.stringMatching(/^10:\d+ b\/q: a part with the same title as “b\/p”/),
    ]);
  });
});

describe('ended-area', () => {
  const plan = (year: number, due: string, more = '') => `${more}
indicators: [{ id: a, name: A, unit: "%", targets: { ${year}: 20 }, source: I.1 }]
tasks: [{ id: t, title: T, due: ${due}, source: II.1 }]
`;

  test('tells years with targets and due days that the area did not live to see end', async () => {
    expect(await says('ended-area', plan(2024, '2025-06'))).toEqual([]);
    expect(await says('ended-area', plan(2025, '2025-06'))).toEqual([
      expect.stringMatching(/before the end of 2025, which.*no figure decides/),
    ]);
    expect(await says('ended-area', plan(2024, '2025-07'))).toEqual([
      expect.stringMatching(/before 1 task or duty falls due; if the area that followed/),
    ]);
    expect(await says('ended-area', plan(2030, '2026-07'))).toEqual([
      expect.stringMatching(/before the end of 2030.*1 task or duty falls due.*danang-2025/),
    ]);
  });

  test('is content where the area that followed is named', async () => {
    expect(await says('ended-area', plan(2030, '2026', 'succeeded-by: danang-2025'))).toEqual([]);
  });
});
