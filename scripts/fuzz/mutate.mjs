// Changes to bytes, texts, YAML, tables and workbooks: of one kind or another wrong, or only odd.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parse, stringify } from 'yaml';

/** Texts that some reader of numbers, days, words, markup or commands may stumble over. */
export const TOKENS = [
  ...[
    '',
    ' ',
    '0',
    '-0',
    '-1',
    '1',
    '100',
    '101',
    '1e3',
    '1e-7',
    '1e400',
    '0x10',
    '1.919',
    '1,919',
  ],
  ...[
    '10.250,75',
    '19,7',
    '99999999999999999999',
    '0.0000000000000000001',
    '1/3',
    '½',
    '٣',
    '１２',
  ],
  ...[
    '%',
    '50%',
    '> 50',
    '>= 100',
    '<= 0',
    '< 5',
    '~ 45',
    '2..3',
    '3..2',
    'done',
    'not-done',
    'none',
  ],
  ...[
    'trên 90%',
    'ước đạt 8,2',
    'gần 50%',
    'chưa có số liệu',
    'N/A',
    '-',
    '–',
    'x',
    'Đã hoàn thành',
  ],
  ...['2024', '2023', '0000', '9999', '2024-02-29', '2023-02-29', '2024-13', '2024-Q4', '2024-Q5'],
  ...[
    '2024-H1',
    '12/2023',
    '31/12/2023',
    '13/13/2023',
    'Quý IV/2023',
    'Tháng 13/2023',
    'Dec-23',
    '45291',
  ],
  ...[
    '2022..2025',
    '2025..2022',
    '2022..9999',
    'yearly',
    'monthly',
    'continuous',
    '02-29',
    '12-31',
  ],
  ...['so-tttt', 'danang', 'hai-chau', 'constructor', '__proto__', 'toString', 'a'.repeat(300)],
  ...['hasOwnProperty', 'valueOf', 'prototype'],
  ...[
    '=1+1',
    '+1',
    '@x',
    '\u200b=1',
    '|',
    '||',
    '\\|',
    '`',
    '```',
    '<b>',
    '<!--',
    '-->',
    ']]>',
    '&amp;',
  ],
  ...[
    '[a](javascript:x)',
    '![x](y)',
    '#',
    '##[error]',
    '::error::x',
    '%0A',
    '---',
    '...',
    '&x',
    '*x',
  ],
  ...[
    '\u001b[31m',
    '\u009b',
    '\u007f',
    '\u0000',
    '\u2028',
    '\u0085',
    '\u202e',
    '\ufeff',
    '\u00a0',
    '\ud83d',
  ],
  ...[
    'e\u0301',
    'Ð',
    'а',
    '🇻🇳',
    'ﷺ',
    '"',
    "'",
    '""',
    '\\',
    '\n',
    '\r',
    '\t',
    ';',
    ',',
    ':',
    '{',
    '[',
    '}',
  ],
];

const VALUES = [
  ...[null, true, false, 0, -1, 1.5, 1e21, 1e-7, 2024, '', ' ', [], {}, [[]], [null], { a: null }],
  ...[
    { yearly: [] },
    parse('{ by: 2024, then: continuous }'),
    { per: 'x' },
    { 2024: 80 },
    { 2024: 'done' },
  ],
];

function textMutation(random, bytes) {
  const text = bytes.toString('utf8');
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + 1 + random.below(40));
  const line = text.lastIndexOf('\n', at) + 1;
  const next = text.indexOf('\n', at) + 1 || text.length;
  const changed = random.pick([
    () => text.slice(0, at) + random.pick(TOKENS) + text.slice(at),
    () => text.slice(0, at) + random.pick(TOKENS) + text.slice(end),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, line) + text.slice(next),
    () => text.slice(0, next) + text.slice(line, next) + text.slice(next),
    () => text.slice(0, line) + ' '.repeat(random.below(5)) + text.slice(line),
    () => text.slice(0, at) + text.slice(at, end).repeat(1 + random.below(50)) + text.slice(end),
    () => text.slice(0, at),
    () => text.replace(/\d+/g, (number) => (random.chance(0.05) ? random.pick(TOKENS) : number)),
    () => text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\u0085'])),
    () => text.normalize(random.pick(['NFD', 'NFKC'])),
    () => text.toUpperCase(),
  ])();
  return Buffer.from(changed);
}

function byteMutation(random, bytes) {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length + 1);
  return random.pick([
    () => {
      for (let times = 1 + random.below(8); times > 0 && copy.length > 0; times -= 1)
        copy[random.below(copy.length)] = random.below(256);
      return copy;
    },
    () =>
      Buffer.concat([copy.subarray(0, at), Buffer.from([random.below(256)]), copy.subarray(at)]),
    () => copy.subarray(0, at),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(copy.toString('utf8'), 'utf16le')]),
    () => Buffer.from(copy.toString('utf8'), 'utf16le').swap16(),
    () => Buffer.from(copy.toString('utf8'), 'latin1'),
    () => Buffer.concat([Buffer.from('\ufeff'), copy]),
    () => Buffer.concat([copy, copy]),
    () => Buffer.alloc(0),
  ])();
}

