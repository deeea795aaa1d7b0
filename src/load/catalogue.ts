import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import type { Area, AreaCatalogue } from '../area.ts';
import type { Finding } from '../finding.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { Measure, MeasureCatalogue } from '../measure.ts';
import { usageError } from '../usage-error.ts';
import { absolute, type Changed, decodeText, fileError, kindOf, readText } from './files.ts';
import { checkForm } from './form.ts';
import { noText } from './no-text.ts';
import { packaged } from './packaged.ts';
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

/** The measures and areas that a plan is read with. */
export interface Catalogues {
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  /** All that is not as packaged, as it is written. */
  own: string;
  findings: Finding[];
}

interface RawMeasure extends Omit<Measure, 'nameEn' | 'unit' | 'similar' | 'partOf' | 'note'> {
  'name-en': string;
  unit?: string;
  similar?: string[];
  'part-of'?: string;
  note?: string;
}

interface RawArea extends Pick<Area, 'code' | 'name' | 'type'> {
  'name-en': string;
  gso?: string;
  was?: { type: Area['type']; until: string };
  'valid-from'?: string;
  'valid-to'?: string;
  successor?: string;
  parent?: string;
}

/** Where and how catalogues are read. */
export interface CatalogueReading {
  cwd: string;
  changed?: Changed | undefined;
  limits?: Limits | undefined;
}

/** Gives the catalogues that a plan file is read with. */
export type CatalogueReader = (planFile: string) => Promise<Catalogues>;

/**
 * Reads catalogues of the folder asked for, else of those that the plans need. Plans of one folder
 * share theirs: each is read once.
 * @throws UsageError where a folder is asked for that is none
 */
export function catalogueReader(where: CatalogueReading, asked: string | null): CatalogueReader {
  const { cwd } = where;
  const kind = asked === null ? 'folder' : kindOf(asked, cwd);
  if (asked !== null && kind !== 'folder')
    throw kind === 'file'
      ? usageError('not-a-folder', { file: asked })
      : fileError(asked, kind, cwd);
  if (asked !== null && !CATALOGUES.some((name) => holdsCatalogue(asked, name, cwd)))
    throw usageError('catalogue-missing', { folder: asked });
  const held = new Map<string, Promise<Catalogues>>();
  return (planFile) => {
    const folder = catalogueFolder(planFile, asked, cwd);
    const catalogues = held.get(folder) ?? readCatalogues(folder, where);
    held.set(folder, catalogues);
    return catalogues;
  };
}

/** The catalogues that a folder may hold. */
const CATALOGUES = ['measures', 'areas'] as const;

function holdsCatalogue(folder: string, name: string, cwd: string): boolean {
  return kindOf(path.join(folder, `${name}.yaml`), cwd) === 'file';
}

/** The one asked for, else `catalogue/` beside the plan, else the packaged one. */
function catalogueFolder(planFile: string, asked: string | null, cwd: string): string {
  if (asked !== null) return asked;
  const beside = path.join(path.dirname(planFile), 'catalogue');
  return kindOf(beside, cwd) === 'folder' ? beside : packagedFolder();
}

/** The folder of the packaged catalogues. */
export function packagedFolder(): string {
  return packaged('plans/catalogue');
}

/** A catalogue file by its name, with its text. */
interface CatalogueText {
  file: string;
  text: string;
}

/** Reads both catalogues of a folder; a missing file adds nothing to the packaged one. */
async function readCatalogues(
  folder: string,
  { cwd, changed, limits }: CatalogueReading,
): Promise<Catalogues> {
  const faults: Finding[] = [];
  const textOf = (name: string) => {
    const file = path.join(folder, `${name}.yaml`);
    const bytes = changed?.(file);
    const content = bytes === undefined ? readText(file, cwd, limits) : decodeText(bytes);
    if ('text' in content) {
      const known = readText(path.join(packagedFolder(), `${name}.yaml`), cwd);
      const isKnown = 'text' in known && known.text === content.text;
      return isKnown ? undefined : { file, text: content.text };
    }
    const { problem } = content;
    if (problem === 'unreadable' || problem === 'special' || problem === 'not-a-file')
      throw fileError(file, problem, cwd);
    if (problem !== 'missing') faults.push(noText(file, content, limits ?? LIMITS));
    return undefined;
  };
  if (path.resolve(cwd, folder) === packagedFolder() && changed === undefined)
    return cataloguesFrom({}, limits);
  const texts = { measures: textOf('measures'), areas: textOf('areas') };
  const read = await cataloguesFrom(texts, limits);
  return { ...read, findings: [...faults, ...read.findings] };
}

