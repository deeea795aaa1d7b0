import type { Place } from '../../finding.ts';
import { cellText, placeText as textOf } from '../../place.ts';
import { visibleLine } from './visible.ts';

/** The place as people read it. */
export function placeText(place: Place): string {
  return visibleLine(textOf(place));
}

/** What is said at a place, for readers that know lines and columns only: of a workbook the cell is named. */
export function cellBefore(place: Place): string {
  return place.sheet === undefined ? '' : `${visibleLine(cellText(place))}: `;
}

/** The path as services know it: forward slashes on every machine, no leading `./`. */
export function portablePath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
}
