import type { Command } from 'commander';
import type { Define } from '../definition.ts';
import { addFormats, addLook, collect, oneOf, readYear } from '../settings.ts';

export const defineDiff: Define = (cli, session, finish): Command => {
  const command = cli
    .command('diff')
    .description('targets side by side across plans, or what changed between two states of one')
    .argument(
      '<plan...>',
      'plan files, folders, - for standard input, or git:REF:PATH for a file of a revision',
    );
  addFormats(command, 'table', 'markdown', 'csv', 'json');
  return addLook(command)
    .option('--catalogue <folder>', 'where the catalogues of measures and areas are')
    .option(
      '--against <plan>',
      'hold the others against this plan: an id or a file (default: the first plan)',
    )
    .option(
      '--year <years>',
      'target years (default: every year that two plans share)',
      (text, before: number[] = []) => [...before, ...collect(text).map(readYear)],
    )
    .option('--measure <codes>', 'only these measures of the catalogue', collect)
    .option('--group <codes>', 'only these groups', collect)
    .addOption(
      oneOf('--rows <which>', 'measures of all plans, of two at least, of the reference', [
        'all',
        'shared',
        'reference',
      ]),
    )
    .option('--changed-only', 'leave out rows in which every plan says the same')
    .option('--similar', 'also look-alikes: measures with another definition')
    .option('--no-similar', 'no look-alikes, with --against too')
    .option('--kind <kinds>', 'two states of a plan: only these kinds of change', collect)
    .option(
      '--fail-on <what>',
      'exit 1 on diff or looser; between two states of a plan also on a kind of change',
      collect,
    )
    .action(async (plans, options) => {
      const { diff } = await import('../diff.ts');
      finish(await diff(session, plans, options));
    });
};
