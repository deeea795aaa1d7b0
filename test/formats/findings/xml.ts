/** An element with its attributes as a parser gives them; text is kept, white space between tags is not. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const TOKEN = /<\?xml [^?]*\?>\n|<\/([a-z-]+)>|<([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** Reads the small XML that the tests look at; throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const [token, closed, name, attributes = '', alone, text] of xml.matchAll(TOKEN)) {
    end += token.length;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += text.trim() && decoded(text);
    else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    } else if (name !== undefined) {
      const element = { name, attributes: read(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!alone) open.push(element);
    }
  }
  if (end !== xml.length) throw new Error(`not XML: ${xml.slice(end, end + 40)}`);
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one root element');
  return root.children[0]!;
}

function read(attributes: string): Record<string, string> {
  const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, key, value]) => [key, decoded(value!)]));
}

function decoded(text: string): string {
  return text.replace(/&(#?\w*;?)/g, (_, entity: string) => {
    const [, number, name] = /^(?:#(\d+)|(\w+));$/.exec(entity) ?? [];
    if (number !== undefined) return String.fromCodePoint(Number(number));
    const char = name === undefined ? undefined : NAMED[name];
    if (char === undefined) throw new Error(`a bare & or an unknown entity: &${entity}`);
    return char;
  });
}
