import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import host from 'node:process';
import type { Readable } from 'node:stream';

/** The bytes of a file from its beginning, as often as they are asked for. */
export type Bytes = () => Iterable<Buffer> | AsyncIterable<Buffer>;

const CHUNK = 65_536;

/** Opening a pipe that nobody writes to waits for a writer, unless it is told not to. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for reading in constant memory. A small one is read once and kept.
 *
 * @param path the file, as the system knows it
 * @param tell is told which share of it has been read; of a small one nothing
 * @throws the system's error when the file cannot be opened or read, and one of the same kind
 * (code {@link SPECIAL}) for a pipe or device
 */
export async function openBytes(path: string, tell?: (share: number) => void): Promise<Bytes> {
  if (sizeOf(path) > LARGE) await saveMemory();
  return withFile(path, (descriptor, { size }) => {
    if (size > CHUNK) {
      const bytes = () => createReadStream(path, { highWaterMark: CHUNK });
      return tell === undefined ? bytes : told(bytes, size, tell);
    }
    const whole = readFileSync(descriptor);
    return () => [whole];
  });
}

const LARGE = 8 * 1024 * 1024;

/** How many bytes a file has; none where it is missing or no file. */
export function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : 0;
}

/**
 * Of a row that has been read nothing is left. Told to spare memory, the engine clears that away
 * before it asks the system for more: half the memory for a tenth more time.
 */
async function saveMemory(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--optimize-for-size');
}

/**
 * The bytes of a file that may have no more than so many; `null` where it has.
 * @throws as {@link openBytes}
 */
export function readWhole(path: string, most: number): Buffer | null {
  return withFile(path, (descriptor, { size }) => {
    if (size > most) return null;
    if (size > CHUNK) compileLate();
    return readFileSync(descriptor);
  });
}

/**
 * What a large plan asks for runs some thousand times, in very many functions. Between its interpreter and its
 * slow compiler the engine of Node 20 has nothing: told to wait, it spends a quarter less on such a run.
 */
function compileLate(): void {
  if (!host.version.startsWith('v20.')) return;
  host.getBuiltinModule?.('node:v8').setFlagsFromString('--interrupt-budget=750000');
}

/**
 * The first bytes of a file, at most so many.
 * @throws as {@link openBytes}
 */
export function readStart(path: string, most: number): Buffer {
  return withFile(path, (descriptor) => {
    const start = Buffer.alloc(most);
    return start.subarray(0, readSync(descriptor, start));
  });
}

/** The bytes of a stream that may have no more than so many; `null` where it has. */
export async function readStream(stream: Readable, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The code of the error for what is a pipe or a device. */
export const SPECIAL = 'ENOTFILE';

function withFile<Answer>(path: string, use: (descriptor: number, stat: Stats) => Answer): Answer {
  const descriptor = openSync(path, WITHOUT_WAITING);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() && !stat.isDirectory())
      throw Object.assign(new Error(`${path} is no file`), { code: SPECIAL, syscall: 'read' });
    return use(descriptor, stat);
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file, telling whenever some of them were read which share of it has been. */
export function told(bytes: Bytes, size: number, tell: (share: number) => void): Bytes {
  return async function* () {
    let read = 0;
    for await (const chunk of bytes()) {
      yield chunk;
      read += chunk.length;
      tell(Math.min(read / size, 1));
    }
  };
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
