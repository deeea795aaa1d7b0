import { type Command, command } from './command.ts';
import type { HelpWords } from './flag.ts';

const PLANS = { name: 'plan', words: 'plans', times: 'some' } as const;

/** Every command, in the order in which help tells them. */
export const COMMANDS = {
  check: command(
    [{ name: 'path', words: 'paths', times: 'any' }],
    () => import('./flags/check.ts'),
    async () => (await import('../commands/check.ts')).check,
  ),
  status: command(
    [PLANS],
    () => import('./flags/status.ts'),
    async () => (await import('../commands/status.ts')).status,
  ),
  overdue: command(
    [PLANS],
    () => import('./flags/overdue.ts'),
    async () => (await import('../commands/overdue.ts')).overdue,
  ),
  diff: command(
    [{ name: 'plan', words: 'plansOrRevisions', times: 'some' }],
    () => import('./flags/diff.ts'),
    async () => (await import('../commands/diff.ts')).diff,
  ),
  audit: command(
    [PLANS],
    () => import('./flags/audit.ts'),
    async () => (await import('../commands/audit.ts')).runAudit,
  ),
  report: command(
    [PLANS],
    () => import('./flags/report.ts'),
    async () => (await import('../commands/report.ts')).report,
  ),
  explain: command(
    [
      { name: 'subject', words: 'subject', times: 'maybe' },
      { name: 'item', words: 'item', times: 'maybe' },
    ],
    () => import('./flags/explain.ts'),
    async () => (await import('../commands/explain.ts')).explain,
  ),
  sheet: command(
    [{ name: 'plan', words: 'onePlan', times: 'one' }],
    () => import('./flags/sheet.ts'),
    async () => (await import('../commands/sheet.ts')).sheet,
  ),
  collect: command(
    [
      { name: 'plan', words: 'onePlan', times: 'one' },
      { name: 'sheet', words: 'sheets', times: 'some' },
    ],
    () => import('./flags/collect.ts'),
    async () => (await import('../commands/collect.ts')).collect,
  ),
  init: command(
    [{ name: 'name', words: 'newPlan', times: 'maybe' }],
    () => import('./flags/init.ts'),
    async () => (await import('../commands/init.ts')).init,
  ),
  schema: command(
    [{ name: 'name', words: 'schema', times: 'maybe' }],
    null,
    async () => (await import('../commands/schema.ts')).schema,
  ),
} satisfies Record<keyof HelpWords['commands'], Command>;

export type CommandName = keyof typeof COMMANDS;

/** Is there a command of this name? */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}
