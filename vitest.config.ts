import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Programs that tests start keep nothing in the user's own folders.
    env: { DTI_EVAL_CACHE_DIR: path.join(tmpdir(), 'dti-eval-tests') },
  },
});
