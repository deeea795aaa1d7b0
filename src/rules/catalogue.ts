import type { Area } from '../area.ts';
import { compareFindings, type Finding, finding, type Place } from '../finding.ts';
import type { Path } from '../indicator.ts';
import type { Measure } from '../measure.ts';
import { areaLinks } from './catalogue-area.ts';
import { duplicateCodes } from './catalogue-duplicate.ts';
import { similarMeasures } from './catalogue-similar.ts';

/** A catalogue whose form is sound. */
export interface CatalogueContext<Entry extends { code: string } = { code: string }> {
  /** The key of its list. */
  list: 'measures' | 'areas';
  /** In the file's order, also where two have one code. */
  entries: readonly Entry[];
  locate(path: Path): Place;
}

/** Everything that the rules say of a catalogue of measures, in total order. */
export function checkMeasures(context: CatalogueContext<Measure>): Finding[] {
  const reports = [...duplicateCodes(context), ...similarMeasures(context)];
  return reports.map(finding).sort(compareFindings);
}

/** Everything that the rules say of a catalogue of areas, in total order. */
export function checkAreas(context: CatalogueContext<Area>): Finding[] {
  const reports = [...duplicateCodes(context), ...areaLinks(context)];
  return reports.map(finding).sort(compareFindings);
}
