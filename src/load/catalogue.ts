import path from 'node:path';
import type { Area, AreaCatalogue } from '../area.ts';
import type { Finding } from '../finding.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { Measure, MeasureCatalogue } from '../measure.ts';
import { usageError } from '../usage-error.ts';
import { buildArea, buildMeasure, byCode } from './catalogue-entries.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { absolute, type Changed, decodeText, fileError, kindOf, readText } from './files.ts';
import { noText } from './no-text.ts';
import { packaged } from './packaged.ts';

/** The measures and areas that a plan is read with. */
export interface Catalogues {
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  /** All that is not as packaged, as it is written. */
  own: string;
  findings: Finding[];
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
    catalogueFrom('measures', given.measures, buildMeasure, async (file, text) => {
      const { readMeasures } = await import('./catalogue-file.ts');
      return readMeasures(file, text, limits);
    }),
    catalogueFrom('areas', given.areas, buildArea, async (file, text) => {
      const { readAreas } = await import('./catalogue-file.ts');
      return readAreas(file, text, limits);
    }),
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
