import { lineOf } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Result } from '../result.ts';
import type { RowCheck, RowContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'the same figure of the same source twice',
    vi: 'cùng một số liệu của cùng một nguồn hai lần',
  },
  what: {
    en: 'Two rows give a figure, or two a status, for the same indicator, period, area and source. Rows of different sources are well: which of them counts is the matter of the audit.',
    vi: 'Hai dòng cùng ghi kết quả, hoặc cùng ghi trạng thái, cho cùng chỉ tiêu, kỳ số liệu, địa bàn và nguồn. Các dòng khác nguồn thì được: dòng nào đúng là việc của audit.',
  },
  why: {
    en: 'The first row counts and the second is lost. Keep one of them; where one document prints two figures, name the place of each in it.',
    vi: 'Dòng đầu được tính, dòng sau mất. Chỉ giữ một dòng; nếu một văn bản in hai con số, hãy ghi rõ vị trí của từng số.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,source
kts-1,2023,19.67,12/BC-STTTT
kts-1,2023,20,12/BC-STTTT
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,source
kts-1,2023,19.67,12/BC-STTTT I.1
kts-1,2023,20,12/BC-STTTT PL.3
`,
  },
};

export const csvDuplicateRow: Rule = { id: 'csv-duplicate-row', page, openRows };

interface Held {
  file: string;
  line: number;
}

/** Keeps one entry for each indicator, period, area and source. */
function openRows(_: RowContext): RowCheck {
  const known = new Map<string, Held>();
  return (row, at) => {
    const keys = keysOf(row);
    const first = keys.map((key) => known.get(key)).find((held) => held !== undefined);
    const held = { file: row.file, line: row.line };
    for (const key of keys) if (!known.has(key)) known.set(key, held);
    if (!first) return [];
    const { indicator, period } = row;
    return [
      {
        rule: 'csv-duplicate-row',
        place: at('indicator'),
        path: ['indicator'],
        message: message('csv-duplicate-row', { indicator, period: period.text, line: first.line }),
        related: [{ message: message('first-here', {}), place: lineOf(first.file, first.line) }],
      },
    ];
  };
}

/** A figure and a status of one source may stand on rows of their own. */
function keysOf({ indicator, period, area, source, value, status }: Result): string[] {
  const key = [indicator, period.text, area, source].join('\n');
  const roles = [value === null ? null : 'figure', status === null ? null : 'status'];
  return roles.filter((role) => role !== null).map((role) => `${role}\n${key}`);
}
