import { describe, expect, test } from 'vitest';
import { decodedTwice } from '../../src/decoded-twice.ts';
import { findingsIn } from './run.ts';

/** The rules of what is found, with their lines. */
async function found(yaml: string, progress?: string): Promise<string[]> {
  const findings = await findingsIn({ yaml, ...(progress === undefined ? {} : { progress }) });
  return findings.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

const one = (keys: string) =>
  `indicators:\n  - { id: a, name: A, unit: "%", lead: [so], source: I.1, ${keys} }\nagencies: { so: Sở }\n`;

describe('far-date', () => {
  test.each([
    ['a target of digits that changed places', 'targets: { 2052: 80 }'],
    ['a baseline of a year that had not begun', 'targets: { 2025: 80 }, baseline: { 2032: 9 }'],
    ['a baseline of another century', 'targets: { 2025: 80 }, baseline: { 1923: 9 }'],
  ])('%s', async (_, keys) => {
    const rules = (await found(one(keys))).map((text) => text.split(' ')[0]);
    expect(rules).toContain('far-date');
  });

  test.each(['targets: { 2045: 80 }', 'targets: { 2030: 80 }, baseline: { 2000: 9, 2024: 10 }'])(
    'not %s',
    async (keys) => {
      expect((await found(one(keys))).join()).not.toContain('far-date');
    },
  );
});

describe('comment-in-text', () => {
  const titled = (title: string) =>
    found(`tasks:\n  - id: t\n    title: ${title}\n    due: 2024\n    source: I\n`);

  test.each(['Đề án #6', 'Chương trình (giai đoạn # 2)'])('is told of “%s”', async (title) => {
    expect((await titled(title)).join()).toContain('comment-in-text');
  });

  test.each(['Đề án # theo 06/QĐ', '"Đề án #6"', 'Đề án C#'])('not of %s', async (title) => {
    expect((await titled(title)).join()).not.toContain('comment-in-text');
  });
});

describe('csv-progress-twice', () => {
  const PLAN = `agencies: { x: X, y: Y }
tasks:
  - { id: t, title: T, lead: [x, y], due: 2024-06, source: I }
reports:
  - { id: r, title: R, lead: [x, y], each: lead, due: { yearly: [06-01] }, source: II }
`;
  const rows = async (...lines: string[]) =>
    (await found(PLAN, `task,occurrence,agency,status,date\n${lines.join('\n')}\n`)).filter(
      (text) => text.startsWith('csv-progress-twice'),
    );

  test('of what contradicts and of what repeats', async () => {
    expect(await rows('t,,x,done,2024-05-01', 't,,y,not-started,2024-05-01')).toHaveLength(1);
    expect(await rows('t,,,done,', 't,,,done,')).toHaveLength(1);
  });

  test('not of another day, occurrence or agency that owes it for itself', async () => {
    expect(await rows('t,,,not-started,2024-05-01', 't,,,done,2024-05-02')).toEqual([]);
    expect(await rows('t,,x,done,2024-05-01', 't,,y,done,2024-05-01')).toEqual([]);
    const each = ['r,2024-06-01,x,done,2024-05-01', 'r,2024-06-01,y,not-started,2024-05-01'];
    expect(await rows(...each)).toEqual([]);
    expect(await rows(each[0]!, 'r,2025-06-01,x,not-started,2024-05-01')).toEqual([]);
  });
});

describe('what was decoded twice', () => {
  const asWindows = (text: string) =>
    new TextDecoder('latin1').decode(new TextEncoder().encode(text));

  test('is read back, word by word', () => {
    const text = 'Tỷ lệ hộ nghèo ở Thừa Thiên Huế, “Đà Nẵng” – ưu tiên';
    const broken = asWindows(text);
    const mended = decodedTwice(broken).reduceRight(
      (all, { from, to, text: word }) => all.slice(0, from) + word + all.slice(to),
      broken,
    );
    expect(mended).toBe(text);
  });

  test.each(['SỞ “XÃ HỘI” ĐÃ”', 'Überblick Ärger Åse', 'LÃ”', 'cá » mới', 'Ð à ã Â'])(
    '“%s” was not',
    (text) => {
      expect(decodedTwice(text)).toEqual([]);
    },
  );
});

test('a code that is misspelt leaves none unused', async () => {
  const text = one('targets: { 2025: 80 }').replace('[so]', '[soo]').replaceAll('so:', 'sox:');
  expect((await found(text)).join()).not.toContain('unused-agency');
});
