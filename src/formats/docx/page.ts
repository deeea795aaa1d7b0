import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';

/** Millimetres in Word's unit, the twentieth of a point. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 72 * 20) / 25.4);
}

/** A4 and the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I, in millimetres. */
const SHEET = { short: 210, long: 297 };
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
/** Where the page's number stands, from the edge of the sheet. */
const NUMBER_AT = 10;

export type Orientation = 'portrait' | 'landscape';

/** How wide the text is on a page, in twentieths of a point. */
export function textWidth(orientation: Orientation): number {
  const sheet = orientation === 'portrait' ? SHEET.short : SHEET.long;
  return mm(sheet - MARGINS.left - MARGINS.right);
}

type Section = Pick<ISectionOptions, 'properties' | 'headers' | 'footers'>;

/**
 * Pages of one orientation; the number stands centred in the top margin, but on the first page of
 * the document.
 */
export function pages(orientation: Orientation, isFirst: boolean): Section {
  const { top, bottom, left, right } = MARGINS;
  return {
    properties: {
      titlePage: isFirst,
      page: {
        size: {
          width: mm(SHEET.short),
          height: mm(SHEET.long),
          orientation:
            orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: mm(top),
          bottom: mm(bottom),
          left: mm(left),
          right: mm(right),
          header: mm(NUMBER_AT),
          footer: mm(NUMBER_AT),
        },
      },
    },
    headers: {
      default: new Header({ children: [pageNumber()] }),
      ...(isFirst ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
    },
    ...(isFirst ? { footers: { first: new Footer({ children: [new Paragraph('')] }) } } : {}),
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: 'Header',
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}
