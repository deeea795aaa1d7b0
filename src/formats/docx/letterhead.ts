import {
  BorderStyle,
  type ISpacingProperties,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Letter } from '../../letter.ts';
import type { OfficeWords } from '../../words/en/office.ts';
import { officeText } from '../office-file.ts';
import { mm, textWidth } from './page.ts';
import { SIZES, STYLE } from './styles.ts';
import { boldWidth } from './times.ts';

type Style = (typeof STYLE)[keyof typeof STYLE];

/** A text, or in its place a mark that somebody must fill in. */
type Said = string | { mark: string };

function said(text: string | null, mark: string): Said {
  return text === null ? { mark } : text;
}

function textOf(one: Said): string {
  return officeText(typeof one === 'string' ? one : one.mark);
}

function run(one: Said): TextRun {
  const text = textOf(one);
  return typeof one === 'string' ? new TextRun(text) : new TextRun({ text, highlight: 'yellow' });
}

/** A name in capitals, on as few lines as it needs, each about as long as the others. */
function nameLines(style: Style, name: Said, lines: readonly string[]): Paragraph {
  const look = typeof name === 'string' ? {} : { highlight: 'yellow' as const };
  return new Paragraph({
    style,
    children: lines.map((text, at) => new TextRun({ text, ...look, break: at === 0 ? 0 : 1 })),
  });
}

/** The words on two lines, as even as can be, where one has no room for them. */
function balanced(text: string, size: number, room: number): string[] {
  const width = (part: string) => boldWidth(part.toUpperCase(), size);
  if (width(text) <= room) return [text];
  const words = text.split(' ');
  const splits = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  const longer = (lines: readonly string[]) => Math.max(...lines.map(width));
  return splits.reduce((best, lines) => (longer(lines) < longer(best) ? lines : best), [text]);
}

function line(style: Style, ...parts: readonly Said[]): Paragraph {
  return new Paragraph({ style, children: parts.map(run) });
}

/** A line of that length beneath a text, in the middle of so much room. */
function rule(length: number, room: number, spacing: ISpacingProperties = {}): Paragraph {
  const indent = Math.max(0, Math.round((room - length) / 2));
  return new Paragraph({
    style: STYLE.rule,
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    spacing,
    children: [],
  });
}

/** Room around a line, in twentieths of a point. */
const BENEATH = { before: 30, after: 60 };

/** The left side holds the bodies, the right one the country's name on one line. */
const LEFT = mm(67);
const RIGHT = textWidth('portrait') - LEFT;
/** Beneath a body's name and a subject stands a line of a third to a half of its length. */
const PART_OF_LENGTH = 0.4;

function sides(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[], width: number) =>
    new TableCell({
      children,
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LEFT + RIGHT, type: WidthType.DXA },
    columnWidths: [LEFT, RIGHT],
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, LEFT), cell(right, RIGHT)] })],
  });
}

/** The head of an official document: its bodies, its number, the country's name, place and date. */
export function head(letter: Letter, words: OfficeWords): (Paragraph | Table)[] {
  const { form } = words;
  const { superior } = letter;
  const issuer = said(letter.issuer, form.issuer);
  const lines = balanced(textOf(issuer), SIZES.issuer, LEFT);
  const left = [
    ...(superior === null
      ? []
      : [nameLines(STYLE.superior, superior, balanced(officeText(superior), SIZES.issuer, LEFT))]),
    nameLines(STYLE.issuer, issuer, lines),
    rule(partOf(lines.at(-1)!.toUpperCase(), SIZES.issuer, LEFT), LEFT, BENEATH),
    line(STYLE.number, ...numberLine(letter, words)),
  ];
  const right = [
    line(STYLE.nation, form.nation),
    line(STYLE.motto, form.motto),
    rule(boldWidth(form.motto, SIZES.motto), RIGHT, BENEATH),
    line(STYLE.placeDate, ...placeLine(letter, words)),
  ];
  return [sides(left, right)];
}

