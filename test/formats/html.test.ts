import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bullet, ChartBlock } from '../../src/formats/chart.ts';
import type { Block, TextBlock } from '../../src/formats/document.ts';
import { documentHtml } from '../../src/formats/html/index.ts';
import { type LetterLines, letterLines } from '../../src/formats/letter-lines.ts';
import { documentMarkdown } from '../../src/formats/markdown.ts';
import { documentText } from '../../src/formats/text.ts';
import { EMPTY_LETTER } from '../../src/letter.ts';
import { office } from '../../src/words/vi/office.ts';
import { run } from '../run.ts';
import { SPEECH } from '../speech.ts';

/** Every block that there is, with one text wherever a text can stand. */
function everyBlock(text: string): Block[] {
  const rows = [{ a: { text, marker: text, style: 'bad' as const, heat: 0.5 } }];
  const table: TextBlock = {
    kind: 'table',
    title: text,
    columns: [{ key: 'a', title: text, importance: 1 }],
    sections: [{ heading: text, rows, subtotal: text }],
    opening: [text],
    closing: [text],
    hiddenNote: () => text,
  };
  const entries: TextBlock = {
    kind: 'entries',
    title: text,
    groups: [{ heading: text, entries: [{ label: text, text, marker: text }] }],
    closing: [text],
  };
  return [
    { kind: 'heading', level: 1, text },
    { kind: 'heading', level: 2, text },
    { kind: 'paragraph', text },
    { kind: 'list', items: [text, { text, style: 'strong', below: [text] }] },
    table,
    entries,
    ...everyChart(text, [table, entries]),
  ];
}

function everyChart(text: string, behind: TextBlock[]): ChartBlock[] {
  const titled = { kind: 'chart', title: text, said: text, behind } as const;
  const kinds = [{ label: text, marker: text, tone: 'good' as const }];
  const day = '2024-06-30';
  return [
    {
      kind: 'chart',
      chart: 'figures',
      figures: [{ value: text, label: text, note: text, marker: text, tone: 'bad' }],
    },
    { ...titled, chart: 'shares', kinds, rows: [{ label: text, counts: [7] }] },
    {
      kind: 'chart',
      chart: 'bullets',
      title: text,
      facets: [
        {
          key: 'group',
          values: [
            { code: text, label: text },
            { code: 'b', label: text },
          ],
        },
      ],
      sections: [
        {
          heading: text,
          bullets: [bulletOf(text, behind, [bulletOf(text, [], [])])],
          closing: text,
        },
      ],
      behind,
    },
    {
      ...titled,
      chart: 'timeline',
      from: '2024-01-01',
      to: '2024-12-31',
      today: day,
      todayLabel: text,
      ticks: [{ day: '2024-01-01', label: text }],
      rows: [
        {
          id: text,
          label: text,
          note: text,
          spans: [
            {
              start: '2024-02-01',
              due: day,
              late: null,
              done: day,
              tone: 'good',
              said: { text, marker: text },
            },
          ],
        },
      ],
      months: [{ day: '2024-01-01', label: text, counts: [3] }],
      states: kinds,
    },
    {
      ...titled,
      chart: 'dots',
      unit: text,
      series: [text, text],
      rows: [
        { label: text, dots: [0, 1].map((series) => ({ series, value: series, target: text })) },
      ],
    },
  ];
}

function bulletOf(text: string, detail: TextBlock[], parts: Bullet[]): Bullet {
  return {
    id: text,
    code: text,
    name: text,
    target: text,
    value: text,
    attained: text,
    verdict: { text, marker: text },
    tone: 'open',
    remarks: [{ marker: text, text }],
    lead: text,
    scale: {
      from: 0,
      to: 100,
      target: 50,
      direction: 'up',
      upper: 60,
      tolerance: 45,
      value: 40,
      isOld: false,
      isAbout: true,
      isProvisional: true,
      rivals: [30],
      baseline: 10,
    },
    trend: {
      title: text,
      said: text,
      points: [
        { at: 2023, value: 1, text },
        { at: 2024, value: 2, text },
      ],
      path: { from: { at: 2023, value: 1 }, to: { at: 2025, value: 3 }, text },
    },
    belongs: { group: [text], lead: [text], verdict: [text] },
    ranks: { verdict: 0, attainment: 1 },
    detail,
    parts,
  };
}

/**
 * Tags and attributes of a page, without what its attributes and texts say, and without those that
 * a text's length decides: lines, and the whole of what is cut short.
 */
