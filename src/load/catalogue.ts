import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ValidateFunction } from 'ajv';
import type { Area, AreaCatalogue } from '../area.ts';
import type { Finding } from '../finding.ts';
import type { Measure, MeasureCatalogue } from '../measure.ts';
import { kindOf, readText } from './files.ts';
import { checkForm } from './form.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** One catalogue file as read. */
export interface CatalogueFile<Entry> {
  yaml: YamlFile;
  entries: ReadonlyMap<string, Entry>;
  findings: Finding[];
}

/** The measures and areas that a plan is read with. */
export interface Catalogues {
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  findings: Finding[];
}

interface RawMeasure extends Omit<Measure, 'nameEn' | 'unit' | 'similar' | 'note'> {
  'name-en': string;
  unit?: string;
  similar?: string[];
  note?: string;
}

interface RawArea extends Pick<Area, 'code' | 'name' | 'type'> {
  'name-en': string;
  gso?: string;
  'valid-from'?: string;
  'valid-to'?: string;
  successor?: string;
  parent?: string;
}

/**
 * Finds the folder of catalogues for a plan: the one asked for, else `catalogue/` beside the plan,
 * else the packaged one.
 */
export function catalogueFolder(planFile: string, asked: string | null, cwd: string): string {
  if (asked !== null) return asked;
  const beside = path.join(path.dirname(planFile), 'catalogue');
  return kindOf(beside, cwd) === 'folder' ? beside : packagedFolder();
}

/** The sources stand in src/load/, the distribution in dist/: both below the package's root. */
function packagedFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const candidates = [
    path.join(here, '../plans/catalogue'),
    path.join(here, '../../plans/catalogue'),
  ];
  return candidates.find((folder) => kindOf(folder, '/') === 'folder') ?? candidates[0]!;
}

/** Reads both catalogues of a folder; a missing file is an empty catalogue. */
export async function readCatalogues(folder: string, cwd: string): Promise<Catalogues> {
  const [measures, areas] = await Promise.all([
    readCatalogueFile(path.join(folder, 'measures.yaml'), cwd, readMeasures),
    readCatalogueFile(path.join(folder, 'areas.yaml'), cwd, readAreas),
  ]);
  return {
    measures: measures?.entries ?? new Map(),
    areas: areas?.entries ?? new Map(),
    findings: [...(measures?.findings ?? []), ...(areas?.findings ?? [])],
  };
}

async function readCatalogueFile<Entry>(
  file: string,
  cwd: string,
  read: (file: string, text: string) => Promise<CatalogueFile<Entry>>,
): Promise<CatalogueFile<Entry> | null> {
  const content = readText(file, cwd);
  return 'text' in content ? read(file, content.text) : null;
}

/** Reads a catalogue of measures from the text of its file. */
export async function readMeasures(file: string, text: string): Promise<CatalogueFile<Measure>> {
  const { default: validate } = await import('./compiled/measures.js');
  return readEntries(file, text, validate, 'measures', buildMeasure);
}

/** Reads a catalogue of areas from the text of its file. */
export async function readAreas(file: string, text: string): Promise<CatalogueFile<Area>> {
  const { default: validate } = await import('./compiled/areas.js');
  return readEntries(file, text, validate, 'areas', buildArea);
}

function readEntries<Raw, Entry extends { code: string }>(
  file: string,
  text: string,
  validate: ValidateFunction,
  list: string,
  build: (raw: Raw) => Entry,
): CatalogueFile<Entry> {
  const yaml = readYaml(file, text);
  const findings = [...yaml.findings];
  if (yaml.data !== undefined) findings.push(...checkForm(yaml, validate));
  if (findings.some((found) => found.level === 'error'))
    return { yaml, entries: new Map(), findings };
  const raws = (yaml.data as Record<string, Raw[]>)[list] ?? [];
  const entries = raws.map(build).map((entry) => [entry.code, entry] as const);
  return { yaml, entries: new Map(entries), findings };
}

function buildMeasure(raw: RawMeasure): Measure {
  const { 'name-en': nameEn, unit, similar, note, ...rest } = raw;
  return { ...rest, nameEn, unit: unit ?? null, similar: similar ?? [], note: note ?? null };
}

function buildArea(raw: RawArea): Area {
  return {
    code: raw.code,
    name: raw.name,
    nameEn: raw['name-en'],
    type: raw.type,
    gso: raw.gso ?? null,
    validFrom: raw['valid-from'] ?? null,
    validTo: raw['valid-to'] ?? null,
    successor: raw.successor ?? null,
    parent: raw.parent ?? null,
  };
}
