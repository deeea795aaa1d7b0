import type { Area, AreaCatalogue } from '../area.ts';
import type { Edit, Level, Place, Report } from '../finding.ts';
import type { Path } from '../indicator.ts';
import type { Measure, MeasureCatalogue } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { ProgressRow } from '../progress.ts';
import type { Spill } from '../repeat-log.ts';
import type { Result } from '../result.ts';

/** The characters of a YAML file, whether or not a plan can be made of them. */
export interface TextContext {
  text: string;
  /** The place between two UTF-16 offsets of the text. */
  placeAt(from: number, to: number): Place;
  /** The path of the key or value that the offset lies in; of what encloses it where none does. */
  pathAt(offset: number): Path;
}

/** The edit that writes YAML in place of the key or scalar at a path; `null` where there is none. */
type EditAt = (path: Path, text: string, on?: 'key' | 'value') => Edit | null;

/** A plan with what it is judged by. A catalogue without entries is one that is not there. */
export interface PlanContext {
  plan: Plan;
  /** The file's text as read. */
  text: string;
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  /** The place of the key or of the value at a path; `value` where not said. */
  locate(path: Path, on?: 'key' | 'value'): Place;
  edit: EditAt;
}

/** The place of a row's cell. */
export type CellPlace = (column: ResultColumn) => Place;

/** The columns that a check of rows may point at. */
type ResultColumn =
  | 'indicator'
  | 'period'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'area'
  | 'published'
  | 'source';

/** What the rows of a plan's results are judged by. */
export interface RowContext extends Pick<PlanContext, 'plan' | 'measures' | 'areas'> {
  /** Makes room for what a check must remember of very many rows; in memory where absent. */
  spill?: (() => Spill) | undefined;
}

/** Takes the rows one by one; what it must remember of them it keeps itself. */
export interface RowCheck {
  (row: Result, at: CellPlace): Iterable<Report>;
  /** The check that has to be shown all rows once more, in the same order; `null` where none has. */
  again?(): RowCheck | null;
}

/** The columns of a progress file that a check may point at. */
type ProgressColumn = 'task' | 'status' | 'date' | 'due';

/** Takes the rows of progress one by one, as {@link RowCheck}. */
export interface ProgressCheck {
  (row: ProgressRow, at: (column: ProgressColumn) => Place): Iterable<Report>;
  /** As that of {@link RowCheck}. */
  again?(): ProgressCheck | null;
}

/** A catalogue whose form is sound. */
export interface CatalogueContext<Entry extends { code: string } = { code: string }> {
  /** The key of its list. */
  list: 'measures' | 'areas';
  /** In the file's order, also where two have one code. */
  entries: readonly Entry[];
  /** Those of the packaged catalogue, to which they are added or whose place they take. */
  beside: readonly Entry[];
  locate(path: Path): Place;
  edit: EditAt;
}

/** One rule: how grave its findings are, and what it looks at. */
export interface Rule {
  level: Level;
  /** Looks at the characters of a plan or catalogue file, also where its form is broken. */
  checkText?(context: TextContext): Iterable<Report>;
  /** Of a plan read in part: the keys that must be whole everywhere for it to say nothing false. */
  needs?: readonly string[];
  /** Of a plan read in part: does it judge a word by itself, whatever is wrong with the thing around it? */
  isAlone?: true;
  /** Looks at a plan whose form is sound, or at what could be read of another. */
  check?(context: PlanContext): Iterable<Report>;
  /** Opens a look at the rows of one plan's results. */
  openRows?(context: RowContext): RowCheck;
  /** Opens a look at the rows of one plan's progress. */
  openProgress?(context: RowContext): ProgressCheck;
  /** Looks at a catalogue of measures. */
  checkMeasures?(context: CatalogueContext<Measure>): Iterable<Report>;
  /** Looks at a catalogue of areas. */
  checkAreas?(context: CatalogueContext<Area>): Iterable<Report>;
}
