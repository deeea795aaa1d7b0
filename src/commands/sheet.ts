import { hasEnded } from '../area.ts';
import type { SheetOptions } from '../cli/flags/sheet.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type Form, formCsv } from '../formats/form.ts';
import { bytesOfFile, createTogether } from '../load/write.ts';
import { deadlinesOf } from '../overdue.ts';
import { countablePeriod, type Round, type RoundSheet, roundDue } from '../round.ts';
import { type SheetView, sheetForm } from '../views/sheet/form.ts';
import { speak } from '../words/index.ts';
import { LANGS, type Lang } from '../words/langs.ts';
import { type PlanInput, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { narrowedTo, openRound } from './round.ts';
import { type Session, tell, usageError } from './session.ts';
import { asOfDay, lookOf } from './settings.ts';

const FOLDER = 'sheets';

/** `dti-eval sheet`: the sheets that agencies or areas fill in for a period, a file each. */
export async function sheet(
  session: Session,
  planPath: string,
  options: SheetOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const asOf = asOfDay(options, session);
  const { delimiter = ',', format = 'xlsx', output: folder = FOLDER, ...reading } = options;
  if (options.delimiter !== undefined && format !== 'csv')
    throw usageError('option-not-with', { option: '--delimiter', other: '--format xlsx' });
  const read = await readPlans(session, [planPath], reading, asOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  const input = onePlan(planPath, read.inputs);
  await sayDataFindings(session, read.inputs, look);
  const period = options.period ?? countablePeriod(input.plan, input.areas, asOf);
  const all = openRound(input, period, splitOf(input, options), {
    asOf,
    limits: session.limits,
  });
  const round = narrowedTo(all, options.for ?? [], input);
  const view = await sheetView(input, round, look.lang);
  const files = await filesOf(round, view, { folder, format, delimiter });
  refuseToOverwrite(files, session.cwd);
  const missing = files.filter(({ file }) => bytesOfFile(file, session.cwd) === null);
  await createTogether(
    missing.map(({ file, content }) => [file, content]),
    session.cwd,
  );
  if (!look.quiet) await tell(session, told(files, round, folder, view));
  return EXIT.ok;
}

/** @throws UsageError for a path that holds none or several */
export function onePlan(path: string, inputs: readonly PlanInput[]): PlanInput {
  const [input] = inputs;
  if (input && inputs.length === 1) return input;
  throw usageError('one-plan-needed', { found: path, plans: inputs.length });
}

/** Where only areas are named, the sheets of areas are meant. */
function splitOf({ plan, areas }: PlanInput, options: SheetOptions) {
  const named = options.for ?? [];
  const isArea = (code: string) => !plan.agencies.has(code) && areas.has(code);
  return options.split ?? (named.length > 0 && named.every(isArea) ? 'area' : 'lead');
}

/** How sheets are written: they say how they are filled in, in every language. */
export async function sheetView(
  { plan, areas, progress }: PlanInput,
  { asOf, period }: Pick<Round, 'asOf' | 'period'>,
  lang: Lang,
): Promise<SheetView> {
  const langs = Object.keys(LANGS) as Lang[];
  const order = [lang, ...langs.filter((one) => one !== lang)];
  const spoken = await Promise.all(order.map((one) => speak(one, 'sheet')));
  const { items } = deadlinesOf(plan, progress.rows, { asOf });
  const how = spoken.map(({ sheet }) => sheet.how);
  return { speech: spoken[0]!, how, areas, due: roundDue(plan, period, items) };
}

interface SheetFile {
  file: string;
  content: string | Uint8Array;
  figures: number;
  items: number;
}

interface SheetForms {
  folder: string;
  format: 'xlsx' | 'csv';
  delimiter: ',' | ';' | '\t';
}

/** `danang-2024.2024-Q3.so-y-te.xlsx`; as CSV the tasks stand in a file of their own. */
async function filesOf(round: Round, view: SheetView, how: SheetForms): Promise<SheetFile[]> {
  const files = round.sheets.map(async (sheet): Promise<SheetFile[]> => {
    const { plan, period } = round;
    const name = [plan.id, period.text, sheet.recipient?.code].join('.');
    const stem = `${how.folder.replace(/(?<!\/)\/+$/, '')}/${name}`;
    const form = sheetForm(sheet, round, view);
    const counts = { figures: sheet.figures.length, items: sheet.items.length };
    if (how.format === 'csv') return csvFiles(stem, form, sheet, how.delimiter);
    const { writeForm } = await import('../formats/form-book.ts');
    return [{ file: `${stem}.xlsx`, content: await writeForm(form), ...counts }];
  });
  return (await Promise.all(files)).flat();
}

function csvFiles(
  stem: string,
  { tabs }: Form,
  { figures, items }: RoundSheet,
  delimiter: SheetForms['delimiter'],
): SheetFile[] {
  const tables = tabs.filter((tab) => tab.kind === 'table').map((tab) => formCsv(tab, delimiter));
  const [first, second] = tables;
  const results = figures.length === 0 ? undefined : first;
  const tasks = figures.length === 0 ? first : second;
  return [
    ...(results === undefined
      ? []
      : [{ file: `${stem}.csv`, content: results, figures: figures.length, items: 0 }]),
    ...(tasks === undefined
      ? []
      : [{ file: `${stem}.tasks.csv`, content: tasks, figures: 0, items: items.length }]),
  ];
}

/**
 * A sheet that is there may have been filled in; one with the same bytes has not.
 * @throws UsageError naming those that would be lost
 */
function refuseToOverwrite(files: readonly SheetFile[], cwd: string): void {
  const there = files
    .filter(({ file, content }) => {
      const known = bytesOfFile(file, cwd);
      return known !== null && !known.equals(Buffer.from(content));
    })
    .map(({ file }) => file);
  if (there.length > 0) throw usageError('sheets-there', { files: there });
}

function told(
  files: readonly SheetFile[],
  { period, asOf, unled, home }: Round,
  folder: string,
  { speech, areas }: SheetView,
): string {
  const { sheet: words } = speech;
  const area = areas.get(home);
  return [
    words.written(files.length, folder, period),
    ...files.map(({ file, figures, items }) => words.file(file, figures, items)),
    ...(unled.figures + unled.items > 0 ? [words.unled(unled.figures, unled.items)] : []),
    ...(period.end > asOf ? [words.running(period, period.end)] : []),
    ...(area && hasEnded(area, period.end)
      ? [words.ended(LANGS[speech.lang].nameOf(area), area.validTo!)]
      : []),
    '',
  ].join('\n');
}
