import { Chalk } from 'chalk';

/** What paints in each style of a text, with the sixteen colours of every terminal. */
export function brushesOf() {
  const chalk = new Chalk({ level: 1 });
  return {
    plain: (text: string) => text,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    dim: chalk.dim,
    strong: chalk.bold,
  };
}
