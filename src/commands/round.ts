import type { Day } from '../calendar.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { codeByName } from '../names.ts';
import type { Period } from '../period.ts';
import {
  figuresOfAreas,
  type Recipient,
  type Round,
  type RoundData,
  roundOf,
  type Split,
} from '../round.ts';
import { suggest } from '../suggest.ts';
import { LANGS } from '../words/langs.ts';
import type { PlanInput } from './read.ts';
import { usageError } from './session.ts';

/** What a round is made of, out of a plan that was read. */
export function roundData({ plan, results, progress, measures, areas }: PlanInput): RoundData {
  return { plan, results, progress: progress.rows, measures, areas };
}

/**
 * What each recipient is asked for of the period.
 * @throws UsageError where nobody is asked for anything
 */
export function openRound(
  input: PlanInput,
  period: Period,
  split: Split,
  { asOf, limits = LIMITS }: { asOf: Day; limits?: Limits | undefined },
): Round {
  if (split === 'area') refuseTooMany(input, limits);
  const round = roundOf(roundData(input), period, split, asOf);
  const { plan, year } = round;
  if (round.sheets.length === 0)
    throw usageError('nothing-to-fill-in', { plan: plan.file, period: period.text, year, split });
  return round;
}

/** @throws UsageError where areas would be asked for more figures than the limit */
export function refuseTooMany(input: PlanInput, limits: Limits = LIMITS): void {
  if (figuresOfAreas(input) <= limits.figures) return;
  throw usageError('over-limit', { limit: 'figures', most: limits.figures, isOpen: true });
}

/**
 * The round with the sheets of these recipients alone; each is named by its code or its name.
 * @throws UsageError for one that has no sheet
 */
export function narrowedTo(
  round: Round,
  named: readonly string[],
  { areas }: Pick<PlanInput, 'areas'>,
): Round {
  if (named.length === 0) return round;
  const recipients = round.sheets.flatMap(({ recipient }) => recipient ?? []);
  const codes = recipients.map(({ code }) => code);
  const byName = codeByName(recipients.flatMap((one) => namesOf(one, round, areas)));
  const wanted = named.map((found) => {
    const code = codes.includes(found) ? found : byName(found);
    if (code !== null) return code;
    const suggestion = suggest(found, codes);
    throw usageError('unknown-recipient', { option: '--for', found, valid: codes, suggestion });
  });
  const isWanted = ({ recipient }: Round['sheets'][number]) =>
    recipient !== null && wanted.includes(recipient.code);
  return { ...round, sheets: round.sheets.filter(isWanted) };
}

function namesOf(
  { kind, code }: Recipient,
  { plan }: Round,
  areas: PlanInput['areas'],
): [string, string][] {
  if (kind === 'lead') return [[code, plan.agencies.get(code) ?? code]];
  const area = areas.get(code);
  return area === undefined
    ? []
    : Object.values(LANGS).map((style) => [code, style.nameOf(area)] as [string, string]);
}
