import { type AuditPlace, namesItself } from '../audit/finding.ts';
import { oneLine } from '../formats/printable.ts';
import { type Plan, printedDocument } from '../plan.ts';

/** The document and the place in it, or the source that names itself. */
export function citation(place: AuditPlace, noSource: string): string {
  const source = oneLine(place.source);
  if (source === '') return noSource;
  return namesItself(place) ? source : `${place.document}, ${source}`;
}

/** How a document's appendices and parts are abbreviated in sources: `PL1.II.4`. */
const ABBREVIATION = /^\p{Lu}+\d+(?=[.;])/u;

/**
 * What the plan says of how places in it are abbreviated: the first sentence of its note that
 * names an abbreviation of one of these sources. `null` where none needs explaining.
 */
export function explanationOf(plan: Plan, sources: readonly string[]): string | null {
  const shorts = new Set(sources.flatMap((source) => ABBREVIATION.exec(source)?.[0] ?? []));
  const sentences = (plan.note ?? '').split(/\.\s+|\.$/);
  const telling = sentences.find((text) => [...shorts].some((short) => text.includes(short)));
  return telling === undefined ? null : `${printedDocument(plan)}: ${oneLine(telling)}.`;
}
