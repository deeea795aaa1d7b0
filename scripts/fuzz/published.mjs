// Holds what is written for services against the schemas that they, or a standard, have published.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';

const folder = new URL('../../test/published/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8');

const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addFormat('uri', (text) => URL.canParse(text));
// RFC 3986: what a reference may consist of.
ajv.addFormat('uri-reference', /^(?:[\w.~:/?#@!$&'()*+,;=-]|\[|\]|%[\dA-Fa-f]{2})*$/);
ajv.addFormat('date-time', true);

/** The standard's schema is of draft 4: only the name of its own address differs from draft 7. */
function sarifSchema() {
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(read('sarif-schema-2.1.0.json'));
  return schema;
}

const compiled = new Map();
function once(name, compile) {
  if (!compiled.has(name)) compiled.set(name, compile());
  return compiled.get(name);
}

function faultsBy(name, schema, data) {
  const validate = once(name, () => ajv.compile(schema()));
  if (validate(data)) return [];
  return validate.errors.map((error) => `${name}${error.instancePath} ${error.message}`);
}

/** What of a SARIF log its standard's schema refuses, or GitHub does. */
export function faultsOfSarif(log) {
  const faults = faultsBy('sarif', sarifSchema, log);
  if (faults.length > 0) return faults;
  const [{ results, tool }] = log.runs;
  return results
    .filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)
    .map(({ ruleId }) => `sarif: ${ruleId} is described nowhere`);
}

/** What of a code quality report GitLab's own schema refuses, or its pages do. */
export function faultsOfGitlab(report) {
  if (!Array.isArray(report)) return ['gitlab: no list'];
  const schema = () => JSON.parse(read('gitlab-codeclimate.schema.json'));
  const prints = new Set(report.map(({ fingerprint }) => fingerprint));
  return [
    ...report.flatMap((issue) => faultsBy('gitlab', schema, issue)),
    ...report.flatMap(({ check_name: name, severity, location }) => [
      ...(name ? [] : ['gitlab: no check_name']),
      ...(/^(info|minor|major|critical|blocker)$/.test(severity) ? [] : [`gitlab: ${severity}`]),
      ...(location.lines?.begin > 0 ? [] : ['gitlab: no line']),
    ]),
    ...(prints.size === report.length ? [] : ['gitlab: one fingerprint for two']),
  ];
}

/**
 * Jenkins knows neither the file and line of a case, which GitLab and the actions of GitHub show,
 * nor how many were skipped in all.
 */
function junitSchema() {
  const more = { testcase: ['file', 'line'], testsuites: ['skipped'] };
  return Object.entries(more).reduce((xsd, [element, names]) => {
    const [before, after] = xsd.split(`<xs:element name="${element}">`);
    const added = names.map((name) => `<xs:attribute name="${name}" type="xs:string"/>`);
    const own = after.replace('</xs:sequence>\n            <xs:attribute', (end) =>
      end.replace('<xs:attribute', `${added.join('')}<xs:attribute`),
    );
    return `${before}<xs:element name="${element}">${own}`;
  }, read('junit-10.xsd'));
}

function junitValidator() {
  return XsdValidator.fromDoc(XmlDocument.fromString(junitSchema()));
}

/** Why this is no well-formed XML, in the words of libxml2; none where it is. */
export function faultsOfXml(text, name) {
  return faultsOfDocument(text, name, () => {});
}

/** What of a JUnit document Jenkins' schema refuses. */
export function faultsOfJunit(text) {
  return faultsOfDocument(text, 'junit', (document) =>
    once('junit', junitValidator).validate(document),
  );
}

function faultsOfDocument(text, name, look) {
  let document;
  try {
    document = XmlDocument.fromString(text, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE,
    });
    look(document);
    return [];
  } catch (error) {
    return [`${name}: ${error.message}`];
  } finally {
    document?.dispose();
  }
}
