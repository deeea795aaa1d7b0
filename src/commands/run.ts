import type { Day } from '../calendar.ts';
import type { OptionsOf } from '../cli/flag.ts';
import type { bom, outputs } from '../cli/flags/shared.ts';
import { foldText } from '../fold.ts';
import { FORMATS, type FormatName, isBinary, writeView } from '../formats/index.ts';
import type { View } from '../formats/view.ts';
import { yearsWithTargets } from '../plan.ts';
import { checkChoices } from './choices.ts';
import { formatsFor, type Showing, type ShownFormat } from './formats.ts';
import { deliver, filesFirst, refuseLosses, type Wanted, wantedOutputs } from './output.ts';
import { drawable } from './page-rows.ts';
import type { PlanInput } from './read.ts';
import { type Session, usageError } from './session.ts';
import { asOfDay, type CommonOptions, type Look, lookOf } from './settings.ts';

/** The options of every command whose output may be had in several formats. */
export type OutputOptions = CommonOptions &
  OptionsOf<ReturnType<typeof outputs>> &
  Partial<OptionsOf<typeof bom>>;

/** What is known of a run before any file is read. */
export interface Run {
  session: Session;
  options: OutputOptions;
  look: Look;
  asOf: Day;
  outputs: readonly Wanted<ShownFormat>[];
}

/**
 * Begins a run of a command.
 * @throws UsageError for options that cannot be met
 */
export function beginRun(session: Session, options: OutputOptions, command: Showing): Run {
  const formats = formatsFor(command);
  const outputs = wantedOutputs(options.format, options.output, formats, formats[0]!);
  refuseLosses(outputs, session);
  const binary = outputs.find(({ format, file }) => file === null && isBinary(format));
  if (binary && session.stdout.isTTY)
    throw usageError('binary-on-terminal', { format: binary.format });
  return {
    session,
    options,
    look: lookOf(options, session),
    asOf: asOfDay(options, session),
    outputs,
  };
}

/** Is it a format of documents, not of findings? */
export function isOfDocuments(output: Wanted<ShownFormat>): output is Wanted<FormatName> {
  return Object.hasOwn(FORMATS, output.format);
}

/**
 * Prints the view of so many plans in every format of documents asked for. A file gets no colour and no
 * terminal's width.
 */
export async function deliverView(
  { session, options, look, outputs }: Run,
  view: View,
  plans: number,
): Promise<void> {
  const wanted = filesFirst(outputs.filter(isOfDocuments));
  // What is too large to be drawn is refused before anything is written.
  const views = new Map<FormatName, View>();
  for (const { format } of wanted) views.set(format, await drawable(view, format, plans, session));
  for (const output of wanted) {
    const { width, color } = output.file === null ? look : { width: look.fileWidth, color: false };
    const bom = options.bom === true;
    const made = await writeView(output.format, views.get(output.format)!, {
      width,
      color,
      bom,
      lang: look.lang,
    });
    await deliver(session, output, made);
  }
}

/** Codes that narrow what is shown. */
export interface Narrowed {
  group?: readonly string[] | undefined;
  lead?: readonly string[] | undefined;
  area?: readonly string[] | undefined;
}

/**
 * The codes that narrow what is shown, given as codes or by their names; a group of agencies stands
 * for its members too.
 * @throws UsageError for what no plan knows, for it would show an empty table
 */
export function narrowed(
  inputs: readonly Pick<PlanInput, 'plan' | 'areas' | 'results'>[],
  { group = [], lead = [], area = [] }: Narrowed,
): { group: string[]; lead: string[]; area: string[] } {
  const plans = inputs.map(({ plan }) => plan);
  const leads = codesOf(
    '--lead',
    lead,
    plans.flatMap(({ agencies }) => [...agencies]),
  );
  const members = leads.flatMap((code) => plans.flatMap((plan) => plan.members.get(code) ?? []));
  return {
    group: codesOf(
      '--group',
      group,
      plans.flatMap(({ groups }) => [...groups]),
    ),
    lead: [...new Set([...leads, ...members])],
    area: area.length === 0 ? [] : codesOf('--area', area, inputs.flatMap(areasOf)),
  };
}

/**
 * The one area that is asked for, by its code or name; of several of one name the plan's own.
 * @throws UsageError for an area that is not known, and for a name that several have
 */
export function narrowedArea(
  inputs: readonly Pick<PlanInput, 'plan' | 'areas' | 'results'>[],
  area: string | undefined,
): { area?: string } {
  if (area === undefined) return {};
  const { area: codes } = narrowed(inputs, { area: [area] });
  const own = codes.find((code) => inputs.some(({ plan }) => plan.area === code));
  if (own !== undefined || codes.length === 1) return { area: own ?? codes[0]! };
  return { area: checkChoices('--area', [area], codes)[0]! };
}

type Named = readonly [code: string, name: string];

/**
 * What is named by code or by name, as codes.
 * @throws UsageError for what is neither
 */
export function codesOf(
  option: string,
  given: readonly string[],
  known: readonly Named[],
): string[] {
  return given.flatMap((found) => {
    const isCode = known.some(([code]) => code === found);
    const named = known.filter(([, name]) => foldText(name) === foldText(found));
    return isCode || named.length === 0
      ? checkChoices(
          option,
          [found],
          known.map(([code]) => code),
        )
      : [...new Set(named.map(([code]) => code))];
  });
}

/** The plan's own area, those of the catalogue under both their names, and those that results name. */
function areasOf({ plan, areas, results }: Pick<PlanInput, 'plan' | 'areas' | 'results'>): Named[] {
  const own = [plan.area, ...results.map((result) => result.area)];
  return [
    ...own.map((code): Named => [code, code]),
    ...[...areas.values()].flatMap(({ code, name, nameEn }): Named[] => [
      [code, name],
      [code, nameEn],
    ]),
  ];
}

/**
 * A year for which none of the plans sets a target has nothing to judge.
 * @throws UsageError naming the years that have targets
 */
export function checkYear(inputs: readonly Pick<PlanInput, 'plan'>[], year: number | undefined) {
  if (year === undefined) return;
  const years = [...new Set(inputs.flatMap(({ plan }) => yearsWithTargets(plan)))];
  if (years.length > 0 && !years.includes(year))
    throw usageError('year-without-targets', { year, years: years.sort((a, b) => a - b) });
}

/** Is there anything in the data that could not be read? */
export function hasUnreadData(inputs: readonly Pick<PlanInput, 'findings'>[]): boolean {
  return inputs.some(({ findings }) => findings.some(({ level }) => level === 'error'));
}
