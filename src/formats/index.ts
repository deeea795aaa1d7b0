import { gathered } from './pieces.ts';
import type { Look, Shape, View } from './view.ts';

/** A format of documents and tables. */
export interface Format {
  /** The endings of file names by which `--output` knows it. */
  endings: readonly string[];
  /** The shape of a view that it is made of: whatever has that shape can be written in it. */
  shape: Shape;
  /** Is it for other programs to open, not for a terminal? */
  isBinary?: boolean;
  /** Does it draw pictures? They show the figures of all periods. */
  draws?: true;
  /** Can an official letter's head and foot stand around it? */
  isSent?: true;
  /** Loads the writer: the whole output, with its last line break. */
  load(): Promise<{ write(view: View, look: Look): Output | Promise<Output> }>;
}

/** A text, bytes, or a text in pieces that are made as they are asked for. */
export type Output = string | Uint8Array | Iterable<string>;

/** Every format of what is no finding, in the order in which help names them. */
export const FORMATS = {
  table: {
    endings: ['.txt'],
    shape: 'document',
    isSent: true,
    load: () => import('./text.ts'),
  },
  markdown: {
    endings: ['.md', '.markdown'],
    shape: 'document',
    isSent: true,
    load: () => import('./markdown.ts'),
  },
  html: {
    endings: ['.html', '.htm'],
    shape: 'document',
    draws: true,
    isSent: true,
    load: () => import('./html/index.ts'),
  },
  csv: { endings: ['.csv'], shape: 'records', load: () => import('./csv.ts') },
  json: { endings: ['.json'], shape: 'json', load: () => import('./json.ts') },
  xlsx: {
    endings: ['.xlsx'],
    shape: 'document',
    isBinary: true,
    load: () => import('./xlsx.ts'),
  },
  docx: {
    endings: ['.docx'],
    shape: 'document',
    isBinary: true,
    isSent: true,
    load: () => import('./docx/index.ts'),
  },
  ics: { endings: ['.ics'], shape: 'calendar', load: () => import('./ics.ts') },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/** The formats that can hold a view of these shapes; the usual one first. */
export function formatsOf(shapes: readonly Shape[], usual: FormatName = 'table'): FormatName[] {
  const names = (Object.keys(FORMATS) as FormatName[]).filter((name) =>
    shapes.includes(FORMATS[name].shape),
  );
  return [usual, ...names.filter((name) => name !== usual)];
}

/** Is the format's output bytes, of no use on a terminal? */
export function isBinary(name: string): boolean {
  return formatOf(name)?.isBinary === true;
}

/** Does the format draw pictures? */
export function draws(name: string): boolean {
  return formatOf(name)?.draws === true;
}

/** Is the format for people, not for programs? */
export function isForPeople(name: string): boolean {
  return formatOf(name)?.shape === 'document';
}

function formatOf(name: string): Format | undefined {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name as FormatName] : undefined;
}

/** Can an official letter's head and foot stand around what the format writes? */
export function hasLetter(name: FormatName): boolean {
  return formatOf(name)?.isSent === true;
}

/** The view in a format. */
export async function writeView(name: FormatName, view: View, look: Look): Promise<Output> {
  const { write } = await FORMATS[name].load();
  const made: Output = await write(view, look);
  return typeof made === 'string' || made instanceof Uint8Array ? made : gathered(made);
}
