import type { Renderer } from './context.ts';
import { MOST_RESULTS } from './sarif-limit.ts';

/** A format of findings. */
export interface FindingsFormat {
  /** The endings of file names by which `--output` knows it. */
  endings: readonly string[];
  /** Do people read it? Then it speaks their language; else English, without colour or width. */
  isForPeople: boolean;
  /** Do services read it, which know files by their paths from the repository's root? */
  isForServices?: true;
  /** The most findings that its readers take. */
  most?: number;
  /** Does it describe every rule? */
  describesRules?: true;
  load(): Promise<Renderer>;
}

/** Every format of findings, in the order in which help names them. */
export const FINDING_FORMATS = {
  pretty: {
    endings: ['.txt'],
    isForPeople: true,
    load: async () => (await import('./pretty.ts')).renderPretty,
  },
  concise: {
    endings: [],
    isForPeople: true,
    load: async () => (await import('./concise.ts')).renderConcise,
  },
  json: {
    endings: ['.json'],
    isForPeople: false,
    isForServices: true,
    load: async () => (await import('./json.ts')).renderJson,
  },
  github: {
    endings: [],
    isForPeople: true,
    isForServices: true,
    load: async () => (await import('./github.ts')).renderGithub,
  },
  sarif: {
    endings: ['.sarif'],
    isForPeople: false,
    isForServices: true,
    most: MOST_RESULTS,
    describesRules: true,
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
  junit: {
    endings: ['.xml'],
    isForPeople: false,
    isForServices: true,
    load: async () => (await import('./junit.ts')).renderJunit,
  },
  gitlab: {
    endings: [],
    isForPeople: false,
    isForServices: true,
    load: async () => (await import('./gitlab.ts')).renderGitlab,
  },
  markdown: {
    endings: ['.md', '.markdown'],
    isForPeople: true,
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
} as const satisfies Record<string, FindingsFormat>;

export type FindingsFormatName = keyof typeof FINDING_FORMATS;
