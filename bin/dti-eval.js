#!/usr/bin/env node
// CommonJS, as package.json beside it says: Node's loader of modules takes a fifth of its own start.

/** What starts the built program; `null` where it is not built. */
function starter() {
  try {
    return require('../dist/start.cjs');
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND' && /dist.start\.cjs/.test(error.message)) return null;
    throw error;
  }
}

const built = starter();
if (built === null) {
  process.stderr.write(
    'dti-eval: not built yet; in its folder run: npm ci && npm run build\n' +
      'dti-eval: chương trình chưa được dựng; hãy chạy trong thư mục của nó: npm ci && npm run build\n',
  );
  process.exitCode = 2;
} else {
  const argv = process.argv.slice(2);
  const { env, version, arch, getuid } = process;
  const { main, outputOf, keep } = built.program({ argv, env, version, arch, getuid });
  main({
    argv,
    // Opened only where it is read.
    get stdin() {
      return process.stdin;
    },
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    env,
    cwd: process.cwd(),
    now: new Date(),
    clock: () => performance.now(),
    onInterrupt: (stop) => process.once('SIGINT', stop),
  }).then((code) => {
    process.exitCode = code;
    keep();
  });
}
