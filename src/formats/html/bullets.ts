import type { Bullet, BulletsChart, Facet, Scale } from '../chart.ts';
import { blockMarkup, cellContent, entryGroups, headingMarkup } from './blocks.ts';
import { behindMarkup } from './figure.ts';
import { type Child, element, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { trendMarkup } from './trend.ts';

/**
 * A bar an indicator, each to be opened, under headings, with what narrows them down. The bars are
 * drawn here and not by the charting library: a bar of the library takes 2 kB and several
 * milliseconds, one of these 0.3 kB and none, which hundreds of indicators need.
 */
export function bulletsMarkup(chart: BulletsChart, level: number, page: Page): Markup {
  const all = countOf(chart);
  return element(
    'section',
    { class: all > MANY ? 'bullets many' : 'bullets', 'data-bullets': true },
    filterMarkup(chart, all, page),
    legendMarkup(page),
    chart.sections.map(({ heading, bullets, closing }) =>
      element(
        'section',
        { class: 'bullet-group' },
        heading === null ? null : headingMarkup(level + 1, heading),
        element(
          'ul',
          {},
          bullets.map((bullet) => bulletMarkup(bullet, level + 2, page)),
        ),
        closing === null ? null : element('p', { class: 'closing' }, closing),
      ),
    ),
    element('p', { class: 'none', hidden: true }, page.speech.page.none),
    behindMarkup(chart.behind, level, page),
  );
}

/** From so many bars on a browser lays out only those that are near. */
const MANY = 300;

function countOf({ sections }: BulletsChart): number {
  return sections.reduce((sum, { bullets }) => sum + bullets.length, 0);
}

/** Hidden until the script that makes it work has been run. */
function filterMarkup({ facets }: BulletsChart, all: number, page: Page): Markup {
  const { page: words } = page.speech;
  const told = facets.filter(({ values }) => values.length > 1);
  return element(
    'form',
    { class: 'filter', hidden: true, 'aria-label': words.filter },
    element(
      'label',
      { class: 'search' },
      element('span', {}, words.search),
      element('input', {
        type: 'search',
        name: 'search',
        placeholder: words.searchHint,
        autocomplete: 'off',
      }),
    ),
    told.map((facet) => facetMarkup(facet, page)),
    element(
      'label',
      {},
      element('span', {}, words.sort),
      element(
        'select',
        { name: 'sort' },
        Object.entries(words.sorts).map(([value, text]) => element('option', { value }, text)),
      ),
    ),
    element(
      'div',
      { class: 'actions' },
      element('button', { type: 'reset' }, words.reset),
      element('button', { type: 'button', 'data-open': words.closeAll }, words.openAll),
      element(
        'output',
        { 'aria-live': 'polite', 'data-shown': words.shown('{shown}', all) },
        words.shown(words.count(all), all),
      ),
    ),
  );
}

function facetMarkup({ key, values }: Facet, { speech: { page: words } }: Page): Markup {
  return element(
    'label',
    {},
    element('span', {}, words.facets[key]),
    element(
      'select',
      { name: key },
      element('option', { value: '*' }, words.all),
      values.map(({ code, label }) => element('option', { value: code }, label)),
    ),
  );
}

const SAMPLE: Scale = {
  from: 0,
  to: 100,
  target: 75,
  direction: 'up',
  upper: null,
  tolerance: null,
  value: null,
  isOld: false,
  isAbout: false,
  isProvisional: false,
  rivals: [],
  baseline: null,
};

function legendMarkup({ speech: { page: words } }: Page): Markup {
  const { legend } = words;
  const sample = (scale: Partial<Scale>, text: string) =>
    element('li', {}, barMarkup({ ...SAMPLE, ...scale }), ` ${text}`);
  return element(
    'div',
    { class: 'bar-legend' },
    element('span', { class: 'title' }, legend.title),
    element(
      'ul',
      {},
      sample({ value: 60 }, legend.value),
      sample({ value: 60, isOld: true }, legend.old),
      sample({ value: 60, isProvisional: true }, legend.provisional),
      sample({ value: 60, rivals: [40] }, legend.rival),
      sample({}, legend.target),
      sample({ baseline: 30 }, legend.baseline),
      sample({ tolerance: 55 }, legend.tolerance),
    ),
  );
}

function bulletMarkup(bullet: Bullet, level: number, page: Page): Markup {
  const { id, belongs, ranks, tone, parts } = bullet;
  return element(
    'li',
    {
      id,
      class: `bullet tone-${tone}`,
      'data-group': JSON.stringify(belongs.group),
      'data-lead': JSON.stringify(belongs.lead),
      'data-verdict': JSON.stringify(belongs.verdict),
      'data-rank': ranks.verdict,
      'data-attained': ranks.attainment === null ? null : ranks.attainment.toFixed(4),
    },
    element(
      'details',
      {},
      element('summary', {}, rowContent(bullet, page)),
      element('div', { class: 'detail' }, detailContent(bullet, level, page)),
    ),
    parts.length === 0
      ? null
      : element(
          'ul',
          { class: 'parts' },
          parts.map((part) =>
            element('li', { id: part.id, class: `part tone-${part.tone}` }, rowContent(part, page)),
          ),
        ),
  );
}

function rowContent(bullet: Bullet, { speech: { page: words } }: Page): Child {
  const { code, name, lead, target, value, attained, verdict, remarks, scale } = bullet;
  return element(
    'span',
    { class: 'row' },
    element(
      'span',
      { class: 'name' },
      element('span', { class: 'code' }, code),
      ' ',
      element('span', { class: 'title' }, name),
      lead === '' ? null : element('span', { class: 'lead' }, lead),
    ),
    element(
      'span',
      { class: 'measured' },
      scale === null ? null : barMarkup(scale),
      element(
        'span',
        { class: 'figures' },
        target === ''
          ? null
          : element('span', {}, element('span', { class: 'key' }, words.target), ` ${target} `),
        element(
          'span',
          {},
          element('span', { class: 'key' }, words.result),
          ` ${value === '' ? words.noResult : value} `,
        ),
        attained === ''
          ? null
          : element('span', {}, element('span', { class: 'key' }, words.attained), ` ${attained} `),
      ),
    ),
    element(
      'span',
      { class: 'judged' },
      element('span', { class: 'verdict' }, cellContent(verdict)),
      remarks.map(({ marker, text }) =>
        element(
          'span',
          { class: 'remark' },
          element('span', { class: 'mark', 'aria-hidden': 'true' }, marker),
          ` ${text}`,
        ),
      ),
    ),
  );
}

function detailContent({ id, trend, detail }: Bullet, level: number, page: Page): Child {
  return [
    trend === null ? null : trendMarkup(trend),
    detail.map((block) =>
      block.kind === 'entries'
        ? [
            entryGroups(block.groups, level),
            block.closing.map((line) => element('p', { class: 'closing' }, line)),
          ]
        : blockMarkup(block, level, page),
    ),
    element(
      'a',
      { class: 'copy', href: `#${encodeURI(id)}`, 'data-copied': page.speech.page.copied },
      page.speech.page.copy,
    ),
  ];
}

const HEIGHT = 20;

/** Reached from the target on; the value as a bar, the target as a line across it. */
function barMarkup(scale: Scale): Markup {
  const { from, to, target, direction, upper, tolerance, value, isOld, isAbout, baseline } = scale;
  const { isProvisional, rivals } = scale;
  const at = (figure: number) =>
    round(Math.min(100, Math.max(0, ((figure - from) / (to - from)) * 100)));
  const zone = (start: number, end: number, kind: string) =>
    rect(Math.min(start, end), Math.abs(end - start), 2, HEIGHT - 4, kind);
  const reach = tolerance ?? target;
  return element(
    'svg',
    {
      class: 'bar',
      viewBox: `0 0 100 ${HEIGHT}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    rect(0, 100, 2, HEIGHT - 4, 'track'),
    direction === 'up'
      ? zone(at(reach), upper === null ? 100 : at(upper), 'goal')
      : zone(0, at(reach), 'goal'),
    tolerance === null ? null : zone(at(tolerance), at(target), 'tolerance'),
    value === null
      ? null
      : rect(
          Math.min(at(0), at(value)),
          Math.max(0.8, Math.abs(at(value) - at(0))),
          6,
          HEIGHT - 12,
          [
            'value',
            ...(isOld ? ['old'] : []),
            ...(isAbout ? ['about'] : []),
            ...(isProvisional ? ['provisional'] : []),
          ].join(' '),
        ),
    baseline === null ? null : line(at(baseline), 4, HEIGHT - 4, 'baseline'),
    rivals.map((rival) => line(at(rival), 2, HEIGHT - 2, 'rival')),
    line(at(target), 0, HEIGHT, 'target'),
  );
}

function rect(x: number, width: number, y: number, height: number, kind: string): Markup {
  return element('rect', { class: kind, x: round(x), y, width: round(width), height });
}

function line(x: number, from: number, to: number, kind: string): Markup {
  return element('line', { class: kind, x1: x, x2: x, y1: from, y2: to });
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
