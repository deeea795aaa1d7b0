import type { Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The document as GitHub's own dialect reads it. */
export function readGfm(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** All nodes of the kind, in the order of the document. */
export function nodesOf<Kind extends Nodes['type']>(
  node: Nodes,
  kind: Kind,
): Extract<Nodes, { type: Kind }>[] {
  const own = node.type === kind ? [node as Extract<Nodes, { type: Kind }>] : [];
  const below = 'children' in node ? node.children.flatMap((child) => nodesOf(child, kind)) : [];
  return [...own, ...below];
}

/** The text as a reader sees it; a forced line break is a space. */
export function textOf(node: Nodes): string {
  if (node.type === 'html') return node.value === '<br>' ? ' ' : '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** A table's cells as texts, row by row, the titles first. */
export function cellsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map(textOf));
}

/** The tables below the heading that reads so, up to the next heading. */
export function tablesBelow(root: Root, heading: string): string[][][] {
  const at = root.children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  if (at === -1) throw new Error(`no heading: ${heading}`);
  const rest = root.children.slice(at + 1);
  const end = rest.findIndex((node) => node.type === 'heading');
  return (end === -1 ? rest : rest.slice(0, end))
    .filter((node) => node.type === 'table')
    .map(cellsOf);
}
