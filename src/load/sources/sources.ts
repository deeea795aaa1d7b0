import { readCsv } from './csv.ts';
import type { Source } from './source.ts';

/** A kind of file that holds tables. */
interface SourceKind {
  ending: `.${string}`;
  /** The bytes that every such file begins with, whatever its name; empty where there are none. */
  begins: Uint8Array;
  read: Source;
}

/** The one that is looked for first in front; what none knows is read as the first. */
export type SourceKinds = readonly [SourceKind, ...SourceKind[]];

/** What files of Parquet begin with. */
export const PARQUET = Uint8Array.of(0x50, 0x41, 0x52, 0x31);

export function isParquet(start: Uint8Array): boolean {
  return PARQUET.every((byte, at) => start[at] === byte);
}

/** Every kind of file that tables are read from. */
export const SOURCES: SourceKinds = [
  { ending: '.csv', begins: Uint8Array.of(), read: readCsv },
  { ending: '.csv.gz', begins: Uint8Array.of(0x1f, 0x8b), read: readGzip },
  { ending: '.parquet', begins: PARQUET, read: readParquet },
  { ending: '.xlsx', begins: Uint8Array.of(0x50, 0x4b, 0x03, 0x04), read: readWorkbook },
];

/** A compressed file of CSV. */
async function readGzip(...[file, ...how]: Parameters<Source>): ReturnType<Source> {
  const { unzipped } = await import('./gzip.ts');
  return unzipped(file, (bytes) => readCsv({ ...file, bytes }, ...how));
}

/** What reads Parquet is loaded where there is a file of it. */
async function readParquet(...how: Parameters<Source>): ReturnType<Source> {
  const parquet = await import('./parquet.ts');
  return parquet.readParquet(...how);
}

/** What reads workbooks is loaded where there is one. */
async function readWorkbook(...how: Parameters<Source>): ReturnType<Source> {
  const { readXlsx } = await import('./workbook.ts');
  return readXlsx(...how);
}

/** What reads the file, by its first bytes, else by its name. */
export function sourceOf(name: string, start: Uint8Array, kinds: SourceKinds): Source {
  const byContent = kinds.find(
    ({ begins }) => begins.length > 0 && begins.every((byte, at) => start[at] === byte),
  );
  const byName = kinds.find(({ ending }) => name.toLowerCase().endsWith(ending));
  return (byContent ?? byName ?? kinds[0]).read;
}
