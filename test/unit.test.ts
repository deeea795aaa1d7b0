import { describe, expect, test } from 'vitest';
import { isShare } from '../src/measure.ts';
import { countsFactor, isPercent, isSameUnit, namedFactor } from '../src/unit.ts';

describe('percent is percent however it is written', () => {
  test.each([
    '%',
    '％',
    ' % ',
    'phần trăm',
    'Phần Trăm',
    '% dân số',
    '%/năm',
    '(%)',
    'percent',
    '%GRDP',
    '％GRDP',
    '%dân số',
    '%/tổng số',
  ])('%j', (unit) => {
    expect(isPercent(unit)).toBe(true);
    expect(countsFactor(unit, null)).toBe(100);
    expect(isSameUnit(unit, '%')).toBe(true);
  });

  test.each([
    null,
    '‰',
    '%o',
    '%0',
    'điểm phần trăm',
    'điểm %',
    'doanh nghiệp',
    'phần trăm mười'.slice(0, 4),
  ])('%j is not', (unit) => {
    expect(isPercent(unit)).toBe(false);
  });

  test('a change per year is percent, but no share of a whole', () => {
    expect(isShare('% dân số', undefined)).toBe(true);
    expect(isShare('%/năm', undefined)).toBe(false);
    expect(isShare('‰', undefined)).toBe(false);
  });
});

describe('what counts are multiplied by', () => {
  test.each([
    ['‰', null, 1000],
    ['‰dân số', null, 1000],
    ['%GRDP', null, 100],
    ['phần nghìn', null, 1000],
    ['doanh nghiệp', null, 1],
    [null, null, 1],
    ['doanh nghiệp/1000 dân', 1000, 1000],
    ['doanh nghiệp/1000 dân', null, null],
    ['doanh nghiệp/1.000 dân', null, null],
    ['thuê bao/100 dân', null, null],
    ['thuê bao trên 100 dân', null, null],
    ['sinh viên/vạn dân', 10000, 10000],
    ['sinh viên/vạn dân', null, null],
    ['thuê bao/trăm dân', null, null],
    ['doanh nghiệp/nghìn dân', null, null],
    ['điểm %', null, null],
    ['điểm phần trăm', null, null],
    ['tỷ lệ %', null, 100],
    ['thuê bao/trạm phát sóng', null, 1],
    ['triệu đồng/người', null, 1],
    ['nghìn tỷ đồng', null, 1],
    ['lớp/năm', null, 1],
  ])('%j with per %j: %j', (unit, per, factor) => {
    expect(countsFactor(unit, per)).toBe(factor);
  });

  test.each([
    ['doanh nghiệp trên 1 000 dân', 1000],
    ['per 100,000 inhabitants', 100000],
    ['doanh nghiệp trên một nghìn dân', 1000],
    ['giường bệnh/10 vạn dân', 100000],
    ['thuê bao/ 1 triệu người', 1000000],
    ['per thousand inhabitants', 1000],
    ['máy tính/văn phòng', null],
    ['máy/1 người', null],
    ['báo cáo/6 tháng', null],
    ['tỷ đồng/2024', null],
  ])('%s names %j', (unit, factor) => {
    expect(namedFactor(unit)).toBe(factor);
  });
});

test.each([
  ['Doanh nghiệp', 'doanh  nghiệp', true],
  ['doanh nghiệp/1000 dân', 'doanh nghiệp / 1.000 dân', true],
  ['doanh nghiệp', 'hộ', false],
  ['‰', 'phần nghìn', true],
  ['‰', '%', false],
])('%s and %s are one unit: %j', (a, b, isSame) => {
  expect(isSameUnit(a, b)).toBe(isSame);
});
