import type { Area } from '../area.ts';
import type { DiffOptions } from '../cli/flags/diff.ts';
import type { Finding } from '../finding.ts';
import { type Catalogues, catalogueReader } from '../load/catalogue.ts';
import { openNamed, openReference, pathOf } from '../load/compared.ts';
import { type MeasureCatalogue, mergedMeasures } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { unlessCrashing } from './crashes.ts';
import { type BrokenPlan, brokenAmong } from './read.ts';
import type { Session } from './session.ts';
import { catalogueAsked } from './settings.ts';

/** The plans to compare, with what their catalogues know together. */
export interface Compared {
  plans: Plan[];
  /** The plan that `--against` names. */
  against: Plan | null;
  measures: MeasureCatalogue;
  /** Each plan's area by the plan's id, where its catalogue knows it. */
  areas: ReadonlyMap<string, Area>;
  /** What is wrong with each of the catalogues, with the first plan that is read with it. */
  catalogues: { plan: Plan; findings: Finding[] }[];
}

/** Every plan; or, where one cannot be used, what is wrong with all of them. */
type ComparedRead = Compared | { broken: BrokenPlan[] };

/**
 * Reads the plans that paths and `git:REF:PATH` name, and the one that `--against` names by its id
 * or file.
 * @throws UsageError for a name that cannot be used
 */
export async function readCompared(
  session: Session,
  names: readonly string[],
  options: Pick<DiffOptions, 'catalogue' | 'against'>,
): Promise<ComparedRead> {
  const open = <Made>(name: string, make: () => Promise<Made>) =>
    unlessCrashing(session, name, make);
  const given = await openNamed(session, names, (name, make, files) => {
    session.waiting?.say({ at: 'files', ...files });
    return open(name, make);
  });
  const { against: asked } = options;
  const reference =
    asked === undefined ? null : await open(asked, () => openReference(session, asked, given));
  const isLost = asked !== undefined && reference === null;
  if (isLost || (given.length < 2 && session.crashes?.length)) return { broken: [] };
  const broken = brokenAmong(reference === null ? given : [...given, reference]);
  if (broken.length > 0) return { broken };
  const read = given.map(({ plan }) => plan!);
  const against = reference?.plan ?? null;
  const isGiven = against !== null && read.some((plan) => plan.id === against.id);
  const plans = against === null || isGiven ? read : [against, ...read];
  const cataloguesFor = catalogueReader(session, catalogueAsked(session, options));
  const own = new Map<Catalogues, Plan>();
  const areas = new Map<string, Area>();
  for (const plan of [...read, ...plans]) {
    const catalogues = await cataloguesFor(pathOf(plan.file));
    if (!own.has(catalogues)) own.set(catalogues, plan);
    const area = catalogues.areas.get(plan.area);
    if (area !== undefined) areas.set(plan.id, area);
  }
  const all = [...own.keys()];
  return {
    plans,
    against,
    measures: mergedMeasures(all.map(({ measures }) => measures)),
    areas,
    catalogues: [...own].map(([{ findings }, plan]) => ({ plan, findings })),
  };
}
