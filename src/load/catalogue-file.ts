import type { ValidateFunction } from 'ajv';
import type { Area } from '../area.ts';
import type { Finding } from '../finding.ts';
import type { Limits } from '../limits.ts';
import type { Measure } from '../measure.ts';
import { buildArea, buildMeasure, byCode } from './catalogue-entries.ts';
import { checkForm } from './form.ts';
import { dayFindings, inverted } from './values.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** One catalogue file as read. */
export interface CatalogueFile<Entry> {
  yaml: YamlFile;
  entries: ReadonlyMap<string, Entry>;
  /** The entries in the file's order, also where two have one code; none where its form is broken. */
  list: readonly Entry[];
  findings: Finding[];
}

/** Reads a catalogue of measures from the text of its file. */
export async function readMeasures(
  file: string,
  text: string,
  limits?: Limits,
): Promise<CatalogueFile<Measure>> {
  const { default: validate } = await import('./compiled/measures.js');
  return readEntries(readYaml(file, text, limits), validate, limits, 'measures', buildMeasure);
}

/** Reads a catalogue of areas from the text of its file. */
export async function readAreas(
  file: string,
  text: string,
  limits?: Limits,
): Promise<CatalogueFile<Area>> {
  const { default: validate } = await import('./compiled/areas.js');
  const read = readEntries(readYaml(file, text, limits), validate, limits, 'areas', buildArea);
  const findings = [...read.findings, ...areaDayFindings(read)];
  return { ...read, findings };
}

function* areaDayFindings({ yaml, list }: CatalogueFile<Area>): Generator<Finding> {
  for (const [index, { was, validFrom, validTo }] of list.entries()) {
    const at = (key: string) => ['areas', index, key];
    if (was !== null) yield* dayFindings(yaml, [...at('was'), 'until'], was.until);
    if (validFrom !== null) yield* dayFindings(yaml, at('valid-from'), validFrom);
    if (validTo !== null) yield* dayFindings(yaml, at('valid-to'), validTo);
    if (validFrom !== null && validTo !== null && validFrom > validTo)
      yield { ...inverted(yaml, at('valid-to'), validFrom, validTo), suggestion: null, fix: null };
  }
}

function readEntries<Raw, Entry extends { code: string }>(
  yaml: YamlFile,
  validate: ValidateFunction,
  limits: Limits | undefined,
  list: string,
  build: (raw: Raw) => Entry,
): CatalogueFile<Entry> {
  const findings = [...yaml.findings];
  if (yaml.data !== undefined) findings.push(...checkForm(yaml, validate, limits));
  if (findings.some((found) => found.level === 'error'))
    return { yaml, entries: new Map(), list: [], findings };
  const raws = (yaml.data as Record<string, Raw[]>)[list] ?? [];
  return { yaml, entries: byCode(raws, build), list: raws.map(build), findings };
}
