import { AUDIT_KINDS, type AuditFinding, byAddress } from '../../audit/finding.ts';
import type { Audit, DoubtedVerdict } from '../../audit.ts';
import { countAll } from '../../finding.ts';
import type { Column, Row, Section, TableBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
import type { AuditSpeech } from '../../words/audit-said.ts';
import type { AuditColumn, AuditWords } from '../../words/en/audit.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS } from '../../words/langs.ts';
import { formatNumber } from '../../words/numbers.ts';
import { explanationOf } from '../cited.ts';
import { DOUBTED, notCountedLine, notCountedPlaces, shareDoubtText } from '../evidence.ts';
import { foundAt, foundLines, moreLike, type PlaceText } from './text.ts';

/** What an audit is told with. */
export type AuditTellingSpeech = AuditSpeech & Speech<'evidence'>;

/**
 * The audit as a table: findings by kind, notes last, the summary below. All findings are shown;
 * every count is of what is shown.
 */
export function auditTable(audit: Audit, speech: AuditTellingSpeech): TableBlock {
  const { audit: words, evidence } = speech;
  return {
    kind: 'table',
    title: words.title,
    opening: notCountedLine(audit.notCounted, evidence),
    columns: columnsOf(words),
    sections: [...kindSections(audit, speech), ...noteSections(audit, speech)],
    closing: closingLines(audit, speech),
    hiddenNote: words.hidden,
  };
}

/** What only programs read of a finding. */
type AuditKey = AuditColumn | 'plan' | 'kind' | 'level' | 'lead' | 'file' | 'line';

function columnsOf({ columns: titles }: AuditWords): Column<AuditKey>[] {
  const forMachines = (key: AuditKey) =>
    ({ key, title: key, importance: 0, csvOnly: true }) satisfies Column<AuditKey>;
  const shown = (key: AuditColumn, importance: number, more: Partial<Column> = {}) =>
    ({ ...more, key, title: titles[key], importance }) satisfies Column<AuditColumn>;
  return [
    ...(['plan', 'kind', 'level'] as const).map(forMachines),
    shown('indicator', 80),
    shown('name', 90, { wraps: true, minWidth: 16 }),
    shown('finding', 100, { wraps: true, minWidth: 40 }),
    ...(['lead', 'file', 'line'] as const).map(forMachines),
  ];
}

function kindSections({ findings, plans }: Audit, speech: AuditSpeech): Section<AuditKey>[] {
  const { audit: words } = speech;
  return AUDIT_KINDS.flatMap((kind) => {
    const own = findings.filter((found) => found.kind === kind && !found.isNote);
    if (own.length === 0) return [];
    const heading = words.kindHeading(words.kinds[kind], countAll(own));
    return [
      { heading, rows: own.map((found) => rowOf(found, plans.length > 1, speech)), subtotal: null },
    ];
  });
}

function noteSections({ findings, plans }: Audit, speech: AuditSpeech): Section<AuditKey>[] {
  const notes = findings.filter(({ isNote }) => isNote);
  if (notes.length === 0) return [];
  const heading = speech.audit.notes(countAll(notes));
  return [
    { heading, rows: notes.map((note) => rowOf(note, plans.length > 1, speech)), subtotal: null },
  ];
}

/** Codes repeat from plan to plan: among several each stands under its plan's. */
function rowOf(finding: AuditFinding, isOneOfSeveral: boolean, speech: AuditSpeech): Row<AuditKey> {
  const { plan, address, isNote, kind, lead, at } = finding;
  const lines = foundLines(finding, speech);
  const codes = [...(isOneOfSeveral ? [plan.id] : []), ...(address === null ? [] : [address])];
  const more = moreLike(finding, speech);
  const text = [lines.join(';\n'), ...foundAt(finding, speech).map(placeLine), ...more].join('\n');
  return {
    plan: { text: '', raw: plan.id },
    kind: { text: '', raw: kind },
    level: { text: '', raw: isNote ? 'note' : 'finding' },
    indicator: { text: codes.join('\n'), raw: address },
    name: { text: nameOf(finding) ?? oneLine(plan.document) },
    finding: {
      text,
      raw: [...lines, ...more].join('; '),
      ...(isNote ? { marker: '· ', style: 'dim' } : { marker: '≠ ' }),
    },
    lead: { text: '', raw: lead.join(' ') },
    file: { text: '', raw: at.file },
    line: { text: '', raw: at.line },
  };
}

function placeLine({ says, cited, at }: PlaceText): string {
  return `→ ${says === null ? '' : `${says}: `}${cited}${at === null ? '' : ` (${at})`}`;
}

/** The name of the indicator or part; `null` where the whole plan is meant. */
export function nameOf({ plan, address }: AuditFinding): string | null {
  const addressed = byAddress(plan).get(address ?? '');
  if (!addressed) return null;
  const { indicator, measurable } = addressed;
  const names = indicator === measurable ? [indicator] : [indicator, measurable];
  return names.map(({ name }) => oneLine(name)).join(' — ');
}

function closingLines(
  audit: Audit,
  { audit: words, evidence, lang }: AuditTellingSpeech,
): string[] {
  const { findings, ignored, counts, sensitive, otherTimes, question, plans } = audit;
  const isTolerant = !question.tolerance.equals(0);
  return [
    findings.every(({ isNote }) => isNote) ? words.nothing : words.summary(counts),
    ...(counts.notes > 0 ? [words.notesLine(counts.notes)] : []),
    ...(ignored.length > 0 ? [words.ignored(counts.ignored, ignoredReasons(audit))] : []),
    ...(sensitive.length > 0 ? [words.sensitive(sensitive.length, sensitiveList(audit))] : []),
    ...audit.doubted.map((one) => doubtedLine(one, audit, { evidence, lang })),
    ...(otherTimes > 0 ? [words.otherTimes(otherTimes)] : []),
    ...notCountedPlaces(audit.notCounted, { evidence, lang }),
    ...endedLines(audit, { evidence, lang }),
    ...narrowedLine(audit, words),
    ...(isTolerant ? [words.tolerance(formatNumber(question.tolerance, lang, { places: 6 }))] : []),
    ...explanations(audit),
    words.scope(
      question.asOf,
      plans.map((plan) => `${plan.document} (${plan.file})`),
    ),
  ];
}

function ignoredReasons({ ignored }: Audit): string[] {
  return [...new Set(ignored.map(({ reason }) => oneLine(reason)))];
}

function narrowedLine({ question }: Audit, words: AuditWords): string[] {
  const { kinds = [], areas = [], leads = [] } = question;
  const what = [...kinds.map((kind) => words.kinds[kind].toLowerCase()), ...areas, ...leads];
  return what.length === 0 ? [] : [words.narrowed(what.join(', '))];
}

/** `danang-2023: cqs-1, kts-2`: the addresses, under their plan where there are several. */
function sensitiveList({ sensitive, plans }: Audit): string {
  const byPlan = grouped(sensitive, ({ plan }) => plan.id);
  return [...byPlan]
    .map(([id, own]) => {
      const list = own.map(({ evaluation }) => evaluation.address).join(', ');
      return plans.length > 1 ? `${id}: ${list}` : list;
    })
    .join('; ');
}

/** A line for each area that has ended, with its plans where there are several. */
function endedLines(
  { ended, plans }: Audit,
  { evidence, lang }: Pick<AuditTellingSpeech, 'evidence' | 'lang'>,
): string[] {
  return [...new Set(ended.map(({ area }) => area))].map((area) => {
    const own = ended.filter((one) => one.area === area).map(({ plan }) => plan.id);
    const name = LANGS[lang].nameOf(area);
    return evidence.areaOfPlansEnded(name, area.validTo!, plans.length > 1 ? own : []);
  });
}

/** `§ danang-2023 kts-2: …`: the plan where there are several. */
function doubtedLine(
  { plan, evaluation, doubt }: DoubtedVerdict,
  { plans }: Audit,
  speech: Speech<'evidence'>,
): string {
  const of = plans.length > 1 ? `${plan.id} ${evaluation.address}` : evaluation.address;
  return `${DOUBTED} ${of}: ${shareDoubtText(doubt, speech)}`;
}

/** What the plans say of how the places that are cited in them are abbreviated. */
export function explanations({ plans, findings }: Audit): string[] {
  const own = grouped(findings, ({ at }) => at.plan);
  return plans.flatMap((plan) => {
    const sources = (own.get(plan.id) ?? []).map(({ at }) => at.source);
    return explanationOf(plan, sources) ?? [];
  });
}
