import { AUDIT_KINDS } from './audit/finding.ts';
import type { SuppressedFinding, Suppression } from './check-report.ts';
import { type Finding, finding, isFormRule, type Place, type RaisedRule } from './finding.ts';
import { fixOf } from './fix.ts';
import type { Path } from './indicator.ts';
import { message } from './message/message.ts';
import { idsAlong, idsIn } from './stable-path.ts';
import { suggest } from './suggest.ts';

/** `# dti-eval-ignore RULE: reason`, or `-ignore-file`, as written. */
export interface IgnoreComment {
  rule: string;
  reason: string;
  /** The line it is for; `null` for the whole file. */
  line: number | null;
  place: Place;
  /** Where its rule is named. */
  rulePlace?: Place;
  /** What goes with the comment where it is taken out: its line where it stands alone, and blanks before it. */
  whole: Place;
}

/** An entry of a plan's `ignore`. */
export interface IgnoreEntry {
  rule: string;
  /** An id, `id/part`, or the name of the plan's file or of one of its CSV files. */
  where: string;
  reason: string;
  place: Place;
  path: Path;
}

/** A YAML file with the CSV files that belong to it, and everything found in them. */
export interface CheckedUnit {
  /** The YAML file. */
  file: string;
  /** The CSV files read with it. */
  tables: readonly string[];
  /** The values of the YAML file; `undefined` where its syntax is broken. */
  data: unknown;
  comments: readonly IgnoreComment[];
  ignores: readonly IgnoreEntry[];
  findings: readonly Finding[];
  /** Was everything looked at? Only then is a suppression without effect known to be unused. */
  isComplete: boolean;
}

/** About suppressions themselves; these cannot be suppressed in turn. */
const OWN_RULES: ReadonlySet<string> = new Set<RaisedRule>([
  'ignore-without-reason',
  'unknown-ignore',
  'unused-ignore',
]);

/**
 * Can the finding be suppressed, by a comment, a plan or a baseline file? Not what keeps a file from
 * being read whole: nobody can know what else is wrong with it.
 */
export function isSuppressible({ rule, level }: Finding): boolean {
  return !OWN_RULES.has(rule) && !(level === 'error' && isFormRule(rule));
}

/** One suppression, wherever it stands. */
interface Suppressor extends Suppression {
  rule: string;
  place: Place;
  /** Where its rule is named, where that can be written anew. */
  rulePlace?: Place;
  path: Path;
  covers(finding: Finding): boolean;
  /** What it says when it covers nothing. */
  unused(): Finding;
}

/**
 * Takes out what comments and the plan's `ignore` suppress. A suppression without a reason, of an
 * unknown rule or without any effect suppresses nothing and is itself a finding.
 * @param rules the ids of all rules
 */
export function suppressed(
  unit: CheckedUnit,
  rules: readonly string[],
): {
  findings: Finding[];
  suppressed: SuppressedFinding[];
} {
  const all = [
    ...unit.comments.map((comment) => ofComment(comment)),
    ...unit.ignores.map((entry) => ofEntry(entry, unit)),
  ];
  const faults = all.flatMap((one) => faultOf(one, rules) ?? []);
  const sound = all.filter((one) => faultOf(one, rules) === null);
  const used = new Set<Suppressor>();
  const left: Finding[] = [];
  const out: SuppressedFinding[] = [];
  for (const found of unit.findings) {
    const covering = sound.filter((one) => one.rule === found.rule && one.covers(found));
    for (const one of covering) used.add(one);
    const [first] = isSuppressible(found) ? covering : [];
    if (first) out.push({ ...found, suppression: { by: first.by, reason: first.reason } });
    else left.push(found);
  }
  const idle = sound.filter((one) => !used.has(one) && !(one.by === 'plan' && isOfAudit(one.rule)));
  const unused = unit.isComplete ? idle : [];
  return {
    findings: [...left, ...faults, ...unused.map((one) => one.unused())],
    suppressed: out,
  };
}

/** What the audit finds, it holds against the plan's `ignore` itself. */
function isOfAudit(rule: string): boolean {
  return AUDIT_KINDS.some((kind) => kind === rule);
}

function ofComment({ rule, reason, line, place, rulePlace, whole }: IgnoreComment): Suppressor {
  return {
    by: 'comment',
    rule,
    reason,
    place,
    ...(rulePlace ? { rulePlace } : {}),
    path: [],
    covers: (found) =>
      found.place.file === place.file && (line === null || found.place.line === line),
    unused() {
      const said = isOfAudit(rule)
        ? message('unused-ignore-of-audit', { rule })
        : message('unused-ignore-comment', { rule, line });
      const fix = fixOf('safe', { place: whole, text: '' });
      return finding({ rule: 'unused-ignore', place, message: said, fix });
    },
  };
}

function ofEntry({ rule, where, reason, place, path }: IgnoreEntry, unit: CheckedUnit): Suppressor {
  return {
    by: 'plan',
    rule,
    reason,
    place,
    path,
    covers: (found) => namesOf(found, unit).includes(where),
    unused: () => {
      const known = [...idsIn(unit.data), ...[unit.file, ...unit.tables].map(baseName)];
      const suggestion = known.includes(where) ? null : suggest(where, known);
      const isKnown = known.includes(where);
      const said = message('unused-ignore-entry', { rule, where, isKnown, suggestion });
      return finding({ rule: 'unused-ignore', place, path, message: said, suggestion });
    },
  };
}

/** Everything that `where` may say to mean this finding. */
function namesOf({ place, path, about }: Finding, unit: CheckedUnit): string[] {
  const file = baseName(place.file);
  if (place.file === unit.file) return [file, ...idsAlong(unit.data, path)];
  return about === null ? [file] : [file, about, about.split('/')[0]!];
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1)!;
}

function faultOf(
  { rule, reason, place, rulePlace, path }: Suppressor,
  rules: readonly string[],
): Finding | null {
  if (!rules.includes(rule)) {
    const suggestion = rule === '' ? null : suggest(rule, rules);
    const said = message('unknown-ignore', { found: rule, suggestion });
    const edit = suggestion && rulePlace ? { place: rulePlace, text: suggestion } : null;
    const fix = fixOf('unsafe', edit);
    return finding({ rule: 'unknown-ignore', place, path, message: said, suggestion, fix });
  }
  if (reason.trim() !== '') return null;
  const said = message('ignore-without-reason', { rule });
  return finding({ rule: 'ignore-without-reason', place, path, message: said });
}
