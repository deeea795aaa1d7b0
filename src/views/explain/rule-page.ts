import type { Level } from '../../finding.ts';
import { visible } from '../../formats/findings/visible.ts';
import { type Paint, painter, type Style } from '../../formats/style.ts';
import { displayWidth, wrapText } from '../../formats/wrap.ts';
import { capitalised } from '../../words/capital.ts';
import type { RulePageWords } from '../../words/en/rule-page.ts';
import type { Speech } from '../../words/index.ts';
import type { Example, RulePage } from '../../words/rule-pages.ts';

/** A rule with its page, ready to be shown. */
export interface ShownRule {
  id: string;
  level: Level;
  page: RulePage;
  /** Does it tell what keeps a file from being read whole? Nothing takes such a finding out. */
  isForm: boolean;
}

export interface PageLook {
  speech: Speech<'rulePage'>;
  color: boolean;
  /** Columns; `null` for no limit. */
  width: number | null;
}

const STYLE = { error: 'bad', warning: 'warn', info: 'strong' } as const satisfies Record<
  Level,
  Style
>;

/** Text lines longer than this are hard to read, however wide the terminal is. */
const READABLE = 100;

const FILES = ['yaml', 'results', 'progress', 'measures', 'areas', 'stray'] as const;

const CSV_FILES: ReadonlySet<string> = new Set(['results', 'progress', 'stray']);

/** A rule's page for a terminal: the lines in which the two examples differ are marked. */
export function ruleText({ id, level, page }: ShownRule, look: PageLook): string {
  const { rulePage: words, lang } = look.speech;
  const paint = painter(look.color);
  const width = Math.min(look.width ?? READABLE, READABLE);
  const said = (text: string) => wrapText(text, width).join('\n');
  return `${[
    `${paint(id, 'strong')} · ${paint(words.levels[level], STYLE[level])}\n${said(sentence(page.title[lang]))}`,
    said(page.what[lang]),
    said(page.why[lang]),
    shown(page.wrong, page.right, { words, paint, mark: '✗', style: 'bad' }),
    shown(page.right, page.wrong, { words, paint, mark: '✓', style: 'good' }),
    ...suppression(id, level, words).map(({ how, lines }) =>
      [said(how), ...lines.map((line) => `  ${line}`)].join('\n'),
    ),
  ].join('\n\n')}\n`;
}

/** What must be mended is not to be left out. A comment does not reach the rows of a CSV file. */
function suppression(id: string, level: Level, words: RulePageWords) {
  if (level === 'error') return [];
  const inPlan = `ignore: [{ rule: ${id}, where: ID, reason: ${words.reason} }]`;
  return id.startsWith('csv-')
    ? [{ how: words.suppress.inCsv, lines: [inPlan] }]
    : [
        {
          how: words.suppress.inYaml,
          lines: [`# dti-eval-ignore ${id}: ${words.reason}`, inPlan],
        },
      ];
}

interface Marking {
  words: RulePageWords;
  paint: Paint;
  mark: '✗' | '✓';
  style: Style;
}

function shown(example: Example, other: Example, marking: Marking): string {
  const { words, paint, mark } = marking;
  const heading = mark === '✗' ? words.wrong : words.right;
  const names = mark === '✗' ? filesOf(example) : changedFiles(example, other);
  const blocks = names.map((name) => {
    const title = filesOf(example).length > 1 ? [`  ${paint(words.files[name], 'dim')}`] : [];
    return [...title, ...framed(linesOf(example[name]), linesOf(other[name]), marking)].join('\n');
  });
  return [paint(heading, 'strong'), ...blocks].join('\n');
}

function framed(
  lines: readonly string[],
  others: readonly string[],
  { paint, mark, style }: Marking,
): string[] {
  const gutter = String(lines.length).length;
  return lines.map((line, index) => {
    const isOther = !others.includes(line);
    const number = paint(`${String(index + 1).padStart(gutter)} │`, 'dim');
    return `${isOther ? paint(mark, style) : ' '} ${number} ${isOther ? paint(line, style) : line}`;
  });
}

