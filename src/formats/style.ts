import { Chalk } from 'chalk';

/** What a text means for the reader; words and marks say it too, so that colour only repeats it. */
export type Style = 'plain' | 'good' | 'bad' | 'warn' | 'dim' | 'strong';

export type Paint = (text: string, style: Style) => string;

/**
 * Paints with the sixteen colours of every terminal, or not at all. Whether to colour is the
 * caller's word alone: chalk's own detection would make the output depend on the machine.
 */
export function painter(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const brushes = {
    plain: (text) => text,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    dim: chalk.dim,
    strong: chalk.bold,
  } as const satisfies Record<Style, (text: string) => string>;
  return (text, style) => (text === '' ? text : brushes[style](text));
}
