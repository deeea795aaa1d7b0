import { renderConcise } from './concise.ts';
import type { Renderer } from './context.ts';
import { renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderPretty } from './pretty.ts';
import { renderSarif } from './sarif.ts';

/** The names that `--format` takes for findings. */
export type FindingFormat =
  | 'pretty'
  | 'concise'
  | 'json'
  | 'github'
  | 'sarif'
  | 'junit'
  | 'gitlab'
  | 'markdown';

/**
 * Every format. `json`, `sarif`, `junit` and `gitlab` are read by programs: they speak English
 * and know neither colour nor width. The others speak the reader's language.
 */
export const FINDING_FORMATS = {
  pretty: renderPretty,
  concise: renderConcise,
  json: renderJson,
  github: renderGithub,
  sarif: renderSarif,
  junit: renderJunit,
  gitlab: renderGitlab,
  markdown: renderMarkdown,
} as const satisfies Record<FindingFormat, Renderer>;
