import { type Command, Option } from 'commander';
import type { Define } from '../definition.ts';
import { addAsOf, addLook, collect, readDelimiter, readYear } from '../settings.ts';

export const defineInit: Define = (cli, session, finish): Command => {
  const command = cli
    .command('init')
    .description('a new plan with its empty CSV files, or a sheet to collect results with')
    .argument('[name]', 'the new plan, such as plans/my-plan')
    .addOption(
      new Option('--results <plan>', 'a collection sheet for this plan: one row per indicator'),
    )
    .option(
      '--year <year>',
      'the plan’s year; of a sheet, the target year (default: the first one still open)',
      readYear,
    )
    .option('--lead <codes>', 'only indicators that these agencies lead', collect)
    .option('--delimiter <mark>', 'what parts the sheet’s cells: , ; or tab', readDelimiter)
    .option('-o, --output <file>', 'the sheet’s file; - for standard output');
  return addLook(addAsOf(command)).action(async (name, options) => {
    const { init } = await import('../init.ts');
    finish(await init(session, name, options));
  });
};
