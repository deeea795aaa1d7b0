import { type Day, dayInVietnam } from '../calendar.ts';
import type { OptionsOf } from '../cli/flag.ts';
import type { asOf, look } from '../cli/flags/shared.ts';
import { isLang, type Lang, langOfLocale } from '../words/langs.ts';
import { type Session, usageError } from './session.ts';

/** The options that mean the same everywhere. */
export type CommonOptions = OptionsOf<typeof asOf & typeof look>;

/** How the output is to look, from options, environment and terminal. */
export interface Look {
  lang: Lang;
  /** Colour on stdout. */
  color: boolean;
  /** Columns; `null` for no limit. */
  width: number | null;
  /** Columns of what goes into a file: those that are asked for, never the terminal's. */
  fileWidth: number | null;
  quiet: boolean;
}

/** The as-of day: asked for, else of SOURCE_DATE_EPOCH, else today in Vietnam. */
export function asOfDay(options: CommonOptions, session: Session): Day {
  if (options.asOf !== undefined) return options.asOf;
  const epoch = session.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return dayInVietnam(session.now);
  if (!/^\d{1,11}$/.test(epoch)) throw usageError('bad-epoch', { found: epoch });
  return dayInVietnam(new Date(Number(epoch) * 1000));
}

/** The folder of catalogues that is asked for, by an option or by the project's settings. */
export function catalogueAsked(
  { config }: Session,
  { catalogue }: { catalogue?: string },
): string | null {
  return catalogue ?? config?.catalogue ?? null;
}

/** The look of the output, from options, environment and terminal. */
export function lookOf(options: CommonOptions, session: Session): Look {
  return {
    lang: options.lang ?? langOf(session),
    color: wantsColor(options, session, isTerminal(session.stdout)),
    width: options.width ?? (isTerminal(session.stdout) ? (session.stdout.columns ?? 80) : null),
    fileWidth: options.width ?? null,
    quiet: options.quiet === true,
  };
}

/** The language of what is said before or without a command: `--lang`, else the locale's. */
export function langOfArgv(session: Session): Lang {
  const { argv } = session;
  const asked = argv.find((word, i) => word.startsWith('--lang=') || argv[i - 1] === '--lang');
  const lang = asked?.replace('--lang=', '');
  return lang !== undefined && isLang(lang) ? lang : langOf(session);
}

/** The language that the project sets, else of the locale that the environment names; English where it names no other. */
function langOf({ config, env }: Session): Lang {
  const set = config?.lang ?? null;
  return set !== null && isLang(set) ? set : langOfLocale(env.LC_ALL || env.LANG || '');
}

/** One of 0 columns is none: some programs that run others say so. */
export function isTerminal({ isTTY, columns }: Session['stdout']): boolean {
  return isTTY === true && columns !== 0;
}

function wantsColor(options: CommonOptions, { env }: Session, isTerminal: boolean): boolean {
  if (options.color === 'always') return true;
  if (options.color === 'never') return false;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== 'dumb';
}
