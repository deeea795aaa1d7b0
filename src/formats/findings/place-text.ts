import type { Place } from '../../finding.ts';
import { visibleLine } from './visible.ts';

/** `file:line:column`, which terminals and editors turn into a link. */
export function placeText(place: Place): string {
  return `${visibleLine(place.file)}:${place.line}:${place.column}`;
}

/** The path as services know it: forward slashes on every machine, no leading `./`. */
export function portablePath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
}
