import { type CheckReport, LEVELS } from '../../check-report.ts';
import { countOf, type Finding, type Level } from '../../finding.ts';
import type { Cell, Column, TextBlock } from '../../formats/document.ts';
import type { Style } from '../../formats/style.ts';
import type { View } from '../../formats/view.ts';
import type { FixClass } from '../../suggest.ts';
import type { Speech } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';

/** What there is of one rule, at one level. */
interface RuleCount {
  rule: string;
  level: Level;
  findings: number;
  /** Files with such a finding. */
  files: number;
  fixes: Record<FixClass, number>;
}

const STYLE = { error: 'bad', warning: 'warn', info: 'strong' } as const satisfies Record<
  Level,
  Style
>;

/** How many findings each rule has: the gravest first, then the most. */
export function statisticsView(report: CheckReport, speech: Speech<'findings'>): View {
  const counts = countRules(report.findings);
  return {
    document: () => [...tables(counts, speech), closing(report, speech)],
    json: () => ({
      format: 'check-statistics/1',
      rules: counts,
      counts: report.counts,
    }),
  };
}

function countRules(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount & { seen: Set<string> }>();
  for (const one of findings) {
    const { rule, level, place, fix } = one;
    const key = `${level} ${rule}`;
    const known = counts.get(key) ?? {
      rule,
      level,
      findings: 0,
      files: 0,
      fixes: { safe: 0, unsafe: 0 },
      seen: new Set(),
    };
    known.findings += countOf(one);
    known.seen.add(place.file);
    if (fix) known.fixes[fix.class] += countOf(one);
    counts.set(key, known);
  }
  return [...counts.values()]
    .map(({ seen, ...count }) => ({ ...count, files: seen.size }))
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        b.findings - a.findings ||
        (a.rule < b.rule ? -1 : 1),
    );
}

function tables(counts: readonly RuleCount[], { findings: words, lang }: Speech<'findings'>) {
  if (counts.length === 0) return [];
  const number = (raw: number): Cell => ({ text: raw === 0 ? '' : formatNumber(raw, lang), raw });
  const rows = counts.map(({ rule, level, findings, files, fixes }) => ({
    rule: { text: rule },
    level: { text: words.level[level], raw: level, style: STYLE[level] },
    findings: number(findings),
    files: number(files),
    safe: number(fixes.safe),
    unsafe: number(fixes.unsafe),
  }));
  const table: TextBlock = {
    kind: 'table',
    title: null,
    columns: columnsOf(words.statistics, words.columns),
    sections: [{ heading: null, rows, subtotal: null }],
    closing: [],
    hiddenNote: words.statistics.hidden,
  };
  return [table];
}

function columnsOf(
  statistics: Speech<'findings'>['findings']['statistics'],
  { level, rule }: Speech<'findings'>['findings']['columns'],
): Column[] {
  const numbers = (['findings', 'files', 'safe', 'unsafe'] as const).map(
    (key, at): Column => ({
      key,
      title: statistics[key],
      align: 'right',
      importance: 80 - 10 * at,
      hideEmpty: true,
    }),
  );
  return [
    { key: 'rule', title: rule, importance: 100 },
    { key: 'level', title: level, importance: 90 },
    ...numbers,
  ];
}

function closing({ counts }: CheckReport, { findings: words }: Speech<'findings'>): TextBlock {
  return { kind: 'paragraph', text: words.summary(counts) };
}
