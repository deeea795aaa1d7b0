import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pid } from 'node:process';
import type { Spill } from '../repeat-log.ts';

/**
 * A spill into a file of the system's folder for such. The file is made with the first block and
 * has no name any more from then on, so that nothing is left of it however the program ends.
 *
 * @throws the system's error where there is no room
 */
export function fileSpill(): Spill {
  let file: number | null = null;
  return {
    write(block) {
      file ??= openNameless();
      const bytes = new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
    read(number, into) {
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
      const from = number * bytes.length;
      for (let at = 0; at < bytes.length; )
        at += readSync(file!, bytes, at, bytes.length - at, from + at);
    },
  };
}

/** A file that several threads put blocks into, each block of so many bytes. */
export interface SharedSpill {
  file: number;
  blockBytes: number;
  /** How many blocks there are. */
  written: SharedArrayBuffer;
}

/** Blocks by their numbers, in whatever thread they were written. */
export interface Blocks {
  write(block: Uint8Array): number;
  read(number: number, into: Uint8Array): void;
}

/**
 * Opens such a file, which has no name; to be closed by {@link closeSpill}.
 * @throws the system's error where there is no room
 */
export function openSpill(blockBytes: number): SharedSpill {
  const written = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return { file: openNameless(), blockBytes, written };
}

export function closeSpill({ file }: SharedSpill): void {
  closeSync(file);
}

export function blocksIn({ file, blockBytes, written }: SharedSpill): Blocks {
  const count = new Int32Array(written);
  return {
    write(block) {
      const number = Atomics.add(count, 0, 1);
      const from = number * blockBytes;
      for (let at = 0; at < blockBytes; )
        at += writeSync(file, block, at, blockBytes - at, from + at);
      return number;
    },
    read(number, into) {
      const from = number * blockBytes;
      for (let at = 0; at < blockBytes; )
        at += readSync(file, into, at, blockBytes - at, from + at);
    },
  };
}

function openNameless(): number {
  const name = path.join(tmpdir(), `dti-eval-${pid}-${Math.random().toString(36).slice(2)}`);
  const file = openSync(name, 'wx+', 0o600);
  unlinkSync(name);
  return file;
}
