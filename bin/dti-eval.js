#!/usr/bin/env node
import { main } from '../dist/main.js';

process.exitCode = await main({
  argv: process.argv.slice(2),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: new Date(),
  onInterrupt: (stop) => process.once('SIGINT', stop),
});
