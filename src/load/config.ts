import path from 'node:path';
import { type Finding, finding, isFormRule, type Level } from '../finding.ts';
import { LIMITS } from '../limits.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import { fileError, readText, visibleFiles } from './files.ts';
import { checkForm } from './form.ts';
import { overLimit } from './over-limit.ts';
import { pathMatcher } from './pattern.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** What a project sets for all of its runs. */
export interface Config {
  /** How grave a rule's findings are, where not as the rule says. */
  rules: Readonly<Record<string, Level | 'off'>>;
  /** What is passed over in folders, by its absolute path. */
  excluded: { has(path: string): boolean };
  /** The folder of the catalogues, from that of the run. */
  catalogue: string | null;
  lang: string | null;
}

interface RawConfig {
  rules?: Record<string, Level | 'off'>;
  exclude?: string[];
  catalogue?: string;
  lang?: string;
}

/** A file of settings as read; no settings where there is an error in it. */
export interface ConfigRead {
  file: string;
  config: Config | null;
  findings: Finding[];
}

/**
 * Reads a file of settings.
 * @param rules the ids of all rules
 * @throws UsageError for a file that cannot be read
 */
export async function readConfig(
  file: string,
  cwd: string,
  rules: readonly string[],
): Promise<ConfigRead> {
  const content = readText(file, cwd);
  if ('problem' in content) {
    if (content.problem !== 'empty') throw fileError(file, content.problem, cwd);
    return { file, config: built({}, file, cwd), findings: [] };
  }
  const { default: validate } = await import('./compiled/config.js');
  const yaml = readYaml(file, content.text);
  const isEmpty = yaml.data === null || yaml.data === undefined;
  const findings = [...yaml.findings, ...(isEmpty ? [] : checkForm(yaml, validate))];
  findings.push(...ruleFaults(yaml, rules), ...patternFaults(yaml));
  if (findings.length > 0) return { file, config: null, findings };
  const raw = (yaml.data ?? {}) as RawConfig;
  const config = built(raw, file, cwd);
  return { file, config, findings: idlePatterns(yaml, raw, folderOf(file, cwd)) };
}

/**
 * What is wrong with the patterns of `exclude`: one that leads out of the folder of the settings, where no
 * file has it, or that is not known. Each file is held against all of them, so that they have a limit.
 */
function* patternFaults(yaml: YamlFile): Generator<Finding> {
  const set = (yaml.data as RawConfig | null | undefined)?.exclude;
  if (!Array.isArray(set)) return;
  let signs = 0;
  for (const [at, pattern] of set.entries()) {
    if (typeof pattern !== 'string') continue;
    const path = ['exclude', at];
    const place = yaml.locate(path);
    signs += pattern.length;
    if (signs > LIMITS['pattern-length']) {
      yield overLimit('pattern-length', LIMITS, place);
      return;
    }
    if (leadsOut(pattern))
      yield finding({
        rule: 'schema',
        place,
        path,
        message: message('exclude-outside', { pattern }),
      });
    else if (pathMatcher(pattern.replace(NEGATION, '')) === null)
      yield finding({
        rule: 'schema',
        place,
        path,
        message: message('exclude-unknown', { pattern }),
      });
  }
}

/** What takes out of the others' files again; `!(` begins a pattern. */
const NEGATION = /^!(?!\()/;

function leadsOut(pattern: string): boolean {
  const inner = pattern.replace(NEGATION, '');
  return path.isAbsolute(inner) || inner.split(/[/\\{},()|]/).includes('..');
}

/** The patterns of `exclude` that no file has: misspelt, or of what is gone. */
function idlePatterns(yaml: YamlFile, { exclude = [] }: RawConfig, folder: string): Finding[] {
  const { isExcluded, matchers } = patternsOf(exclude);
  let isAny = false;
  const idle = new Set(matchers);
  if (idle.size === 0) return [];
  for (const file of visibleFiles(folder)) {
    isAny ||= isExcluded(file);
    for (const one of idle) if (one.matches(file)) idle.delete(one);
    if (isAny && idle.size === 0) return [];
  }
  return (isAny ? [...idle] : matchers).map(({ at }) => {
    const path = ['exclude', at];
    const said = message('exclude-nothing', { pattern: exclude[at]! });
    return finding({
      rule: 'schema',
      level: 'warning',
      place: yaml.locate(path),
      path,
      message: said,
    });
  });
}

/** The patterns that take files out, and whether a path, from the folder of the settings, is taken out. */
function patternsOf(exclude: readonly string[]) {
  const matchers = exclude.flatMap((pattern, at) =>
    NEGATION.test(pattern) ? [] : { at, matches: pathMatcher(pattern)! },
  );
  const kept = exclude
    .filter((pattern) => NEGATION.test(pattern))
    .map((pattern) => pathMatcher(pattern.slice(1))!);
  const isExcluded = (file: string) =>
    matchers.some(({ matches }) => matches(file)) && !kept.some((matches) => matches(file));
  return { matchers, isExcluded };
}

function folderOf(file: string, cwd: string): string {
  return path.dirname(path.resolve(cwd, file));
}

function* ruleFaults(yaml: YamlFile, rules: readonly string[]): Generator<Finding> {
  const set = (yaml.data as RawConfig | null | undefined)?.rules;
  if (typeof set !== 'object' || set === null) return;
  for (const rule of Object.keys(set)) {
    const path = ['rules', rule];
    const place = yaml.locate(path, 'key');
    const suggestion = suggest(rule, rules);
    if (!rules.includes(rule)) {
      const said = message('unknown-rule', { found: rule, suggestion });
      yield finding({ rule: 'schema', place, path, message: said, suggestion });
    } else if (isFormRule(rule))
      yield finding({ rule: 'schema', place, path, message: message('rule-not-set', { rule }) });
  }
}

function built(raw: RawConfig, file: string, cwd: string): Config {
  const folder = folderOf(file, cwd);
  const { rules = {}, exclude = [], catalogue, lang = null } = raw;
  const { isExcluded } = patternsOf(exclude);
  return {
    rules,
    excluded: {
      has: (absolute) => isExcluded(path.relative(folder, absolute).replaceAll(path.sep, '/')),
    },
    catalogue:
      catalogue === undefined ? null : path.relative(cwd, path.resolve(folder, catalogue)) || '.',
    lang,
  };
}
