import { type Day, yearOf } from '../calendar.ts';
import type { InitOptions } from '../cli/flags/init.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formCsv } from '../formats/form.ts';
import { planNamed } from '../load/beside.ts';
import { kindOf } from '../load/files.ts';
import { codeFrom } from '../load/form-words/codes.ts';
import { planSchemaFor } from '../load/packaged.ts';
import { PROGRESS_COLUMNS } from '../load/progress-columns.ts';
import { RESULT_COLUMNS } from '../load/result-columns.ts';
import { createTogether } from '../load/write.ts';
import { message } from '../message/message.ts';
import { yearPeriod } from '../period.ts';
import { yearsWithTargets } from '../plan.ts';
import { type AskedFigure, countablePeriod, roundYear, wholeSheet } from '../round.ts';
import { resultsTable, sheetForm } from '../views/sheet/form.ts';
import { speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { checkChoices } from './choices.ts';
import { readPlans } from './read.ts';
import { sayPlanErrors } from './remarks.ts';
import { roundData } from './round.ts';
import { type Session, tell, usageError, write } from './session.ts';
import { asOfDay, lookOf } from './settings.ts';
import { sheetView } from './sheet.ts';

/** `dti-eval init`: a new plan with its CSV files, or with `--results` a collection sheet. */
export async function init(
  session: Session,
  name: string | undefined,
  options: InitOptions,
): Promise<ExitCode> {
  if (options.results !== undefined) return newSheet(session, options.results, options);
  if (name === undefined) throw usageError('init-what', {});
  return newPlan(session, name, options);
}

async function newPlan(session: Session, name: string, options: InitOptions): Promise<ExitCode> {
  const { cwd } = session;
  const { stem, id } = planNamed(name);
  if (codeFrom(id) !== id)
    throw usageError('bad-plan-name', { found: id, suggestion: codeFrom(id) });
  const schema = planSchemaFor(stem, cwd);
  const { lang, quiet } = lookOf(options, session);
  const speech = await speak(lang, 'messages', 'planTemplate');
  const when = yearAndIssue(id, options.year, asOfDay(options, session));
  const files: [string, string][] = [
    [`${stem}.yaml`, speech.planTemplate({ id, schema: schema.named, ...when })],
    [`${stem}.results.csv`, `${RESULT_COLUMNS.join(',')}\n`],
    [`${stem}.progress.csv`, `${PROGRESS_COLUMNS.join(',')}\n`],
  ];
  refuseToOverwrite(files, cwd);
  await createTogether(schema.copy === null ? files : [...files, schema.copy], cwd);
  const names = files.map(([file]) => file);
  const said = message('plan-created', { files: names, plan: names[0]! });
  if (!quiet) await tell(session, `${say(said, speech)}\n`);
  return EXIT.ok;
}

/** The year asked for, else the one in the name, else this one; issued today where that is in it. */
function yearAndIssue(id: string, asked: number | undefined, today: Day) {
  const named = /(?:^|-)(20\d\d)$/.exec(id)?.[1];
  const year = asked ?? (named === undefined ? yearOf(today) : Number(named));
  return { year, issued: yearOf(today) === year ? today : `${year}-01-15` };
}

function refuseToOverwrite(files: readonly (readonly [string, unknown])[], cwd: string): void {
  const there = files.map(([file]) => file).filter((file) => kindOf(file, cwd) !== 'missing');
  if (there.length > 0) throw usageError('already-there', { files: there });
}

/** A sheet that asks for every figure of a period, or for those that some agencies lead. */
async function newSheet(
  session: Session,
  planFile: string,
  options: InitOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const asOf = asOfDay(options, session);
  const read = await readPlans(session, [planFile], {}, asOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  const [input] = read.inputs;
  if (!input || read.inputs.length > 1)
    throw usageError('one-plan-only', { option: '--results', plans: read.inputs.length });
  const { plan } = input;
  const lead = checkChoices('--lead', options.lead ?? [], [...plan.agencies.keys()]);
  const period =
    options.year === undefined
      ? countablePeriod(plan, input.areas, asOf)
      : yearPeriod(options.year);
  const round = { plan, period, year: roundYear(plan, period), asOf };
  const { figures, ...whole } = wholeSheet(roundData(input), period, asOf);
  const isLed = ({ indicator }: AskedFigure) =>
    lead.length === 0 || indicator.lead.some((code) => lead.includes(code));
  const sheet = { ...whole, figures: figures.filter(isLed), items: [] };
  if (sheet.figures.length === 0 || (options.year ?? round.year) !== round.year)
    throw usageError('no-targets-in-year', {
      plan: planFile,
      year: options.year ?? round.year,
      years: yearsWithTargets(plan),
      isLed: lead.length > 0,
    });
  const view = await sheetView(input, round, look.lang);
  const table = resultsTable(sheet, round, view);
  const file = options.output ?? `${plan.id}.${period.text}.csv`;
  const content = file.endsWith('.xlsx')
    ? await (await import('../formats/form-book.ts')).writeForm(sheetForm(sheet, round, view))
    : formCsv(table, options.delimiter ?? ',');
  if (file === '-') {
    await write(session.stdout, content);
    return EXIT.ok;
  }
  refuseToOverwrite([[file, content]], session.cwd);
  await createTogether([[file, content]], session.cwd);
  const said = message('sheet-created', { file, rows: table.rows.length, plan: planFile });
  if (!look.quiet) await tell(session, `${say(said, await speak(look.lang, 'messages'))}\n`);
  return EXIT.ok;
}
