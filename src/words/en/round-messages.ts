import type { Words } from '../../message/message.ts';
import type { RoundArgs } from '../../message/round.ts';
import { list, quote } from '../quote.ts';

/** English words for filled sheets of a round. */
export const roundMessages: Words<RoundArgs> = {
  'sheet-other-form': ({ form }) =>
    `the sheet was made by another version of the program; this one knows ${form}: make the sheet anew with dti-eval sheet`,
  'sheet-other-plan': ({ found, plan }) =>
    `the sheet is of the plan ${quote(found)}, not of ${quote(plan)}; collect it with that plan`,
  'sheet-other-period': ({ found, period }) =>
    `this is of ${quote(found)}, and ${period} is collected; collect it with --period ${found}, or correct the period`,
  'sheet-several': ({ found }) =>
    `rows of several sheets stand in one file (${list(found, 'and')}); keep a file for each`,
  'sheet-of-nobody': () =>
    'nothing says whose sheet it is, so nobody is counted as having sent it; put the agency’s or area’s code into the file’s name',
  'sheet-of-help': () =>
    'this is the tab that says how to fill the sheet in; there is nothing to take from it',
  'sheet-without-codes': () =>
    'no row has the code of an indicator, task or duty of the plan; the codes stand in the first column of the sheets that dti-eval sheet writes',
  'sheet-note-alone': ({ found }) =>
    `${quote(found)} is a note without a figure and is not taken over; write “no data” as the value if there is none`,
  'sheet-broken': ({ problem }) =>
    problem === 'missing'
      ? 'no such file'
      : 'the file cannot be read; check its permissions, and whether another program keeps it open',
  'table-not-utf8': ({ file }) =>
    `${file} is not UTF-8, so rows cannot be added without changing it; save it as “CSV UTF-8” first. Nothing was written`,
  'table-without-columns': ({ file, missing }) =>
    `${file} has no column ${list(missing, 'and')} for the rows to add; add it to the header. Nothing was written`,
  'table-not-csv': ({ file }) =>
    `${file} is a workbook; rows are added to CSV files only: save it as “CSV UTF-8”, or name another with --results or --progress. Nothing was written`,
  'table-not-appendable': ({ file }) =>
    `rows added at the end of ${file} would not be read; nothing was written. Look at its last lines: a second table or notes may stand there`,
  'table-changed': ({ file }) =>
    `${file} was changed by another program meanwhile; nothing was written. Run the command again`,
  'table-locked': ({ file, lock, by }) =>
    `${file} is being written to by another collection (${by}); nothing was written. Run the command again; if no other one runs, delete ${lock}`,
};
