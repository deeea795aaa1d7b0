/** A value as it is written in one line of YAML. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, inside]) => `${key}: ${flowText(inside)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  const text = String(value);
  return typeof value === 'string' && /^[>~<%@`&*!|"'[\]{}#-]|[:#,]\s|^$/.test(text)
    ? JSON.stringify(text)
    : text;
}
