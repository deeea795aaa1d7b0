// Writes a plan and a table of results or progress of so many rows, from a fixed seed, for measuring: run as
// `node scripts/bench-rows.mjs FOLDER ROWS KIND`. The same arguments give the same bytes.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const INDICATORS = 1000;
const FIRST_YEAR = 2014;
const DAYS_A_YEAR = 336;
const YEARS = 10;
const DAYS = YEARS * DAYS_A_YEAR;
const SOURCES = 3;
const CHUNK = 1 << 20;

/** Numbers from 0 to 2³² − 1, the same ones in every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const pad = (number) => String(number).padStart(2, '0');

function dayOf(index) {
  const year = FIRST_YEAR + Math.floor(index / DAYS_A_YEAR);
  const within = index % DAYS_A_YEAR;
  return `${year}-${pad(1 + Math.floor(within / 28))}-${pad(1 + (within % 28))}`;
}

/**
 * No two rows are of one indicator, day and source. However many there are, they are of the same indicators, years and
 * sources: what more of them take in memory they take as rows.
 */
function placeOf(at, rows) {
  const sources = Math.max(SOURCES, Math.ceil(rows / (INDICATORS * DAYS)));
  const days = Math.ceil(rows / sources / INDICATORS);
  const nth = Math.floor(at / INDICATORS) % days;
  return {
    day: Math.floor((nth * DAYS) / days),
    source: Math.floor(at / (INDICATORS * days)) + 1,
  };
}

/** What the row with that number says, by kind of table; each is a line without its end. */
const KINDS = {
  /** Every row is sound, and all sources say the same. */
  clean(at, _, rows) {
    const { day, source } = placeOf(at, rows);
    // Of one day of two years they differ, too.
    const tenths = (at * 7 + day * 13) % 1000;
    return `ct-${at % INDICATORS},${dayOf(day)},${tenthsText(tenths)},Báo cáo ${source}/BC-STTTT,`;
  },
  /** As clean, but each source says something else of each day. */
  differing(at, random, rows) {
    const { day, source } = placeOf(at, rows);
    return `ct-${at % INDICATORS},${dayOf(day)},${value(random)},Báo cáo ${source}/BC-STTTT,`;
  },
  /** A few indicators and periods come over and over, with other figures, from one source. */
  repeated: (at, random) => `ct-${at % 20},2023,${value(random)},Báo cáo 1/BC-STTTT,`,
  /** Each row is of a source of its own, and differs from all others of its indicator and year. */
  rivals: (at, random) => `ct-${at % 20},2023,${value(random)},Báo cáo ${at + 1}/BC-STTTT,`,
  /** No figure of a share can be judged: it lies outside 0 to 100. */
  outside: (at, random) =>
    `ct-${at % INDICATORS},2023,${101 + (random() % 900)},Báo cáo 1/BC-STTTT,`,
  /** Four rows of five cannot be read, each for another reason; of the fifth the mark may be one of thousands. */
  bad(at, random) {
    const text = value(random);
    const id = `ct-${at % INDICATORS}`;
    return [
      `${id},2023,${text}x,Báo cáo 1/BC-STTTT,`,
      `${id},2023-13,${text},Báo cáo 1/BC-STTTT,`,
      `khong-co-${at},2023,${text},Báo cáo 1/BC-STTTT,`,
      `${id},2023,"1.${100 + (random() % 900)}",Báo cáo 1/BC-STTTT,`,
      `${id},2023,${text},Báo cáo 1/BC-STTTT,,,x`,
    ][at % 5];
  },
  /** Every row is sound and dated after the day that is asked for, the last one of 2024. */
  late: (at, random) =>
    `ct-${at % INDICATORS},2025-0${1 + (random() % 6)},${value(random)},Báo cáo 1/BC-STTTT,`,
};

/** The same of rows of progress. */
const PROGRESS_KINDS = {
  /** Every row is sound; ten years pass day by day, and then once more. */
  progress(at, random) {
    const day = dayOf(Math.floor(at / TASKS) % DAYS);
    return `t-${at % TASKS},${STATUSES[random() % 3]},${day},Báo cáo 1/BC-STTTT`;
  },
  /** A few tasks and days come over and over, and say other things. */
  'progress repeated': (at, random) =>
    `t-${at % 20},${STATUSES[random() % 3]},2023-0${1 + (at % 9)}-15,Báo cáo 1/BC-STTTT`,
  /** Four rows of five cannot be read, each for another reason; of the fifth the mark may be one of thousands. */
  'progress bad'(at, random) {
    const id = `t-${at % TASKS}`;
    return [
      `${id},xong x,2023-06-30,Báo cáo 1/BC-STTTT`,
      `${id},done,2023-13-01,Báo cáo 1/BC-STTTT`,
      `khong-co-${at},done,2023-06-30,Báo cáo 1/BC-STTTT`,
      `${id},done,30/06/20${random() % 10},Báo cáo 1/BC-STTTT`,
      `${id},done,2023-06-30,Báo cáo 1/BC-STTTT,,x`,
    ][at % 5];
  },
};

const TASKS = 1000;
const STATUSES = ['done', 'in-progress', 'not-started'];

export const ROW_KINDS = Object.keys(KINDS);
export const PROGRESS_ROW_KINDS = Object.keys(PROGRESS_KINDS);

const value = (random) => tenthsText(random() % 1000);
const tenthsText = (number) => `${Math.floor(number / 10)}.${number % 10}`;

function planText() {
  const head = ['format: plan/1', 'id: rows', 'title: Kế hoạch', 'document: 1/KH-UBND'];
  const lines = [
    ...head,
    'issued: 2023-01-15',
    'area: danang',
    'period: 2023..2025',
    'indicators:',
  ];
  for (let at = 0; at < INDICATORS; at += 1)
    lines.push(
      `  - { id: ct-${at}, name: Chỉ tiêu ${at}, unit: "%", baseline: { 2022: 40 }, targets: { 2023: 60, 2025: 80 }, source: I.${at + 1} }`,
    );
  lines.push('tasks:');
  for (let at = 0; at < TASKS; at += 1)
    lines.push(
      `  - { id: t-${at}, title: Nhiệm vụ ${at}, due: 2024-${pad(1 + (at % 12))}, source: II.${at + 1} }`,
    );
  return `${lines.join('\n')}\n`;
}

/**
 * Writes `rows.yaml` and `rows.results.csv` or `rows.progress.csv` into the folder, which is made where
 * it is missing.
 */
export function writeRows(folder, rows, kind) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'rows.yaml'), planText());
  const random = numbers(20_240_415);
  const isProgress = Object.hasOwn(PROGRESS_KINDS, kind);
  const rowOf = isProgress ? PROGRESS_KINDS[kind] : KINDS[kind];
  const file = openSync(
    path.join(folder, isProgress ? 'rows.progress.csv' : 'rows.results.csv'),
    'w',
  );
  let text = isProgress ? 'task,status,date,source\n' : 'indicator,period,value,source,note\n';
  for (let at = 0; at < rows; at += 1) {
    text += `${rowOf(at, random, rows)}\n`;
    if (text.length < CHUNK) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, rows, kind] = process.argv.slice(2);
  const kinds = [...ROW_KINDS, ...PROGRESS_ROW_KINDS];
  if (!kinds.includes(kind) || !(Number(rows) > 0))
    throw new Error(`say FOLDER ROWS KIND; kinds: ${kinds.join(', ')}`);
  writeRows(folder, Number(rows), kind);
}
