import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { outputOf } from '../../src/load/output.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const never = (): never => {
  throw new Error('no stream of Node is needed');
};

/** A stream that keeps what it takes. */
function keeping() {
  const taken: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      taken.push(chunk);
      done();
    },
  });
  return { stream, taken };
}

describe('what is written at once', () => {
  test('stands in the file in its order, texts and bytes', () => {
    const file = path.join(temporaryFolder({}), 'out');
    const open = openSync(file, 'w');
    const output = outputOf(open, never);
    const errors: unknown[] = [];
    output.write('Kế hoạch ', (error) => errors.push(error));
    output.write(new Uint8Array([0xe2, 0x9c, 0x93]), (error) => errors.push(error));
    output.write('');
    closeSync(open);
    expect(readFileSync(file, 'utf8')).toBe('Kế hoạch ✓');
    expect(errors).toEqual([undefined, undefined]);
  });

  test('tells whoever writes of an error', () => {
    const open = openSync(path.join(temporaryFolder({ out: '' }), 'out'), 'r');
    const errors: unknown[] = [];
    outputOf(open, never).write('x', (error) => errors.push((error as NodeJS.ErrnoException).code));
    closeSync(open);
    expect(errors).toEqual(['EBADF']);
  });

  test('is left to Node where a pipe is full: nothing is lost and nothing comes twice', async () => {
    const pipe = path.join(temporaryFolder({}), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const open = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const { stream, taken } = keeping();
    const output = outputOf(open, () => stream);
    const texts = [...'abcdef'].map((letter) => letter.repeat(50_000));
    for (const text of texts) await new Promise((resolve) => output.write(text, resolve));
    const held = Buffer.alloc(1 << 20);
    const length = readSync(open, held);
    closeSync(open);
    expect(taken.length).toBeGreaterThan(0);
    expect(held.toString('utf8', 0, length) + Buffer.concat(taken)).toBe(texts.join(''));
  });

  test('a stream that is made late hears who listens', async () => {
    const { stream } = keeping();
    const heard: string[] = [];
    const pipe = path.join(temporaryFolder({}), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const open = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const output = outputOf(open, () => stream);
    output.on('error', ({ message }) => heard.push(message));
    output.write('x'.repeat(1 << 20));
    stream.destroy(new Error('no more'));
    await new Promise(setImmediate);
    closeSync(open);
    expect(heard).toEqual(['no more']);
  });
});
