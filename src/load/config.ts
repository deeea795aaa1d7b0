import path from 'node:path';
import { type Finding, finding, isFormRule, type Level } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import { fileError, linkedFolders, readText } from './files.ts';
import { checkForm } from './form.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** What a project sets for all of its runs. */
export interface Config {
  /** How grave a rule's findings are, where not as the rule says. */
  rules: Readonly<Record<string, Level | 'off'>>;
  /** The absolute paths of what is passed over in folders. */
  excluded: ReadonlySet<string>;
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
    return { file, config: await built({}, file, cwd), findings: [] };
  }
  const { default: validate } = await import('./compiled/config.js');
  const yaml = readYaml(file, content.text);
  const isEmpty = yaml.data === null || yaml.data === undefined;
  const findings = [...yaml.findings, ...(isEmpty ? [] : checkForm(yaml, validate))];
  findings.push(...ruleFaults(yaml, rules), ...outerPatterns(yaml));
  if (findings.length > 0) return { file, config: null, findings };
  const raw = (yaml.data ?? {}) as RawConfig;
  const config = await built(raw, file, cwd);
  return { file, config, findings: await idlePatterns(yaml, raw, config, folderOf(file, cwd)) };
}

/**
 * The patterns of `exclude` that lead out of the folder of the settings: no file there has them, and to
 * look for one is to walk through the whole disk.
 */
function* outerPatterns(yaml: YamlFile): Generator<Finding> {
  const set = (yaml.data as RawConfig | null | undefined)?.exclude;
  if (!Array.isArray(set)) return;
  for (const [at, pattern] of set.entries()) {
    if (typeof pattern !== 'string' || !leadsOut(pattern)) continue;
    const path = ['exclude', at];
    const said = message('exclude-outside', { pattern });
    yield finding({ rule: 'schema', place: yaml.locate(path), path, message: said });
  }
}

function leadsOut(pattern: string): boolean {
  const inner = pattern.replace(/^!/, '');
  return path.isAbsolute(inner) || inner.split(/[/\\{},()|]/).includes('..');
}

/** The patterns of `exclude` that no file has: misspelt, or of what is gone. */
async function idlePatterns(
  yaml: YamlFile,
  { exclude = [] }: RawConfig,
  { excluded }: Config,
  folder: string,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [at, pattern] of exclude.entries()) {
    const isAlone = excluded.size === 0 || exclude.length === 1;
    if (pattern.startsWith('!')) continue;
    if ((isAlone ? excluded.size : (await matching([pattern], folder)).length) > 0) continue;
    const path = ['exclude', at];
    const said = message('exclude-nothing', { pattern });
    const place = yaml.locate(path);
    found.push(finding({ rule: 'schema', level: 'warning', place, path, message: said }));
  }
  return found;
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

async function built(raw: RawConfig, file: string, cwd: string): Promise<Config> {
  const folder = folderOf(file, cwd);
  const { rules = {}, exclude = [], catalogue, lang = null } = raw;
  return {
    rules,
    excluded: new Set(exclude.length === 0 ? [] : await matching(exclude, folder)),
    catalogue:
      catalogue === undefined ? null : path.relative(cwd, path.resolve(folder, catalogue)) || '.',
    lang,
  };
}

async function matching(patterns: string[], folder: string): Promise<string[]> {
  const { escapePath, glob } = await import('tinyglobby');
  const found = await glob(patterns, {
    cwd: folder,
    absolute: true,
    ignore: [
      '**/node_modules/**',
      ...linkedFolders(folder).map((link) => `${escapePath(link)}/**`),
    ],
  });
  return found.map((one) => path.normalize(one));
}
