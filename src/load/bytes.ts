import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** The bytes of a file from its beginning, as often as they are asked for. */
export type Bytes = () => Iterable<Buffer> | AsyncIterable<Buffer>;

const CHUNK = 65_536;

/**
 * Opens a file for reading in constant memory. A small one is read once and kept; what is no
 * regular file (a pipe) is kept whole because it cannot be read twice.
 *
 * @param path the file, as the system knows it
 * @throws the system's error when the file cannot be opened or read
 */
export async function openBytes(path: string): Promise<Bytes> {
  const handle = await open(path);
  try {
    const stat = await handle.stat();
    if (stat.isFile() && stat.size > CHUNK)
      return () => createReadStream(path, { highWaterMark: CHUNK });
    const whole = await handle.readFile();
    return () => [whole];
  } finally {
    await handle.close();
  }
}

/** The bytes of a text, as a UTF-8 file would have them. */
export function bytesOf(text: string): Bytes {
  const whole = Buffer.from(text);
  return () => [whole];
}

/** The first bytes, some thousands where there are so many. */
export async function beginning(bytes: Bytes): Promise<Buffer> {
  for await (const chunk of bytes()) return chunk;
  return Buffer.alloc(0);
}
