// Files that stand beside plans: settings, a baseline, catalogues, and tables as workbooks.
import { strToU8, zipSync } from 'fflate';
import { parse, stringify } from 'yaml';
import { structureMutation, TOKENS } from './mutate.mjs';

const RULES = ['no-lead', 'csv-no-source', 'schema', 'stray-character', 'unused', 'yaml-syntax'];
const LEVELS = ['off', 'info', 'warning', 'error'];
const SETTINGS = '.dti-eval.yaml';
const BASELINE = '.dti-eval-baseline.json';

/** The files with some of what may stand beside them, for more than half of all cases. */
export function furnished(random, files) {
  const furnishings = [withSettings, withBaseline, withCatalogue, withWorkbook];
  for (const furnish of furnishings) if (random.chance(0.2)) furnish(random, files);
  return files;
}

function perhapsMutated(random, bytes) {
  return random.chance(0.5) ? structureMutation(random, bytes) : bytes;
}

function withSettings(random, files) {
  const any = (list) => (random.chance(0.8) ? random.pick(list) : random.pick(TOKENS));
  const settings = {
    rules: Object.fromEntries([0, 1, 2].map(() => [any(RULES), any(LEVELS)])),
    exclude: [any(Object.keys(files)), any(['**/*.csv', 'drafts/**', '*', '[', '../..'])],
    lang: any(['vi', 'en']),
  };
  if (random.chance(0.2)) settings.catalogue = any(['catalogue', 'plans/catalogue', '..', '/']);
  files[SETTINGS] = perhapsMutated(random, Buffer.from(stringify(settings)));
}

function withBaseline(random, files) {
  const any = (list) => (random.chance(0.7) ? random.pick(list) : random.pick(TOKENS));
  const findings = Array.from({ length: random.below(6) }, () => ({
    file: any(Object.keys(files)),
    rule: any(RULES),
    path: any(['', 'indicators', 'indicators.0', 'tasks.1.lead', '2']),
    count: random.pick([1, 1, 2, 1000, 0, -1, 1.5]),
  }));
  const written = Buffer.from(JSON.stringify({ format: 'baseline/1', findings }));
  files[BASELINE] = perhapsMutated(random, written);
}

const AREAS = parse(`[{ code: vn, name: Việt Nam, name-en: Vietnam, type: country },
  { code: danang, name: Đà Nẵng, name-en: Da Nang, gso: "48", type: city, valid-to: 2025-06-30, successor: danang-2025, parent: vn },
  { code: danang-2025, name: Đà Nẵng, name-en: Da Nang, gso: "48", type: city, valid-from: 2025-07-01, parent: vn },
  { code: hai-chau, name: Hải Châu, name-en: Hai Chau, type: district, parent: danang },
  { code: constructor, name: C, name-en: C, type: district, parent: hai-chau }]`);
const MEASURES =
  parse(`[{ code: online-service-usage, name: A, name-en: A, unit: "%", direction: up, kind: share, part-of: whole },
  { code: whole, name: B, name-en: B, unit: "%", direction: up, kind: share, similar: [online-service-usage] },
  { code: constructor, name: C, name-en: C, unit: "%", direction: down, kind: share, note: x }]`);

function withCatalogue(random, files) {
  const folder = Object.keys(files).some((name) => name.startsWith('plans/'))
    ? 'plans/catalogue'
    : 'catalogue';
  for (const [name, key, entries] of [
    ['areas', 'areas', AREAS],
    ['measures', 'measures', MEASURES],
  ]) {
    if (random.chance(0.3)) continue;
    const own = structuredClone(entries).filter(() => random.chance(0.9));
    for (const entry of own)
      for (const link of ['parent', 'successor', 'part-of'])
        if (link in entry && random.chance(0.3)) entry[link] = random.pick(entries).code;
    const written = Buffer.from(stringify({ format: `${name}/1`, [key]: own }));
    files[`${folder}/${name}.yaml`] = perhapsMutated(random, written);
  }
}

/** A table of text becomes a workbook of the same cells, some of them of other types or wrong. */
function withWorkbook(random, files) {
  const name = random.pick(Object.keys(files).filter((one) => one.endsWith('.csv')));
  if (name === undefined) return;
  const rows = files[name]
    .toString('utf8')
    .split('\n')
    .slice(0, 200)
    .map((row) => row.split(','));
  files[name.replace(/csv$/, 'xlsx')] = workbookOf(random, rows);
  if (random.chance(0.7)) delete files[name];
}

const escaped = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML does not have.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

function cellOf(random, text) {
  const shown = escaped(random.chance(0.03) ? random.pick(TOKENS) : text);
  const kinds = [
    `<c t="inlineStr"><is><t>${shown}</t></is></c>`,
    /^-?\d+(\.\d+)?$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="str"><v>${shown}</v></c>`,
  ];
  const odd = [
    `<c t="e"><v>#REF!</v></c>`,
    `<c t="b"><v>1</v></c>`,
    `<c s="1"><v>45291</v></c>`,
    `<c s="1"><v>-1e400</v></c>`,
    `<c><v>${shown}</v></c>`,
    `<c t="str"><f>1/0</f><v>${shown}</v></c>`,
    `<c t="s"><v>99999</v></c>`,
    `<c r="XFD1048576" t="inlineStr"><is><t>${shown}</t></is></c>`,
    '<c/>',
  ];
  return random.pick(random.chance(0.04) ? odd : kinds);
}

function workbookOf(random, rows) {
  const data = rows.map((row) => `<row>${row.map((cell) => cellOf(random, cell)).join('')}</row>`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = random.chance(0.1) ? escaped(random.pick(TOKENS)).replaceAll('"', '') : 'Phiếu 1';
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData></worksheet>`,
  };
  const bytes = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]);
  return Buffer.from(
    zipSync(Object.fromEntries(bytes), { level: 1, mtime: new Date('2024-01-01') }),
  );
}
