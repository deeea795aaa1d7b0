import { type Command, InvalidArgumentError } from 'commander';
import type { Define } from '../definition.ts';
import { addLook, addOutputs, addReading, oneOf } from '../settings.ts';

export const defineCheck: Define = (cli, session, finish): Command => {
  const command = cli
    .command('check')
    .description('plans, catalogues and their CSV files: everything that is wrong or doubtful')
    .argument(
      '[path...]',
      'files, folders, quoted patterns, or - for standard input (default: the current folder)',
    );
  addOutputs(
    addReading(command),
    'pretty',
    'concise',
    'json',
    'github',
    'sarif',
    'junit',
    'gitlab',
    'markdown',
  );
  return addLook(command, 'show errors only, and no remarks; counts and exit code stay')
    .addOption(
      oneOf('--fail-on <level>', 'exit 1 from this level on (default: error)', [
        'error',
        'warning',
        'info',
      ]),
    )
    .option('--max-warnings <number>', 'exit 1 on more warnings than this', readCount)
    .option('--stdin-filename <file>', 'the name that standard input is checked under')
    .option('--baseline <file>', 'accepted findings (default: .dti-eval-baseline.json, if there)')
    .option('--suppress-all', 'accept all present findings: write them into the baseline')
    .option('--prune', 'drop from the baseline what no longer applies')
    .action(async (paths, options) => {
      const { check } = await import('../check.ts');
      finish(await check(session, paths, options));
    });
};

function readCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number, 0 or more.');
}
