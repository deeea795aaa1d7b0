import type { Words } from '../../message/message.ts';
import type { RuleArgs } from '../../message/rule.ts';
import { sayFigure, sayTarget, sayValue } from '../figures.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { quote } from '../quote.ts';

const hint = (suggestion: string | null, else_: string) =>
  suggestion ? `did you mean ${quote(suggestion)}?` : else_;
const offer = (suggestion: string | null) => (suggestion ? `; ${hint(suggestion, '')}` : '');
const COMPARE = 'compare with the document';

/** Not more than a reader takes in. */
const few = (marks: readonly string[]) =>
  marks.length > 5 ? `${marks.slice(0, 3).join(', ')}, …, ${marks.at(-1)}` : marks.join(', ');

const STRAY = {
  control: 'a control character',
  blank: 'a blank that is no ordinary space',
  'zero-width': 'a zero-width character',
  direction: 'a mark that changes the direction of writing',
  replacement: 'the sign for a letter lost in conversion',
  private: 'a character that only one font has',
} as const;

const FIGURES = { target: 'a target', baseline: 'a baseline', result: 'a result' } as const;
const KINDS = {
  indicator: 'an indicator',
  part: 'a part',
  task: 'a task',
  report: 'a report duty',
} as const;

const DATED = {
  target: 'the target for',
  baseline: 'the baseline of',
  reference: 'the quoted figure of',
  due: 'the due day',
  waiver: 'the end of the waiver,',
  claim: 'the claim about',
  result: 'the result of',
  published: 'the day of publication,',
  progress: 'the progress of',
  extension: 'the new due day',
} as const;
const years = (first: number, last: number) =>
  first === last ? `${first}` : `${first} to ${last}`;

const COUNTS = {
  here: ', and this line corrects the earlier one',
  first: ', and that one was published later and stands',
} as const;
const saidRow = (text: string) =>
  /^\D*\d[\d.]*$/.test(text) ? sayValue({ text, unit: null }, 'en') : quote(text);
const unitSaid = (unit: string | null) => (unit === null ? 'none' : quote(unit));

