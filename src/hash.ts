/** The state of cyrb53, by bryc, before its last mixing. */
const SEED = [0xdeadbeef, 0x41c6ce57] as const;

/** 64 bits of a text. */
export function hashOfText(text: string): [high: number, low: number] {
  let [a, b]: [number, number] = [...SEED];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  return mixed(a, b);
}

/**
 * 64 bits of bytes, four of which are taken at a time, so that it is quick: Node's own hashes take
 * longer to load than a plan to read.
 */
export function hashOfBytes(bytes: Uint8Array): [high: number, low: number] {
  const whole = bytes.length - (bytes.length % 4);
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  let [a, b]: [number, number] = [SEED[0] ^ bytes.length, SEED[1]];
  const words = new Int32Array(buffer, byteOffset, whole / 4);
  const left = bytes.length - whole;
  // By index: an iterator makes an object of each.
  for (let at = 0; at < words.length + left; at += 1) {
    const part = at < words.length ? words[at]! : bytes[whole + at - words.length]!;
    a = Math.imul(a ^ part, 2_654_435_761);
    a ^= a >>> 15;
    b = Math.imul(b ^ part, 1_597_334_677);
    b ^= b >>> 13;
  }
  return mixed(a, b);
}

function mixed(a: number, b: number): [high: number, low: number] {
  const first = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  const second =
    Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return [second >>> 0, first >>> 0];
}
