import { allFindings, type CheckReport, suppressionOf } from '../../check-report.ts';
import type { Finding } from '../../finding.ts';
import { say } from '../../words/say.ts';
import { gathered } from '../pieces.ts';
import { STEERING } from '../printable.ts';
import { conciseLine } from './concise.ts';
import type { FindingsSpeech, RenderContext } from './context.ts';
import { placeText, portablePath } from './place-text.ts';
import { findingSaid } from './said.ts';

interface Tally {
  tests: number;
  failures: number;
  skipped: number;
}

interface Suite extends Tally {
  xml: Iterable<string>;
}

/**
 * JUnit XML: a suite a file, a case a finding. Errors and warnings fail, infos pass with their
 * text as output, suppressed findings are skipped; a file without any of these has one passing
 * case. No times, so that the same report is the same document.
 */
export function renderJunit(
  report: CheckReport,
  { speech, command }: Pick<RenderContext, 'speech' | 'command'>,
): Iterable<string> {
  const findings = byFile(report);
  const suites = [...findings].map(([file, own]) => suite(file, own, speech));
  const total = suites.reduce<Tally>(
    (sum, each) => ({
      tests: sum.tests + each.tests,
      failures: sum.failures + each.failures,
      skipped: sum.skipped + each.skipped,
    }),
    { tests: 0, failures: 0, skipped: 0 },
  );
  const attributes = tally(`dti-eval ${command}`, total);
  return gathered(documentOf(attributes, suites));
}

function* documentOf(attributes: string, suites: readonly Suite[]): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n`;
  for (const { xml } of suites) yield* xml;
  yield '</testsuites>\n';
}

function byFile(report: CheckReport): Map<string, Finding[]> {
  const all = allFindings(report);
  const names = new Set([...report.files, ...all.map(({ place }) => place.file)]);
  const files = new Map<string, Finding[]>([...names].sort().map((name) => [name, []]));
  for (const finding of all) files.get(finding.place.file)!.push(finding);
  return files;
}

function suite(file: string, findings: readonly Finding[], speech: FindingsSpeech): Suite {
  const path = portablePath(file);
  const skipped = findings.filter((finding) => suppressionOf(finding) !== null).length;
  const failures = findings.filter(isFailure).length;
  const counts = { tests: Math.max(findings.length, 1), failures, skipped };
  return { ...counts, xml: suiteXml(path, tally(path, counts), findings, speech) };
}

function* suiteXml(
  path: string,
  tallied: string,
  findings: readonly Finding[],
  speech: FindingsSpeech,
): Generator<string> {
  yield `  <testsuite${tallied}>\n`;
  if (findings.length === 0)
    yield `    <testcase${attributes({ name: 'no findings', classname: path, file: path })}/>\n`;
  for (const finding of findings) yield testcase(path, finding, speech);
  yield '  </testsuite>\n';
}

function isFailure(finding: Finding): boolean {
  return suppressionOf(finding) === null && finding.level !== 'info';
}

function testcase(path: string, finding: Finding, speech: FindingsSpeech): string {
  const { line, column } = finding.place;
  const name = `${finding.rule} (${line}:${column})`;
  const opening = `    <testcase${attributes({ name, classname: path, file: path, line })}>`;
  return `${opening}\n      ${outcome(finding, speech)}\n    </testcase>\n`;
}

function outcome(finding: Finding, speech: FindingsSpeech): string {
  const suppression = suppressionOf(finding);
  if (suppression) return `<skipped${attributes({ message: suppression.reason })}/>`;
  const text = escapeXml(
    [
      conciseLine(finding, speech),
      ...finding.related.map(
        ({ message, place }) => `${placeText(place)}: ${say(message, speech)}`,
      ),
    ].join('\n'),
  );
  if (!isFailure(finding)) return `<system-out>${text}</system-out>`;
  const message = findingSaid(finding, speech);
  return `<failure${attributes({ type: finding.level, message })}>${text}</failure>`;
}

function tally(name: string, { tests, failures, skipped }: Tally): string {
  return attributes({ name, tests, failures, errors: 0, skipped });
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
}

/** XML 1.0 has no place for most control characters, not even escaped. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text
    .replace(NOT_IN_XML, '')
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!)
    .replace(STEERING, (char) => `&#${char.charCodeAt(0)};`);
}

/** A parser turns bare line breaks and tabs of an attribute into spaces. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
