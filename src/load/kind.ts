import { LIMITS, type Limits } from '../limits.ts';
import { excessOf } from './yaml-limits.ts';
import { wholeYaml } from './yaml-whole.ts';

/** What a YAML file says that it is. */
export type YamlKind = 'plan' | 'measures' | 'areas';

/** Broken YAML can say so too; a wrong version is for the schema to refuse. */
const FORMAT = /^(?:\uFEFF)?["']?format["']?\s*:\s*["']?(plan|measures|areas)\b/m;

/** The line that editors read, for files whose `format` is missing or misspelt. */
const MODELINE = /^#\s*yaml-language-server:.*\b(plan|measures|areas)\.schema\.json/m;

/** The kind that the text says of itself, in `format` or in the editors' schema line. */
export function kindOfYaml(text: string, limits: Limits = LIMITS): YamlKind | null {
  return kindIn(FORMAT, text) ?? kindIn(MODELINE, text) ?? kindOfContent(text, limits);
}

function kindIn(pattern: RegExp, text: string): YamlKind | null {
  return (pattern.exec(text)?.[1] as YamlKind | undefined) ?? null;
}

/** In flow style, as JSON, or indented as a whole: what is said of the file, not inside it. */
function kindOfContent(text: string, limits: Limits): YamlKind | null {
  const isSaid = kindIn(ANYWHERE, text) !== null;
  if (!(isSaid || MAYBE_PLAN.test(text)) || excessOf(text, limits) !== null) return null;
  const { isMap, parseDocument } = wholeYaml();
  const { contents } = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  if (!isMap(contents)) return null;
  const said = contents.get('format');
  if (typeof said === 'string') return kindIn(VALUE, said);
  return OF_PLANS.filter((key) => contents.has(key)).length >= ENOUGH ? 'plan' : null;
}

/** What only plans have together; one that lost its first line has them still. */
const OF_PLANS = ['id', 'title', 'document', 'issued', 'area', 'period'] as const;
const ENOUGH = 4;
const MAYBE_PLAN = /\b(?:document|issued)["']?[ \t]*:/;

const ANYWHERE = /(?:^[ \t]+|[{,][ \t]*)["']?format["']?[ \t]*:[ \t]*["']?(plan|measures|areas)\b/m;
const VALUE = /^(plan|measures|areas)\b/;
