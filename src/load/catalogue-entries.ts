import type { Area } from '../area.ts';
import type { Measure } from '../measure.ts';

export interface RawMeasure
  extends Omit<Measure, 'nameEn' | 'unit' | 'similar' | 'partOf' | 'note'> {
  'name-en': string;
  unit?: string;
  similar?: string[];
  'part-of'?: string;
  note?: string;
}

export interface RawArea extends Pick<Area, 'code' | 'name' | 'type'> {
  'name-en': string;
  gso?: string;
  was?: { type: Area['type']; until: string };
  'valid-from'?: string;
  'valid-to'?: string;
  successor?: string;
  parent?: string;
}

/** Entries by their codes; of two that have one code, the second. */
export function byCode<Raw, Entry extends { code: string }>(
  raws: readonly Raw[],
  build: (raw: Raw) => Entry,
): Map<string, Entry> {
  return new Map(raws.map(build).map((entry) => [entry.code, entry]));
}

/** A measure as it is written in its file. */
export function buildMeasure(raw: RawMeasure): Measure {
  return {
    code: raw.code,
    name: raw.name,
    nameEn: raw['name-en'],
    definition: raw.definition,
    unit: raw.unit ?? null,
    direction: raw.direction,
    kind: raw.kind,
    similar: raw.similar ?? [],
    partOf: raw['part-of'] ?? null,
    note: raw.note ?? null,
  };
}

/** An area as it is written in its file. */
export function buildArea(raw: RawArea): Area {
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
