import type { Day } from '../../calendar.ts';

/** The names of styles in a Word file. */
const STYLES = {
  body: 'Body Text',
  table: 'Table Text',
  tableHead: 'Table Heading',
  tableGroup: 'Table Group',
  tableNote: 'Table Note',
  nation: 'National Heading',
  motto: 'Motto',
  superior: 'Superior Body',
  issuer: 'Issuing Body',
  number: 'Document Number',
  placeDate: 'Place and Date',
  rule: 'Rule',
  addressee: 'Addressee',
  recipients: 'Recipients',
  copies: 'Copies',
  signer: 'Signer',
  annex: 'Annex',
};

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** English words that Excel and Word files have of themselves. */
export const office = {
  group: 'Group',
  notes: 'Sources and method',
  /** How Excel prints a day. */
  dayFormat: 'd mmm yyyy',
  styles: STYLES,
  /** What an official document has around its text, after Nghị định 30/2020/NĐ-CP. */
  form: {
    nation: 'Socialist Republic of Viet Nam',
    motto: 'Independence - Freedom - Happiness',
    issuer: '[ISSUING BODY]',
    number: 'No.: ',
    noNumber: '…/BC-…',
    beforeDate: ', ',
    noDate: '… … …',
    longDate: (date: Day) => {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      return `${day} ${MONTHS[month - 1]} ${year}`;
    },
    kind: 'Report',
    /** The subject of a report of that title. */
    subjectOf: (title: string) => title.replace(/^report (?=on )/i, ''),
    to: 'To:',
    recipients: 'Recipients:',
    archive: 'Filed:',
    noArchive: '…',
    signer: '[AUTHORITY AND POST OF THE SIGNER]',
    name: '[Name of the signer]',
    annex: 'Annex',
    attachedTo: (kind: string) => `(Attached to ${kind} No. `,
    ofDate: ' of ',
    ofBody: ' of ',
  },
};

export type OfficeWords = typeof office;
