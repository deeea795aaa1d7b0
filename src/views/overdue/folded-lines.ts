/** Octets of a line, the blank before what goes on apart. */
const MOST_OCTETS = 74;

/**
 * The lines, each parted into such of at most 75 octets (RFC 5545, 3.1), between characters. The library
 * makes an encoder for each character, which takes longer than all else of a large calendar.
 */
export function foldedLines(text: string): string {
  return text.split('\r\n').map(folded).join('\r\n');
}

function folded(line: string): string {
  // No UTF-16 unit takes more than three octets.
  if (line.length * 3 <= MOST_OCTETS) return line;
  const parts: string[] = [];
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at)!;
    const size = octetsOf(code);
    octets += size;
    if (octets > MOST_OCTETS) {
      parts.push(line.slice(from, at));
      from = at;
      octets = size;
    }
    at += code > 0xffff ? 2 : 1;
  }
  return [...parts, line.slice(from)].join('\r\n ');
}

/** Of a character in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
