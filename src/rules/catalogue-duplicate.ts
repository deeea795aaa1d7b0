import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { CatalogueContext } from './catalogue.ts';
import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'two entries of a catalogue have one code',
    vi: 'hai mục trong danh mục có cùng mã',
  },
  what: {
    en: 'A code stands twice in the catalogue of measures or of areas.',
    vi: 'Một mã xuất hiện hai lần trong danh mục chỉ số hoặc danh mục địa bàn.',
  },
  why: {
    en: 'Plans and results name entries by code: which of the two is meant cannot be known. Give one of them another code, or take it out.',
    vi: 'Kế hoạch và kết quả gọi các mục theo mã: không thể biết mục nào được nói đến. Hãy đổi mã của một mục, hoặc xóa mục đó.',
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
  - code: digital-economy-share-grdp
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
  - code: digital-economy-share-gdp
    name: Tỷ trọng kinh tế số trong GDP
    name-en: Digital economy as a share of GDP
    definition: Giá trị tăng thêm của kinh tế số trên GDP.
    unit: "%"
    direction: up
    kind: share
`,
  },
};

/** {@link duplicateCodes} looks at catalogues. */
export const catalogueDuplicate: Rule = { id: 'catalogue-duplicate', page };

/** Two entries with one code: which of them is meant cannot be known. */
export function* duplicateCodes({ entries, list, locate }: CatalogueContext): Generator<Report> {
  const first = new Map<string, number>();
  for (const [index, { code }] of entries.entries()) {
    const rival = first.get(code);
    if (rival === undefined) {
      first.set(code, index);
      continue;
    }
    const path = [list, index, 'code'];
    const related = [{ message: message('first-here', {}), place: locate([list, rival, 'code']) }];
    const said = message('catalogue-duplicate', { code });
    yield { rule: 'catalogue-duplicate', place: locate(path), path, message: said, related };
  }
}
