import type { Letter } from '../letter.ts';
import type { OfficeWords } from '../words/en/office.ts';
import { speak } from '../words/index.ts';
import { type Document, headingText } from './document.ts';
import type { Look, View } from './view.ts';

/** A text, or in its place a mark that somebody must fill in. */
export type Said = string | { mark: string };

/** What stands around the text of an official document, line by line, for every format. */
export interface LetterLines {
  superior: string | null;
  issuer: Said;
  number: readonly Said[];
  nation: string;
  motto: string;
  placeDate: readonly Said[];
  /** The name of the kind of document, and what it is about. */
  kind: string;
  subject: string;
  /** To whom it goes; `null` where it is addressed to nobody. */
  to: { label: string; names: readonly Said[] } | null;
  recipients: { label: string; names: readonly Said[]; archive: readonly Said[] };
  /** Authority and post, then the name below room for a signature. */
  signer: { lines: readonly Said[]; name: Said };
}

/** The lines of a letter around a document of that title, after Nghị định 30/2020/NĐ-CP. */
export function letterLines(letter: Letter, title: string, { form }: OfficeWords): LetterLines {
  const { place, date, number, signer, recipients } = letter;
  const post = [...signer.authority, ...(signer.post === null ? [] : [signer.post])];
  return {
    superior: letter.superior,
    issuer: said(letter.issuer, form.issuer),
    number: [form.number, said(number, form.noNumber)],
    nation: form.nation,
    motto: form.motto,
    placeDate: [
      said(place, '…'),
      form.beforeDate,
      said(date === null ? null : form.longDate(date), form.noDate),
    ],
    kind: letter.kind ?? form.kind,
    subject: letter.subject ?? form.subjectOf(title),
    to: addressed(letter, form.to),
    recipients: {
      label: form.recipients,
      names: recipients.length > 0 ? recipients : [{ mark: '…' }],
      archive: [`${form.archive} `, said(letter.archive, form.noArchive)],
    },
    signer: {
      lines: post.length === 0 && signer.name === null ? [{ mark: form.signer }] : post,
      name: said(signer.name, form.name),
    },
  };
}

function addressed({ addressees, isEmpty }: Letter, label: string): LetterLines['to'] {
  if (addressees.length > 0) return { label, names: addressees };
  return isEmpty ? { label, names: [{ mark: '…' }] } : null;
}

/** A text where there is one, else the mark. */
export function said(text: string | null, mark: string): Said {
  return text ?? { mark };
}

/** The text or the mark as it is written. */
export function textOf(one: Said): string {
  return typeof one === 'string' ? one : one.mark;
}

/** A document and the lines around it; no lines where it is no official one. */
export interface Enclosed {
  letter: LetterLines | null;
  /** Without its title, where the letter has that. */
  document: Document;
}

/**
 * The document with what was asked to stand around it. A form of which nothing is known is for
 * files in which a person fills it in, not for a text that is read or passed on.
 */
export async function enclosed(
  document: Document,
  { letter }: View,
  { lang }: Pick<Look, 'lang'>,
): Promise<Enclosed> {
  const [first, ...rest] = document;
  if (letter === undefined || letter.isEmpty || first?.kind !== 'heading')
    return { letter: null, document };
  const { office } = await speak(lang, 'office');
  return { letter: letterLines(letter, headingText(first), office), document: rest };
}

/** A line at one side of a letter, and how it stands out. */
export interface SideLine {
  parts: readonly Said[];
  look: 'plain' | 'strong' | 'emphasis';
}

/** The left and the right side of a letter's head, line by line. */
export function headSides(letter: LetterLines): { left: SideLine[]; right: SideLine[] } {
  const { superior, issuer, number, nation, motto, placeDate } = letter;
  const body = typeof issuer === 'string' ? issuer.toUpperCase() : issuer;
  return {
    left: [
      ...(superior === null ? [] : [{ parts: [superior.toUpperCase()], look: 'plain' as const }]),
      { parts: [body], look: 'strong' },
      { parts: number, look: 'plain' },
    ],
    right: [
      { parts: [nation.toUpperCase()], look: 'strong' },
      { parts: [motto], look: 'strong' },
      { parts: placeDate, look: 'emphasis' },
    ],
  };
}

/** The text of a line of texts and marks. */
export function lineText(parts: readonly Said[]): string {
  return parts.map(textOf).join('');
}

/** Who receives copies, each on a line as it is written. */
export function copyLines({ recipients: { names, archive } }: LetterLines): string[] {
  return [...names.map((one) => `- ${textOf(one)};`), `- ${lineText(archive)}.`];
}
