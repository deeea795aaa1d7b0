import {
  allFindings,
  type CheckReport,
  suppressionOf,
  totalOf,
  worstFirst,
} from '../../check-report.ts';
import { countOf, type Finding, type Fix, type Level, type Place } from '../../finding.ts';
import type { Message } from '../../message/message.ts';
import { HOMEPAGE, SOURCES } from '../../version.ts';
import { say } from '../../words/say.ts';
import { jsonOfMany } from '../json-text.ts';
import type { DescribedRule, RenderContext } from './context.ts';
import { fingerprints } from './fingerprint.ts';
import { portablePath } from './place-text.ts';
import { MOST_RESULTS } from './sarif-limit.ts';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVEL = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Level, string>;

/**
 * A SARIF 2.1.0 log with one run; always in English. Every rule of the program is described, also
 * without results, so that services can show what was looked for.
 */
export function renderSarif(
  report: CheckReport,
  context: Pick<RenderContext, 'rules' | 'stablePathOf' | 'version' | 'hash' | 'speech'>,
): Iterable<string> {
  const prints = fingerprints(report, context);
  const indexes = new Map(context.rules.map(({ id }, index) => [id, index]));
  const all = allFindings(report);
  const taken = Math.min(all.length, MOST_RESULTS);
  const total = totalOf(all);
  const log = (results: readonly unknown[]) => ({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dti-eval',
            version: context.version,
            informationUri: HOMEPAGE,
            rules: context.rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(taken < total && { invocations: [cutNotice(taken, total)] }),
        results,
      },
    ],
  });
  return jsonOfMany(log, mostOf(report, all), (finding) => ({
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule),
    ...result(finding, prints.get(finding)!, context.speech),
  }));
}

/** All findings; where there are too many for services, the worst, the suppressed last. */
function mostOf(report: CheckReport, all: readonly Finding[]): readonly Finding[] {
  if (all.length <= MOST_RESULTS) return all;
  return [...worstFirst(report.findings), ...report.suppressed].slice(0, MOST_RESULTS);
}

function cutNotice(taken: number, all: number): object {
  const text = `${taken} of ${all} findings, the worst first: services take no more. An occurrenceCount tells of those like a result.`;
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', message: { text } }],
  };
}

function descriptor({ id, level, title, help }: DescribedRule): object {
  return {
    id,
    name: pascalCase(id),
    helpUri: `${SOURCES}/blob/main/src/rules/${id}.md`,
    shortDescription: { text: title },
    help: { text: plainText(help), markdown: help },
    defaultConfiguration: { level: LEVEL[level] },
  };
}

/** `duplicate-key` as `DuplicateKey`, as services show names of rules. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The page without the marks of headings, fences and code. */
function plainText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?:```|~~~).*\n?/gm, '')
    .replace(/^#+ +/gm, '')
    .replaceAll('`', '')
    .trim();
}

function result(finding: Finding, fingerprint: string, speech: RenderContext['speech']): object {
  const { level, message, place, related, fix, more } = finding;
  const suppression = suppressionOf(finding);
  return {
    level: LEVEL[level],
    message: { text: messageText(message, speech) },
    locations: [{ physicalLocation: physical(place) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        message: { text: messageText(other.message, speech) },
        physicalLocation: physical(other.place),
      })),
    }),
    ...(fix && { fixes: [fixObject(fix, speech)] }),
    ...(more !== undefined && { occurrenceCount: countOf(finding) }),
    partialFingerprints: { 'dtiEvalFinding/v1': fingerprint },
    ...(suppression && {
      suppressions: [
        {
          kind: suppression.by === 'baseline' ? 'external' : 'inSource',
          justification: suppression.reason,
        },
      ],
    }),
  };
}

function fixObject({ class: sure, edits }: Fix, { findings }: RenderContext['speech']): object {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return {
    description: { text: findings.mend[sure] },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(portablePath(file)),
      replacements: edits
        .filter(({ place }) => place.file === file)
        .map(({ place, text }) => ({
          deletedRegion: physical(place).region,
          ...(text !== '' && { insertedContent: { text } }),
        })),
    })),
  };
}

/**
 * Only what a reader of SARIF would take for a placeholder (`{0}`, 3.11.5) or an embedded link
 * (3.11.6) is escaped: services that know neither show the doubled braces as they are.
 */
function messageText(message: Message, speech: RenderContext['speech']): string {
  return say(message, speech)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\[(?=[^[\]]*\]\()/g, '\\[');
}

function physical({ file, line, column, endLine, endColumn }: Place) {
  return {
    artifactLocation: artifact(portablePath(file)),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** Relative to the root of the sources, unless the user named an absolute path. */
function artifact(path: string): object {
  const uri = path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}
