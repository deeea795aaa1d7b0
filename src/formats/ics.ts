import type { Look, View } from './view.ts';

/** The view's calendar. */
export function write(view: View, _look: Look): Promise<string> {
  return view.calendar?.() ?? Promise.resolve('');
}
