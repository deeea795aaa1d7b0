import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addDays } from '../src/calendar.ts';

interface Area {
  code: string;
  name: string;
  'name-en': string;
  gso?: string;
  type: string;
  was?: { type: string; until: string };
  'valid-from'?: string;
  'valid-to'?: string;
  successor?: string;
  parent?: string;
}

const folder = new URL('../plans/', import.meta.url);
const read = (file: string) => parse(readFileSync(new URL(file, folder), 'utf8'));
const planFiles = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

const areas: Area[] = read('catalogue/areas.yaml').areas;
const areaOf = new Map(areas.map((area) => [area.code, area]));

function repeated(values: string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

/** Who merged into whom on 1 July 2025, by the new unit. */
const MERGERS: Record<string, string> = {
  'angiang-2025': 'kiengiang angiang',
  'bacninh-2025': 'bacgiang bacninh',
  'camau-2025': 'baclieu camau',
  'cantho-2025': 'cantho soctrang haugiang',
  'daklak-2025': 'phuyen daklak',
  'danang-2025': 'danang quangnam',
  'dongnai-2025': 'binhphuoc dongnai',
  'dongthap-2025': 'tiengiang dongthap',
  'gialai-2025': 'binhdinh gialai',
  'haiphong-2025': 'haiphong haiduong',
  'hochiminh-2025': 'hochiminh bariavungtau binhduong',
  'hungyen-2025': 'thaibinh hungyen',
  'khanhhoa-2025': 'ninhthuan khanhhoa',
  'lamdong-2025': 'daknong binhthuan lamdong',
  'laocai-2025': 'yenbai laocai',
  'ninhbinh-2025': 'hanam namdinh ninhbinh',
  'phutho-2025': 'vinhphuc hoabinh phutho',
  'quangngai-2025': 'kontum quangngai',
  'quangtri-2025': 'quangbinh quangtri',
  'tayninh-2025': 'longan tayninh',
  'thainguyen-2025': 'backan thainguyen',
  'tuyenquang-2025': 'hagiang tuyenquang',
  'vinhlong-2025': 'bentre travinh vinhlong',
};
const UNCHANGED =
  'caobang dienbien hanoi hatinh hue laichau langson nghean quangninh sonla thanhhoa'.split(' ');

const provinces = areas.filter((area) => area.code !== 'vn');
const before = provinces.filter((area) => area['valid-from'] === undefined);
const since = provinces.filter((area) => area['valid-to'] === undefined);

describe('the areas', () => {
  test('codes are unique, and every plan is of a known area', () => {
    expect(repeated(areas.map((area) => area.code))).toEqual([]);
    expect(planFiles.map((file) => read(file).area).filter((code) => !areaOf.has(code))).toEqual(
      [],
    );
  });

  test('the country, 63 provinces before 1 July 2025 and 34 since', () => {
    expect(areaOf.get('vn')).toEqual({
      code: 'vn',
      name: 'Việt Nam',
      'name-en': 'Vietnam',
      type: 'country',
    });
    expect(before).toHaveLength(63);
    expect(since).toHaveLength(34);
    expect(provinces).toHaveLength(86);
    expect(provinces.every((area) => area.parent === 'vn')).toBe(true);
  });

  test('names and GSO codes are unique at one time', () => {
    for (const units of [before, since]) {
      expect(repeated(units.map((area) => area.name))).toEqual([]);
      expect(repeated(units.map((area) => area['name-en']))).toEqual([]);
      expect(repeated(units.map((area) => area.gso ?? ''))).toEqual([]);
    }
  });

  test('centrally run cities are five, with Huế from 2025 six, with Đồng Nai from 30 April 2026 seven', () => {
    const cities = (units: Area[], day: string) =>
      units
        .filter(({ type, was }) => (was && day <= was.until ? was.type : type) === 'city')
        .map((area) => area.name)
        .sort();
    const five = ['Cần Thơ', 'Hà Nội', 'Hải Phòng', 'Thành phố Hồ Chí Minh', 'Đà Nẵng'];
    expect(cities(before, '2024-12-31')).toEqual([...five].sort());
    expect(cities(before, '2025-01-01')).toEqual([...five, 'Huế'].sort());
    expect(cities(since, '2026-04-29')).toEqual([...five, 'Huế'].sort());
    expect(cities(since, '2026-04-30')).toEqual([...five, 'Huế', 'Đồng Nai'].sort());
  });

  test('a unit that merged ends on 30 June 2025 and its successor begins the next day', () => {
    const ended = before.filter((area) => area['valid-to'] !== undefined);
    expect(ended).toHaveLength(52);
    for (const area of ended) {
      expect(area['valid-to']).toBe('2025-06-30');
      expect(areaOf.get(area.successor!)?.['valid-from']).toBe(addDays(area['valid-to']!, 1));
    }
  });

  test('the new units are exactly the mergers, seen from both sides', () => {
    const founded = since.filter((area) => area['valid-from'] !== undefined);
    expect(founded.map((area) => area.code).sort()).toEqual(Object.keys(MERGERS));
    for (const { code, name, gso } of founded) {
      const merged = before.filter((area) => area.successor === code);
      expect(merged.map((area) => area.code).sort()).toEqual(MERGERS[code]!.split(' ').sort());
      expect(merged.map((area) => area.name)).toContain(name);
      expect(merged.map((area) => area.gso)).toContain(gso);
    }
  });

  test('the unchanged units keep their code and have no successor', () => {
    const unchanged = before.filter((area) => area['valid-to'] === undefined);
    expect(unchanged.map((area) => area.code).sort()).toEqual(UNCHANGED);
    expect(unchanged.filter((area) => area.successor !== undefined)).toEqual([]);
  });

  test.each([
    ['hanoi', '01'],
    ['thanhhoa', '38'],
    ['hue', '46'],
    ['danang', '48'],
    ['danang-2025', '48'],
    ['haiphong', '31'],
    ['bacninh', '27'],
    ['bacninh-2025', '24'],
    ['laocai', '10'],
    ['laocai-2025', '15'],
    ['tayninh-2025', '80'],
    ['camau', '96'],
  ])('%s has the GSO code %s', (code, gso) => {
    expect(areaOf.get(code)?.gso).toBe(gso);
  });
});
