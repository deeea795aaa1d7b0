import { unzipSync, zipSync } from 'fflate';
import { isOrdinary, printable } from './printable.ts';

/** The first day that a ZIP can name, where the reader's clock says so: no clock is asked. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * An Office file with the same bytes for the same content, whenever, wherever and by whichever Node
 * it is written: what libraries say of the time of writing is taken out, and the parts are
 * compressed anew by one program.
 */
export function reproducible(file: Uint8Array, properties: OfficeProperties): Uint8Array {
  const parts = unzipSync(file);
  parts[CORE] = new TextEncoder().encode(coreProperties(properties));
  return zipSync(parts, { mtime: NO_DATE, level: 6 });
}

/** What an Office file tells of itself. */
export interface OfficeProperties {
  title: string;
  /** A code such as `vi`. */
  language: string;
}

const CORE = 'docProps/core.xml';

function coreProperties({ title, language }: OfficeProperties): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped(officeText(title))}</dc:title><dc:creator>dti-eval</dc:creator>`,
    `<dc:language>${language}</dc:language></cp:coreProperties>`,
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Characters that XML cannot hold at all. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The text as an Office file may hold it. */
export function officeText(text: string): string {
  if (isOrdinary(text)) return text;
  return printable(text).replace(NO_XML, '\ufffd');
}
