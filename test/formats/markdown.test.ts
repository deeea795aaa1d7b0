import { describe, expect, it } from 'vitest';
import { documentMarkdown, inert } from '../../src/formats/markdown.ts';
import { gridOf } from './sample-grid.ts';

describe('documentMarkdown', () => {
  it('gives each section a heading, a table and its subtotal', () => {
    const rows = [
      { code: { text: 'a-1' }, name: { marker: '↳ ', text: 'Tên' }, value: { text: '5' } },
    ];
    const sections = [{ heading: 'Một', rows, subtotal: 'Một: 1' }];
    expect(
      documentMarkdown([
        { kind: 'table', ...gridOf([], { title: 'Kế hoạch', sections, closing: ['* Hết.'] }) },
      ]),
    ).toBe(
      [
        ...['## Kế hoạch', '', '### Một', ''],
        ...['| Code | Name | Value |', '| --- | --- | ---: |', '| a-1 | ↳ Tên | 5 |', ''],
        ...['Một: 1', '', '\\* Hết.', ''],
      ].join('\n'),
    );
  });

  it('keeps every row on one line with as many cells as columns', () => {
    const name = { text: 'a | b\nc \\| d\r\n\u2028e' };
    const [, , row] = documentMarkdown([{ kind: 'table', ...gridOf([{ name }]) }]).split('\n');
    expect(row).toBe('|  | a \\| b<br>c \\\\\\| d<br>e |  |');
  });

  it.each([
    ['<b>x</b> & &amp;', '\\<b\\>x\\</b\\> & \\&amp;'],
    ['`code` *a* _b_ ~~c~~', '\\`code\\` \\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['[x](http://y.vn) ![z](q)', '\\[x\\](http:<!-- -->//y.vn) !\\[z\\](q)'],
    ['www.y.vn a@b.vn #12', 'www<!-- -->.y.vn a@<!-- -->b.vn #<!-- -->12'],
    ['~ 45% của Sở TT&TT', '~ 45% của Sở TT&TT'],
    ['$x$', '\\$x\\$'],
  ])('%s', (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  it('lets no closing line open a list', () => {
    expect(
      documentMarkdown([
        {
          kind: 'table',
          ...gridOf([], { sections: [], closing: ['- a', '1. b', '# c', '39 chỉ'] }),
        },
      ]),
    ).toBe('\\- a\n\n1\\. b\n\n\\# c\n\n39 chỉ\n');
  });
});
