import type { Area } from '../area.ts';
import {
  compareFindings,
  type Finding,
  findingOf,
  type Level,
  RAISED,
  type Report,
} from '../finding.ts';
import { findingLog } from '../finding-log.ts';
import type { Path } from '../indicator.ts';
import type { Measure } from '../measure.ts';
import type { Result } from '../result.ts';
import { alreadyReached } from './already-reached.ts';
import { catalogueArea } from './catalogue-area.ts';
import { catalogueDuplicate } from './catalogue-duplicate.ts';
import { cataloguePartOf } from './catalogue-part-of.ts';
import { catalogueSimilar } from './catalogue-similar.ts';
import { commentInText } from './comment-in-text.ts';
import { csvDuplicateRow } from './csv-duplicate-row.ts';
import { csvProgressTwice } from './csv-progress-twice.ts';
import { csvShare } from './csv-share.ts';
import { curlyQuotes } from './curly-quotes.ts';
import { decodedTwice } from './decoded-twice.ts';
import { directionMismatch } from './direction-mismatch.ts';
import { doubtedShare } from './doubted-share.ts';
import { dueAfterPeriod } from './due-after-period.ts';
import { dueBeforeIssue } from './due-before-issue.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { endedArea } from './ended-area.ts';
import { farDate } from './far-date.ts';
import { idNotFile } from './id-not-file.ts';
import { joinedLines } from './joined-lines.ts';
import { leadAsPartner } from './lead-as-partner.ts';
import { localOrigin } from './local-origin.ts';
import { lookAlikeLetter } from './look-alike-letter.ts';
import { noDate } from './no-date.ts';
import { noLead } from './no-lead.ts';
import { noTarget } from './no-target.ts';
import { notNfc } from './not-nfc.ts';
import { numberingGap } from './numbering-gap.ts';
import { numberingRepeat } from './numbering-repeat.ts';
import { oddSpaces } from './odd-spaces.ts';
import { needsBeside, truthBeside } from './partial.ts';
import type {
  CatalogueContext,
  CellPlace,
  PlanContext,
  ProgressCheck,
  RowContext,
  Rule,
  TextContext,
} from './rule.ts';
import { shareOutOfRange } from './share-out-of-range.ts';
import { strayCharacter } from './stray-character.ts';
import { targetBeforePlan } from './target-before-plan.ts';
import { targetOnBothLevels } from './target-on-both-levels.ts';
import { textDate } from './text-date.ts';
import { titleRecurs } from './title-recurs.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unknownAgency } from './unknown-agency.ts';
import { unknownArea } from './unknown-area.ts';
import { unknownGroup } from './unknown-group.ts';
import { unknownIndicator } from './unknown-indicator.ts';
import { unknownMeasure } from './unknown-measure.ts';
import { unusedAgency } from './unused-agency.ts';
import { unusedGroup } from './unused-group.ts';
import { weakerLaterTarget } from './weaker-later-target.ts';
import { weakerThanNational } from './weaker-than-national.ts';

/** Every rule, in the order in which they are listed. A rule keeps its id for good. */
export const RULES = {
  ...raised(RAISED.yaml),
  ...raised(RAISED.rows),
  'csv-share': csvShare,
  'csv-duplicate-row': csvDuplicateRow,
  ...raised(RAISED.progress),
  'csv-progress-twice': csvProgressTwice,
  'not-nfc': notNfc,
  'decoded-twice': decodedTwice,
  'look-alike-letter': lookAlikeLetter,
  'stray-character': strayCharacter,
  'text-date': textDate,
  'odd-spaces': oddSpaces,
  'curly-quotes': curlyQuotes,
  'comment-in-text': commentInText,
  'joined-lines': joinedLines,
  'duplicate-id': duplicateId,
  'unknown-agency': unknownAgency,
  'unknown-group': unknownGroup,
  'unknown-measure': unknownMeasure,
  'unknown-area': unknownArea,
  'ended-area': endedArea,
  'unknown-indicator': unknownIndicator,
  'unused-agency': unusedAgency,
  'unused-group': unusedGroup,
  'lead-as-partner': leadAsPartner,
  'id-not-file': idNotFile,
  ...raised(RAISED.unknownRule),
  'unit-mismatch': unitMismatch,
  'direction-mismatch': directionMismatch,
  'share-out-of-range': shareOutOfRange,
  'doubted-share': doubtedShare,
  'target-on-both-levels': targetOnBothLevels,
  'no-target': noTarget,
  'no-lead': noLead,
  'target-before-plan': targetBeforePlan,
  'weaker-later-target': weakerLaterTarget,
  'already-reached': alreadyReached,
  'weaker-than-national': weakerThanNational,
  'local-origin': localOrigin,
  'no-date': noDate,
  'due-before-issue': dueBeforeIssue,
  'due-after-period': dueAfterPeriod,
  'far-date': farDate,
  'title-recurs': titleRecurs,
  'duplicate-title': duplicateTitle,
  'numbering-gap': numberingGap,
  'numbering-repeat': numberingRepeat,
  ...raised(RAISED.audit),
  ...raised(RAISED.files),
  'catalogue-duplicate': catalogueDuplicate,
  'catalogue-similar': catalogueSimilar,
  'catalogue-part-of': cataloguePartOf,
  'catalogue-area': catalogueArea,
  ...raised(RAISED.suppressions),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** Rules whose findings are raised elsewhere. */
function raised<Id extends string>(levels: Readonly<Record<Id, Level>>): Record<Id, Rule> {
  const rules = Object.entries<Level>(levels).map(([id, level]) => [id, { level }]);
  return Object.fromEntries(rules);
}

/** Is there a rule of this name? */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(RULES, name);
}

