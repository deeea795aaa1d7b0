import { ENGINES } from '../../engines.ts';
import type { ReadOptions } from '../../load/reading.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import {
  type Flag,
  type FlagsFor,
  files,
  listed,
  oneOf,
  parsed,
  tables,
  text,
  toggle,
} from '../flag.ts';
import { aDay, aDelimiter, aWidth, someLimits, someMarks } from '../readers.ts';

/** The day that the program takes for today. */
export const asOf = { asOf: parsed('asOf', 'date', aDay) };

/** How the output is to look. */
export const look = {
  lang: oneOf('lang', 'lang', Object.keys(LANGS) as Lang[]),
  color: oneOf('color', 'when', ['auto', 'always', 'never']),
  width: parsed('width', 'columns', aWidth),
  quiet: toggle('quiet'),
  cache: toggle('cache', 'noCache'),
};

/** Where the catalogues are. */
export const catalogue = { catalogue: text('catalogue', 'folder') };

/** The most that is read of any one thing. */
export const limit = { limit: someLimits('limit') };

/** Which files are read and how. */
export const reading = {
  results: tables('results'),
  progress: tables('progress'),
  ...catalogue,
  decimal: someMarks('decimal'),
  delimiter: parsed('delimiter', 'mark', aDelimiter),
  encoding: text('encoding', 'name'),
  showReading: toggle('showReading'),
} satisfies FlagsFor<Omit<ReadOptions, 'engine'>>;

/** Who reads large tables of results. */
export const engine = { engine: oneOf('engine', 'name', ENGINES) };

/** Which outputs there are to be, in these formats. */
export function outputs(formats: readonly string[]): {
  format: Flag<string[]>;
  output: Flag<string[]>;
} {
  return {
    format: { ...listed('format', 'name', formats), short: 'f' },
    output: { ...files('output'), short: 'o' },
  };
}

/** What Excel needs before a CSV file. */
export const bom = { bom: toggle('bom') };
