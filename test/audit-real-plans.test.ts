import { beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

/**
 * Every contradiction that the real plans hold, as found in the documents: the kind, the indicator
 * and where the documents say what. Each was looked up; nothing else may be found.
 */
const DECLARED_DIFFERS = {
  'cqs-2': 'exceeded / exceeded', // PL2.2-2; but "đã hoàn thành" in PL1.II.2: 96% against 95%
  'cqs-3': 'met / exceeded', // PL2.2-2, on 80%; but "vượt mức" in PL1.II.3, on 94%
  'dls-4': 'exceeded / met', // PL1.I.4: "vượt mức" on a milestone
  'kts-1': 'met / in-progress', // PL1.III.1: 19,67% is 2022's and below 20%
  'xhs-7': 'exceeded / no-data', // PL1.IV.7: accounts, not persons; the target is 100%
  'dls-1': 'met / no-data', // PL1.I.1: Decision 73 is of 11/01/2024
  'dls-3': 'met / no-data', // PL1.I.3
  'kts-4': 'met / no-data', // PL1.III.4: 03 + 07, no total
  'xhs-8': 'met / no-data', // PL1.IV.8: "cơ bản"
  'xhs-9': 'met / no-data', // PL1.IV.9: no figure for payments made
  'xhs-10': 'met / no-data', // PL1.IV.10: "cơ bản"
  'xhs-11': 'met / no-data', // PL1.IV.11: no figure for payments made
  'dls-2': 'in-progress / no-data', // PL1.I.2
  'dls-5': 'in-progress / no-data', // PL1.I.5
  'dls-7': 'in-progress / no-data', // PL1.I.7
  'xhs-4': 'in-progress / no-data', // PL1.IV.4
  'xhs-6': 'in-progress / no-data', // PL1.IV.6
  'xhs-12': 'in-progress / no-data', // PL1.IV.12
};

const OTHERS = [
  // 93/KH-UBND II.I.4 against Appendix I II.4
  'source-conflict danang-2024 cqs-4 2023: 100 [PL1.II.4] 50 [II.I.4]',
  // The press against 93/KH-UBND II.II.3
  'source-conflict danang-2024 kts-3 2023: 19.76 [93/KH-UBND II.II.3] 20.7 [news.laodong.vn 1412643] 20.69 [viettimes.vn post176355] 19.76 [II.II.3]',
  // The figure of 2023 said of 2024, and another one for 2024
  'stale-result danang-2024 kts-3 2024: 20.69 [viettimes.vn post176355] 20.69 [vneconomy.vn; sggp.org.vn post776740]',
  'source-conflict danang-2024 kts-3 2024: 20.69 [vneconomy.vn; sggp.org.vn post776740] 23.18 [en.nhandan.vn post156205]',
  // Appendix I III.1 says 2022; so do the press and another estimate
  'source-conflict danang-2023 kts-1 2022: 19.67 [93/KH-UBND PL1.III.1-1] ~20 [93/KH-UBND PL1.III.1-2] ~17 [vneconomy.vn 12/01/2023] 17.5 [khoahocphattrien.vn 01/6/2023] 19.67 [PL2.3]',
  // Appendix II.3 and 2780/QĐ-UBND against the press
  'source-conflict danang-2023 kts-1 2021: 12.57 [2780/QĐ-UBND II.2.1] 12.7 [vneconomy.vn; baodautu.vn 12/01/2023] 12.57 [PL2.3]',
  // Both say "dân số của Đà Nẵng có điện thoại thông minh"
  'source-conflict danang-2023 xhs-1/dan-so 2023: 95 [PL1.IV.1] 86 [PL1.IV.2]',
  'source-conflict danang-2024 kts-4 2023: ~14 [93/KH-UBND PL1.III.2] 12 [93/KH-UBND II.II.4] 12 [II.II.4]',
  'source-conflict danang-2024 cqs-12 2023: 6 [PL1.II.9] 5 [II.I.12]',
  // The press on Hải Phòng; a page on the EU that prints the enterprises' figure for people's skills
  'source-conflict haiphong-2020 kts-1 2023: 29.7 [ictvietnam.vn 66755] 29.48 [thoisutoancanh.com a26322]',
  'source-conflict eu-digital-decade basic-skills 2023: 55.6 [Digital Decade country reports 2024 for Estonia and Finland] 69 [digitalcoalition.gov.cy/?p=39825]',
  'source-conflict danang-2024 cqs-3 2023: 94 [PL1.II.3] 94 [93/KH-UBND II.I.3] 80 [PL2.2-2] 94 [II.I.3]',
  'source-conflict danang-2024 xhs-4 2023: 98.8 [PL1.IV.3] 98.8 [93/KH-UBND II.III.4] 100 [PL2.7-1] 98.8 [II.III.4]',
  // Said to be 2023's, and dated after the day of the report
  'stale-result danang-2023 kts-1 2023: 19.67 [PL1.III.1-1] ~20 [PL1.III.1-2]',
  'stale-result danang-2023 dls-1 2023: true [PL1.I.1]',
  // IV.2.b against the table; the plans of 2022 and 2023 say 20% too
  'target-conflict danang-2024 kts-3 2025: >= 20 [II.1.a-1; II.2.a-1] >= 20 [PL1.III.1] >= 20 [PL2.3] >= 20 [II.II.3] >= 25 [IV.2.b]',
  // III.8.đ against II.I.3
  'target-conflict danang-2024 cqs-3 2024: >= 95 [II.I.3] >= 90 [III.8.đ]',
  // The national target of 2023 as Appendix I, and as Appendix II and Part II have it
  'target-conflict danang-2024 cqs-3 2023: >= 50 [PL1.II.3] >= 60 [PL2.2-2] >= 60 [II.I.3]',
  // I.1.b, quoting 3266/QĐ-UBND, against II.2.a-10
  'target-conflict danang-2022 kts-12 2030: >= 10 [II.1.a-8; II.2.a-10] >= 5 [I.1.b]',
  // B2C alone is to be 30% of retail sales and services, all e-commerce 20% of retail sales
  'target-conflict danang-2022 kts-tc-3 2030: >= 30 [II.1.a-11; II.2.a-8] > 20 [II.1.a-11; II.2.a-3]',
  // Part II calls the city's own what Appendix I prints with a national target
  'target-conflict danang-2023 xhs-8 2023: >= 100 [PL1.IV.8] >= 80 [PL1.IV.8]',
  'target-conflict danang-2024 xhs-7 2023: >= 100 [II.III.7] >= 80 [PL1.IV.8]',
  // 2009-2022 are fourteen years, 2020-2024 five
  'claim-mismatch danang-2023: 13 / 14 [P1.II.1]',
  'claim-mismatch danang-2023: 4 / 5 [P1.II.1]',
  // Appendix II.1.a-1 against Part I and Appendix I
  'claim-mismatch danang-2023: 40 / 39 [PL2.1.a-1]',
  'claim-mismatch danang-2023: 27 / 26 [PL2.1.a-1]',
  'claim-mismatch danang-2023: 7 / 6 [PL2.1.a-1]',
  // 2780/QĐ-UBND V announces 10 and lists 11
  'claim-mismatch danang-comms-2022: 10 / 11 [V]',
];

const NOTES = [
  // 9% and 9,4%, 2,27 and 2,3 agree after rounding
  'source-conflict danang-2024 cqs-10 2023: 9.379885356956748 [PL1.II.7] 9 [II.I.10]',
  'source-conflict danang-2024 kts-9 2023: 2.3 [93/KH-UBND PL1.III.5] 2.27 [93/KH-UBND II.II.9] 2.27 [II.II.9]',
  // 8,0 for 2024 after 8,5 for 2023, 99% after 100%: other years, so no conflict
  'target-conflict danang-2024 kts-10 2024: >= 8.5 [PL1.III.6] >= 8 [II.II.10]',
  'target-conflict danang-2024 xhs-4 2024: >= 100 [PL1.IV.3] >= 99 [II.III.4]',
  // Of the people, of the services and of the files: measures that look alike
  'target-conflict danang-2024 cqs-2 2025: > 50 [II.1.b-7; II.2.b-6] >= 100 [PL1.II.2] >= 100 [II.I.2]',
  'target-conflict danang-2024 cqs-3 2025: > 50 [II.1.b-7; II.2.b-6] >= 90 [PL1.II.3] >= 90 [II.I.3]',
  // Results of 2023 that were known before the plan was issued
  'target-conflict danang-2024 cqs-3 2025: >= 90 [II.I.3] 94 [93/KH-UBND II.I.3]',
  'target-conflict danang-2024 cqs-4 2024: >= 60 [II.I.4] 100 [PL1.II.4]',
  'target-conflict danang-2024 cqs-4 2025: >= 60 [II.I.4] 100 [PL1.II.4]',
  'target-conflict danang-2024 kts-4 2025: >= 10 [II.II.4] 12 [93/KH-UBND II.II.4]',
];

interface Value {
  role: string;
  value: number | boolean | string | null;
  about: boolean;
  target: { text: string } | null;
  source: string | null;
}
interface Found {
  kind: string;
  level: string;
  plan: string;
  indicator: string | null;
  year: number | null;
  values: Value[];
  places: { file: string; line: number }[];
}

let findings: Found[] = [];
let counts: Record<string, number> = {};

beforeAll(async () => {
  const { stdout } = await run(['audit', 'plans', '-f', 'json', '--as-of', '2026-01-01']);
  ({ findings, counts } = JSON.parse(stdout));
});

const said = ({ role, value, about, target }: Value) =>
  role === 'target' || role === 'claim' ? (target?.text ?? value) : `${about ? '~' : ''}${value}`;

function told({ kind, plan, indicator, year, values }: Found): string {
  if (kind === 'claim-mismatch')
    return `${kind} ${plan}: ${values[0]?.value} / ${values[1]?.value} [${values[0]?.source}]`;
  const figures = values.filter(({ role }) => role !== 'declared');
  const list = figures.map((value) => `${said(value)} [${value.source}]`).join(' ');
  return `${kind} ${plan} ${indicator} ${year}: ${list}`;
}

const isFinding = ({ level }: Found) => level === 'finding';
const isDeclared = ({ kind }: Found) => kind === 'declared-mismatch';

describe('the audit of the real plans', () => {
  test('finds each declared status that its own figures do not bear out', () => {
    const differing = findings.filter(isDeclared).map(({ indicator, values }) => {
      const word = (role: string) => values.find((value) => value.role === role)?.value;
      return [indicator, `${word('declared')} / ${word('computed')}`];
    });
    expect(Object.fromEntries(differing)).toEqual(DECLARED_DIFFERS);
    const notes = findings.filter((one) => isDeclared(one) && !isFinding(one));
    expect(notes.map(({ indicator }) => DECLARED_DIFFERS[indicator as 'dls-2'])).toEqual(
      Array(6).fill('in-progress / no-data'),
    );
    expect(findings.filter(isDeclared).every(({ plan }) => plan === 'danang-2023')).toBe(true);
  });

  test('finds every other contradiction of the documents, and nothing else', () => {
    const found = findings.filter((one) => isFinding(one) && !isDeclared(one)).map(told);
    expect(found.sort()).toEqual([...OTHERS].sort());
  });

  test('notes what is different and no contradiction', () => {
    const notes = findings.filter((one) => !isFinding(one) && !isDeclared(one)).map(told);
    expect(notes.sort()).toEqual([...NOTES].sort());
  });

  test('does not take look-alikes for conflicts', () => {
    const named = findings.filter(({ kind }) => kind === 'source-conflict');
    const alike = ['kts-1', 'kts-8'].map((indicator) => `danang-2024 ${indicator}`);
    expect(named.filter((one) => alike.includes(`${one.plan} ${one.indicator}`))).toEqual([]);
    expect(JSON.stringify(named)).not.toContain('PL1.III.4');
  });

  test('says where, in YAML and in CSV', () => {
    const services = findings.find(
      ({ kind, indicator }) => kind === 'source-conflict' && indicator === 'cqs-4',
    );
    expect(services?.places.map(({ file }) => file)).toEqual([
      'plans/danang-2023.results.csv',
      'plans/danang-2024.yaml',
    ]);
    expect(findings.every(({ places }) => places.every(({ line }) => line > 1))).toBe(true);
  });

  test('counts what it lists', () => {
    expect(counts).toMatchObject({
      findings: 40,
      'declared-mismatch': 12,
      'stale-result': 3,
      'source-conflict': 12,
      'target-conflict': 7,
      'claim-mismatch': 6,
      'ratio-mismatch': 0,
      notes: 16,
    });
  });
});
