import { fstatSync, statSync, writeSync } from 'node:fs';
import { platform } from 'node:process';
import type { Writable } from 'node:stream';
import { unlessFailing } from './cache-folder.ts';

/** What the program writes to, as far as it needs to know it. */
export interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * What is written to an open file or pipe goes there at once, without Node's own stream, whose making
 * takes a tenth of a short run. Where a pipe takes nothing more for now, and of all else, that stream
 * is the one that writes.
 * @param make makes Node's stream
 */
export function outputOf(file: number, make: () => Writable & Output): Output {
  if (!isPlain(file)) return make();
  const listeners: ((error: Error) => void)[] = [];
  let stream: Output | null = null;
  const own = () => {
    const made = make();
    for (const listener of listeners) made.on('error', listener);
    return made;
  };
  return {
    on: (_, listener) => listeners.push(listener),
    write(text, done) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      let at = 0;
      try {
        while (stream === null && at < bytes.length) at += writeSync(file, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return done?.(error as Error);
        stream = own();
      }
      if (stream !== null) stream.write(bytes.subarray(at), done);
      else done?.();
    },
  };
}

/** A file, a pipe or nothing at all; on Windows pipes are otherwise. */
function isPlain(file: number): boolean {
  const isKnown = unlessFailing(() => {
    const there = fstatSync(file);
    return (
      there.isFile() ||
      there.isFIFO() ||
      (there.isCharacterDevice() && there.rdev === statSync('/dev/null').rdev)
    );
  });
  return isKnown === true && platform !== 'win32';
}
