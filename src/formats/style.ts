import { brushesOf } from './brushes.ts';

/** What a text means for the reader; words and marks say it too, so that colour only repeats it. */
export type Style = 'plain' | 'good' | 'bad' | 'warn' | 'dim' | 'strong';

export type Paint = (text: string, style: Style) => string;

/**
 * Paints with the sixteen colours of every terminal, or not at all. Whether to colour is the
 * caller's word alone: chalk's own detection would make the output depend on the machine.
 */
export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  const brushes: Readonly<Record<Style, (text: string) => string>> = brushesOf();
  return (text, style) => (text === '' ? text : brushes[style](text));
}