/** The files of which an example consists; one file is the plan. */
function filesOf(example: Example): (typeof FILES)[number][] {
  return FILES.filter((name) => example[name] !== undefined);
}

/** Of the right example only what differs from the wrong one is worth its lines. */
function changedFiles(right: Example, wrong: Example): (typeof FILES)[number][] {
  return filesOf(right).filter((name) => right[name] !== wrong[name]);
}

function linesOf(text: string | undefined): string[] {
  return (text ?? '').replace(/\n$/, '').split('\n').map(legible);
}

/** Characters that do not show, or look like others, as their code point. */
function legible(line: string): string {
  return visible(line).replace(
    /[\p{M}\p{Script=Cyrillic}\p{Script=Greek}]/gu,
    (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

/** A clause as a sentence of its own. */
function sentence(clause: string): string {
  return `${capitalised(clause)}.`;
}

/** All rules with their levels and titles. */
export function ruleList(rules: readonly ShownRule[], { speech, color, width }: PageLook): string {
  const { rulePage: words, lang } = speech;
  const paint = painter(color);
  const ids = Math.max(...rules.map(({ id }) => id.length));
  const levels = Math.max(...rules.map(({ level }) => displayWidth(words.levels[level])));
  const indent = ids + levels + 4;
  const lines = rules.flatMap(({ id, level, page }) => {
    const room = width === null ? null : Math.max(width - indent, 20);
    const [first = '', ...rest] = wrapText(page.title[lang], room);
    const named = words.levels[level];
    const padding = ' '.repeat(levels - displayWidth(named));
    return [
      `${paint(id, 'strong')}${' '.repeat(ids - id.length)}  ${paint(named, STYLE[level])}${padding}  ${first}`,
      ...rest.map((line) => `${' '.repeat(indent)}${line}`),
    ];
  });
  return `${lines.join('\n')}\n\n${words.more}\n`;
}

/** The pages as one Markdown text. */
export function rulesMarkdown(rules: readonly ShownRule[], speech: PageLook['speech']): string {
  const { levels } = speech.rulePage;
  return rules
    .map(({ id, level, page }) => {
      const { title, help } = ruleHelp(page, speech);
      return `# ${id}\n\n**${levels[level]}**: ${title}\n\n${help}`;
    })
    .join('\n');
}

/** The pages in the published shape `rules/1`, in both languages. */
export function rulesJson(rules: readonly ShownRule[]) {
  return {
    format: 'rules/1',
    rules: rules.map(({ id, level, page: { title, what, why, wrong, right }, isForm }) => ({
      id,
      level,
      suppressible: !isForm,
      title,
      what,
      why,
      wrong: exampleJson(wrong),
      right: exampleJson(right),
    })),
  };
}

/** The files of an example by what they are. */
function exampleJson(example: Example): Record<string, string> {
  return Object.fromEntries(filesOf(example).map((name) => [name, example[name]!]));
}

/** The page in Markdown, below a heading of its own: what SARIF shows as help. */
export function ruleHelp(
  page: RulePage,
  { lang, rulePage }: PageLook['speech'],
): { title: string; help: string } {
  const help = [page.what[lang], page.why[lang], ...exampleBlocks(page, rulePage)].join('\n\n');
  return { title: sentence(page.title[lang]), help: `${help}\n` };
}

function exampleBlocks(page: RulePage, words: RulePageWords): string[] {
  const block = (example: Example, names: readonly (typeof FILES)[number][]) =>
    names.flatMap((name) => [
      ...(filesOf(example).length > 1 ? [`${words.files[name]}:`] : []),
      `\`\`\`${CSV_FILES.has(name) ? 'csv' : 'yaml'}\n${linesOf(example[name]).join('\n')}\n\`\`\``,
    ]);
  return [
    `## ${words.wrong}`,
    ...block(page.wrong, filesOf(page.wrong)),
    `## ${words.right}`,
    ...block(page.right, changedFiles(page.right, page.wrong)),
  ];
}