/**
 * Makes catalogues of their files' texts: empty ones of `null`, the packaged ones where absent. A
 * file's entries are added to the packaged ones; one of the same code takes its place.
 */
export async function cataloguesFrom(
  given: {
    measures?: CatalogueText | null | undefined;
    areas?: CatalogueText | null | undefined;
  },
  limits?: Limits,
): Promise<Catalogues> {
  const [measures, areas] = await Promise.all([
    catalogueFrom('measures', given.measures, buildMeasure, (file, text) =>
      readMeasures(file, text, limits),
    ),
    catalogueFrom('areas', given.areas, buildArea, (file, text) => readAreas(file, text, limits)),
  ]);
  return {
    measures: measures.entries,
    areas: areas.entries,
    own: `${measures.own}\n${areas.own}`,
    findings: [...measures.findings, ...areas.findings],
  };
}

type Entries<Entry> = Pick<CatalogueFile<Entry>, 'entries' | 'findings'> & { own: string };

async function catalogueFrom<Raw, Entry extends { code: string }>(
  name: 'measures' | 'areas',
  given: CatalogueText | null | undefined,
  build: (raw: Raw) => Entry,
  read: (file: string, text: string) => Promise<CatalogueFile<Entry>>,
): Promise<Entries<Entry>> {
  if (given === null) return { entries: new Map(), own: 'none', findings: [] };
  const { default: packaged } = await import('./compiled/catalogues.js');
  const known = byCode(packaged[name] as Raw[], build);
  if (given === undefined) return { entries: known, own: '', findings: [] };
  const own = await read(given.file, given.text);
  return { entries: new Map([...known, ...own.entries]), own: given.text, findings: own.findings };
}

function byCode<Raw, Entry extends { code: string }>(
  raws: readonly Raw[],
  build: (raw: Raw) => Entry,
): Map<string, Entry> {
  return new Map(raws.map(build).map((entry) => [entry.code, entry]));
}

/** The packaged measures that a catalogue file adds to; none where it is the packaged file itself. */
export function measuresBeside(file: string, cwd: string): Promise<Measure[]> {
  return entriesBeside('measures', file, cwd, buildMeasure);
}

/** The packaged areas that a catalogue file adds to; none where it is the packaged file itself. */
export function areasBeside(file: string, cwd: string): Promise<Area[]> {
  return entriesBeside('areas', file, cwd, buildArea);
}

async function entriesBeside<Raw, Entry>(
  name: 'measures' | 'areas',
  file: string,
  cwd: string,
  build: (raw: Raw) => Entry,
): Promise<Entry[]> {
  if (path.dirname(absolute(file, cwd)) === path.resolve(packagedFolder())) return [];
  const { default: packaged } = await import('./compiled/catalogues.js');
  return (packaged[name] as Raw[]).map(build);
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

function buildMeasure(raw: RawMeasure): Measure {
  const { 'name-en': nameEn, 'part-of': partOf, unit, similar, note, ...rest } = raw;
  return {
    ...rest,
    nameEn,
    unit: unit ?? null,
    similar: similar ?? [],
    partOf: partOf ?? null,
    note: note ?? null,
  };
}

function buildArea(raw: RawArea): Area {
  return {
    code: raw.code,
    name: raw.name,
    nameEn: raw['name-en'],
    type: raw.type,
    gso: raw.gso ?? null,
    was: raw.was ?? null,
    validFrom: raw['valid-from'] ?? null,
    validTo: raw['valid-to'] ?? null,
    successor: raw.successor ?? null,
    parent: raw.parent ?? null,
  };
}
