import type { Day } from '../calendar.ts';

/** A target as a message prints it: the canonical expression, `>= 95`, and its unit. */
export interface SaidTarget {
  text: string;
  unit: string | null;
}

/** A figure as a message prints it: a decimal text, `45` or `~ 45`, and its unit. */
export interface SaidValue {
  text: string;
  unit: string | null;
}

/**
 * Messages of the rules on characters, plans and rows. `id` is an indicator's `id` or `id/part`, or
 * a task's or duty's id; figures are decimal texts with `.` as their mark.
 */
export interface RuleArgs {
  'not-nfc': { word: string; words: number };
  'also-not-nfc': { word: string };
  'look-alike-letter': {
    letter: string;
    code: string;
    script: 'Cyrillic' | 'Greek' | 'Latin';
    meant: string;
    word: string;
  };
  'stray-character': { code: string; name: StrayName };
  'duplicate-id': { id: string };
  'duplicate-part-id': { id: string; indicator: string };
  'unknown-agency': { found: string; suggestion: string | null };
  'unknown-group': { found: string; suggestion: string | null };
  'unknown-measure': { found: string; suggestion: string | null };
  'unknown-area': { found: string; suggestion: string | null };
  'unknown-indicator': { found: string; suggestion: string | null };
  'unit-mismatch': { id: string; unit: string; measure: string; expected: string };
  'unit-of-milestone': { id: string; measure: string };
  'direction-mismatch': {
    id: string;
    year: number;
    target: SaidTarget;
    measure: string;
    better: 'more' | 'less';
    suggestion: string | null;
  };
  'share-out-of-range': { id: string; figure: string; of: 'target' | 'baseline' | 'result' };
  'csv-share': { figure: string };
  'csv-duplicate-row': { indicator: string; period: string; line: number };
  'target-on-both-levels': { id: string; year: number };
  'part-target': { id: string; year: number };
  'no-target': { id: string };
  'no-lead': { id: string };
  'no-lead-mostly': { count: number; all: number };
  'no-date': { id: string };
  'no-date-mostly': { count: number; all: number };
  'target-before-plan': { id: string; year: number; first: number };
  'weaker-later-target': {
    id: string;
    year: number;
    target: SaidTarget;
    earlierYear: number;
    earlier: SaidTarget;
  };
  'target-of-year': { year: number };
  'already-reached': {
    id: string;
    year: number;
    target: SaidTarget;
    baselineYear: number;
    baseline: SaidValue;
  };
  'the-baseline': { year: number };
  'weaker-than-national': {
    id: string;
    year: number;
    target: SaidTarget;
    body: string;
    reference: SaidTarget;
  };
  'reference-target': { body: string; year: number };
  'due-before-issue': { id: string; due: Day; issued: Day };
  'the-issue': Record<string, never>;
  'the-period': Record<string, never>;
  'the-measure': Record<string, never>;
  'due-after-period': { id: string; due: Day; last: number };
  'duplicate-title': { kind: TitledKind; id: string; first: string };
  'numbering-gap': { list: string; before: string; after: string; missing: readonly string[] };
  'item-before': Record<string, never>;
  'numbering-repeat': { source: string; first: string };
}

export type TitledKind = 'indicator' | 'part' | 'task' | 'report';

/** What a character that does not belong into a text is. */
export type StrayName = 'control' | 'zero-width' | 'direction' | 'replacement' | 'private';
