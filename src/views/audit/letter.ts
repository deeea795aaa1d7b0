import type { AuditFinding } from '../../audit/finding.ts';
import type { Audit } from '../../audit.ts';
import { oneLine } from '../../formats/grid.ts';
import { inert } from '../../formats/markdown.ts';
import type { Lang } from '../../message/message.ts';
import { type AuditWords, auditWords } from '../../words/audit-words.ts';
import { explanations, nameOf } from './table.ts';
import { auditText, type PlaceText } from './text.ts';

/**
 * The audit as a letter in Markdown: questions by the agency that leads, numbered through, each
 * with its figures and places. Nothing in a plan's texts becomes markup. Ends with a line break.
 */
export function auditLetter(audit: Audit, lang: Lang): string {
  const words = auditWords(lang);
  const questions = audit.findings.filter(({ isNote }) => !isNote);
  const notes = audit.findings.filter(({ isNote }) => isNote);
  const { letter } = words;
  const blocks = [
    `# ${inert(letter.title)}`,
    inert(
      questions.length === 0
        ? words.nothing
        : letter.opening(questions.length, audit.question.asOf),
    ),
    ...agencyBlocks(questions, lang),
    ...(notes.length > 0 ? [`## ${inert(letter.notesHeading)}`, items(notes, 1, lang)] : []),
    ...sourceBlocks(audit, words),
    ...(questions.length > 0 ? [inert(letter.closing)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Agencies by name, in the order of the plans' own lists; what names no lead comes last. */
function agencyBlocks(questions: readonly AuditFinding[], lang: Lang): string[] {
  const { letter } = auditWords(lang);
  const byLead = new Map<string | null, AuditFinding[]>();
  for (const found of questions)
    byLead.set(leadName(found), [...(byLead.get(leadName(found)) ?? []), found]);
  const names = [...byLead.keys()].sort((a, b) => Number(a === null) - Number(b === null));
  let next = 1;
  return names.flatMap((name) => {
    const own = byLead.get(name)!;
    const first = next;
    next += subjectsOf(own).length;
    return [
      `## ${inert(name === null ? letter.noLead : letter.to(name))}`,
      items(own, first, lang),
    ];
  });
}

function leadName({ plan, lead }: AuditFinding): string | null {
  if (lead.length === 0) return null;
  return lead.map((code) => oneLine(plan.agencies.get(code) ?? code)).join('; ');
}

/** One numbered item an indicator; several findings about it are its a), b), c). */
function items(findings: readonly AuditFinding[], first: number, lang: Lang): string {
  return subjectsOf(findings)
    .map((subject, index) => item(subject, first + index, lang))
    .join('\n');
}

function subjectsOf(findings: readonly AuditFinding[]): AuditFinding[][] {
  const subjects = new Map<string, AuditFinding[]>();
  for (const found of findings) {
    const key = `${found.plan.file} ${found.address ?? ''}`;
    subjects.set(key, [...(subjects.get(key) ?? []), found]);
  }
  return [...subjects.values()];
}

/** What belongs to a numbered item is indented as far as its text. */
function item(subject: readonly AuditFinding[], number: number, lang: Lang): string {
  const words = auditWords(lang);
  const indent = ' '.repeat(`${number}. `.length);
  const heading = `${number}. **${inert(about(subject[0]!, words))}**`;
  const points = subject.flatMap((found, index) => {
    const isAlone = subject.length === 1;
    const before = isAlone ? indent : `${indent}- ${LETTERS[index] ?? index + 1}) `;
    const below = isAlone ? indent : `${indent}  `;
    return pointLines(found, lang, { before, below });
  });
  return [heading, ...points].join('\n');
}

/** The letters of a Vietnamese list. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

function pointLines(
  finding: AuditFinding,
  lang: Lang,
  { before, below }: { before: string; below: string },
): string[] {
  const { sentence, places, request } = auditText(finding, lang);
  const asked = auditWords(lang).requests[request];
  return [
    `${before}${inert(asSentence(sentence))}${asked === '' ? '' : ` ${inert(asked)}`}`,
    ...places.map((place) => `${below}- ${placeItem(place)}`),
  ];
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
  const first = [...text][0] ?? '';
  return `${first.toUpperCase()}${text.slice(first.length)}.`;
}

function placeItem({ says, cited, at }: PlaceText): string {
  const before = says === null ? '' : `${inert(says)}: `;
  return `${before}${inert(cited)} (${inert(at)})`;
}

/** What the plans say of how places in them are abbreviated, for those that are cited. */
function sourceBlocks(audit: Audit, { letter }: AuditWords): string[] {
  const lines = explanations(audit).map((line) => `- ${inert(line)}`);
  return lines.length === 0 ? [] : [`## ${inert(letter.sourcesHeading)}`, lines.join('\n')];
}
