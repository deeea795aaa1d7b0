import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { defineAudit } from './define/audit.ts';
import { defineCheck } from './define/check.ts';
import { defineDiff } from './define/diff.ts';
import { defineExplain } from './define/explain.ts';
import { defineInit } from './define/init.ts';
import { defineOverdue } from './define/overdue.ts';
import { defineReport } from './define/report.ts';
import { defineSchema } from './define/schema.ts';
import { defineStatus } from './define/status.ts';
import type { Define, Finish } from './definition.ts';
import { type Session, write } from './session.ts';

const COMMANDS: readonly Define[] = [
  defineCheck,
  defineStatus,
  defineOverdue,
  defineDiff,
  defineAudit,
  defineReport,
  defineExplain,
  defineInit,
  defineSchema,
];

/** The command line. */
export function program(session: Session, finish: Finish): Command {
  const cli = new Command('dti-eval')
    .description(
      'Evaluate digital-transformation plans: targets, deadlines, official word and numbers.',
    )
    .version(VERSION, '-V, --version')
    .showSuggestionAfterError()
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void write(session.stdout, text),
      writeErr: (text) => void write(session.stderr, text),
    });
  for (const define of COMMANDS) define(cli, session, finish).copyInheritedSettings(cli);
  return cli;
}
