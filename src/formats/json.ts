import { jsonPieces } from './json-text.ts';
import type { Look, View } from './view.ts';

/** The view's published shape as indented JSON. Ends with a line break. */
export function write(view: View, _look: Look): Iterable<string> {
  return jsonPieces(view.json?.());
}
