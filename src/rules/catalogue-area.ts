import type { Area } from '../area.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { CatalogueContext } from './catalogue.ts';
import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a successor or parent is no area, or leads back',
    vi: 'địa bàn kế tiếp hoặc cấp trên không có, hoặc quay vòng',
  },
  what: {
    en: 'An area names a successor or parent that the catalogue does not have, or that leads back to the area itself.',
    vi: 'Một địa bàn nêu địa bàn kế tiếp (successor) hoặc cấp trên (parent) mà danh mục không có, hoặc dẫn quay lại chính nó.',
  },
  why: {
    en: 'Results are followed from a province to the one that it became part of; a broken link loses them. Correct the code.',
    vi: 'Kết quả được theo dõi từ tỉnh cũ sang tỉnh mới sau sáp nhập; mối nối sai làm mất kết quả. Hãy sửa mã.',
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
    areas: `format: areas/1
areas:
  - { code: vn, name: Việt Nam, name-en: Viet Nam, type: country }
  - { code: danang, name: Đà Nẵng, name-en: Da Nang, gso: "48", type: city, parent: viet-nam }
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
    areas: `format: areas/1
areas:
  - { code: vn, name: Việt Nam, name-en: Viet Nam, type: country }
  - { code: danang, name: Đà Nẵng, name-en: Da Nang, gso: "48", type: city, parent: vn }
`,
  },
};

/** {@link areaLinks} looks at catalogues. */
export const catalogueArea: Rule = { id: 'catalogue-area', page };

const LINKS = ['successor', 'parent'] as const;

/** Successors and parents are areas of the catalogue, and lead on, never back. */
export function* areaLinks({ entries, locate }: CatalogueContext<Area>): Generator<Report> {
  const known = new Map(entries.map((area) => [area.code, area]));
  for (const [index, area] of entries.entries())
    for (const key of LINKS) {
      const code = area[key];
      if (code === null) continue;
      const path = ['areas', index, key];
      const report = { rule: 'catalogue-area', place: locate(path), path } as const;
      if (!known.has(code)) {
        const suggestion = suggest(code, known.keys());
        const said = message('area-unknown', { key, code, suggestion });
        yield { ...report, message: said, suggestion };
      } else if (leadsBack(area.code, key, known))
        yield { ...report, message: message('area-circle', { key, code: area.code }) };
    }
}

function leadsBack(
  from: string,
  key: (typeof LINKS)[number],
  known: ReadonlyMap<string, Area>,
): boolean {
  const seen = new Set<string>();
  let at = known.get(from)?.[key] ?? null;
  while (at !== null && at !== from && !seen.has(at)) {
    seen.add(at);
    at = known.get(at)?.[key] ?? null;
  }
  return at === from;
}