function partOf(text: string, size: number, room: number): number {
  return Math.min(boldWidth(text, size), room) * PART_OF_LENGTH;
}

function numberLine({ number }: Letter, { form }: OfficeWords): Said[] {
  return number === null ? [form.number, { mark: form.noNumber }] : [form.number, number];
}

function placeLine({ place, date }: Letter, { form }: OfficeWords): Said[] {
  return [
    said(place, '…'),
    form.beforeDate,
    date === null ? { mark: form.noDate } : form.longDate(date),
  ];
}

/** The kind of document and its subject, and to whom it goes. */
export function title(letter: Letter, text: string, words: OfficeWords): Paragraph[] {
  const { form } = words;
  const subject = letter.subject ?? form.subjectOf(text);
  const room = textWidth('portrait');
  const kind = letter.kind ?? form.kind;
  const { addressees } = letter;
  return [
    new Paragraph({
      style: 'Title',
      spacing: { before: 240 },
      children: [new TextRun({ text: officeText(kind), allCaps: true })],
    }),
    new Paragraph({ style: 'Title', children: [run(subject)] }),
    rule(partOf(subject, SIZES.text, room), room, BENEATH),
    ...addresseeLines(letter.addressees, letter.isEmpty, words),
    ...(addressees.length > 0 || letter.isEmpty ? [] : [new Paragraph({ style: STYLE.rule })]),
  ];
}

function addresseeLines(
  addressees: readonly string[],
  isEmpty: boolean,
  { form }: OfficeWords,
): Paragraph[] {
  if (addressees.length === 0)
    return isEmpty ? [line(STYLE.addressee, `${form.to} `, { mark: '…' })] : [];
  const [only] = addressees;
  if (addressees.length === 1 && only) return [line(STYLE.addressee, `${form.to} ${only}`)];
  return [
    line(STYLE.addressee, form.to),
    ...addressees.map(
      (one, index) =>
        new Paragraph({
          style: STYLE.body,
          indent: { left: mm(50), firstLine: 0 },
          children: [run(`- ${one}${index === addressees.length - 1 ? '.' : ';'}`)],
        }),
    ),
  ];
}

/** Room for a signature and a seal, in twentieths of a point. */
const SIGNATURE = 1400;

/** Who receives copies, and who signs. */
export function foot(letter: Letter, { form }: OfficeWords): (Paragraph | Table)[] {
  const { signer, recipients, archive } = letter;
  const known = signer.authority.length > 0 || signer.post !== null || signer.name !== null;
  const lines: Said[] = known
    ? [...signer.authority, ...(signer.post === null ? [] : [signer.post])]
    : [{ mark: form.signer }];
  const copies: readonly Said[] = recipients.length > 0 ? recipients : [{ mark: '…' }];
  const left = [
    line(STYLE.recipients, form.recipients),
    ...copies.map((one) => line(STYLE.copies, '- ', one, ';')),
    line(STYLE.copies, `- ${form.archive} `, said(archive, form.noArchive), '.'),
  ];
  const right = [
    ...lines.map((one) => line(STYLE.signer, one)),
    new Paragraph({
      style: STYLE.signer,
      spacing: { before: SIGNATURE },
      children: [run(said(signer.name, form.name))],
    }),
  ];
  return [new Paragraph({ style: STYLE.rule, spacing: { before: 240 } }), sides(left, right)];
}

/** What an annex belongs to. */
export function belongsTo(letter: Letter, { form }: OfficeWords): Said[] {
  const { kind, number, date, issuer } = letter;
  return [
    form.attachedTo(kind ?? form.kind),
    said(number, form.noNumber),
    form.ofDate,
    date === null ? { mark: form.noDate } : form.longDate(date),
    form.ofBody,
    said(issuer, form.issuer),
    ')',
  ];
}

/** A line of texts and marks. */
export { line as markedLine };
