import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Finding, finding, lineOf } from '../../finding.ts';
import { message } from '../../message/message.ts';
import type { Bytes } from '../bytes.ts';

/** Reads what a compressed file holds; answers with the finding that it is damaged, or what the reading answers. */
export async function unzipped(
  { name, bytes }: { name: string; bytes: Bytes },
  read: (bytes: Bytes) => Promise<Finding | null>,
): Promise<Finding | null> {
  try {
    return await read(() => gunzipped(bytes));
  } catch (error) {
    if (!isDamage(error)) throw error;
    return finding({
      rule: 'csv-encoding',
      place: lineOf(name, 1),
      message: message('gzip-damaged', {}),
    });
  }
}

/** What a compressed file holds; reading it fails where it is damaged. */
export function gunzipped(bytes: Bytes): AsyncIterable<Buffer> {
  const packed = Readable.from(bytes());
  const text = createGunzip();
  packed.on('error', (error) => text.destroy(error));
  text.on('close', () => packed.destroy());
  return packed.pipe(text);
}

/** The errors of zlib have codes of their own. */
function isDamage(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && /^Z_[A-Z]+_ERROR$/.test(code);
}
