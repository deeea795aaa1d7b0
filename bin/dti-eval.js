#!/usr/bin/env node
import * as modules from 'node:module';

// Node 22.8 and later keep what they compiled, in a folder of their own choice; where it cannot be
// written nothing is kept.
modules.enableCompileCache?.();

const built = await import('../dist/main.js').catch((error) => {
  const isMissing = error.code === 'ERR_MODULE_NOT_FOUND' && /dist.main\.js' /.test(error.message);
  if (!isMissing) throw error;
  return null;
});

if (built === null) {
  process.stderr.write(
    'dti-eval: not built yet; in its folder run: npm ci && npm run build\n' +
      'dti-eval: chương trình chưa được dựng; hãy chạy trong thư mục của nó: npm ci && npm run build\n',
  );
  process.exitCode = 2;
} else {
  process.exitCode = await built.main({
    argv: process.argv.slice(2),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: new Date(),
    onInterrupt: (stop) => process.once('SIGINT', stop),
  });
}
