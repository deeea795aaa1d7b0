import {
  type Account,
  type AuditFinding,
  type AuditPlace,
  placeOfRow,
  saidResult,
} from '../../audit/finding.ts';
import { together } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
import type { TargetWhy } from '../../message/audit.ts';
import { isSamePlace, placeText } from '../../place.ts';
import {
  type AuditSpeech,
  accountFigure,
  auditLines,
  auditSentence,
  datedFigure,
  targetSaid,
} from '../../words/audit-said.ts';
import type { AuditRequest } from '../../words/en/audit.ts';
import { citation } from '../cited.ts';

/** One place with what stands there, as it is printed. */
export interface PlaceText {
  /** The figure or target that stands there; `null` where the finding has only one. */
  says: string | null;
  /** The document and the place in it. */
  cited: string;
  /** `file:line`; `null` for places that are only counted. */
  at: string | null;
}

/** So many places are told one by one. */
const MOST_PLACES = 50;

/** What was found, in short lines, its figures protected from being broken over lines. */
export function foundLines({ message }: AuditFinding, speech: AuditSpeech): string[] {
  return auditLines(message, speech, together);
}

/** The same for a letter, without capital and full stop. */
export function foundSentence(
  { message }: AuditFinding,
  speech: AuditSpeech,
  keep: (figure: string) => string = together,
): string {
  return auditSentence(message, speech, keep);
}

/** Where it was found. */
export function foundAt(finding: AuditFinding, speech: AuditSpeech): PlaceText[] {
  const all = placesOf(finding, speech);
  const more = all.length - MOST_PLACES;
  const told = more <= 1 ? all : all.slice(0, MOST_PLACES);
  const places = told.map(({ says, place }): PlaceText => ({ says, ...placed(place, speech) }));
  if (told === all) return places;
  return [...places, { says: null, cited: speech.audit.morePlaces(more), at: null }];
}

/** How many findings like this one are counted with it and not listed, if any are. */
export function moreLike({ more = 0 }: AuditFinding, { audit }: AuditSpeech): string[] {
  return more === 0 ? [] : [audit.moreLike(more)];
}

/** What is asked of whoever answers for it. */
export function requestOf(finding: AuditFinding): AuditRequest {
  if (finding.isNote) return 'none';
  switch (finding.kind) {
    case 'declared-mismatch':
      return finding.standing === 'contradicted' ? 'review-status' : 'give-figure';
    case 'stale-result':
      return 'give-current';
    case 'source-conflict':
      return finding.agreement === 'part-greater' ? 'which-part' : 'which-figure';
    case 'target-conflict':
      return targetRequest(finding.why);
    case 'claim-mismatch':
      return 'which-total';
    case 'ratio-mismatch':
      return 'which-value';
  }
}

function targetRequest(why: TargetWhy): AuditRequest {
  if (why === 'called-local') return 'which-origin';
  return why === 'part-greater' ? 'which-part' : 'which-target';
}

/** One place with what stands there. */
interface SaidAt {
  says: PlaceText['says'];
  place: AuditPlace;
}

function placesOf(finding: AuditFinding, speech: AuditSpeech): SaidAt[] {
  const here = { says: null, place: finding.at };
  switch (finding.kind) {
    case 'declared-mismatch':
      return [here, ...rivalPlaces(finding, speech), ...judgedPlaces(finding, speech)];
    case 'stale-result':
      return [
        ...(finding.declared === null
          ? []
          : [{ ...here, says: speech.status.declared[finding.declared] }]),
        ...finding.accounts.flatMap((account) => accountPlaces(account, speech)),
      ];
    case 'source-conflict': {
      const { figures, whole } = finding.message.args;
      const all = [...figures, ...(whole?.figures ?? [])];
      return bySays(
        finding.accounts.flatMap((account, at) => accountPlaces(account, speech, all[at])),
      );
    }
    case 'target-conflict':
      return bySays(
        finding.settings
          .map(({ place }, index) => ({
            says: targetSaid(finding.message.args.targets[index]!, speech, together) as
              | string
              | null,
            place,
          }))
          .concat(finding.reached === null ? [] : accountPlaces(finding.reached, speech)),
      );
    case 'claim-mismatch':
    case 'ratio-mismatch':
      return [here];
  }
}

type DeclaredMismatch = Extract<AuditFinding, { kind: 'declared-mismatch' }>;

/** Where another official word says otherwise. */
function rivalPlaces({ plan, rival }: DeclaredMismatch, speech: AuditSpeech): SaidAt[] {
  if (!rival?.status) return [];
  const says = speech.status.declared[rival.status];
  return [{ says, place: placeOfRow(plan, rival) }];
}

/** The figure that the status was held against, where it stands elsewhere. */
function judgedPlaces(
  { judgement, row, plan, message }: DeclaredMismatch,
  speech: AuditSpeech,
): SaidAt[] {
  const { actual } = judgement;
  const { figure, target } = message.args;
  if (!actual || !figure || isSamePlace(actual, row)) return [];
  const says = datedFigure(figure, target, speech, together);
  return [{ says, place: placeOfRow(plan, actual) }];
}

function placed(place: AuditPlace, { audit }: AuditSpeech): Omit<PlaceText, 'says'> {
  return { cited: citation(place, audit.noSource), at: placeText(place) };
}

function accountPlaces(
  { observation, measurable, places }: Account,
  speech: AuditSpeech,
  figure = saidResult(observation, measurable),
): SaidAt[] {
  const says = accountFigure(figure, speech, together);
  return places.map((place) => ({ says, place }));
}

/** Places that say the same stand together. */
function bySays(places: readonly SaidAt[]): SaidAt[] {
  return [...grouped(places, ({ says }) => says).values()].flat();
}
