import { expect, test } from 'vitest';
import { narrowed, narrowedArea } from '../../src/commands/run.ts';
import { aPlan } from '../build.ts';

const plan = aPlan([], {
  area: 'danang',
  agencies: new Map([
    ['so', 'Sở Thông tin và Truyền thông'],
    ['yt', 'Sở Y tế'],
    ['nhom', 'Các sở'],
  ]),
  members: new Map([['nhom', ['so', 'yt']]]),
  groups: new Map([['g', 'Kinh tế số']]),
});
const twins = ['danang', 'danang-2025'].map((code) => ({
  code,
  name: 'Đà Nẵng',
  nameEn: 'Da Nang',
}));
const areas = new Map(twins.map((area) => [area.code, area])) as never;
const inputs = [{ plan, areas, results: [] }];

test('a group of agencies stands for its members', () => {
  expect(narrowed(inputs, { lead: ['nhom'] }).lead).toEqual(['nhom', 'so', 'yt']);
});

test('codes may be given by their names', () => {
  expect(narrowed(inputs, { lead: ['sở y tế'], group: ['Kinh tế số'] })).toMatchObject({
    lead: ['yt'],
    group: ['g'],
  });
});

test('what no plan knows is refused', () => {
  expect(() => narrowed(inputs, { lead: ['Sở Lạ'] })).toThrow();
});

test('of several areas of one name the plan’s own is meant, else none', () => {
  expect(narrowedArea(inputs, 'Đà Nẵng')).toEqual({ area: 'danang' });
  const elsewhere = [{ ...inputs[0]!, plan: aPlan([], { area: 'hue' }) }];
  expect(() => narrowedArea(elsewhere, 'Đà Nẵng')).toThrow();
});
