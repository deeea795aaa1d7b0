import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LanguageServer, type Position, startLanguageServer } from './language-server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

let server: LanguageServer;
beforeAll(async () => {
  server = await startLanguageServer(pathToFileURL(ROOT).href);
});
afterAll(() => server?.stop());

/** Opens a text as if it were in the editor under that name; its schema line leads from there. */
function opened(name: string, text: string): string {
  const uri = pathToFileURL(path.join(ROOT, name)).href;
  server.open(uri, text);
  return uri;
}

/** The position of `|`, and the text without it. */
function atBar(text: string): { text: string; position: Position } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return { text: text.replace('|', ''), position };
}

function positionOf(text: string, found: string, shift = 0): Position {
  const before = text.slice(0, text.indexOf(found) + shift).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const MODELINE = '# yaml-language-server: $schema=../schemas/plan.schema.json\n';
const START = `${MODELINE}format: plan/1\n`;

describe('in an editor with the schema line, without a network', () => {
  test.each([
    ['the plan’s keys', `${START}|`, ['id', 'title', 'document', 'indicators', 'claims']],
    [
      'an indicator’s keys',
      `${START}indicators:\n  - id: a\n    |`,
      ['name', 'unit', 'baseline', 'targets', 'lead', 'source', 'waived'],
    ],
    ['a task’s keys', `${START}tasks:\n  - id: a\n    |`, ['title', 'due', 'partners']],
    ['choices', `${START}indicators:\n  - id: a\n    origin: |`, ['national', 'local']],
  ])('%s are offered', async (name, marked, wanted) => {
    const { text, position } = atBar(marked);
    const uri = opened(`plans/completion-${name.length}.yaml`, text);
    const labels = await server.completion(uri, position);
    expect(labels).toEqual(expect.arrayContaining(wanted));
  });

  test('hovering over a key of a real plan says what it is for', async () => {
    const text = readFileSync(path.join(ROOT, 'plans/danang-2024.yaml'), 'utf8');
    const uri = opened('plans/danang-2024.yaml', text);
    const hover = (key: string) => server.hover(uri, positionOf(text, key, 5));
    expect(await hover('    baseline:')).toContain('The value before the plan');
    expect(await hover('    targets:')).toContain('A bare number means at least');
    expect(await hover('    due:')).toContain('When it is due, inclusive');
  });

  test('catalogues have their schemas too', async () => {
    const name = 'plans/catalogue/measures.yaml';
    const text = readFileSync(path.join(ROOT, name), 'utf8');
    const uri = opened(name, text);
    expect(await server.hover(uri, positionOf(text, '    direction:', 5))).toContain(
      'where more is better',
    );
  });

  test('what the schema refuses is underlined', async () => {
    const text = `${START}muc-tieu: 1\nperiod: hai năm\n`;
    const uri = pathToFileURL(path.join(ROOT, 'plans/wrong.yaml')).href;
    const diagnostics = server.diagnostics(uri);
    server.open(uri, text);
    expect((await diagnostics).join('\n')).toMatch(/muc-tieu/);
  });

  test('with the schema for editors, in words that say what was expected', async () => {
    const modeline = MODELINE.replace('schemas/', 'schemas/editors/');
    const text = `${modeline}format: plan/1\nid: Kế hoạch\nissued: 2024-13-01\ntasks:\n  - { id: a, title: A, due: 2024-Q5, source: I }\n`;
    const uri = pathToFileURL(path.join(ROOT, 'plans/worded.yaml')).href;
    const diagnostics = server.diagnostics(uri);
    server.open(uri, text);
    const said = (await diagnostics).join('\n');
    expect(said).toContain('lower-case ASCII words joined by hyphens');
    expect(said).toContain('A calendar date');
    expect(said).toContain('When it is due, inclusive');
  });
});
