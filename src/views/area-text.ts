import type { AreaCatalogue } from '../area.ts';
import { LANGS, type Lang } from '../words/langs.ts';

/** An area, `Da Nang (danang-2025)`: a name alone may be that of the unit before a merger and after it. */
export function areaText(areas: AreaCatalogue, code: string, lang: Lang): string {
  const area = areas.get(code);
  return area === undefined ? code : `${LANGS[lang].nameOf(area)} (${code})`;
}