function skeleton(html: string): string {
  return (html.replace(/<(script|style)>.*?<\/\1>/gs, '').match(/<[^>]*>/g) ?? [])
    .map((tag) => tag.replace(/="[^"]*"/g, '=""'))
    .filter((tag) => !/^<(br|\/?tspan|\/?title)/.test(tag))
    .join('');
}

const pageOf = (text: string) => documentHtml(everyBlock(text), SPEECH.vi, letterOf(text));

function letterOf(text: string): LetterLines {
  const letter = {
    ...EMPTY_LETTER,
    isEmpty: false,
    superior: text,
    issuer: text,
    number: text,
    place: text,
    kind: text,
    subject: text,
    addressees: [text, text],
    signer: { authority: [text], post: text, name: text },
    recipients: [text],
    archive: text,
  };
  return letterLines(letter, text, office);
}

describe('a page of HTML', () => {
  it('lets no text become markup', () => {
    const plain = skeleton(pageOf('word'));
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '</style><script>',
        '</title></svg><b>',
        '&lt;b&gt; &amp; &#60;',
        '<!-- --><![CDATA[ ]]>',
        'javascript:alert(1)',
      ),
      fc.stringMatching(/^[<>"'&/= a-z]{1,12}$/),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text.trim() !== '');
        const html = pageOf(`x${text}`);
        expect(skeleton(html) === plain, JSON.stringify(text)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('shows exactly what the text says', () => {
    expect(pageOf('a <b> & "c"')).toContain('<p>a &lt;b&gt; &amp; &quot;c&quot;</p>');
  });

  it('runs its own script and no other, and fetches nothing', () => {
    const html = pageOf('word');
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      `script-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/\son[a-z]+=|(?:src|href)="(?!#)/);
    expect(html.replace(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:/);
  });

  it.each(['vi', 'en'] as const)('is in %s', async (lang) => {
    const { stdout } = await run([
      'status',
      'plans/danang-2023.yaml',
      '-f',
      'html',
      '--lang',
      lang,
      '--as-of',
      '2023-12-15',
    ]);
    expect(stdout.includes(`<html lang="${lang}">`)).toBe(true);
    expect(
      stdout.includes(
        lang === 'vi'
          ? '<title>Tình hình thực hiện Kế hoạch số 56/KH-UBND</title>'
          : '<title>Where Plan 56/KH-UBND stands</title>',
      ),
    ).toBe(true);
  });
});

describe('pages of commands', () => {
  const pageFor = async (...argv: string[]) => {
    const { stdout, stderr, code } = await run([...argv, '-f', 'html']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    return stdout;
  };
  const count = (html: string, part: string | RegExp) => html.split(part).length - 1;

  it('report has every picture and is light enough', async () => {
    const html = await pageFor(
      'report',
      'plans/danang-2024.yaml',
      '--as-of',
      '2024-04-20',
      '--lang',
      'vi',
    );
    expect(Buffer.byteLength(html)).toBeLessThan(400_000);
    expect(count(html, '<li id="danang-2024/')).toBeGreaterThan(48 + 60);
    expect(count(html, 'class="bullet tone-')).toBe(48);
    expect(count(html, '<svg class="plot"')).toBe(4);
    expect(count(html, 'class="trend"')).toBeGreaterThan(0);
    expect(count(html, 'class="today"')).toBe(63 + 1);
  });

  it('report shows the bars of the sections asked for alone', async () => {
    const html = await pageFor(
      'report',
      'plans/danang-2024.yaml',
      '--as-of',
      '2024-04-20',
      '--sections',
      'met',
    );
    expect(count(html, 'class="bullet tone-')).toBe(count(html, 'class="bullet tone-good"'));
    expect(html).not.toContain('class="timeline"');
  });

  it('the appendix stays a table', async () => {
    const html = await pageFor('report', 'plans/danang-2023.yaml', '--template', 'appendix');
    expect(html.includes('class="bullets"')).toBe(false);
    expect(html.includes('<table>')).toBe(true);
  });

  it('diff has dots for measures, audit its letter, areas a heat table, explain its entries', async () => {
    expect(
      count(
        await pageFor('diff', 'plans/danang-2024.yaml', 'plans/national-2022.yaml'),
        '<svg class="plot"',
      ),
    ).toBeGreaterThan(2);
    expect(await pageFor('audit', 'plans/danang-2023.yaml', '--as-of', '2024-04-20')).toContain(
      '<ol',
    );
    const areas = [
      'test/cases/status-areas/files/plan.yaml',
      '--by',
      'area',
      '--as-of',
      '2025-06-30',
    ];
    expect(await pageFor('status', ...areas, '--quiet')).toContain('heat-5');
    expect(await pageFor('explain', 'plans/danang-2024.yaml', 'kts-3')).toContain('<dl>');
  });
});

describe('other formats', () => {
  it('show the data behind a picture', () => {
    const charts = everyChart('word', [{ kind: 'paragraph', text: 'behind' }]);
    const behind = charts.length - 1;
    expect(documentMarkdown(charts).match(/behind/g)).toHaveLength(behind);
    expect(documentText(charts, { width: null, color: false }).match(/behind/g)).toHaveLength(
      behind,
    );
  });
});
