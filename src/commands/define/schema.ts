import type { Command } from 'commander';
import type { Define } from '../definition.ts';

export const defineSchema: Define = (cli, session, finish): Command => {
  const command = cli
    .command('schema')
    .description('the JSON Schema of a file or of an output; without a name, what there is')
    .argument('[name]', 'plan, measures, areas, or a command for its --format json');
  return command.action(async (name) => {
    const { schema } = await import('../schema.ts');
    finish(await schema(session, name));
  });
};
