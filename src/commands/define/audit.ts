import { type Command, InvalidArgumentError } from 'commander';
import type { Define } from '../definition.ts';
import { addAsOf, addFormats, addLook, addReading, collect } from '../settings.ts';

export const defineAudit: Define = (cli, session, finish): Command => {
  const command = cli
    .command('audit')
    .description('declared against computed, one source against another, stated totals')
    .argument('<plan...>', 'plan files, folders, or - for standard input');
  addFormats(addReading(addAsOf(command)), 'table', 'markdown', 'json');
  return addLook(command)
    .option(
      '--kind <kinds>',
      'audit only for these: declared-mismatch, stale-result, source-conflict, target-conflict, claim-mismatch, ratio-mismatch',
      collect,
    )
    .option('--area <codes>', 'audit only what concerns these areas', collect)
    .option('--lead <codes>', 'audit only what these agencies lead', collect)
    .option(
      '--tolerance <number>',
      'differences up to this, in the unit, are notes (default: 0)',
      readTolerance,
    )
    .option('--fail-on <what>', 'exit 1 on mismatch, conflict, data', collect)
    .action(async (plans, options) => {
      const { runAudit } = await import('../audit.ts');
      finish(await runAudit(session, plans, options));
    });
};

/** A number with either decimal mark, as written: `0.5`, `0,5`. */
function readTolerance(text: string): string {
  if (/^\d+([.,]\d+)?$/.test(text)) return text.replace(',', '.');
  throw new InvalidArgumentError('It must be a number from 0 up, such as 0.5.');
}
