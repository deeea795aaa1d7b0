// Which packages have code in what esbuild made, also inside of packages that were bundled themselves,
// and what is told of them: notices for people, a bill of materials (CycloneDX) for programs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../', import.meta.url);
const inFolder = (file) => readFileSync(new URL(file, folder), 'utf8');

/** The folder of the package that a file belongs to, and its name: the innermost where they are nested. */
const PACKAGE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;
/** How bundlers mark where a file of a package begins that they have put into their bundle. */
const BUNDLED = /^\/\/ (?:#region )?node_modules\/\S+/gm;

/** The folders of the packages of a build, such as `node_modules/yaml`. */
export function packagesOf({ inputs }) {
  const files = Object.keys(inputs).filter((file) => PACKAGE.test(file) && !file.includes(':'));
  const folders = files.map((file) => PACKAGE.exec(file)[0]);
  return inOrder([...folders, ...files.flatMap(insideOf)]);
}

/** The packages that a file of a package was bundled with, which lie where it finds them. */
function insideOf(file) {
  const [owner] = PACKAGE.exec(file);
  const marks = inFolder(file).match(BUNDLED) ?? [];
  return marks.map((mark) => {
    const [, name] = PACKAGE.exec(mark);
    const found = [`${owner}/node_modules/${name}`, `node_modules/${name}`].find((one) =>
      existsSync(new URL(`${one}/package.json`, folder)),
    );
    if (found === undefined)
      throw new Error(`${owner} holds ${name}, whose licence is not at hand`);
    return found;
  });
}

/** Each folder once, in order of the names. */
export function inOrder(folders) {
  const nameOf = (one) => one.replace(/^.*node_modules\//, '');
  return [...new Set(folders)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function manifestOf(one) {
  return JSON.parse(inFolder(`${one}/package.json`));
}

/** The licence and the notice of each package. */
export function notices(folders) {
  const parts = folders.map((one) => {
    const { name, version, license } = manifestOf(one);
    return `${name} ${version} (${license})\n\n${licenceText(one)}\n`;
  });
  return `This distribution contains code of these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

function licenceText(one) {
  const files = readdirSync(new URL(`${one}/`, folder));
  const file = files.filter((name) => /^licen[cs]e(?:[.-]|$)/i.test(name)).sort()[0];
  if (file !== undefined) return inFolder(`${one}/${file}`).trim();
  const [, section] = /^#+ licen[cs]e\n+(.*)$/ims.exec(readmeOf(one, files)) ?? [];
  if (section === undefined) throw new Error(`${one} has no licence file`);
  return section.trim();
}

function readmeOf(one, files) {
  const file = files.find((name) => /^readme\.md$/i.test(name));
  return file === undefined ? '' : inFolder(`${one}/${file}`);
}

/** The bill of materials: the program and the packages whose code it holds; the same for the same build. */
export function billOfMaterials(folders) {
  const own = JSON.parse(inFolder('package.json'));
  const locked = JSON.parse(inFolder('package-lock.json')).packages;
  const components = folders.map((one) => ({
    ...component('library', manifestOf(one)),
    hashes: hashesOf(locked[one]?.integrity ?? ''),
  }));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component('application', own) },
    components,
    dependencies: [{ ref: purlOf(own), dependsOn: components.map((one) => one['bom-ref']) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component(type, manifest) {
  const { name, version, license } = manifest;
  const [scope, own = scope] = name.split('/');
  return {
    type,
    'bom-ref': purlOf(manifest),
    ...(own !== scope && { group: scope }),
    name: own,
    version,
    licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }],
    purl: purlOf(manifest),
  };
}

function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashesOf(integrity) {
  const [algorithm, digest] = integrity.split('-');
  if (algorithm !== 'sha512') throw new Error(`no SHA-512 in the lock file: ${integrity}`);
  return [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }];
}
