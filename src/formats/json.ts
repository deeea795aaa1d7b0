import { jsonText } from './json-text.ts';
import type { Look, View } from './view.ts';

/** The view's published shape as indented JSON. Ends with a line break. */
export function write(view: View, _look: Look): string {
  return jsonText(view.json?.());
}
