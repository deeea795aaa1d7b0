import {
  type Account,
  type AuditFinding,
  type AuditPlace,
  placeOfRow,
  saidResult,
} from '../../audit/finding.ts';
import { together } from '../../formats/printable.ts';
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

/** A finding in one language, its figures protected from being broken over lines. */
export interface AuditText {
  /** What was found, in short lines. */
  lines: string[];
  /** The same for a letter, without capital and full stop. */
  sentence: string;
  places: PlaceText[];
  request: AuditRequest;
}

/** The finding in words, with the figures in the language's style. */
export function auditText(
  finding: AuditFinding,
  speech: AuditSpeech,
  keep: (figure: string) => string = together,
): AuditText {
  return {
    lines: auditLines(finding.message, speech, together),
    sentence: auditSentence(finding.message, speech, keep),
    places: firstOf(placesOf(finding, speech), speech),
    request: requestOf(finding),
  };
}

/** How many findings like this one are counted with it and not listed, if any are. */
export function moreLike({ more = 0 }: AuditFinding, { audit }: AuditSpeech): string[] {
  return more === 0 ? [] : [audit.moreLike(more)];
}

function firstOf(places: readonly PlaceText[], { audit }: AuditSpeech): PlaceText[] {
  const more = places.length - MOST_PLACES;
  if (more <= 1) return [...places];
  return [...places.slice(0, MOST_PLACES), { says: null, cited: audit.morePlaces(more), at: null }];
}

function requestOf(finding: AuditFinding): AuditRequest {
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

function placesOf(finding: AuditFinding, speech: AuditSpeech): PlaceText[] {
  const here = { says: null, ...placed(finding.at, speech) };
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
    case 'source-conflict':
      return bySays(finding.accounts.flatMap((account) => accountPlaces(account, speech)));
    case 'target-conflict':
      return bySays(
        finding.settings
          .map(({ place }, index) => ({
            says: targetSaid(finding.message.args.targets[index]!, speech, together) as
              | string
              | null,
            ...placed(place, speech),
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
function rivalPlaces({ plan, rival }: DeclaredMismatch, speech: AuditSpeech): PlaceText[] {
  if (!rival?.status) return [];
  const says = speech.status.declared[rival.status];
  return [{ says, ...placed(placeOfRow(plan, rival), speech) }];
}

/** The figure that the status was held against, where it stands elsewhere. */
function judgedPlaces(
  { judgement, row, plan, message }: DeclaredMismatch,
  speech: AuditSpeech,
): PlaceText[] {
  const { actual } = judgement;
  const { figure, target } = message.args;
  if (!actual || !figure || isSamePlace(actual, row)) return [];
  const says = datedFigure(figure, target, speech, together);
  return [{ says, ...placed(placeOfRow(plan, actual), speech) }];
}

function placed(place: AuditPlace, { audit }: AuditSpeech): Omit<PlaceText, 'says'> {
  return { cited: citation(place, audit.noSource), at: placeText(place) };
}

function accountPlaces(
  { observation, measurable, places }: Account,
  speech: AuditSpeech,
): PlaceText[] {
  const says = accountFigure(saidResult(observation, measurable), speech, together);
  return places.map((place) => ({ says, ...placed(place, speech) }));
}

/** Places that say the same stand together. */
function bySays(places: readonly PlaceText[]): PlaceText[] {
  const bySaid = new Map<PlaceText['says'], PlaceText[]>();
  for (const place of places) {
    const own = bySaid.get(place.says);
    if (own === undefined) bySaid.set(place.says, [place]);
    else own.push(place);
  }
  return [...bySaid.values()].flat();
}
