import type { CheckReport } from '../../check-report.ts';
import type { Finding, Place } from '../../finding.ts';
import type { RenderContext } from './context.ts';

/**
 * The report with other names for its files, which the context knows by their own names. The order
 * stays that of the report.
 */
export function renamed(
  report: CheckReport,
  context: RenderContext,
  nameOf: (file: string) => string,
): { report: CheckReport; context: RenderContext } {
  const names = new Map<string, string>();
  const own = new Map<string, string>();
  const called = (file: string) => {
    const known = names.get(file);
    if (known !== undefined) return known;
    const name = nameOf(file);
    names.set(file, name);
    own.set(name, file);
    return name;
  };
  // A copy of very many findings is made only where it says something else.
  if ([...filesIn(report)].every((file) => called(file) === file)) return { report, context };
  const placed = (place: Place): Place => ({ ...place, file: called(place.file) });
  const originals = new Map<Finding, Finding>();
  const found = <One extends Finding>(one: One): One => {
    const { place, related, fix } = one;
    const edits = fix?.edits.map((edit) => ({ ...edit, place: placed(edit.place) }));
    const other = {
      ...one,
      place: placed(place),
      related: related.map((each) => ({ ...each, place: placed(each.place) })),
      fix: fix && { ...fix, edits: edits! },
    };
    originals.set(other, one);
    return other;
  };
  return {
    report: {
      ...report,
      files: report.files.map(called),
      findings: report.findings.map(found),
      suppressed: report.suppressed.map(found),
    },
    context: {
      ...context,
      excerptOf: (file, line) => context.excerptOf(own.get(file) ?? file, line),
      stablePathOf: (one) => context.stablePathOf(originals.get(one) ?? one),
    },
  };
}

/** Every file that the report names. */
function filesIn({ files, findings, suppressed }: CheckReport): Set<string> {
  const named = new Set(files);
  for (const list of [findings, suppressed])
    for (const { place, related, fix } of list) {
      named.add(place.file);
      for (const other of related) named.add(other.place.file);
      for (const edit of fix?.edits ?? []) named.add(edit.place.file);
    }
  return named;
}
