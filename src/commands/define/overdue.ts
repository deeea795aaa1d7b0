import type { Command } from 'commander';
import type { Define } from '../definition.ts';
import { addAsOf, addFormats, addLook, addReading, collect, oneOf, readDays } from '../settings.ts';

export const defineOverdue: Define = (cli, session, finish): Command => {
  const command = cli
    .command('overdue')
    .description('what is overdue and what is due soon: tasks and report duties')
    .argument('<plan...>', 'plan files, folders, or - for standard input');
  addFormats(addReading(addAsOf(command)), 'table', 'markdown', 'csv', 'json', 'ics');
  return addLook(command)
    .option('--within <days>', 'how many days ahead are soon, 14 or 14d (default: 30)', readDays)
    .option('--all', 'also what is done, due later, continuous or without a date')
    .option('--only <states>', 'show only these states, such as overdue or done-late', collect)
    .addOption(oneOf('--kind <kind>', 'show only tasks or report duties', ['task', 'report']))
    .option('--lead <codes>', 'show only these leading agencies', collect)
    .option('--group <codes>', 'show only these groups', collect)
    .addOption(oneOf('--by <what>', 'how the table is grouped', ['lead', 'due', 'group']))
    .option('--fail-on <what>', 'exit 1 on overdue, data', collect)
    .action(async (plans, options) => {
      const { overdue } = await import('../overdue.ts');
      finish(await overdue(session, plans, options));
    });
};
