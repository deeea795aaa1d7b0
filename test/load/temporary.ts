import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-load-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with this content that lives as long as the tests of one file. */
export function temporaryFile(content: string | Uint8Array): string {
  files += 1;
  const file = path.join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

/** The bytes in which Windows writes Vietnamese: vowels as they are, tones as marks behind them. */
export function windows1258(text: string): Buffer {
  return Buffer.from([...text.normalize('NFC')].flatMap(bytesOf));
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const HIGH = new TextDecoder('windows-1258').decode(
  Uint8Array.from({ length: 128 }, (_, i) => i + 128),
);

function bytesOf(letter: string): number[] {
  const direct = byteOf(letter);
  if (direct !== undefined) return [direct];
  const parts = letter.normalize('NFD');
  const vowel = byteOf(parts.replace(TONES, '').normalize('NFC'));
  const tone = byteOf(parts.match(TONES)?.[0] ?? '');
  if (vowel === undefined || tone === undefined) throw new Error(`not in windows-1258: ${letter}`);
  return [vowel, tone];
}

function byteOf(letter: string): number | undefined {
  if (letter === '') return undefined;
  if (letter <= '\x7f') return letter.charCodeAt(0);
  const high = HIGH.indexOf(letter);
  return high < 0 ? undefined : high + 128;
}