/**
 * What the rules say of a file's characters, in total order.
 * @param most where it is more, no rule looks any further: one more is given, and nobody knows which
 */
export function checkText(context: TextContext, most?: number): Finding[] {
  return findings((rule) => rule.checkText?.(context), most);
}

/**
 * What the rules say of a plan, in total order.
 * @param holes the paths of what could not be read of it
 * @param most as of {@link checkText}
 */
export function checkPlan(
  context: PlanContext,
  holes: readonly Path[] = [],
  most?: number,
): Finding[] {
  const isTrue = holes.length === 0 ? () => true : truthBeside(holes);
  return findings((rule) => rule.check?.(context), most, isTrue);
}

/**
 * What the rules say of a catalogue of measures, in total order.
 * @param most as of {@link checkText}
 */
export function checkMeasures(context: CatalogueContext<Measure>, most?: number): Finding[] {
  return findings((rule) => rule.checkMeasures?.(context), most);
}

/**
 * What the rules say of a catalogue of areas, in total order.
 * @param most as of {@link checkText}
 */
export function checkAreas(context: CatalogueContext<Area>, most?: number): Finding[] {
  return findings((rule) => rule.checkAreas?.(context), most);
}

function findings(
  look: (rule: Rule) => Iterable<Report> | undefined,
  most = Number.POSITIVE_INFINITY,
  isTrue: (rule: Rule, found: Finding) => boolean = () => true,
): Finding[] {
  const all: Finding[] = [];
  for (const [id, rule] of Object.entries<Rule>(RULES))
    for (const report of look(rule) ?? []) {
      const found = findingOf(id, rule.level, report);
      if (isTrue(rule, found)) all.push(found);
      if (all.length > most) return all.sort(compareFindings);
    }
  return all.sort(compareFindings);
}

/**
 * Takes the rows of a plan's results and progress, of one file or several; gives all findings at the end.
 * @param most so many are kept one by one
 * @param holes the paths of what could not be read of the plan: rules that need it say nothing
 */
export function openRows(
  context: RowContext,
  { most, holes = [] }: { most?: number | undefined; holes?: readonly Path[] } = {},
): {
  add(row: Result, at: CellPlace): void;
  addProgress: (...row: Parameters<ProgressCheck>) => void;
  /** Takes the rows of results once more, in the same order, where a check needs that. */
  again(): ((row: Result, at: CellPlace) => void) | null;
  /** The same of the rows of progress. */
  progressAgain(): ((...row: Parameters<ProgressCheck>) => void) | null;
  findings(): Finding[];
} {
  const log = findingLog(most);
  const hasAll = needsBeside(holes);
  const checks = checksOf((rule) => (hasAll(rule) ? rule.openRows?.(context) : undefined));
  const ofProgress = checksOf((rule) => (hasAll(rule) ? rule.openProgress?.(context) : undefined));
  const addTo = (all: typeof checks) => (row: Result, at: CellPlace) => {
    for (const { id, level, check } of all)
      for (const report of check(row, at))
        log.add(findingOf(id, level, { about: row.indicator, ...report }));
  };
  const addProgressTo =
    (all: typeof ofProgress) =>
    (...row: Parameters<ProgressCheck>) => {
      for (const { id, level, check } of all)
        for (const report of check(...row))
          log.add(findingOf(id, level, { about: row[0].task, ...report }));
    };
  return {
    add: addTo(checks),
    addProgress: addProgressTo(ofProgress),
    again() {
      const wanted = againOf(checks);
      return wanted.length === 0 ? null : addTo(wanted);
    },
    progressAgain() {
      const wanted = againOf(ofProgress);
      return wanted.length === 0 ? null : addProgressTo(wanted);
    },
    findings: () => log.findings().sort(compareFindings),
  };
}

/** The checks that have to be shown all rows once more. */
function againOf<Check extends { again?(): Check | null }>(
  checks: readonly { id: string; level: Level; check: Check }[],
): { id: string; level: Level; check: Check }[] {
  return checks.flatMap(({ check, ...rule }) => {
    const again = check.again?.() ?? null;
    return again === null ? [] : [{ ...rule, check: again }];
  });
}

/** The rules that have such a check. */
function checksOf<Check>(
  open: (rule: Rule) => Check | undefined,
): { id: string; level: Level; check: Check }[] {
  return Object.entries<Rule>(RULES).flatMap(([id, rule]) => {
    const check = open(rule);
    return check ? [{ id, level: rule.level, check }] : [];
  });
}
