/** What everything that lists verdicts needs to know of one. */
interface VerdictFacts {
  /** Place from the worst, 0, to the best; what is held against nothing comes last. */
  rank: number;
  /** Of the verdicts of several parts the one with the lowest number is the whole's. */
  precedence: number;
  /** Is there a target for the year? Without one nothing is counted or missing. */
  targeted: boolean;
  /** Was it judged on a result? */
  judged: boolean;
  /** Is the target reached? */
  reached: boolean;
  /** Can a source declare it as an official status? */
  declarable: boolean;
  /** Can a document state how many indicators have it? */
  countable: boolean;
  /** Stands beside its word, so that nothing depends on colour. */
  mark: string;
  /** What it means for a reader. */
  style: 'good' | 'warn' | 'bad' | 'dim';
}

/**
 * What a target and a result make of each other on a day, in the order in which summaries count
 * them; domain.md, "Verdicts".
 */
export const VERDICTS = {
  exceeded: {
    rank: 4,
    precedence: 3,
    targeted: true,
    judged: true,
    reached: true,
    declarable: true,
    countable: true,
    mark: '▲',
    style: 'good',
  },
  met: {
    rank: 3,
    precedence: 4,
    targeted: true,
    judged: true,
    reached: true,
    declarable: true,
    countable: true,
    mark: '✓',
    style: 'good',
  },
  'in-progress': {
    rank: 2,
    precedence: 2,
    targeted: true,
    judged: true,
    reached: false,
    declarable: true,
    countable: true,
    mark: '→',
    style: 'warn',
  },
  missed: {
    rank: 0,
    precedence: 0,
    targeted: true,
    judged: true,
    reached: false,
    declarable: true,
    countable: false,
    mark: '✗',
    style: 'bad',
  },
  'no-data': {
    rank: 1,
    precedence: 1,
    targeted: true,
    judged: false,
    reached: false,
    declarable: true,
    countable: false,
    mark: '?',
    style: 'dim',
  },
  'no-target': {
    rank: 5,
    precedence: 5,
    targeted: false,
    judged: false,
    reached: false,
    declarable: false,
    countable: false,
    mark: '·',
    style: 'dim',
  },
} as const satisfies Record<string, VerdictFacts>;

export type Verdict = keyof typeof VERDICTS;

/** The verdicts of which a fact is true. */
type VerdictsThatAre<Fact extends keyof VerdictFacts> = {
  [V in Verdict]: (typeof VERDICTS)[V][Fact] extends true ? V : never;
}[Verdict];

/** A verdict on an indicator that has a target. */
export type TargetedVerdict = VerdictsThatAre<'targeted'>;

/** The official word on an indicator. */
export type DeclaredStatus = VerdictsThatAre<'declarable'>;

/** A verdict whose number a document states. */
export type CountedVerdict = VerdictsThatAre<'countable'>;

/** In the order in which summaries count them. */
export const VERDICT_CODES = Object.keys(VERDICTS) as readonly Verdict[];

function thatAre<Fact extends 'targeted' | 'declarable'>(fact: Fact) {
  return VERDICT_CODES.filter((verdict) => VERDICTS[verdict][fact]) as VerdictsThatAre<Fact>[];
}

/** The verdicts on indicators that have a target, in the order of the table. */
export const TARGETED_VERDICTS: readonly TargetedVerdict[] = thatAre('targeted');
/** The statuses that a source can declare, in the order of the table. */
export const DECLARED_STATUSES: readonly DeclaredStatus[] = thatAre('declarable');

/** A record of all verdicts, in their order. */
export function byVerdict<Value>(of: (verdict: Verdict) => Value): Record<Verdict, Value> {
  return Object.fromEntries(VERDICT_CODES.map((verdict) => [verdict, of(verdict)])) as Record<
    Verdict,
    Value
  >;
}

/**
 * The verdict of a whole from its parts': any part missed makes it missed; else any without data,
 * no-data; else any in progress, in-progress; else exceeded if any part is, else met. Parts
 * without a target in that year do not count; where none has one, there is no target.
 */
export function combineVerdicts(parts: readonly Verdict[]): Verdict {
  return parts.reduce<Verdict>(
    (whole, part) => (VERDICTS[part].precedence < VERDICTS[whole].precedence ? part : whole),
    'no-target',
  );
}

/** The rule that decides a verdict; domain.md, "Verdicts". */
export type VerdictReason =
  /** Strictly beyond the printed number. */
  | 'beyond'
  /** Reached, and not beyond it. */
  | 'reached'
  /** Reached; the target itself is the cap, 100% of a share. */
  | 'cap'
  /** Reached by an approximate result, which never exceeds. */
  | 'about'
  /** A one-sided figure, which proves neither that it is reached nor that it is not. */
  | 'one-sided'
  /** The plan's area had ended, and no successor is named. */
  | 'area-ended'
  /** A milestone that was done: it can be met, never exceeded. */
  | 'milestone'
  /** A milestone done after its target year. */
  | 'milestone-late'
  /** Not reached, and the target year has not ended. */
  | 'still-open'
  /** Not reached, judged on an earlier year's result; the target year has not ended. */
  | 'still-open-earlier'
  /** Not reached, and the target year has ended. */
  | 'year-ended'
  /** No result at all that counts. */
  | 'no-result'
  /** The target year has ended, and all that is known is of other years. */
  | 'other-years-only'
  | 'no-target'
  /** The parts decide together. */
  | 'parts';
