import { compareFindings, type Finding, finding, type RuleId } from '../finding.ts';
import type { Result } from '../result.ts';
import { alreadyReached } from './already-reached.ts';
import { ambiguousNumber } from './ambiguous-number.ts';
import { catalogueArea } from './catalogue-area.ts';
import { catalogueDuplicate } from './catalogue-duplicate.ts';
import { catalogueSimilar } from './catalogue-similar.ts';
import { claimMismatch } from './claim-mismatch.ts';
import { csvAgency } from './csv-agency.ts';
import { csvAmbiguousNumber } from './csv-ambiguous-number.ts';
import { csvArea } from './csv-area.ts';
import { csvColumn } from './csv-column.ts';
import { csvDate } from './csv-date.ts';
import { csvDue } from './csv-due.ts';
import { csvDuplicateRow } from './csv-duplicate-row.ts';
import { csvEmptyRow } from './csv-empty-row.ts';
import { csvEncoding } from './csv-encoding.ts';
import { csvEndedArea } from './csv-ended-area.ts';
import { csvExtension } from './csv-extension.ts';
import { csvIndicator } from './csv-indicator.ts';
import { csvMixedDecimals } from './csv-mixed-decimals.ts';
import { csvNumber } from './csv-number.ts';
import { csvOccurrence } from './csv-occurrence.ts';
import { csvPeriod } from './csv-period.ts';
import { csvProgressStatus } from './csv-progress-status.ts';
import { csvShare } from './csv-share.ts';
import { csvSource } from './csv-source.ts';
import { csvStatus } from './csv-status.ts';
import { csvSyntax } from './csv-syntax.ts';
import { csvTask } from './csv-task.ts';
import { csvUnchecked } from './csv-unchecked.ts';
import { declaredMismatch } from './declared-mismatch.ts';
import { directionMismatch } from './direction-mismatch.ts';
import { dueAfterPeriod } from './due-after-period.ts';
import { dueBeforeIssue } from './due-before-issue.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { fileEncoding } from './file-encoding.ts';
import { ignoreWithoutReason } from './ignore-without-reason.ts';
import { impossibleDate } from './impossible-date.ts';
import { lookAlikeLetter } from './look-alike-letter.ts';
import { noDate } from './no-date.ts';
import { noLead } from './no-lead.ts';
import { noTarget } from './no-target.ts';
import { notNfc } from './not-nfc.ts';
import { numberingGap } from './numbering-gap.ts';
import { numberingRepeat } from './numbering-repeat.ts';
import { ratioMismatch } from './ratio-mismatch.ts';
import type { CellPlace, PlanContext, RowContext, Rule, TextContext } from './rule.ts';
import { schema } from './schema.ts';
import { shareOutOfRange } from './share-out-of-range.ts';
import { sourceConflict } from './source-conflict.ts';
import { staleResult } from './stale-result.ts';
import { strayCharacter } from './stray-character.ts';
import { targetBeforePlan } from './target-before-plan.ts';
import { targetConflict } from './target-conflict.ts';
import { targetOnBothLevels } from './target-on-both-levels.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unknownAgency } from './unknown-agency.ts';
import { unknownArea } from './unknown-area.ts';
import { unknownGroup } from './unknown-group.ts';
import { unknownIgnore } from './unknown-ignore.ts';
import { unknownIndicator } from './unknown-indicator.ts';
import { unknownMeasure } from './unknown-measure.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { weakerLaterTarget } from './weaker-later-target.ts';
import { weakerThanNational } from './weaker-than-national.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule, in the order of the list of levels; the compiler keeps it complete. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  'yaml-syntax': yamlSyntax,
  'duplicate-key': duplicateKey,
  schema: schema,
  'ambiguous-number': ambiguousNumber,
  'impossible-date': impossibleDate,
  'csv-encoding': csvEncoding,
  'csv-syntax': csvSyntax,
  'csv-column': csvColumn,
  'csv-indicator': csvIndicator,
  'csv-number': csvNumber,
  'csv-ambiguous-number': csvAmbiguousNumber,
  'csv-mixed-decimals': csvMixedDecimals,
  'csv-period': csvPeriod,
  'csv-status': csvStatus,
  'csv-area': csvArea,
  'csv-empty-row': csvEmptyRow,
  'csv-source': csvSource,
  'csv-ended-area': csvEndedArea,
  'csv-share': csvShare,
  'csv-duplicate-row': csvDuplicateRow,
  'csv-task': csvTask,
  'csv-occurrence': csvOccurrence,
  'csv-agency': csvAgency,
  'csv-progress-status': csvProgressStatus,
  'csv-date': csvDate,
  'csv-extension': csvExtension,
  'csv-due': csvDue,
  'not-nfc': notNfc,
  'look-alike-letter': lookAlikeLetter,
  'stray-character': strayCharacter,
  'duplicate-id': duplicateId,
  'unknown-agency': unknownAgency,
  'unknown-group': unknownGroup,
  'unknown-measure': unknownMeasure,
  'unknown-area': unknownArea,
  'unknown-indicator': unknownIndicator,
  'unknown-ignore': unknownIgnore,
  'unit-mismatch': unitMismatch,
  'direction-mismatch': directionMismatch,
  'share-out-of-range': shareOutOfRange,
  'target-on-both-levels': targetOnBothLevels,
  'no-target': noTarget,
  'no-lead': noLead,
  'target-before-plan': targetBeforePlan,
  'weaker-later-target': weakerLaterTarget,
  'already-reached': alreadyReached,
  'weaker-than-national': weakerThanNational,
  'no-date': noDate,
  'due-before-issue': dueBeforeIssue,
  'due-after-period': dueAfterPeriod,
  'duplicate-title': duplicateTitle,
  'numbering-gap': numberingGap,
  'numbering-repeat': numberingRepeat,
  'declared-mismatch': declaredMismatch,
  'stale-result': staleResult,
  'source-conflict': sourceConflict,
  'target-conflict': targetConflict,
  'claim-mismatch': claimMismatch,
  'ratio-mismatch': ratioMismatch,
  'file-encoding': fileEncoding,
  'csv-unchecked': csvUnchecked,
  'catalogue-duplicate': catalogueDuplicate,
  'catalogue-similar': catalogueSimilar,
  'catalogue-area': catalogueArea,
  'ignore-without-reason': ignoreWithoutReason,
  'unused-ignore': unusedIgnore,
};

const ALL: readonly Rule[] = Object.values(RULES);

/** Everything that the rules say of a file's characters, in total order. */
export function checkText(context: TextContext): Finding[] {
  const reports = ALL.flatMap((rule) => [...(rule.checkText?.(context) ?? [])]);
  return reports.map(finding).sort(compareFindings);
}

/** Everything that the rules say of a plan, in total order. */
export function checkPlan(context: PlanContext): Finding[] {
  const reports = ALL.flatMap((rule) => [...(rule.check?.(context) ?? [])]);
  return reports.map(finding).sort(compareFindings);
}

/** Takes the rows of a plan's results, of one file or several; gives all findings at the end. */
export function openRows(context: RowContext): {
  add(row: Result, at: CellPlace): void;
  findings(): Finding[];
} {
  const checks = ALL.flatMap((rule) => rule.openRows?.(context) ?? []);
  const findings: Finding[] = [];
  return {
    add(row, at) {
      for (const check of checks)
        for (const report of check(row, at))
          findings.push(finding({ about: row.indicator, ...report }));
    },
    findings: () => [...findings].sort(compareFindings),
  };
}
