/** What a YAML file says that it is. */
export type YamlKind = 'plan' | 'measures' | 'areas';

/** Broken YAML can say so too; a wrong version is for the schema to refuse. */
const FORMAT = /^(?:\uFEFF)?["']?format["']?\s*:\s*["']?(plan|measures|areas)\b/m;

/** The line that editors read, for files whose `format` is missing or misspelt. */
const MODELINE = /^#\s*yaml-language-server:.*\b(plan|measures|areas)\.schema\.json/m;

/** The kind that the text says of itself, in `format` or in the editors' schema line. */
export function kindOfYaml(text: string): YamlKind | null {
  return ((FORMAT.exec(text) ?? MODELINE.exec(text))?.[1] as YamlKind | undefined) ?? null;
}
