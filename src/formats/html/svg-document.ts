import type { PlotOptions } from '@observablehq/plot';
import { escaped } from './markup.ts';

/** As much of a browser's document as a charting library needs to build an SVG in. */
export interface SvgNode {
  tagName: string;
  ownerDocument: unknown;
  childNodes: (SvgNode | SvgText)[];
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: unknown): void;
}

interface SvgText {
  textContent: string;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** A document whose elements hold attributes and children, and nothing else. */
export function svgDocument(): NonNullable<PlotOptions['document']> {
  const document = {
    createElementNS: (_namespace: string, name: string) => node(name, document),
    createTextNode: (textContent: string): SvgText => ({ textContent }),
    documentElement: null as unknown,
  };
  document.documentElement = node('svg', document);
  return document as unknown as NonNullable<PlotOptions['document']>;
}

function node(tagName: string, ownerDocument: unknown) {
  const attributes = new Map<string, string>();
  const set = (name: string, value: unknown) => {
    attributes.set(name, String(value));
  };
  const self = {
    tagName,
    ownerDocument,
    namespaceURI: NAMESPACE,
    attributes,
    childNodes: [] as (SvgNode | SvgText)[],
    get firstChild() {
      return self.childNodes[0] ?? null;
    },
    getAttribute: (name: string) => attributes.get(name) ?? null,
    hasAttribute: (name: string) => attributes.has(name),
    setAttribute: set,
    setAttributeNS: (_namespace: string, name: string, value: unknown) => set(name, value),
    removeAttribute: (name: string) => attributes.delete(name),
    appendChild<Child extends SvgNode | SvgText>(child: Child): Child {
      self.childNodes.push(child);
      return child;
    },
    append(...children: (SvgNode | SvgText | string)[]) {
      for (const child of children)
        self.appendChild(typeof child === 'string' ? { textContent: child } : child);
    },
    insertBefore<Child extends SvgNode | SvgText>(child: Child, next: SvgNode | null): Child {
      const at = next === null ? -1 : self.childNodes.indexOf(next);
      self.childNodes.splice(at === -1 ? self.childNodes.length : at, 0, child);
      return child;
    },
    set textContent(text: string) {
      self.childNodes = [{ textContent: String(text) }];
    },
    get textContent() {
      return '';
    },
  };
  return self;
}

/**
 * The element as text; every text and value in it is escaped. What the library tells assistive
 * technology of its marks is English and names no data: it is left out.
 */
export function svgText(root: unknown): string {
  const { tagName, attributes, childNodes } = root as ReturnType<typeof node>;
  const values = [...attributes]
    .filter(([name]) => !name.startsWith('aria-'))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const inside = childNodes.map((child) =>
    'tagName' in child ? svgText(child) : escaped(child.textContent),
  );
  return `<${tagName}${values}>${inside.join('')}</${tagName}>`;
}
