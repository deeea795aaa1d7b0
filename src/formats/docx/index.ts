import { Packer, Paragraph, type Table, TextRun, Document as WordDocument } from 'docx';
import type { Letter } from '../../letter.ts';
import type { OfficeWords } from '../../words/en/office.ts';
import { speak } from '../../words/index.ts';
import { roman } from '../../words/roman.ts';
import {
  type Document,
  type HeadingBlock,
  headingText,
  type Item,
  type List,
  type TextBlock,
  titleOf,
  visibleColumns,
  withoutPictures,
} from '../document.ts';
import { letterLines } from '../letter-lines.ts';
import { officeText, reproducible } from '../office-file.ts';
import { loosened } from '../printable.ts';
import type { Look, View } from '../view.ts';
import { belongsTo, foot, head, markedLine, title } from './letterhead.ts';
import { type Orientation, pages, textWidth } from './page.ts';
import { NUMBERING, numbering, STYLE, styles } from './styles.ts';
import { entriesOf, tableOf } from './table.ts';

/**
 * The view's document as a Word file in the form of Nghị định 30/2020/NĐ-CP. What is handed in as
 * an official document gets its head and its signatures; its annexes lie across on pages of their
 * own.
 */
export async function write(view: View, { lang }: Look): Promise<Uint8Array> {
  const { office: words } = await speak(lang, 'office');
  const document = view.document({ width: null, isPage: true });
  const letter = view.letter ?? null;
  const lists = { count: 0 };
  const parts = partsOf(document);
  const file = new WordDocument({
    styles: styles(words, lang),
    numbering: numbering(startsOf(document)),
    features: { updateFields: false },
    sections: parts.map((part, index) => {
      const orientation = orientationOf(part, letter);
      const context = { words, letter, lists, orientation, part: index };
      return {
        ...pages(context.orientation, index === 0),
        children:
          part.annex === null
            ? mainPart(part.blocks, context)
            : annexPart(part, parts.filter(({ annex }) => annex !== null).length, context),
      };
    }),
  });
  const packed = await Packer.pack(file, 'uint8array');
  return reproducible(packed, { title: titleOf(document), language: lang });
}

interface Context {
  words: OfficeWords;
  /** `null` where the document is no official one. */
  letter: Letter | null;
  orientation: Orientation;
  /** The part's place in the document: each counts its headings anew. */
  part: number;
  /** How many lists are written: each counts anew. */
  lists: { count: number };
  /** Does the signature follow? It never stands alone on a page. */
  isLast?: boolean;
}

/** The main text, or an annex with its place among them. */
interface Part {
  annex: { heading: HeadingBlock; number: number } | null;
  blocks: readonly TextBlock[];
}

/** The document's main text, where it has one, and its annexes. */
function partsOf(document: Document): Part[] {
  const main: TextBlock[] = [];
  const annexes: { annex: { heading: HeadingBlock; number: number }; blocks: TextBlock[] }[] = [];
  for (const block of withoutPictures(document)) {
    if (block.kind === 'heading' && block.isAnnex)
      annexes.push({ annex: { heading: block, number: annexes.length + 1 }, blocks: [] });
    else (annexes.at(-1)?.blocks ?? main).push(block);
  }
  return main.length > 0 || annexes.length === 0
    ? [{ annex: null, blocks: main }, ...annexes]
    : annexes;
}

/** A table of more columns has no room on an upright page. */
const UPRIGHT_COLUMNS = 6;

function orientationOf({ annex, blocks }: Part, letter: Letter | null): Orientation {
  if (annex !== null) return 'landscape';
  const isWide = blocks.some(
    (block) => block.kind === 'table' && visibleColumns(block).length > UPRIGHT_COLUMNS,
  );
  return letter === null && isWide ? 'landscape' : 'portrait';
}

type Written = Paragraph | Table;

function mainPart(blocks: readonly TextBlock[], context: Context): Written[] {
  const { letter, words } = context;
  const [first, ...rest] = blocks;
  if (letter === null || first?.kind !== 'heading')
    return blocks.flatMap((block) => written(block, context));
  const lines = letterLines(letter, first.text, words);
  return [
    ...head(lines),
    ...title(lines),
    ...rest.slice(0, -1).flatMap((block) => written(block, context)),
    ...rest.slice(-1).flatMap((block) => written(block, { ...context, isLast: true })),
    ...foot(lines),
  ];
}

