// Makes the files that the benchmarks read: always the same ones, from a fixed seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SEED = 411;

/** Numbers from 0 up to 1 that are the same on every run: mulberry32. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NAMES = [
  'Tỷ lệ hồ sơ trực tuyến toàn trình trên tổng số hồ sơ đã tiếp nhận',
  'Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang',
  'Tỷ trọng kinh tế số trong GRDP của địa phương',
  'Tỷ lệ doanh nghiệp nhỏ và vừa sử dụng nền tảng số',
  'Tỷ lệ dân số trưởng thành có điện thoại thông minh',
];

/** A plan of so many indicators and tasks, with a figure for each indicator. */
function planOf(id, indicators, tasks, next) {
  const lines = [
    'format: plan/1',
    `id: ${id}`,
    `title: Kế hoạch chuyển đổi số ${id}`,
    'document: 01/KH-UBND',
    'issued: 2024-01-02',
    'area: danang',
    'period: 2024',
    'agencies:',
    '  so: Sở Thông tin và Truyền thông',
    'groups:',
    '  chinh-quyen-so: Chính quyền số',
    '  xa-hoi-so: Xã hội số',
    'indicators:',
  ];
  const results = ['indicator,period,value,source'];
  for (let at = 1; at <= indicators; at += 1) {
    const name = NAMES[Math.floor(next() * NAMES.length)];
    lines.push(
      `  - id: i-${at}`,
      `    name: ${name} (${at})`,
      `    group: ${at * 2 <= indicators ? 'chinh-quyen-so' : 'xa-hoi-so'}`,
      '    unit: "%"',
      `    targets: { 2024: ">= ${Math.floor(next() * 90) + 5}" }`,
      '    lead: [so]',
      `    source: I.${at}`,
    );
    results.push(`i-${at},2024-06,${Math.floor(next() * 100)},BC ${at}/BC-UBND`);
  }
  lines.push('tasks:');
  for (let at = 1; at <= tasks; at += 1)
    lines.push(
      `  - id: t-${at}`,
      `    title: Nhiệm vụ ${at} của kế hoạch ${id}`,
      '    lead: [so]',
      `    due: 2024-${String(Math.floor(next() * 10) + 3).padStart(2, '0')}`,
      `    source: II.${at}`,
    );
  return { plan: `${lines.join('\n')}\n`, results: `${results.join('\n')}\n` };
}

/** A folder of so many plans with their results; where not said otherwise, of 570 lines each. */
export function manyPlans(folder, count, indicators = 60, tasks = 27) {
  const next = numbers(SEED);
  mkdirSync(folder, { recursive: true });
  for (let at = 1; at <= count; at += 1)
    write(folder, `p-${at}`, planOf(`p-${at}`, indicators, tasks, next));
  return folder;
}

/** One plan of so many indicators, as a file. */
export function largePlan(folder, indicators) {
  mkdirSync(folder, { recursive: true });
  return write(folder, 'large', planOf('large', indicators, 1, numbers(SEED)));
}

function write(folder, name, { plan, results }) {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(file, plan);
  writeFileSync(path.join(folder, `${name}.results.csv`), results);
  return file;
}

/** What lets Spectral hold a plan against the same schema. */
export function spectralRules(folder, schema) {
  const then = { function: 'schema', functionOptions: { schema, allErrors: true } };
  const file = path.join(folder, 'ruleset.json');
  writeFileSync(file, JSON.stringify({ rules: { plan: { given: '$', severity: 'error', then } } }));
  return file;
}
