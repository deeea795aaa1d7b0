import { EXIT, type ExitCode } from '../exit.ts';
import { compareFindings, countAll, type Finding } from '../finding.ts';
import { isForPeople } from '../formats/index.ts';
import { endsReading } from '../load/unread.ts';
import { message } from '../message/message.ts';
import type { NotCounted } from '../not-counted.ts';
import { placeText } from '../place.ts';
import { notCountedPlaces } from '../views/evidence.ts';
import { type Speech, speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import type { BrokenPlan, PlanInput } from './read.ts';
import type { Run } from './run.ts';
import { type Session, write } from './session.ts';
import type { Look } from './settings.ts';

/** More than these would bury the table; `check` shows all. */
const SHOWN = 10;

/** Says on stderr why plans, or a letter, cannot be read, every fault with its place. */
export async function sayPlanErrors(
  session: Session,
  broken: readonly BrokenPlan[],
  look: Look,
  sum: 'plan-has-errors' | 'letter-has-errors' | 'config-has-errors' = 'plan-has-errors',
): Promise<ExitCode> {
  if (broken.length === 0) return EXIT.usage;
  const speech = await speak(look.lang, 'messages');
  const findings = broken.flatMap((plan) => plan.findings).sort(compareFindings);
  const lines = findings.map((found) => line(found, speech));
  for (const { file, findings: own } of broken) {
    const errors = countAll(own.filter((found) => found.level === 'error'));
    lines.push(`dti-eval: ${say(message(sum, { file, errors }), speech)}`);
  }
  await write(session.stderr, `${lines.join('\n')}\n`);
  return EXIT.usage;
}

/**
 * Says on stderr what was read and does not count, where a format was asked for that has no place for
 * the list: rows of a spreadsheet, a calendar, findings.
 */
export async function sayNotCounted(
  { session, look, outputs }: Run,
  notCounted: readonly NotCounted[],
  speech: Speech<'evidence'>,
): Promise<void> {
  const isListed = outputs.every(({ format }) => isForPeople(format) || format === 'json');
  if (isListed || look.quiet) return;
  const lines = notCountedPlaces(notCounted, speech);
  await write(session.stderr, lines.map((line) => `${line}\n`).join(''));
}

/** Says on stderr what was found, and goes on. */
export async function sayFindings(
  { stderr }: Session,
  findings: readonly Finding[],
  { lang }: Look,
): Promise<void> {
  const speech = await speak(lang, 'messages');
  await write(stderr, findings.map((found) => `${line(found, speech)}\n`).join(''));
}

/**
 * Says on stderr what of the catalogues and rows read with plans could not be read, and what of the
 * tables was passed over; `--quiet` leaves the summary to tell.
 */
export async function sayDataFindings(
  session: Session,
  inputs: readonly Pick<PlanInput, 'plan' | 'findings'>[],
  look: Look,
): Promise<void> {
  if (look.quiet) return;
  if (!inputs.some(({ findings }) => findings.some((one) => isError(one) || isPassed(one)))) return;
  const speech = await speak(look.lang, 'messages');
  const lines = inputs.flatMap(({ plan, findings }) => {
    const errors = findings.filter(isError).sort((a, b) => rankOf(a) - rankOf(b));
    const more = countAll(errors) - Math.min(errors.length, SHOWN);
    const rest = message('more-findings', { more, plan: plan.file });
    return [
      ...errors.slice(0, SHOWN).map((found) => line(found, speech)),
      ...(more > 0 ? [say(rest, speech)] : []),
      ...findings
        .filter(isPassed)
        .slice(0, SHOWN)
        .map((found) => line(found, speech)),
    ];
  });
  await write(session.stderr, `${lines.join('\n')}\n`);
}

/** What ends the reading of a file goes before all that was found until there. */
function rankOf(found: Finding): number {
  return endsReading(found) ? 0 : 1;
}

function isError({ level }: Finding): boolean {
  return level === 'error';
}

/** Rows, columns and sheets that hold no data, or are hidden. */
function isPassed({ rule }: Finding): boolean {
  return rule === 'csv-passed-over';
}

function line({ place, level, rule, message: said }: Finding, speech: Speech<'messages'>): string {
  return `${placeText(place)}: ${level} ${rule} ${say(said, speech)}`;
}
