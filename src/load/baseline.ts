import type { BaselineEntry } from '../baseline.ts';

const FORMAT = 'baseline/1';

/** The entries of a baseline file's text; `null` where it is none. */
export function readBaseline(text: string): BaselineEntry[] | null {
  const data = parsed(text);
  if (!isObject(data) || data.format !== FORMAT || !Array.isArray(data.findings)) return null;
  return data.findings.every(isEntry) ? data.findings : null;
}

/** The text of a baseline file, one entry a line so that changes are easy to review. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(
    ({ file, rule, path, count }) => `    ${JSON.stringify({ file, rule, path, count })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "format": "${FORMAT}",\n  "findings": ${list}\n}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isObject(value)) return false;
  const { file, rule, path, count } = value;
  const isCount = Number.isSafeInteger(count) && (count as number) > 0;
  return [file, rule, path].every((text) => typeof text === 'string') && isCount;
}
