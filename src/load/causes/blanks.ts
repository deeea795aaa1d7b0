import type { YAMLError } from 'yaml';
import { type Line, lineAt } from '../text-edits.ts';
import { syntax, type Told } from '../yaml-syntax.ts';
import { type Cause, causeAt } from './cause.ts';
import { TAB_WIDTHS, tabEdits, tabMend } from './tabs.ts';

export function* tabs(text: string, error: YAMLError, said: Told): Generator<Cause> {
  if (error.code !== 'TAB_AS_INDENT' && !/^[ ]*\t/.test(lineAt(text, error.pos[0]).text)) return;
  const at = text.search(/^[ \t]*\t/m);
  const found = { ...said, from: at, to: at + 1, message: syntax('tab') };
  const whole = tabMend(text);
  if (whole !== null) yield { ...found, ...whole };
  else for (const width of TAB_WIDTHS) yield { ...found, edits: tabEdits(text, width), sure: null };
}

/** Blanks that are none to YAML: what is copied from Word or a page has them. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/;

/** Blanks at the beginning of a line, behind its dash, and around the colon of its key. */
export function* blanks({ from, text }: Line): Generator<Cause> {
  const layout =
    /^([\s\u200b\u2060]*)(-[\s\u200b\u2060]+)?(?:[\w"'-]+([\s\u200b\u2060]*):([\s\u200b\u2060]*))?/d.exec(
      text,
    );
  const edits = (layout?.indices ?? []).slice(1).flatMap((group) => {
    if (group === undefined) return [];
    const blank = text.slice(...group);
    if (!ODD_BLANK.test(blank)) return [];
    return [
      { from: from + group[0], to: from + group[1], text: blank.replace(ODD_BLANKS, ordinary) },
    ];
  });
  if (edits.length === 0) return;
  const at = text.search(ODD_BLANK);
  const said = syntax(INVISIBLE.test(text[at]!) ? 'invisible' : 'blank', codeOf(text[at]!));
  yield causeAt({ from: from + at, to: from + at + 1 }, said, edits, 'safe');
}

const ODD_BLANKS = new RegExp(ODD_BLANK, 'g');

const INVISIBLE = /[\u200b\u2060\ufeff]/;

/** What is invisible stands for nothing, what is wide for a space. */
function ordinary(blank: string): string {
  return INVISIBLE.test(blank) ? '' : ' ';
}

/** `U+00A0`, as characters that nobody sees are named. */
export function codeOf(letter: string): string {
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
