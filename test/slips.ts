/** What a hand does to a line of a plan file without meaning to; `null` where it cannot be done to that line. */
export type Slip = (line: string, next: string) => string | null;

/** Puts something in the place of what is found; `null` where nothing is. */
function put(pattern: RegExp, to: string | ((...found: string[]) => string)): Slip {
  return (line) => {
    if (/^\s*#/.test(line) || !pattern.test(line)) return null;
    return line.replace(pattern, to as string);
  };
}

const KEY = /^(\s*(?:- )?)([a-z][a-z-]*):( |$)/;

export const SLIPS: Record<string, Slip> = {
  'the colon is dropped': put(/^(\s*(?:- )?[a-z-]+): /, '$1 '),
  'the space behind the colon is dropped': put(/^(\s*(?:- )?[a-z-]+): /, '$1:'),
  'a colon is doubled': put(/^(\s*(?:- )?[a-z-]+): /, '$1:: '),
  'a semicolon for the colon': put(/^(\s*(?:- )?[a-z-]+): /, '$1; '),
  'one space too many before': put(/^(\s*(?:- )?)(?=[a-z-]+: )/, ' $1'),
  'one space too few before': put(/^ (\s*(?:- )?)(?=[a-z-]+: )/, '$1'),
  'two spaces too few before': put(/^ {2}(\s*)(?=[a-z-]+: )/, '$1'),
  'two spaces too many before': put(/^(\s+)(?=[a-z-]+: )/, '  $1'),
  'a tab before': put(/^ {2,}(?=[a-z-]+: )/, '\t'),
  'the line is doubled': (line) =>
    KEY.test(line) && !/- /.test(line.slice(0, 6)) ? `${line}\n${line}` : null,
  'two letters of a key are swapped': put(KEY, (_, before, key, after) => {
    const at = key!.length > 3 ? 1 : 0;
    return `${before}${key!.slice(0, at)}${key![at + 1]}${key![at]}${key!.slice(at + 2)}:${after}`;
  }),
  'a letter of a key is lost': put(
    KEY,
    (_, before, key, after) => `${before}${key!.slice(0, -2)}${key!.at(-1)}:${after}`,
  ),
  'a key begins with a capital': put(
    KEY,
    (_, before, key, after) => `${before}${key![0]!.toUpperCase()}${key!.slice(1)}:${after}`,
  ),
  'the dash of an entry is lost': put(/^(\s*)- /, '$1  '),
  'the dash of an entry and its place are lost': put(/^(\s*)- /, '$1'),
  'the space behind a dash is lost': put(/^(\s*)- /, '$1-'),
  'a long dash': put(/^(\s*)- /, '$1– '),
  'a bullet': put(/^(\s*)- /, '$1• '),
  'a dash too many': put(/^(\s*)- /, '$1- - '),
  'the first quote is lost': put(/: "/, ': '),
  'the last quote is lost': put(/(: "[^"]*)"/, '$1'),
  'curly quotes': put(/: "([^"]*)"/, ': “$1”'),
  'a bracket is lost': put(/\]/, ''),
  'a brace is lost': put(/\}/, ''),
  'the other bracket': put(/\]/, '}'),
  'an opening bracket is lost': put(/\[/, ''),
  'an opening brace is lost': put(/\{/, ''),
  'a bracket too many': put(/\]/, ']]'),
  'a comma is lost in brackets': put(/([[{].*\S), /, '$1 '),
  'a comma is lost at the end of a line': put(/,$/, ''),
  'a semicolon in brackets': put(/([[{].*\S), /, '$1; '),
  'a comma too many in brackets': put(/([[{].*\S), /, '$1,, '),
  'a decimal comma in braces': put(/\{(.*\d{4}: )(\d+)\.(\d+)/, '{$1$2,$3'),
  'a decimal comma in quotes': put(/"([<>=~ ]+\d+)"/, '"$1,5"'),
  'the day comes first': put(/(\d{4})-(\d\d)-(\d\d)/, '$3-$2-$1'),
  'the day comes first with slashes': put(/(\d{4})-(\d\d)-(\d\d)/, '$3/$2/$1'),
  'a month that is none': put(/(\d{4})-(\d\d)\b/, '$1-13'),
  'a year of five digits': put(/\b(20\d\d):/, '$10:'),
  'a year of three digits': put(/\b20(\d)\d:/, '20$1:'),
  'a letter in a year': put(/\b20(\d\d):/, '2o$1:'),
  'a letter in a figure': put(/(\{ \d{4}: \d*)0/, '$1O'),
  'two letters of a code are swapped': put(/\b(lead: \[)([a-z])([a-z])(?=[a-z-]*\])/, '$1$3$2'),
  'a letter of a code is lost': put(/\b(lead: \[[a-z]+)[a-z](-|\])/, '$1$2'),
  'a code with a capital': put(/\b(lead: \[)([a-z])/, (_, a, b) => `${a}${b!.toUpperCase()}`),
  'a code with a Cyrillic letter': put(/\b(lead: \[[a-z-]*)o/, '$1о'),
  'a name for a code': put(/\bgroup: .*/, 'group: Kinh tế'),
  'a misspelt group': put(/\b(group: [a-z-]+)[a-z]$/, '$1'),
  'a misspelt measure': put(/\b(measure: [a-z-]+)[a-z]$/, '$1'),
  'the value is lost': put(/^(\s*(?:- )?[a-z-]+): \S.*$/, '$1:'),
  'the line is lost': (line) =>
    /^\s*(?:- )?(?:id|name|title|source|due|unit):/.test(line) ? '#' : null,
  'the list is lost': put(/^(indicators|tasks|reports|claims|agencies|groups):$/, '#'),
  'a sign before the value': put(/^(\s*(?:- )?(?:name|title): )/, '$1@'),
  'a star before the value': put(/^(\s*(?:- )?(?:name|title): )/, '$1*'),
  'an ampersand before the value': put(/^(\s*(?:- )?(?:name|title): )/, '$1&'),
  'a colon in a text': put(/^(\s*(?:- )?(?:name|title): \S+ \S+)/, '$1:'),
  'a comparison without quotes': put(/"(>=? \d+)"/, '$1'),
  'thousands with a point': put(/(\{ \d{4}: )(\d{1,3})(?= \}|,)/, '$1$2.000'),
  'a target in words': put(/(targets: \{ \d{4}: )[^ ,}]+/, '$1nhiều'),
  'a percent sign behind a figure': put(/(targets: \{ \d{4}: \d+)(?= \}|,)/, '$1%'),
  'a text behind a code': put(/^(\s*group: \S+)$/, '$1 nhóm'),
  'a value on a further line': put(/^(\s*)((?:- )?[a-z-]+): (\S.*)$/, '$1$2:\n$1$3'),
  'a text that wraps to the margin': put(/^(\s*(?:- )?(?:name|title): \S+) (\S.*)$/, '$1\n$2'),
  'a conflict of git': (line) =>
    KEY.test(line) ? `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> x` : null,
  'a no-break space behind the colon': put(/^(\s*(?:- )?[a-z-]+): /, '$1:\u00a0'),
  'a space of no width in a code': put(/^(\s*(?:- )?id: [a-z])/, '$1\u200b'),
  'an equals sign': put(/^(\s*(?:- )?[a-z-]+): /, '$1 = '),
  'a comment without its mark': (line, next) =>
    KEY.test(line) && KEY.test(next) ? `${line}\n${/^\s*/.exec(line)![0]}xem lại` : null,
  'a comment without its mark, further in': (line, next) =>
    KEY.test(line) && KEY.test(next) ? `${line}\n${/^\s*/.exec(line)![0]}    xem lại` : null,
  'an entry further in': put(/^(\s*)- (?!id|\{)/, '$1  - '),
  'an entry further out': put(/^ (\s*)- /, '$1- '),
  'accents of a key': put(/^(\s*)due: /, '$1dué: '),
  'a key in Vietnamese': put(/^(\s*)due: /, '$1thời hạn: '),
  'a quarter that is none': put(/(\d{4})-Q\d/, '$1-Q5'),
  'a window the wrong way round': put(/(\d{4})\.\.(\d{4})/, '$2..$1'),
  'one point in a window': put(/(\d{4})\.\.(\d{4})/, '$1.$2'),
  'a dash in a window': put(/(\d{4})\.\.(\d{4})/, '$1-$2'),
  'a percent sign without quotes': put(/"%"/, '%'),
  'a unit of another measure': put(/"%"/, 'người'),
};
