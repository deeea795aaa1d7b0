import type { Counts } from '../../evaluation.ts';
import type { ChartBlock } from '../../formats/chart.ts';
import { type Column, rowsTable, type TextBlock } from '../../formats/document.ts';
import { VERDICT_CODES, VERDICTS } from '../../verdict.ts';
import { formatNumber } from '../../words/numbers.ts';
import { WAIVED } from '../status/rows.ts';
import { VERDICT_TONES } from './tone.ts';
import type { ChartSpeech } from './words.ts';

/** A group or a plan with its counts. */
export interface Counted {
  label: string;
  counts: Counts;
}

const KINDS = [...VERDICT_CODES, 'waived'] as const;

/** The verdicts of every group or plan as one bar each; none for no rows. */
export function sharesChart(
  rows: readonly Counted[],
  { title, of, behind }: { title: string; of: string; behind?: readonly TextBlock[] },
  speech: ChartSpeech,
): ChartBlock[] {
  if (rows.length === 0) return [];
  const { status, charts: words } = speech;
  const kinds = KINDS.filter((kind) => rows.some(({ counts }) => counts[kind] > 0));
  const labelOf = (kind: (typeof KINDS)[number]) =>
    kind === 'waived' ? words.waived : status.verdicts[kind];
  return [
    {
      kind: 'chart',
      chart: 'shares',
      title,
      said: words.sharesSaid(title, rows.length),
      kinds: kinds.map((kind) => ({
        label: labelOf(kind),
        marker: kind === 'waived' ? WAIVED : VERDICTS[kind].mark,
        tone: kind === 'waived' ? 'none' : VERDICT_TONES[kind],
      })),
      rows: rows.map(({ label, counts }) => ({ label, counts: kinds.map((kind) => counts[kind]) })),
      behind:
        behind ??
        countsTable(
          rows,
          kinds.map((kind) => ({ kind, title: labelOf(kind) })),
          of,
          speech,
        ),
    },
  ];
}

function countsTable(
  rows: readonly Counted[],
  kinds: readonly { kind: keyof Counts; title: string }[],
  of: string,
  { lang, charts: words, overdue }: ChartSpeech,
): TextBlock[] {
  const columns: Column[] = [
    { key: 'label', title: of, importance: 100, wraps: true },
    { key: 'indicators', title: words.all, importance: 90, align: 'right' },
    ...kinds.map(({ kind, title }) => ({
      key: kind,
      title,
      importance: 80,
      align: 'right' as const,
    })),
  ];
  const told = rows.map(({ label, counts }) => ({
    label: { text: label },
    ...Object.fromEntries(
      ['indicators' as const, ...kinds.map(({ kind }) => kind)].map((key) => [
        key,
        { text: formatNumber(counts[key], lang), raw: counts[key] },
      ]),
    ),
  }));
  return rowsTable(columns, told, overdue.hidden);
}
