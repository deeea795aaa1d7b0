import { defineConfig } from 'vitest/config';

/** The tests of the core alone: those that tell a wrong judgement by its values, and fast. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    include: [
      'attainment',
      'core',
      'deadline',
      'evaluation',
      'exact',
      'judging',
      'pace',
      'target',
    ].map((name) => `test/${name}.test.ts`),
  },
});
