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
import { type LetterLines, type Said, said, textOf } from '../letter-lines.ts';
import { officeText } from '../office-file.ts';
import { mm, textWidth } from './page.ts';
import { SIZES, STYLE } from './styles.ts';
import { boldWidth } from './times.ts';

type Style = (typeof STYLE)[keyof typeof STYLE];

function run(one: Said): TextRun {
  const text = officeText(textOf(one));
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

/** A name of more words takes many lines in any case. */
const MOST_WORDS = 100;

/** The words on two lines, as even as can be, where one has no room for them. */
function balanced(text: string, size: number, room: number): string[] {
  const width = (part: string) => boldWidth(part.toUpperCase(), size);
  if (width(text) <= room) return [text];
  const words = text.split(' ');
  if (words.length > MOST_WORDS) return [text];
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
export function head(letter: LetterLines): (Paragraph | Table)[] {
  const { superior, issuer, nation, motto } = letter;
  const lines = balanced(officeText(textOf(issuer)), SIZES.issuer, LEFT);
  const left = [
    ...(superior === null
      ? []
      : [nameLines(STYLE.superior, superior, balanced(officeText(superior), SIZES.issuer, LEFT))]),
    nameLines(STYLE.issuer, issuer, lines),
    rule(partOf(lines.at(-1)!.toUpperCase(), SIZES.issuer, LEFT), LEFT, BENEATH),
    line(STYLE.number, ...letter.number),
  ];
  const right = [
    line(STYLE.nation, nation),
    line(STYLE.motto, motto),
    rule(boldWidth(motto, SIZES.motto), RIGHT, BENEATH),
    line(STYLE.placeDate, ...letter.placeDate),
  ];
  return [sides(left, right)];
}

function partOf(text: string, size: number, room: number): number {
  return Math.min(boldWidth(text, size), room) * PART_OF_LENGTH;
}

/** The kind of document and its subject, and to whom it goes. */
export function title({ kind, subject, to }: LetterLines): Paragraph[] {
  const room = textWidth('portrait');
  return [
    new Paragraph({
      style: 'Title',
      spacing: { before: 240 },
      children: [new TextRun({ text: officeText(kind), allCaps: true })],
    }),
    new Paragraph({ style: 'Title', children: [run(subject)] }),
    rule(partOf(subject, SIZES.text, room), room, BENEATH),
    ...(to === null ? [new Paragraph({ style: STYLE.rule })] : addresseeLines(to)),
  ];
}

function addresseeLines({ label, names }: NonNullable<LetterLines['to']>): Paragraph[] {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return [line(STYLE.addressee, `${label} `, only)];
  return [
    line(STYLE.addressee, label),
    ...names.map(
      (one, index) =>
        new Paragraph({
          style: STYLE.body,
          indent: { left: mm(50), firstLine: 0 },
          children: [run(`- ${textOf(one)}${index === names.length - 1 ? '.' : ';'}`)],
        }),
    ),
  ];
}

/** Room for a signature and a seal, in twentieths of a point. */
const SIGNATURE = 1200;

/** Who receives copies, and who signs. */
export function foot({ recipients, signer }: LetterLines): (Paragraph | Table)[] {
  const left = [
    line(STYLE.recipients, recipients.label),
    ...recipients.names.map((one) => line(STYLE.copies, '- ', one, ';')),
    line(STYLE.copies, '- ', ...recipients.archive, '.'),
  ];
  const right = [
    ...signer.lines.map((one) => line(STYLE.signer, one)),
    new Paragraph({
      style: STYLE.signer,
      spacing: { before: SIGNATURE },
      children: [run(signer.name)],
    }),
  ];
  const gap = new Paragraph({ style: STYLE.rule, keepNext: true, spacing: { before: 120 } });
  return [gap, sides(left, right)];
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