/** Every place of a value that can be changed, as the object or list that holds it and its key. */
function placesIn(value, found = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    placesIn(value[key], found);
  }
  return found;
}

/** A key like others, whatever its name. */
function put(holder, key, value) {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** The data of a YAML or JSON file changed in a few places; what cannot be read as such, as a text. */
export function structureMutation(random, bytes) {
  let data;
  try {
    data = parse(bytes.toString('utf8'), { maxAliasCount: 100 });
  } catch {
    return textMutation(random, bytes);
  }
  const places = placesIn(data);
  if (places.length === 0) return textMutation(random, bytes);
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const [holder, key] = random.pick(places);
    const [other, otherKey] = random.pick(places);
    random.pick([
      () => {
        holder[key] = random.pick(VALUES);
      },
      () => {
        holder[key] = random.pick(TOKENS);
      },
      () => {
        // It may be gone, and another inherited under its name.
        holder[key] = Object.hasOwn(other, otherKey) ? structuredClone(other[otherKey]) : null;
      },
      () => {
        if (Array.isArray(holder)) holder.push(structuredClone(holder[key]));
        else put(holder, random.pick(TOKENS), holder[key]);
      },
      () => {
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
      },
      () => {
        if (typeof holder[key] === 'string') holder[key] += random.pick(TOKENS);
      },
    ])();
  }
  try {
    return Buffer.from(random.chance(0.2) ? JSON.stringify(data) : stringify(data));
  } catch {
    return textMutation(random, bytes);
  }
}

function tableMutation(random, bytes) {
  const text = bytes.toString('utf8');
  const mark = [';', '\t', ','].find((one) => text.split('\n')[0].includes(one)) ?? ',';
  const rows = text.split('\n').map((row) => row.split(mark));
  for (let times = 1 + random.below(6); times > 0; times -= 1) {
    const at = random.below(rows.length);
    const row = rows[at];
    const cell = random.below(row.length);
    random.pick([
      () => {
        row[cell] = random.pick(TOKENS);
      },
      () => {
        row[cell] = `"${random.pick(TOKENS).replaceAll('"', '""')}\n${row[cell]}"`;
      },
      () => {
        row[cell] = random.pick(random.pick(rows));
      },
      () => row.splice(cell, 1),
      () => row.splice(cell, 0, random.pick(TOKENS)),
      () => rows.splice(at, 1, row, [...row]),
      () => rows.splice(random.below(rows.length), 0, ['Tổng cộng']),
      () => {
        if (rows.length > 2) rows.splice(at, 1);
      },
      () => {
        row.reverse();
      },
    ])();
  }
  const joined = random.chance(0.2) ? random.pick([';', '\t', ',', '|']) : mark;
  return Buffer.from(rows.map((row) => row.join(joined)).join('\n'));
}

function workbookMutation(random, bytes) {
  let parts;
  try {
    parts = unzipSync(bytes);
  } catch {
    return byteMutation(random, bytes);
  }
  const name = random.pick(Object.keys(parts));
  const xml = Buffer.from(parts[name]);
  const changed = random.pick([
    () => {
      const text = strFromU8(xml).replace(/>[^<]+</g, (held) =>
        random.chance(0.1) ? `>${random.pick(TOKENS).replace(/[<&]/g, '')}<` : held,
      );
      return strToU8(text);
    },
    () =>
      strToU8(
        strFromU8(xml).replace(/"[^"]*"/g, (held) =>
          random.chance(0.03) ? `"${random.pick(TOKENS).replace(/[<&"]/g, '')}"` : held,
        ),
      ),
    () => textMutation(random, xml),
    () => byteMutation(random, xml),
  ])();
  if (random.chance(0.1)) delete parts[name];
  else parts[name] = new Uint8Array(changed);
  return Buffer.from(zipSync(parts, { level: 1, mtime: new Date('2024-01-01') }));
}

/** The file's bytes changed in one way or a few, as its kind suggests. */
export function mutated(random, name, bytes) {
  let changed = bytes;
  const own = /\.xlsx$/i.test(name)
    ? [workbookMutation, workbookMutation, workbookMutation, byteMutation]
    : /\.(ya?ml|json)$/i.test(name)
      ? [structureMutation, structureMutation, textMutation, byteMutation]
      : [tableMutation, tableMutation, textMutation, byteMutation];
  for (let times = 1 + random.below(3); times > 0; times -= 1)
    changed = random.pick(own)(random, changed);
  return changed;
}
