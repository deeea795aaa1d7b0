import type { FormArgs } from '../form-args.ts';
import type { Words } from '../message.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';
const valid = (choices: readonly string[]) => `valid here: ${choices.join(', ')}`;

/** English words for the form of YAML files. */
export const form: Words<FormArgs> = {
  'yaml-syntax': ({ detail }) => `not valid YAML: ${detail}`,
  'unquoted-comparison': ({ text }) =>
    `${text} without quotes is YAML syntax, not a target; write it in quotes: "${text}"`,
  'duplicate-key': ({ key }) => `the key ${quote(key)} stands here a second time; keep one of them`,
  'first-here': () => 'first here',
  'unknown-key': ({ key, valid: keys, suggestion }) =>
    `unknown key ${quote(key)}${hint(suggestion) || `; ${valid(keys)}`}`,
  'missing-key': ({ key, owner }) => `${owner}: the key ${quote(key)} is required and missing`,
  'missing-one-of': ({ keys, owner }) => `${owner}: one of ${list(keys, 'or')} is required`,
  'missing-companion': ({ key, companion }) => `${quote(key)} needs ${quote(companion)} beside it`,
  'wrong-type': ({ key, found, expected }) =>
    `${quote(key)} must be ${list(expected, 'or')}, but this is ${found === 'text' ? found : `a ${found}`}`,
  'empty-value': ({ key, expected }) =>
    `${quote(key)} is empty; expected ${list(expected, 'or')}, or leave the key out`,
  'not-a-choice': ({ key, found, valid: choices, suggestion }) =>
    `${quote(key)} is ${quote(found)}; ${valid(choices)}${hint(suggestion)}`,
  'bad-code': ({ key, found, suggestion }) =>
    `${quote(found)} in ${quote(key)} is no code; codes are lower-case ASCII words joined by hyphens${hint(suggestion)}`,
  'bad-year-key': ({ found }) => `${quote(found)} is no year; keys here are years such as 2025`,
  'bad-target': ({ found }) =>
    `${quote(found)} is no target; write a number (at least), "> 50", ">= 20", "<= 15", "< 5", "~ 45", "2..3" or done`,
  'bad-baseline': ({ found }) => `${quote(found)} is no value; write a number or "~ 8.2"`,
  'bad-due': ({ found }) =>
    `${quote(found)} is no due date; write 2024, 2024-07, 2024-Q3, 2024-07-15, 2022..2025, yearly, quarterly, monthly, continuous, { yearly: [06-01] }, { by: 2024-05, then: continuous }, { per: document } or none`,
  'bad-month-day': ({ found }) =>
    `${quote(found)} is no day of the year; write month and day, 06-30`,
  'bad-date': ({ key, found }) =>
    `${quote(found)} in ${quote(key)} is no date; write year, month and day, 2024-04-15`,
  'bad-period': ({ found }) => `${quote(found)} is no period; write a year, 2024, or 2022..2025`,
  'bad-pattern': ({ key, found, pattern }) =>
    `${quote(found)} does not fit ${quote(key)}; it must match ${pattern}`,
  'too-few': ({ key, least }) =>
    `${quote(key)} needs at least ${least} entr${least === 1 ? 'y' : 'ies'}`,
  'too-many': ({ key, most }) =>
    `${quote(key)} takes at most ${most} entr${most === 1 ? 'y' : 'ies'}`,
  'repeated-item': ({ key, item }) => `${quote(item)} stands in ${quote(key)} twice; keep one`,
  'wrong-format': ({ found, expected }) =>
    `this file's format is ${quote(found)}; a plan file says "format: ${expected}"`,
  'no-content': () => 'the file is empty; a plan file starts with "format: plan/1"',
  'ambiguous-yaml-number': ({ found, asThousands, asDecimal }) =>
    `YAML reads ${found} as ${asDecimal}; write ${asThousands} if thousands were meant, ${asDecimal} if not`,
  'impossible-date': ({ found, nearest }) =>
    `the calendar has no ${quote(found)}; the nearest is ${nearest}`,
  'inverted-window': ({ from, to }) =>
    `the window ends (${to}) before it starts (${from}); swap the two`,
  'unit-needed': ({ id }) => `${quote(id)} has targets with a number but no unit; add "unit:"`,
  'inverted-range': ({ lower, upper }) =>
    `the range's lower number (${lower}) is above its upper one (${upper}); write ${upper}..${lower}`,
};
