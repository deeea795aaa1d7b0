import type { Report } from '../finding.ts';
import type { Measure } from '../measure.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { CatalogueContext } from './catalogue.ts';
import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: '“similar” names no other measure, or only one way',
    vi: '“similar” không nêu chỉ số khác, hoặc chỉ nêu một chiều',
  },
  what: {
    en: 'A measure names as similar one that the catalogue does not have, itself, or one that does not name it back.',
    vi: 'Một chỉ số nêu trong “similar” chỉ số mà danh mục không có, chính nó, hoặc chỉ số không nêu lại nó.',
  },
  why: {
    en: '“similar” keeps look-alikes apart: GRDP and GDP, adults and workers. It must hold from whichever of the two a reader comes.',
    vi: '“similar” giúp phân biệt những chỉ số dễ lẫn: GRDP và GDP, người trưởng thành và người lao động. Người đọc đi từ chỉ số nào cũng phải thấy chỉ số kia.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    measures: `format: measures/1
measures:
  - code: digital-economy-share-grdp
    name: Tỷ trọng kinh tế số trong GRDP
    name-en: Digital economy as a share of GRDP
    definition: Giá trị tăng thêm của kinh tế số trên GRDP.
    unit: "%"
    direction: up
    kind: share
    similar: [digital-economy-share-gdp]
  - code: digital-economy-share-gdp
    name: Tỷ trọng kinh tế số trong GDP
    name-en: Digital economy as a share of GDP
    definition: Giá trị tăng thêm của kinh tế số trên GDP.
    unit: "%"
    direction: up
    kind: share
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    measures: `format: measures/1
measures:
  - code: digital-economy-share-grdp
    name: Tỷ trọng kinh tế số trong GRDP
    name-en: Digital economy as a share of GRDP
    definition: Giá trị tăng thêm của kinh tế số trên GRDP.
    unit: "%"
    direction: up
    kind: share
    similar: [digital-economy-share-gdp]
  - code: digital-economy-share-gdp
    name: Tỷ trọng kinh tế số trong GDP
    name-en: Digital economy as a share of GDP
    definition: Giá trị tăng thêm của kinh tế số trên GDP.
    unit: "%"
    direction: up
    kind: share
    similar: [digital-economy-share-grdp]
`,
  },
};

/** {@link similarMeasures} looks at catalogues. */
export const catalogueSimilar: Rule = { id: 'catalogue-similar', page };

/** Look-alikes name each other, and only measures that exist. */
export function* similarMeasures({
  entries,
  locate,
}: CatalogueContext<Measure>): Generator<Report> {
  const known = new Map(entries.map((measure, index) => [measure.code, { measure, index }]));
  for (const [index, { code, similar }] of entries.entries())
    for (const [at, other] of similar.entries()) {
      const path = ['measures', index, 'similar', at];
      const report = { rule: 'catalogue-similar', place: locate(path), path } as const;
      const found = known.get(other);
      if (other === code) yield { ...report, message: message('similar-itself', { code }) };
      else if (!found) {
        const suggestion = suggest(other, known.keys());
        const said = message('similar-unknown', { code: other, suggestion });
        yield { ...report, message: said, suggestion };
      } else if (!found.measure.similar.includes(code)) {
        const place = locate(['measures', found.index, 'code']);
        const related = [{ message: message('similar-other', { code: other }), place }];
        const said = message('similar-one-sided', { code: other, of: code });
        yield { ...report, message: said, related };
      }
    }
}
