import { RULE_IDS } from '../../../src/rules/index.ts';

const closed = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});

const text = { type: 'string', minLength: 1 };
const index = { type: 'integer', minimum: 0 };
/** RFC 3986: what a URI reference may consist of. */
const uri = { type: 'string', pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" };
const position = { type: 'integer', minimum: 1 };
const level = { enum: ['error', 'warning', 'note'] };

const artifactLocation = closed({ uri, uriBaseId: text }, ['uriBaseId']);

const region = closed({
  startLine: position,
  startColumn: position,
  endLine: position,
  endColumn: position,
});

const physicalLocation = closed({ artifactLocation, region });

const rule = closed(
  {
    id: { enum: RULE_IDS },
    name: { type: 'string', pattern: '^([A-Z0-9][a-z0-9]*)+$' },
    helpUri: { type: 'string', pattern: '^https://[^ ]+\\.md$' },
    shortDescription: closed({ text }),
    help: closed({ text, markdown: text }),
    defaultConfiguration: closed({ level }),
  },
  ['help'],
);

const result = closed(
  {
    ruleId: { enum: RULE_IDS },
    ruleIndex: index,
    level,
    message: closed({ text }),
    locations: { type: 'array', minItems: 1, items: closed({ physicalLocation }) },
    relatedLocations: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: closed({ id: index, message: closed({ text }), physicalLocation }),
    },
    fixes: {
      type: 'array',
      minItems: 1,
      items: closed({
        description: closed({ text }),
        artifactChanges: {
          type: 'array',
          minItems: 1,
          items: closed({
            artifactLocation,
            replacements: {
              type: 'array',
              minItems: 1,
              items: closed({ deletedRegion: region, insertedContent: closed({ text }) }, [
                'insertedContent',
              ]),
            },
          }),
        },
      }),
    },
    partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: text },
    suppressions: {
      type: 'array',
      minItems: 1,
      items: closed({ kind: { enum: ['inSource', 'external'] }, justification: text }),
    },
  },
  ['relatedLocations', 'suppressions', 'fixes'],
);

/**
 * What the program writes of SARIF 2.1.0 (OASIS, sections 3.13 to 3.35), nothing else allowed: the
 * standard's own schema takes many properties that no service reads.
 */
export const SARIF_SHAPE = closed({
  $schema: uri,
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: closed(
      {
        tool: closed({
          driver: closed({
            name: { const: 'dti-eval' },
            version: text,
            informationUri: { type: 'string', pattern: '^https://' },
            rules: { type: 'array', uniqueItems: true, items: rule },
          }),
        }),
        columnKind: { const: 'utf16CodeUnits' },
        invocations: {
          type: 'array',
          items: closed({
            executionSuccessful: { const: true },
            toolExecutionNotifications: {
              type: 'array',
              items: closed({ level, message: closed({ text }) }),
            },
          }),
        },
        results: { type: 'array', maxItems: 25_000, items: result },
      },
      ['invocations'],
    ),
  },
});
