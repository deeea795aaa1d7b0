// Tries the seeds that it is sent, in a process of its own: it may hang or run out of memory.
import start from '../../dist/start.cjs';
import { tried } from './try.mjs';

const { main } = start.program({ ...process, argv: ['--no-cache'], env: {} });

process.on('message', async (seed) => {
  const { faults, argv, project, stderr } = await tried(seed, main).catch((error) => ({
    faults: [`the fuzzer itself: ${error.stack}`],
    argv: [],
  }));
  process.send({ seed, faults, argv, project, stderr: stderr?.slice(0, 2000) });
});
process.send({ ready: true });
