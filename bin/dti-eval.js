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

/** Where the program runs; `null` where that folder has been deleted. */
function folder() {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

const built = starter();
const cwd = folder();
if (cwd === null) {
  process.stderr.write(
    'dti-eval: the folder that it is started in is no longer there; change to another one\n' +
      'dti-eval: thư mục đang làm việc không còn nữa; hãy chuyển sang thư mục khác\n',
  );
  process.exitCode = 2;
} else if (built === null) {
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
    cwd,
    now: new Date(),
    clock: () => performance.now(),
    onInterrupt: (stop) => process.once('SIGINT', stop),
  }).then((code) => {
    process.exitCode = code;
    keep();
  });
}
