import type { Command } from 'commander';
import type { Define } from '../index.ts';
import { addLook } from '../settings.ts';

export const defineExplain: Define = (cli, session, finish): Command =>
  addLook(
    cli
      .command('explain')
      .description('what a rule finds, why, and how to mend it; without a rule, all of them')
      .argument('[rule]', 'the id of a rule, such as weaker-later-target'),
  ).action(async (rule, options) => {
    const { explain } = await import('../explain.ts');
    finish(await explain(session, rule, options));
  });
