import type { Document, YAMLError } from 'yaml';
import { type Finding, finding } from '../finding.ts';
import type { SyntaxFault } from '../message/form.ts';
import type { FixClass } from '../suggest.ts';
import type { TextEdit } from './text-edits.ts';
import type { Mended } from './yaml-mend.ts';
import { type PlaceOf, rangeOf, syntaxFault, syntaxSaid, type Told } from './yaml-syntax.ts';
import { wholeYaml } from './yaml-whole.ts';

/** Everything that keeps a YAML text from being read: what was understood, and one fault a line of the rest. */
export function syntaxFindings({ causes, edited, document }: Mended, placeOf: PlaceOf): Finding[] {
  const inText: PlaceOf = (from, to) => placeOf(edited.asWritten(from), edited.asWritten(to));
  const understood = causes.map((cause) => told(cause, cause, placeOf));
  const left = onePerLine(document.errors, inText).map((error) => {
    const said = syntaxSaid(error, edited.text);
    const fix = said.edit && { edits: [said.edit], sure: 'safe' as const };
    return told(said, fix ?? { edits: [], sure: null }, inText);
  });
  return [...understood, ...left, ...aliasFindings(document, edited.text, inText)];
}

function told(
  { from, to, message, suggestion }: Told,
  { edits, sure }: { edits: readonly TextEdit[]; sure: FixClass | null },
  placeOf: PlaceOf,
): Finding {
  const fix = sure && {
    class: sure,
    edits: edits.map((edit) => ({ place: placeOf(edit.from, edit.to), text: edit.text })),
  };
  const place = placeOf(from, Math.max(to, from + 1));
  return finding({ rule: 'yaml-syntax', place, message, suggestion, fix });
}

/** What follows an error on its own line is mostly its echo. */
function onePerLine(errors: readonly YAMLError[], placeOf: PlaceOf): YAMLError[] {
  const lines = new Set<number>();
  return errors.filter(({ pos: [from, to] }) => {
    const { line } = placeOf(from, to);
    return !lines.has(line) && lines.add(line);
  });
}

/** An alias of nothing, or of what it stands in, cannot be made a value of. */
function aliasFindings(document: Document, text: string, placeOf: PlaceOf): Finding[] {
  if (!text.includes('*')) return [];
  const found: Finding[] = [];
  const report = (node: unknown, fault: SyntaxFault, name: string) =>
    found.push(syntaxFault(placeOf(...(rangeOf(node) ?? [0, 0])), fault, name));
  wholeYaml().visit(document, {
    Alias(_, node, ancestors) {
      const target = node.resolve(document);
      if (!target) report(node, 'alias', node.source);
      else if (ancestors.includes(target)) report(node, 'loop', node.source);
    },
  });
  return found;
}
