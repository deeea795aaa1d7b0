import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'an official status that no phrase explains',
    vi: 'trạng thái công bố không rõ nghĩa',
  },
  what: {
    en: 'The column “status” takes exceeded, met, in-progress, missed, no-data, or the Vietnamese phrases of official reports, such as “Đã hoàn thành”.',
    vi: 'Cột “status” nhận exceeded, met, in-progress, missed, no-data, hoặc các cụm từ trong báo cáo, như “Đã hoàn thành”.',
  },
  why: {
    en: 'The official word is held against the numbers, so it must be clear. Write what the report says in the column “note” if it is another.',
    vi: 'Trạng thái công bố được so với số liệu nên phải rõ nghĩa. Nếu báo cáo dùng lời khác, hãy ghi ở cột “note”.',
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
    results: `indicator,period,status,source
kts-1,2024,Cơ bản xong,12/BC-STTTT
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
    results: `indicator,period,status,source
kts-1,2024,Đã hoàn thành,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvStatus: Rule = { id: 'csv-status', page };
