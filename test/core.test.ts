import { expect, test } from 'vitest';

/** Loaded within a test, so that one who changes a constant sees which room no longer opens. */
test.each(['exact', 'target', 'deadline', 'attainment', 'pace'])(
  'the room %s can be entered by itself',
  async (room) => {
    expect(Object.keys(await import(`../src/${room}.ts`))).not.toEqual([]);
  },
);
