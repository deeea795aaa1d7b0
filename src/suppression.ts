import { AUDIT_KINDS } from './audit/finding.ts';
import type { SuppressedFinding, Suppression } from './check-report.ts';
import { type Finding, finding, isFormRule, type Place, type RaisedRule } from './finding.ts';
import { fixOf } from './fix.ts';
import type { Path } from './indicator.ts';
import { message } from './message/message.ts';
import { idsAlong, idsIn } from './stable-path.ts';
import { suggester } from './suggest.ts';

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
  /** Where its rule and what it is for are named, where these can be written anew. */
  rulePlace?: Place | undefined;
  wherePlace?: Place | undefined;
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
  /** Where a finding stands, or what it is about, that it is for. */
  where: string;
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
  const names = onceAsked(() => knownNames(unit));
  const meantRule = suggester(rules);
  const all = [
    ...unit.comments.map((comment) => ofComment(comment)),
    ...unit.ignores.map((entry) => ofEntry(entry, names)),
  ];
  const sound: Suppressor[] = [];
  const faults: Finding[] = [];
  for (const one of all) {
    const fault = faultOf(one, rules, meantRule);
    if (fault === null) sound.push(one);
    else faults.push(fault);
  }
  const index = new Map<string, Suppressor[]>();
  for (const one of sound) {
    const key = `${one.rule}\n${one.where}`;
    const same = index.get(key);
    if (same) same.push(one);
    else index.set(key, [one]);
  }
  const known = new Set(sound.map(({ rule }) => rule));
  const coveringOf = (found: Finding): readonly Suppressor[] =>
    known.has(found.rule)
      ? wheresOf(found, unit).flatMap((where) => index.get(`${found.rule}\n${where}`) ?? [])
      : [];
  const used = new Set<Suppressor>();
  const left: Finding[] = [];
  const out: SuppressedFinding[] = [];
  for (const found of unit.findings) {
    const covering = coveringOf(found);
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
    where: line === null ? ofFile(place.file) : ofLine(place.file, line),
    unused() {
      const said = isOfAudit(rule)
        ? message('unused-ignore-of-audit', { rule })
        : message('unused-ignore-comment', { rule, line });
      const fix = fixOf('safe', { place: whole, text: '' });
      return finding({ rule: 'unused-ignore', place, message: said, fix });
    },
  };
}

/** @param known what there is that `where` may name */
function ofEntry(
  { rule, where, reason, place, path, rulePlace, wherePlace }: IgnoreEntry,
  known: () => KnownNames,
): Suppressor {
  return {
    by: 'plan',
    rule,
    reason,
    place,
    ...(rulePlace ? { rulePlace } : {}),
    path,
    where: ofName(where),
    unused: () => {
      const { names, meant } = known();
      const isKnown = names.has(where);
      const suggestion = isKnown ? null : meant(where);
      const said = message('unused-ignore-entry', { rule, where, isKnown, suggestion });
      const edit = suggestion && wherePlace ? { place: wherePlace, text: suggestion } : null;
      const fix = fixOf('unsafe', edit);
      return finding({ rule: 'unused-ignore', place, path, message: said, suggestion, fix });
    },
  };
}

const ofFile = (file: string) => `file ${file}`;
const ofLine = (file: string, line: number) => `line ${line} ${file}`;
const ofName = (name: string) => `name ${name}`;

/** What a suppression of this finding may be for: comments come first. */
function wheresOf(found: Finding, unit: CheckedUnit): string[] {
  const { file, line } = found.place;
  return [ofLine(file, line), ofFile(file), ...new Set(namesOf(found, unit).map(ofName))];
}

/** What there is that a suppression may name, and what of it is meant by another name. */
interface KnownNames {
  names: ReadonlySet<string>;
  meant: (found: string) => string | null;
}

function knownNames({ data, file, tables }: CheckedUnit): KnownNames {
  const names = new Set([...idsIn(data), ...[file, ...tables].map(baseName)]);
  return { names, meant: suggester(names) };
}

function onceAsked<Answer>(find: () => Answer): () => Answer {
  let known: { answer: Answer } | undefined;
  return () => {
    known ??= { answer: find() };
    return known.answer;
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
  meantRule: (found: string) => string | null,
): Finding | null {
  if (!rules.includes(rule)) {
    const suggestion = rule === '' ? null : meantRule(rule);
    const said = message('unknown-ignore', { found: rule, suggestion });
    const edit = suggestion && rulePlace ? { place: rulePlace, text: suggestion } : null;
    const fix = fixOf('unsafe', edit);
    return finding({ rule: 'unknown-ignore', place, path, message: said, suggestion, fix });
  }
  if (reason.trim() !== '') return null;
  const said = message('ignore-without-reason', { rule });
  return finding({ rule: 'ignore-without-reason', place, path, message: said });
}
