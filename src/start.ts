import path from 'node:path';
import { cacheFolder, type Env } from './load/cache-folder.ts';
import { runScript } from './load/code-cache.ts';
import { outputOf } from './load/output.ts';
import type { main } from './main.ts';

/** Tells one build from another; set where the distribution is made. */
declare const BUILD: string;
/** That of the built file, which lies beside the script; Node's own is quicker than any that is made. */
declare const require: NodeJS.Require;

/** What the start knows of the process. */
interface Process {
  argv: readonly string[];
  env: Env;
  version: string;
  arch: string;
  getuid?(): number;
}

/** The built program. */
interface Program {
  main: typeof main;
  outputOf: typeof outputOf;
  /** Keeps what was compiled in this run, for the next one of the same command. */
  keep(): void;
}

/** Loads the built program, as an earlier run of the same command has compiled it. */
export function program({ argv, env, version, arch, getuid }: Process): Program {
  const folder = argv.includes('--no-cache') ? null : cacheFolder(env);
  const command = argv.find((word) => /^[a-z]{1,10}$/.test(word)) ?? 'none';
  const cache = folder && {
    folder,
    name: `${command}-${BUILD}-${version}-${arch}`,
    user: getuid?.() ?? null,
  };
  if (folder !== null && keepsCompiled(version)) keepCompiled(path.join(folder, 'modules'));
  const script = path.join(import.meta.dirname, 'main.cjs');
  const { exports, keep } = runScript(script, cache || null, require);
  return { ...(exports as Pick<Program, 'main'>), outputOf, keep };
}

/** Node 22.8 and later keep by themselves what they compile of the files that the program asks for. */
function keepsCompiled(version: string): boolean {
  return Number(/^v(\d+)/.exec(version)?.[1]) >= 22;
}

function keepCompiled(folder: string): void {
  const modules = require('node:module') as { enableCompileCache?(folder: string): void };
  modules.enableCompileCache?.(folder);
}
