import { type Command, InvalidArgumentError } from 'commander';
import type { Define } from '../definition.ts';
import {
  addAsOf,
  addFormats,
  addLook,
  addReading,
  collect,
  collectFiles,
  oneOf,
  readDay,
  readDays,
  readYear,
} from '../settings.ts';

export const defineReport: Define = (cli, session, finish): Command => {
  const command = cli
    .command('report')
    .description('a summary to read and to send on')
    .argument('<plan...>', 'plan files, folders, or - for standard input');
  addFormats(addReading(addAsOf(command)), 'markdown', 'table', 'json', 'csv');
  return addLook(command)
    .option('--year <year>', 'the target year (default: the first one still open)', readYear)
    .addOption(oneOf('--pace <method>', 'how pace is measured', ['linear', 'cagr']))
    .option('--within <days>', 'how many days ahead are soon, 14 or 14d (default: 30)', readDays)
    .option('--since <date>', 'tell what changed since that day', readDay)
    .option('--since-results <file>', 'tell what changed since that result file', collectFiles)
    .addOption(
      oneOf('--template <name>', 'the table of results alone, as in Appendix I of 93/KH-UBND', [
        'appendix',
      ]),
    )
    .option('--sections <names>', 'only these sections, such as summary,overdue', collect)
    .option('--title <text>', 'a title in place of the usual one', readTitle)
    .option('--fail-on <what>', 'exit 1 on missed, no-data, overdue, data, mismatch', collect)
    .action(async (plans, options) => {
      const { report } = await import('../report.ts');
      finish(await report(session, plans, options));
    });
};

function readTitle(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('It must not be empty.');
}
