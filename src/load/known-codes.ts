import type { AreaCatalogue } from '../area.ts';
import { isRealDay } from '../calendar.ts';
import { foldText } from '../fold.ts';
import type { MeasureCatalogue } from '../measure.ts';
import { areaByName, codeByName, codeByShortName } from '../names.ts';
import { suggester } from '../suggest.ts';

/** The catalogues whose codes a plan may name. */
export interface Known {
  areas: AreaCatalogue;
  measures: MeasureCatalogue;
}

/** The codes that may stand at a key. */
export interface Codes {
  has(code: string): boolean;
  /** The one that has a name, or one nearly so written; `undefined` where no codes are known. */
  meant(found: string, code: string | null): string | null | undefined;
}

type Data = Record<string, unknown>;

/** The codes that a plan's file may name at a key: its own agencies and groups, and those of the catalogues. */
export function codesIn(data: unknown, known?: Known): (key: string) => Codes {
  const { agencies, groups, issued } = data as Data;
  const measureNames = () =>
    [...known!.measures.values()].flatMap(({ code, name, nameEn }) => [
      [code, name] as const,
      [code, nameEn] as const,
    ]);
  const areaNamed = (isLater: boolean) => (name: string) => {
    const day = typeof issued === 'string' && isRealDay(issued) ? issued : null;
    const named = areaByName(known!.areas);
    const code = named(name, day) ?? named(name, null);
    return isLater && code !== null ? (known!.areas.get(code)!.successor ?? code) : code;
  };
  const codesAt = (key: string) => {
    if (key === 'group') return ofPlan(namesIn(groups));
    if (OF_AGENCIES.has(key)) return ofPlan(namesIn(agencies));
    if (known === undefined) return NONE;
    if (key === 'measure') return codes(known.measures, codeByName(measureNames()));
    return OF_AREAS.has(key) ? codes(known.areas, areaNamed(key === 'succeeded-by')) : NONE;
  };
  const held = new Map<string, Codes>();
  return (key) => {
    const found = held.get(key) ?? codesAt(key);
    held.set(key, found);
    return found;
  };
}

const OF_AGENCIES: ReadonlySet<string> = new Set(['lead', 'partners', 'members']);
const OF_AREAS: ReadonlySet<string> = new Set(['area', 'areas', 'succeeded-by', 'by-area']);
const NONE: Codes = { has: () => false, meant: () => undefined };

function ofPlan(names: ReadonlyMap<string, string>): Codes {
  const byName = new Map([...names].map(([code, name]) => [foldText(name), code]));
  const short = codeByShortName(names);
  const meant = suggester(byName.keys());
  const nearName = (found: string) => {
    const named = short(found);
    if (named !== null) return named;
    const near = meant(found);
    return near === null ? null : byName.get(near)!;
  };
  return codes(names, codeByName(names), nearName);
}

function codes(
  all: ReadonlyMap<string, unknown>,
  named: (name: string) => string | null,
  nearName: (name: string) => string | null = () => null,
): Codes {
  if (all.size === 0) return NONE;
  const near = suggester(all.keys());
  const nearCode = (code: string | null) => (code === null ? null : near(code));
  return {
    has: (code) => all.has(code),
    meant: (found, code) => named(found) ?? nearName(found) ?? nearCode(code),
  };
}

function namesIn(map: unknown): Map<string, string> {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return new Map();
  const nameOf = (one: unknown) => String((one as { name?: unknown } | null)?.name ?? one);
  return new Map(Object.entries(map).map(([code, one]) => [code, nameOf(one)]));
}