function annexPart({ annex, blocks }: Part, annexes: number, context: Context): Written[] {
  const { letter, words } = context;
  const { heading, number } = annex!;
  const name =
    heading.label ?? (annexes > 1 ? `${words.form.annex} ${roman(number)}` : words.form.annex);
  return [
    new Paragraph({ style: STYLE.annex, children: [new TextRun({ text: name })] }),
    new Paragraph({
      style: 'Title',
      children: [new TextRun({ text: officeText(heading.text), allCaps: true })],
    }),
    ...(letter === null ? [] : [markedLine(STYLE.placeDate, ...belongsTo(letter, words))]),
    ...blocks.flatMap((block) => written(block, context)),
  ];
}

function written(block: TextBlock, context: Context): Written[] {
  const room = textWidth(context.orientation);
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, context)];
    case 'paragraph':
      return [block.toFill ? toFill(block.text, context) : body(block.text, context)];
    case 'list':
      return listParagraphs(block, context);
    case 'table':
      return [
        ...(block.title === null ? [] : [centredTitle(block.title)]),
        ...(block.opening ?? []).map((line) => body(line)),
        ...tableOf(block, room),
        ...spaced(block.closing),
      ];
    case 'entries':
      return [centredTitle(block.title), ...entriesOf(block, room), ...spaced(block.closing)];
  }
}

function centredTitle(text: string): Paragraph {
  return new Paragraph({ style: 'Title', spacing: { before: 120, after: 120 }, ...said(text) });
}

/** Word needs a paragraph between two tables. */
function spaced(closing: readonly string[]): Paragraph[] {
  return closing.length === 0
    ? [new Paragraph({ style: STYLE.table, children: [] })]
    : closing.map((line) => body(line));
}

function body(text: string, { isLast = false }: { isLast?: boolean } = {}): Paragraph {
  return new Paragraph({ style: STYLE.body, keepNext: isLast, ...said(text) });
}

/** Marked, as whatever else is to be filled in. */
function toFill(text: string, { isLast = false }: Context): Paragraph {
  const run = new TextRun({ text: officeText(loosened(text)), highlight: 'yellow' });
  return new Paragraph({ style: STYLE.body, keepNext: isLast, children: [run] });
}

function said(text: string) {
  return { children: [new TextRun(officeText(loosened(text)))] };
}

/** What already begins with a number is not numbered again. */
const NUMBERED = /^(?:[IVX]+\.|\d+(?:\.\d+)*\.|\p{Ll}\))\s/u;

/** Word counts I. and 1. itself; a) is written, for Word has no đ). */
const COUNTED_DEPTH = 2;

function headingParagraph(block: HeadingBlock, { part }: Context): Paragraph {
  const depth = Math.min(block.level, 5) - 1;
  if (depth === 0) return centredTitle(headingText(block));
  const isCounted = block.number !== undefined && depth <= COUNTED_DEPTH;
  const place = { reference: NUMBERING.headings, level: depth - 1, instance: part };
  return new Paragraph({
    style: `Heading${depth}`,
    ...(isCounted ? { numbering: place } : {}),
    ...said(isCounted ? block.text : headingText(block)),
  });
}

function listParagraphs({ items, start }: List, context: Context, level = 0): Paragraph[] {
  context.lists.count += 1;
  const reference = start === undefined ? NUMBERING.marks : NUMBERING.from(start);
  const place = {
    reference,
    level: start === undefined ? level : 0,
    instance: context.lists.count,
  };
  return items.flatMap((item, at) =>
    itemParagraphs(item, place, { ...context, isLast: isLastOf(items, at, context) }),
  );
}

function isLastOf(items: readonly Item[], at: number, { isLast = false }: Context): boolean {
  return isLast && at === items.length - 1;
}

type ListPlace = { reference: string; level: number; instance: number };

function itemParagraphs(item: Item, place: ListPlace, context: Context): Paragraph[] {
  const { text, style, below } =
    typeof item === 'string' ? { text: item, style: 'plain', below: [] } : item;
  return [
    new Paragraph({
      style: STYLE.list,
      keepNext: context.isLast === true,
      ...(NUMBERED.test(text) ? {} : { numbering: place }),
      children: [new TextRun({ text: officeText(loosened(text)), bold: style === 'strong' })],
    }),
    ...below.flatMap((one) =>
      typeof one === 'string'
        ? [new Paragraph({ style: STYLE.body, ...said(one) })]
        : listParagraphs(one, context, Math.min(place.level + 1, 2)),
    ),
  ];
}

/** The numbers with which the document's numbered lists begin. */
function startsOf(document: Document): number[] {
  const inList = ({ items, start }: List): number[] => [
    ...(start === undefined ? [] : [start]),
    ...items.flatMap((item) =>
      typeof item === 'string'
        ? []
        : item.below.flatMap((one) => (typeof one === 'string' ? [] : inList(one))),
    ),
  ];
  const starts = document.flatMap((block) => (block.kind === 'list' ? inList(block) : []));
  return [...new Set(starts)];
}
