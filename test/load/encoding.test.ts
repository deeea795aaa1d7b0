import { describe, expect, test } from 'vitest';
import { openBytes } from '../../src/load/bytes.ts';
import { openText } from '../../src/load/encoding.ts';
import { temporaryFile, windows1258 } from './temporary.ts';

const VIETNAMESE = 'Tỷ lệ hồ sơ trực tuyến: đã hoàn thành vượt mức, ngừng đếm ở 98,8%';

async function read(content: string | Uint8Array, declared: string | null = null) {
  const text = await openText(await openBytes(temporaryFile(content)), declared);
  if (text.kind === 'problem') return { problem: text.problem, line: text.line };
  const chunks = [];
  for await (const chunk of text.chunks()) chunks.push(chunk);
  return { encoding: text.encoding, text: Buffer.concat(chunks).toString() };
}

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Longer than what is read at once, with a width that puts letters across every boundary. */
const long = (line: string) => `${`${line}\n`.repeat(7000)}end`;

describe('the encoding is found out', () => {
  test.each([
    ['UTF-8', Buffer.from(VIETNAMESE), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${VIETNAMESE}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16le(`\ufeff${VIETNAMESE}`), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${VIETNAMESE}`), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16le(`indicator,note\n${VIETNAMESE}`), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16be(`indicator,note\n${VIETNAMESE}`), 'utf-16be'],
    ['windows-1258', windows1258(VIETNAMESE), 'windows-1258'],
  ])('%s', async (_, bytes, encoding) => {
    const result = await read(bytes);
    expect(result.encoding).toBe(encoding);
    expect(result.text?.endsWith(VIETNAMESE)).toBe(true);
    expect(result.text?.startsWith('\ufeff')).toBe(false);
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16 LE', (text: string) => utf16le(`\ufeff${text}`)],
    ['UTF-16 BE', (text: string) => utf16be(`\ufeff${text}`)],
    ['windows-1258', windows1258],
  ])('%s beyond the first chunk', async (_, encode) => {
    for (const line of [VIETNAMESE, `a${VIETNAMESE}`, `ab${VIETNAMESE}`]) {
      const { text } = await read(encode(long(line)));
      expect(text === long(line)).toBe(true);
    }
  });

  test('letters beyond the basic plane across chunks', async () => {
    for (const lead of ['', 'a']) {
      const text = lead + '𝒳'.repeat(50_000);
      expect((await read(text)).text === text).toBe(true);
      expect((await read(utf16le(`\ufeff${text}`))).text === text).toBe(true);
    }
  });

  test('windows-1258 that begins with a long stretch of ASCII', async () => {
    const text = `${'plain,1\n'.repeat(20_000)}${VIETNAMESE}`;
    const result = await read(windows1258(text));
    expect(result.encoding).toBe('windows-1258');
    expect(result.text === text).toBe(true);
  });

  test('an empty file', async () => {
    expect(await read('')).toEqual({ encoding: 'utf-8', text: '' });
  });
});

describe('the declared encoding is used', () => {
  test('with any of its labels', async () => {
    expect(await read(windows1258('đã'), 'cp1258')).toEqual({
      encoding: 'windows-1258',
      text: 'đã',
    });
  });

  test('against what the bytes look like', async () => {
    const { text } = await read(Buffer.from('é'), 'windows-1252');
    expect(text).toBe('Ã©');
  });

  test('an unknown label is a problem', async () => {
    expect(await read('a', 'tcvn3')).toEqual({ problem: 'unknown', line: 1 });
  });

  test('bytes that it does not have are a problem', async () => {
    const bytes = Buffer.concat([Buffer.from('a\nb\n'), windows1258('đã')]);
    expect(await read(bytes, 'utf-8')).toEqual({ problem: 'undecodable', line: 3 });
    expect(await read(Buffer.from([0x41, 0, 0x42]), 'utf-16le')).toMatchObject({
      problem: 'undecodable',
    });
  });
});

describe('what is no text is a problem', () => {
  test('a workbook', async () => {
    const zip = Buffer.from('504b03041400060008000000210041378' + 'f000000', 'hex');
    expect(await read(zip)).toMatchObject({ problem: 'not-text' });
  });

  test('a NUL far behind the beginning', async () => {
    const text = `${'plain\n'.repeat(30_000)}a\0b`;
    expect(await read(text)).toEqual({ problem: 'not-text', line: 30_001 });
  });

  test('a NUL in UTF-16', async () => {
    expect(await read(utf16le('\ufeffa\0b'))).toMatchObject({ problem: 'not-text' });
  });

  test('damaged UTF-8 is not read as windows-1258', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${VIETNAMESE}\n`.repeat(3000)),
      Buffer.from([0x61, 0xe1, 0xba, 0x0a]),
      Buffer.from(VIETNAMESE),
    ]);
    expect(await read(bytes)).toEqual({ problem: 'undecodable', line: 3001 });
  });

  test('UTF-8 cut off within its last letter', async () => {
    const bytes = Buffer.from(`${VIETNAMESE}\nế`).subarray(0, -1);
    expect(await read(bytes)).toEqual({ problem: 'undecodable', line: 2 });
  });
});

describe('line breaks', () => {
  test('CRLF and CR become LF', async () => {
    expect(await read('a\r\nb\rc\n\r\n')).toMatchObject({ text: 'a\nb\nc\n\n' });
  });

  test('a break across chunks stays one', async () => {
    for (const lead of ['', 'a', 'ab']) {
      const { text } = await read(`${lead}${'\r\n'.repeat(100_000)}`);
      expect(text === lead + '\n'.repeat(100_000)).toBe(true);
    }
  });
});

test('a file that is not there is the system’s error', async () => {
  await expect(openBytes('/nowhere/at-all.csv')).rejects.toMatchObject({ code: 'ENOENT' });
});
