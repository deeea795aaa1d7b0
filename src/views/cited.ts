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
  const note = plan.note ?? '';
  const telling = sentenceAt(note, firstOf(shorts, note));
  return telling === undefined ? null : `${printedDocument(plan)}: ${oneLine(telling)}.`;
}

/** Where the first of the texts stands in the note; -1 where none does. No sentence ends within one. */
function firstOf(texts: Iterable<string>, note: string): number {
  let first = -1;
  for (const text of texts) {
    const at = note.indexOf(text);
    if (at !== -1 && (first === -1 || at < first)) first = at;
  }
  return first;
}

function sentenceAt(note: string, at: number): string | undefined {
  if (at === -1) return undefined;
  let end = -1;
  return note.split(/(\.\s+|\.$)/).find((part) => {
    end += part.length;
    return end >= at;
  });
}
