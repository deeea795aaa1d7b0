import { describe, expect, test } from 'vitest';
import { lineAt, neighbour } from '../../src/load/text-edits.ts';

describe('lines of a text', () => {
  test('that begins with a break are found from the first on', () => {
    const text = '\n# a\nb\n';
    expect([0, 1, 4, 5].map((offset) => lineAt(text, offset).text)).toEqual([
      '',
      '# a',
      '# a',
      'b',
    ]);
    expect(neighbour(text, lineAt(text, 5), -1)).toBeNull();
    expect(neighbour(text, lineAt(text, 0), 1)?.text).toBe('b');
    expect(neighbour(text, lineAt(text, 5), 1)).toBeNull();
  });
});
