import { expect, test } from 'vitest';
import { figuresOf, planOf } from './figures-of.ts';

/**
 * What the plan files hold, so that nothing comes or goes unseen. Of the two documents that print
 * their targets in tables, 56/KH-UBND and 93/KH-UBND, the numbers are those of the tables' rows: a
 * row that sets two conditions counts twice in its year.
 */
const FIGURES = {
  'danang-2022': { indicators: 47, targets: { 2025: 46, 2030: 29 }, tasks: 65, reports: 6 },
  'danang-2023': { indicators: 39, targets: { 2023: 42, 2025: 24 }, tasks: 0, reports: 0 },
  'danang-2024': { indicators: 48, targets: { 2024: 50, 2025: 31 }, tasks: 63, reports: 3 },
  'danang-comms-2022': { indicators: 9, targets: { 2025: 9 }, tasks: 20, reports: 8 },
  'eu/eu-digital-decade': { indicators: 13, targets: { 2025: 1, 2030: 13 }, tasks: 0, reports: 0 },
  'haiphong-2020': { indicators: 17, targets: { 2025: 15, 2030: 13 }, tasks: 65, reports: 3 },
  'national-2022': { indicators: 17, targets: { 2025: 17 }, tasks: 0, reports: 0 },
  'thanhhoa-2022': { indicators: 17, targets: { 2025: 17 }, tasks: 31, reports: 3 },
} as const;

/** One line about each plan: `--reporter verbose` prints the numbers with the tests' names. */
const told = Object.entries(FIGURES).map(([id, figures]) => [id, JSON.stringify(figures)] as const);

test.each(told)('%s holds %s', (id, figures) => {
  expect(figuresOf(planOf(id))).toEqual(JSON.parse(figures));
});
