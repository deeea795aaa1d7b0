import type { Command } from 'commander';
import type { Define } from '../definition.ts';
import { addAsOf, addFormats, addLook, addReading, oneOf, readYear } from '../settings.ts';

export const defineExplain: Define = (cli, session, finish): Command => {
  const command = cli
    .command('explain')
    .description(
      'a rule: what it finds, why, and how to mend it (alone: all rules); or one indicator, part, task or duty of a plan from end to end',
    )
    .argument('[subject]', 'the id of a rule, such as weaker-later-target, or a plan file')
    .argument('[item]', 'the id of an indicator, id/part, task or duty of the plan');
  addFormats(addReading(addAsOf(command)), 'table', 'json');
  return addLook(command)
    .option('--year <year>', 'the target year (default: the first one still open)', readYear)
    .addOption(oneOf('--pace <method>', 'how pace is measured', ['linear', 'cagr']))
    .option('--area <code>', 'explain the results of this area instead of the plan’s own')
    .action(async (subject, item, options) => {
      const { explain } = await import('../explain.ts');
      finish(await explain(session, subject, item, options));
    });
};
