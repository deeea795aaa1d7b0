import type { Day } from '../calendar.ts';
import type { Lang } from '../message/message.ts';
import type { ResultStanding } from '../standing.ts';
import { explain as en } from './en/explain.ts';
import { explain as vi } from './vi/explain.ts';

/** The words of `explain` for an indicator or a task; figures come in as they are printed. */
export interface ExplainWords {
  labels: Readonly<
    Record<
      | ('indicator' | 'part' | 'plan' | 'place' | 'group' | 'lead' | 'measure' | 'note')
      | ('target' | 'targets' | 'wording' | 'readAs' | 'baseline' | 'result' | 'reason')
      | ('attainment' | 'gap' | 'verdict' | 'rounding' | 'next' | 'waiver' | 'declared')
      | ('computedThen' | 'linear' | 'cagr' | 'task' | 'report' | 'partners' | 'to' | 'due')
      | ('dueDays' | 'state' | 'reported' | 'funding'),
      string
    >
  >;
  headings: Readonly<
    Record<
      'target' | 'results' | 'computation' | 'verdict' | 'pace' | 'declared' | 'parts' | 'due',
      string
    >
  >;
  at: (cited: string, place: string) => string;
  asOf: (asOf: Day, year: number, area: string | null) => string;
  done: string;
  notDone: string;
  milestone: string;
  points: string;
  /** How an operator is to be understood; `least` is what reaches the target. */
  readings: {
    atLeast: (number: string) => string;
    /** At least 100% of a share. */
    cap: (number: string) => string;
    moreThan: (number: string) => string;
    atMost: (number: string) => string;
    lessThan: (number: string) => string;
    about: (number: string, least: string) => string;
    range: (lower: string, upper: string) => string;
    milestone: string;
    everyYear: (written: number) => string;
    eachSector: string;
    parts: string;
    none: (years: string) => string;
  };
  standing: Readonly<Record<ResultStanding, string>>;
  baselineOf: (period: string) => string;
  noResults: string;
  statusOnly: (status: string) => string;
  noSource: string;
  roundingSafe: string;
  rounding: (from: string, below: string, verdicts: string) => string;
  next: {
    best: string;
    cap: string;
    milestone: string;
    measured: (verdict: string, wanted: string) => string;
    number: (verdict: string, wanted: string, change: string | null) => string;
    done: (verdict: string) => string;
    tooLate: string;
    result: (year: number, ofYear: boolean) => string;
    parts: (addresses: string) => string;
    none: string;
  };
  /** `at least 20%`, `more than 20%`, … */
  wanted: Readonly<Record<'>=' | '>' | '<=' | '<', (number: string) => string>>;
  pace: {
    expected: (expected: string, on: string) => string;
    progress: (formula: string) => string;
    growth: (progress: string) => string;
    needed: (perYear: string) => string;
    achieved: (perYear: string) => string;
    reaches: (day: Day) => string;
    never: string;
    disagree: (linear: string, cagr: string) => string;
  };
  declared: (status: string, period: string, cited: string) => string;
  computedThen: (verdict: string, why: string) => string;
  agrees: string;
  differs: string;
  waived: (until: Day, reason: string, decision: string) => string;
  waiverOver: (until: Day, reason: string, decision: string) => string;
  verdictWaived: (verdict: string) => string;
  due: {
    date: (written: string, day: Day) => string;
    window: (from: Day, to: Day) => string;
    recurring: Readonly<Record<'year' | 'quarter' | 'month', string>>;
    dated: (days: string) => string;
    thenContinuous: (day: Day) => string;
    continuous: string;
    per: (document: string) => string;
    none: string;
  };
  noOccurrence: string;
  beforeIssue: (issued: Day) => string;
  noReport: string;
}

const WORDS: Record<Lang, ExplainWords> = { en, vi };

/** The words in one language. */
export function explainWords(lang: Lang): ExplainWords {
  return WORDS[lang];
}