/** English words of the rules on characters, plans and rows. */
export const rules: Words<RuleArgs> = {
  'not-nfc': ({ word, words }) =>
    words === 1
      ? `${quote(word)} has its accents as separate characters (not NFC), so searches and comparisons miss it; save it in NFC`
      : `${formatNumber(words, 'en')} words in this file, the first ${quote(word)}, have their accents as separate characters (not NFC), so searches and comparisons miss them; save the file in NFC`,
  'also-not-nfc': ({ word }) => `also ${quote(word)}`,
  'look-alike-letter': ({ letter, code, script, meant, word }) =>
    script === 'Latin'
      ? `${quote(letter)} (${code}) in ${quote(word)} is not a Vietnamese letter; write ${quote(meant)}`
      : `${quote(letter)} (${code}) in ${quote(word)} is a ${script} letter that looks like ${quote(meant)}; write the Latin letter`,
  'stray-character': ({ code, name }) =>
    `${code}, ${STRAY[name]}, does not belong here; ${
      name === 'replacement'
        ? 'write the letter that was meant'
        : name === 'blank'
          ? 'write a space'
          : 'delete it'
    }`,
  'decoded-twice': ({ found, meant, words }) =>
    words === 1
      ? `${quote(found)} is ${quote(meant)}, decoded in the wrong encoding and saved again; write it anew, or convert the original from UTF-8`
      : `${formatNumber(words, 'en')} words in this file were decoded in the wrong encoding and saved again, the first ${quote(found)} (that is ${quote(meant)}); convert the original from UTF-8`,
  'also-decoded-twice': ({ meant }) => `also ${quote(meant)}`,
  'odd-spaces': ({ where, between: [before, after] }) =>
    where === 'inside'
      ? `there is more than one space between ${quote(before)} and ${quote(after)}; keep one`
      : `there are spaces at the ${where} of the text; delete them`,
  'comment-in-text': ({ key, rest }) =>
    `# ends ${quote(key)} here: ${quote(rest)} is read as a comment; put the whole text in quotes`,
  'joined-lines': ({ key, line, isItem }) =>
    `${quote(line)} is joined to the text of ${quote(key)} above it; begin it with ${isItem ? '- if it is an entry of its own, with ' : ''}# if it is a comment, write >- or quotes if it goes on with the text`,
  'duplicate-id': ({ id }) =>
    `the id ${quote(id)} is taken; ids are unique across indicators, tasks and reports`,
  'duplicate-part-id': ({ id, indicator }) =>
    `${quote(indicator)} has a part ${quote(id)} already; give this one another id`,
  'quotes-in-text': ({ open, close }) =>
    `${open} and ${close} are part of the text to YAML; write straight quotes or none, or put the whole in straight quotes if they belong to it`,
  'unknown-agency': ({ found, suggestion }) =>
    `no agency ${quote(found)} in this plan; ${hint(suggestion, 'add it under “agencies”')}`,
  'misspelt-declaration': ({ declared, named, uses }) =>
    `nothing names ${quote(declared)}, but ${uses} places name ${quote(named)}; did you mean ${quote(named)}?`,
  'no-agencies': ({ first, codes }) =>
    `the plan has no “agencies”, but names ${codes === 1 ? quote(first) : `${codes} of them, the first ${quote(first)}`}; add “agencies:” with a line “${first}: name” for each`,
  'no-groups': ({ first, codes }) =>
    `the plan has no “groups”, but names ${codes === 1 ? quote(first) : `${codes} of them, the first ${quote(first)}`}; add “groups:” with a line “${first}: name” for each`,
  'unknown-group': ({ found, suggestion }) =>
    `no group ${quote(found)} in this plan; ${hint(suggestion, 'add it under “groups”')}`,
  'unknown-measure': ({ found, suggestion }) =>
    `the catalogue has no measure ${quote(found)}; ${hint(
      suggestion,
      'add it to measures.yaml, or leave “measure” out',
    )}`,
  'unknown-area': ({ found, suggestion }) =>
    `the catalogue has no area ${quote(found)}; ${hint(suggestion, 'write a code of areas.yaml')}`,
  'text-date': ({ found, last }) =>
    `no calendar has ${quote(found)}${last === null ? '' : `: that month has ${last} days`}; ${COMPARE}, and write the day that is meant, or note that the document prints it so`,
  'local-origin': ({ id, year, reference }) =>
    `${id} is called local, but a national target is quoted for it, ${sayTarget(reference, 'en')} for ${year}; ${COMPARE}, and correct the origin or the reference`,
  'ended-area': ({ area, ended, years, due, successor }) =>
    `the area ${quote(area)} ended on ${formatDay(ended, 'en')}, before ${[
      ...(years.length === 0
        ? []
        : [`the end of ${few(years.map(String))}, which the plan sets targets for`]),
      ...(due === 0 ? [] : [`${plural(due, 'task or duty falls', 'tasks and duties fall')} due`]),
    ].join(
      ', and before ',
    )}${years.length === 0 ? '' : '; no figure decides such targets'}${successor === null ? '' : `; if the area that followed answers for them, name it: “succeeded-by: ${successor}”`}`,
  'unknown-indicator': ({ found, suggestion }) =>
    `the plan has no indicator ${quote(found)}; ${hint(suggestion, 'write its id, or id/part')}`,
  'unused-agency': ({ code, name }) =>
    `no indicator, task or report names ${quote(code)} (${name}); see whether it was forgotten somewhere, or remove it from “agencies”`,
  'unused-group': ({ code, name }) =>
    `no indicator, task or report is of the group ${quote(code)} (${name}); see whether it was forgotten somewhere, or remove it from “groups”`,
  'lead-as-partner': ({ id, agency }) =>
    `${id}: ${quote(agency)} leads and is a partner, too; ${COMPARE}, and keep one of the two`,
  'the-lead': () => 'it leads here',
  'id-not-file': ({ id, file }) =>
    `the plan’s id is ${quote(id)}, but its file is ${file}: CSV files are found by the file’s name, and other plans name it by its id; give both the same`,
  'unit-mismatch': ({ id, unit, measure, expected }) =>
    `${id}: the unit is ${quote(unit)}, but the measure ${quote(measure)} is in ${quote(expected)}; correct the unit or the measure`,
  'unit-of-milestone': ({ id, measure }) =>
    `${id}: the target is a number, but the measure ${quote(measure)} is a milestone, reached or not; write done, or another measure`,
  'direction-mismatch': ({ id, year, target, measure, better, suggestion }) =>
    `${id}: the target for ${year}, ${sayTarget(target, 'en')}, says ${
      better === 'less' ? '“at least”' : '“at most”'
    }, but for the measure ${quote(measure)} ${better} is better${
      suggestion ? `; write ${suggestion}` : '; correct the target or the measure'
    }`,
  'share-out-of-range': ({ id, figure, of }) =>
    `${id}: ${sayFigure(figure, 'en')}% is ${FIGURES[of]} outside 0 to 100%, which no share can be; correct it, or the unit or measure if it is no share of a whole`,
  'doubted-share': ({ id, figure, meant, of }) =>
    `${id}: ${FIGURES[of]} of ${sayFigure(figure, 'en')}% is read as it stands; if ${sayFigure(meant, 'en')}% was meant, write ${of === 'result' ? 'the percentage, not the ratio' : meant}`,
  'csv-share': ({ figure, bound }) =>
    `${bound === null ? '' : `${bound} `}${sayFigure(figure, 'en')}% is outside 0 to 100%, which no share can be; correct it, or the indicator’s unit or measure if it is no share of a whole`,
  'csv-duplicate-row': ({ indicator, period, line, said: { first, here }, counts }) =>
    `line ${line} already gives ${quote(indicator)} for ${quote(period)} from the same area and source${
      first === here ? '' : `, ${saidRow(first)} there and ${saidRow(here)} here`
    }${first === here || counts === null ? '' : COUNTS[counts]}; keep one row, or name the source more precisely`,
  'target-on-both-levels': ({ id, year }) =>
    `${id}: for ${year} the indicator has a target of its own and so have its parts; for one year it is one or the other`,
  'part-target': ({ id, year }) => `the target of ${quote(id)} for ${year}`,
  'no-target': ({ id }) =>
    `${id}: an indicator without any target cannot be judged; add “targets”, or make it a note where the document gives no figure`,
  'no-lead': ({ id }) => `${id}: no leading agency; add “lead” where the document names one`,
  'no-lead-mostly': ({ count, all }) =>
    `${formatNumber(count, 'en')} of ${formatNumber(all, 'en')} indicators ${count === 1 ? 'has' : 'have'} no leading agency: the plan does not say who is accountable for their results`,
  'no-date': ({ id }) =>
    `${id}: a task without a date is never overdue; add its date where the document gives one`,
  'no-date-mostly': ({ count, all }) =>
    `${formatNumber(count, 'en')} of ${formatNumber(all, 'en')} tasks ${count === 1 ? 'has' : 'have'} no date; a task without one is never overdue`,
  'target-before-plan': ({ id, year, first }) =>
    `${id}: a target for ${year} lies before the plan’s first year, ${first}; correct the year, or make it the baseline`,
  'weaker-later-target': ({ id, year, target, earlierYear, earlier }) =>
    `${id}: the target for ${year}, ${sayTarget(target, 'en')}, is weaker than the one for ${earlierYear}, ${sayTarget(earlier, 'en')}; ${COMPARE}`,
  'target-of-year': ({ year }) => `the target for ${year}`,
  'already-reached': ({ id, year, target, baselineYear, baseline }) =>
    `${id}: the baseline of ${baselineYear}, ${sayValue(baseline, 'en')}, already reaches the target for ${year}, ${sayTarget(target, 'en')}; ${COMPARE}`,
  'the-baseline': ({ year }) => `the baseline of ${year}`,
  'weaker-than-national': ({ id, year, target, body, reference }) =>
    `${id}: the target for ${year}, ${sayTarget(target, 'en')}, is weaker than the ${body} one, ${sayTarget(reference, 'en')}; ${COMPARE}`,
  'reference-target': ({ body, year }) => `the ${body} target for ${year}`,
  'due-before-issue': ({ id, due, issued }) =>
    `${id}: due on ${formatDay(due, 'en')}, before the plan was issued on ${formatDay(issued, 'en')}; ${COMPARE}`,
  'the-issue': () => 'the day of issue',
  'the-period': () => 'the plan’s period',
  'the-measure': () => 'the measure',
  'due-after-period': ({ id, due, last }) =>
    `${id}: due on ${formatDay(due, 'en')}, after the plan’s last year, ${last}`,
  'duplicate-title': ({ kind, id, first, isNear }) =>
    `${id}: ${KINDS[kind]} with ${isNear ? 'nearly ' : ''}the same title as ${quote(first)}; ${COMPARE}, and keep one if it is the same`,
  'far-date': ({ of, id, found, first, last }) =>
    `${id === null ? '' : `${id}: `}${DATED[of]} ${typeof found === 'number' ? found : formatDay(found, 'en')} is far outside the plan’s period, ${years(first, last)}; check the year`,
  'printed-before': ({ of, id, year, issued }) =>
    `${id}: ${DATED[of]} ${year} cannot stand in a plan issued on ${formatDay(issued, 'en')}; check the year`,
  'far-issue': ({ issued, first, last }) =>
    `issued on ${formatDay(issued, 'en')}, but the plan’s period is ${years(first, last)}; check both years`,
  'long-period': ({ first, last }) =>
    `a period from ${first} to ${last} is longer than any plan’s; check the years`,
  'title-recurs': ({ id, word, from, to, due }) =>
    `${id}: the title says ${quote(word)}, but the date is one stretch, ${from}..${to}, which a single report settles; if it is due again and again, write ${due}`,
  'csv-progress-twice': ({ task, line, date, said: { first, here }, isSame }) => {
    const day = date === null ? 'without a day' : formatDay(date, 'en');
    return isSame
      ? `line ${line} already says the same of ${quote(task)} (${day}); keep one row`
      : `${quote(task)} (${day}): line ${line} says ${quote(first)}, this one says ${quote(here)} and counts, being the later line; keep the row that is right, or give each its day`;
  },
  'numbering-gap': ({ list, before, after, missing }) =>
    `${list === '' ? 'the numbering' : `the numbering of ${list}`} jumps from ${before} to ${after}: ${few(missing)} ${
      missing.length === 1 ? 'is' : 'are'
    } missing, here or in the document itself; ${COMPARE}`,
  'item-before': () => 'the item before',
  'numbering-repeat': ({ source, first }) =>
    `${source} appears twice, first for ${quote(first)}: a number that the document repeats, or a mistake here; ${COMPARE}`,
  'catalogue-duplicate': ({ code }) =>
    `the code ${quote(code)} appears here a second time; every entry needs a code of its own`,
  'similar-unknown': ({ code, suggestion }) =>
    `the catalogue has no measure ${quote(code)}${offer(suggestion)}`,
  'similar-itself': ({ code }) => `${quote(code)} names itself as similar; remove it`,
  'similar-one-sided': ({ code, of }) =>
    `${quote(of)} names ${quote(code)} as similar, but not the other way round; add ${quote(of)} to “similar” of ${quote(code)}`,
  'similar-other': ({ code }) => `${quote(code)} is here`,
  'part-of-unknown': ({ code, suggestion }) =>
    `the catalogue has no measure ${quote(code)} for “part-of”${offer(suggestion)}`,
  'part-of-circle': ({ code }) =>
    `“part-of” leads from ${quote(code)} back to itself; correct one of the entries`,
  'part-of-unit': ({ code, unit, whole, wholeUnit }) =>
    `the unit of ${quote(code)} is ${unitSaid(unit)}, that of ${quote(whole)}, which it is to be part of, ${unitSaid(wholeUnit)}; a part is in its whole’s unit: correct one of them, or leave “part-of” out`,
  'area-unknown': ({ key, code, suggestion }) =>
    `the catalogue has no area ${quote(code)} for ${quote(key)}${offer(suggestion)}`,
  'area-circle': ({ key, code }) =>
    `${quote(key)} leads from ${quote(code)} back to itself; correct one of the entries`,
};
