import { en } from './en/index.ts';
import type { Lang } from './langs.ts';
import { vi } from './vi/index.ts';

/** What the program says something about: a command's own words, messages, help. */
export type Surface = keyof typeof en;

/** The words of every surface in each language, loaded when they are asked for. English is the type. */
const WORDS: Record<Lang, typeof en> = { en, vi };

/** A language with the words that a run needs. */
export type Speech<Needed extends Surface = never> = { readonly lang: Lang } & {
  readonly [Name in Needed]: Awaited<ReturnType<(typeof en)[Name]>>;
};

/** Loads the words of these surfaces in one language. */
export async function speak<Needed extends Surface>(
  lang: Lang,
  ...surfaces: readonly Needed[]
): Promise<Speech<Needed>> {
  const loaded = surfaces.map(async (name) => [name, await WORDS[lang][name]()] as const);
  return { lang, ...Object.fromEntries(await Promise.all(loaded)) } as Speech<Needed>;
}
