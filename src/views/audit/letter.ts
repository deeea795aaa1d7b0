import type { AuditFinding } from '../../audit/finding.ts';
import type { Audit } from '../../audit.ts';
import { countAll } from '../../finding.ts';
import {
  type Block,
  type Document,
  heading,
  type Item,
  type List,
  list,
  paragraph,
} from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
import type { AuditSpeech } from '../../words/audit-said.ts';
import { capitalised } from '../../words/capital.ts';
import type { AuditWords } from '../../words/en/audit.ts';
import { notCountedPlaces } from '../evidence.ts';
import { type AuditTellingSpeech, explanations, nameOf } from './table.ts';
import { foundAt, foundSentence, moreLike, type PlaceText, requestOf } from './text.ts';

/**
 * The audit as a letter: questions by the agency that leads, numbered through, each with its
 * figures and places.
 */
export function auditLetter(audit: Audit, speech: AuditTellingSpeech): Document {
  const { audit: words } = speech;
  const { letter } = words;
  const questions = audit.findings.filter(({ isNote }) => !isNote);
  const notes = audit.findings.filter(({ isNote }) => isNote);
  const isClear = questions.length === 0;
  return [
    heading(1, letter.title),
    paragraph(isClear ? words.nothing : letter.opening(countAll(questions), audit.question.asOf)),
    ...notCountedPlaces(audit.notCounted, speech).map((line) => paragraph(line)),
    ...agencyBlocks(questions, speech),
    ...(notes.length > 0 ? [heading(2, letter.notesHeading), numbered(notes, 1, speech)] : []),
    ...sourceBlocks(audit, words),
    ...(isClear ? [] : [paragraph(letter.closing)]),
  ];
}

/** Agencies by name, in the order of the plans' own lists; what names no lead comes last. */
function agencyBlocks(questions: readonly AuditFinding[], speech: AuditSpeech): Block[] {
  const { letter } = speech.audit;
  const byLead = grouped(questions, leadName);
  const names = [...byLead.keys()].sort((a, b) => Number(a === null) - Number(b === null));
  let next = 1;
  return names.flatMap((name) => {
    const own = byLead.get(name)!;
    const first = next;
    next += subjectsOf(own).length;
    return [
      heading(2, name === null ? letter.noLead : letter.to(name)),
      numbered(own, first, speech),
    ];
  });
}

function leadName({ plan, lead }: AuditFinding): string | null {
  if (lead.length === 0) return null;
  return lead.map((code) => oneLine(plan.agencies.get(code) ?? code)).join('; ');
}

/** One numbered item an indicator; several findings about it are its a), b), c). */
function numbered(findings: readonly AuditFinding[], start: number, speech: AuditSpeech): List {
  const items = subjectsOf(findings).map((subject) => subjectItem(subject, speech));
  return { kind: 'list', start, items };
}

function subjectsOf(findings: readonly AuditFinding[]): AuditFinding[][] {
  return [...grouped(findings, ({ plan, address }) => `${plan.file} ${address ?? ''}`).values()];
}

/** The letters of a Vietnamese list. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

function subjectItem(subject: readonly AuditFinding[], speech: AuditSpeech): Item {
  const text = about(subject[0]!, speech.audit);
  const points = subject.map((found) => pointOf(found, speech));
  const [only] = points;
  const below =
    points.length === 1 && only
      ? [only.text, ...only.places]
      : list(
          points.map(({ text, places }, index) => ({
            text: `${LETTERS[index] ?? index + 1}) ${text}`,
            below: places,
          })),
        );
  return { text, style: 'strong', below };
}

function pointOf(finding: AuditFinding, speech: AuditSpeech): { text: string; places: List[] } {
  const sentence = foundSentence(finding, speech);
  const asked = speech.audit.requests[requestOf(finding)];
  return {
    text: [asSentence(sentence), asked, ...moreLike(finding, speech).map(asSentence)]
      .filter((part) => part !== '')
      .join(' '),
    places: list(foundAt(finding, speech).map(placeItem)),
  };
}

function about(finding: AuditFinding, { letter }: AuditWords): string {
  const { plan, address } = finding;
  const name = nameOf(finding);
  return name === null || address === null
    ? letter.aboutPlan(plan.document)
    : letter.about(name, plan.document, address);
}

/** With a capital and a full stop. */
function asSentence(text: string): string {
  return `${capitalised(text)}.`;
}

function placeItem({ says, cited, at }: PlaceText): string {
  const before = says === null ? '' : `${says}: `;
  return `${before}${cited}${at === null ? '' : ` (${at})`}`;
}

/** What the plans say of how places in them are abbreviated, for those that are cited. */
function sourceBlocks(audit: Audit, { letter }: AuditWords): Block[] {
  const lines = list(explanations(audit));
  return lines.length === 0 ? [] : [heading(2, letter.sourcesHeading), ...lines];
}
