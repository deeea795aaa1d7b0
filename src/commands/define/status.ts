import type { Command } from 'commander';
import type { Define } from '../definition.ts';
import { addAsOf, addFormats, addLook, addReading, collect, oneOf, readYear } from '../settings.ts';

export const defineStatus: Define = (cli, session, finish): Command => {
  const command = cli
    .command('status')
    .description('where the plan stands: every indicator against its target')
    .argument('<plan...>', 'plan files, folders, or - for standard input');
  addFormats(addReading(addAsOf(command)), 'table', 'markdown', 'csv', 'json');
  return addLook(command)
    .option('--year <year>', 'the target year (default: the first one still open)', readYear)
    .addOption(oneOf('--pace <method>', 'how pace is measured', ['linear', 'cagr']))
    .option('--only <verdicts>', 'show only these verdicts; also waived, differs', collect)
    .option('--group <codes>', 'show only these groups', collect)
    .option('--lead <codes>', 'show only these leading agencies', collect)
    .addOption(
      oneOf('--sort <by>', 'order of the rows', [
        'document',
        'verdict',
        'attainment',
        'gap',
        'name',
      ]),
    )
    .option('--area <code>', 'judge the results of this area instead of the plan’s own')
    .addOption(oneOf('--by <what>', 'rank the areas that the results are of', ['area']))
    .option('--fail-on <what>', 'exit 1 on missed, no-data, overdue, data, mismatch', collect)
    .action(async (plans, options) => {
      const { status } = await import('../status.ts');
      finish(await status(session, plans, options));
    });
};
