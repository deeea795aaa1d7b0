import path from 'node:path';
import { cacheFolder, type Env } from './load/cache-folder.ts';
import { type Ask, type Ran, runScript } from './load/code-cache.ts';
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

/**
 * Loads the built program, as an earlier run of the same command has compiled it: its main script, and when
 * that first requires it, the script with the rest.
 */
export function program({ argv, env, version, arch, getuid }: Process): Program {
  const folder = argv.includes('--no-cache') ? null : cacheFolder(env);
  const command = argv.find((word) => /^[a-z]{1,10}$/.test(word)) ?? 'none';
  const user = getuid?.() ?? null;
  if (folder !== null && keepsCompiled(version)) keepCompiled(path.join(folder, 'modules'));
  const ran: Ran[] = [];
  const run = (name: 'main' | 'rest', ask: Ask) => {
    const script = path.join(import.meta.dirname, `${name}.cjs`);
    const entry = `${command}-${name}-${BUILD}-${version}-${arch}`;
    const one = runScript(script, folder === null ? null : { folder, name: entry, user }, ask);
    ran.push(one);
    return one.exports;
  };
  const ask = (name: string) => (name === './rest.cjs' ? run('rest', require) : require(name));
  const { main } = run('main', ask) as Pick<Program, 'main'>;
  const keep = () => {
    for (const one of ran) one.keep();
  };
  return { main, outputOf, keep };
}

/** Node 22.8 and later keep by themselves what they compile of the files that the program asks for. */
function keepsCompiled(version: string): boolean {
  return Number(/^v(\d+)/.exec(version)?.[1]) >= 22;
}

function keepCompiled(folder: string): void {
  const modules = require('node:module') as { enableCompileCache?(folder: string): void };
  modules.enableCompileCache?.(folder);
}
