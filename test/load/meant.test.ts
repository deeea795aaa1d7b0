import { describe, expect, test } from 'vitest';
import {
  dayMeant,
  dueMeant,
  monthDayMeant,
  periodMeant,
  targetMeant,
  valueMeant,
} from '../../src/load/meant.ts';

describe('what was probably meant by', () => {
  test.each([
    ['trên 50%', '> 50'],
    ['TRÊN 50 %', '> 50'],
    ['trên 50%'.normalize('NFD'), '> 50'],
    ['khoảng 45', '~ 45'],
    ['tối thiểu 20%', '20'],
    ['ít nhất 03', '03'],
    ['không quá 5', '<= 5'],
    ['đạt 98,5%', '98.5'],
    ['từ 2-3', '2..3'],
    ['2 – 3', '2..3'],
    ['98%', '98'],
    ['=> 20', '>= 20'],
    ['Hoàn thành', 'done'],
    // 1.000 or 1,000 may be a thousand or one: no guess.
    ['1,000', null],
    ['3-2', null],
    ['nhiều', null],
  ])('the target %s', (found, meant) => {
    expect(targetMeant(found)).toBe(meant);
  });

  test.each([
    ['8,2%', '8.2'],
    ['khoảng 8,2', '~ 8.2'],
    ['1.234,5', null],
    ['> 5', '> 5'],
    ['trên 90%', '> 90'],
    ['gần 80', '< 80'],
    ['đã ban hành', 'done'],
    ['hoàn thành 60%', '60%'],
    ['chưa có số liệu', 'none'],
  ])('the value %s', (found, meant) => {
    expect(valueMeant(found)).toBe(meant);
  });

  test.each([
    ['Tháng 7/2024', '2024-07'],
    ['tháng 07 - 2024', null],
    ['7/2024', '2024-07'],
    ['Quý III/2024', '2024-Q3'],
    ['Q4 2024', '2024-Q4'],
    ['trước ngày 31/12/2024', '2024-12-31'],
    ['Năm 2024', '2024'],
    ['2022-2025', '2022..2025'],
    ['2022 - 2025', '2022..2025'],
    ['từ 2022', null],
    ['2024-7', '2024-07'],
    ['2024/07/15', '2024-07-15'],
    ['Hàng năm', 'yearly'],
    ['thường xuyên', 'continuous'],
    ['30/02/2024', null],
    ['13/2024', null],
    ['sớm', null],
  ])('the due date %s', (found, meant) => {
    expect(dueMeant(found)).toBe(meant);
  });

  test.each([
    ['15/4/2024', '2024-04-15'],
    ['ngày 15/4/2024', '2024-04-15'],
    ['2024-4-5', '2024-04-05'],
    ['4/2024', null],
  ])('the day %s', (found, meant) => {
    expect(dayMeant(found)).toBe(meant);
  });

  test.each([
    ['2022-2025', '2022..2025'],
    ['giai đoạn 2022 - 2025', '2022..2025'],
    ['2022...2025', '2022..2025'],
    ['năm 2024', '2024'],
    ['22-25', null],
  ])('the period %s', (found, meant) => {
    expect(periodMeant(found)).toBe(meant);
  });

  test('the day of the year 30/6', () => {
    expect(monthDayMeant('30/6')).toBe('06-30');
    expect(monthDayMeant('giữa năm')).toBeNull();
  });
});
