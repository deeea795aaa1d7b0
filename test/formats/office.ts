import { strFromU8, unzipSync } from 'fflate';

/** The text of every part of an Office file, by its name. */
export function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** The elements of that name, each with all that is in it. */
export function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?: [^>]*)?(?:/>|>.*?</${name}>)`, 'gs')) ?? [];
}

/** What a reader sees of some XML. */
export function textOf(xml: string): string {
  return elements(xml, 'w:t')
    .map((one) => one.replace(/<[^>]+>/g, ''))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The value of an attribute in an element's start tag. */
export function attribute(element: string | undefined, name: string): string | null {
  return new RegExp(`^<[^>]*? ${name}="([^"]*)"`).exec(element ?? '')?.[1] ?? null;
}
