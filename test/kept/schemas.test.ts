import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import {
  forEditors,
  readSchema,
  schemaFiles,
  WRITTEN,
  withShared,
} from '../../scripts/shared-definitions.mjs';

type Node = Record<string, unknown>;

describe.each(schemaFiles())('%s', (file) => {
  const schema: Node = readSchema(file);

  test('has the shared definitions as they are', () => {
    expect(schema, 'out of step with schemas/defs.json: run npm run keep').toEqual(
      withShared(schema),
    );
  });

  test('is accepted by a strict validator, by itself', () => {
    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow();
  });

  test('describes every property, itself or by its definition', () => {
    const isDescribed = (property: Node | boolean): boolean =>
      typeof property === 'boolean' ||
      'description' in property ||
      'const' in property ||
      (typeof property.$ref === 'string' && isDescribed(definitionOf(schema, property.$ref)));
    const bare = propertiesOf(schema).filter(([, property]) => !isDescribed(property));
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

describe.each(WRITTEN)('editors/%s', (file) => {
  const schema: Node = readSchema(`editors/${file}`);

  test('is the schema with what its patterns mean', () => {
    expect(schema, 'out of step: run npm run keep').toEqual(forEditors(readSchema(file)));
    const patterns = nodesOf(schema).filter(({ pattern }) => typeof pattern === 'string');
    expect(patterns.length).toBeGreaterThan(0);
    expect(patterns.filter((node) => !node.patternErrorMessage)).toEqual([]);
  });

  test('says the same of a file, to whoever passes over what it means', () => {
    const keywords = ['patternErrorMessage'];
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, keywords });
    expect(() => ajv.compile(schema)).not.toThrow();
  });
});

function nodesOf(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodesOf)];
}

function definitionOf({ $defs }: Node, reference: string): Node {
  return ($defs as Record<string, Node>)[reference.replace('#/$defs/', '')]!;
}

/** A condition names properties that are described elsewhere. */
const CONDITIONS = ['if', 'then', 'else', 'not'];

/** Every property that a schema describes, however deep. */
function propertiesOf(node: unknown): [string, Node][] {
  if (typeof node !== 'object' || node === null) return [];
  const described = Object.entries(node).filter(([key]) => !CONDITIONS.includes(key));
  return described.flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.entries(value as Record<string, Node>) : []),
    ...propertiesOf(value),
  ]);
}

test('every shared definition is needed, by more than one schema or by another definition', () => {
  const { $defs: shared } = readSchema('defs.json');
  const texts = [...schemaFiles().map(readSchema), readSchema('defs.json')].map((one) =>
    JSON.stringify(one),
  );
  const idle = Object.keys(shared).filter(
    (name) => texts.filter((text) => text.includes(`"#/$defs/${name}"`)).length < 2,
  );
  expect(idle).toEqual([]);
});
