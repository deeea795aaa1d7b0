import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a cell is not the number that is needed', vi: 'ô không phải con số cần có' },
  what: {
    en: 'A figure cannot be read, has a percent sign though its unit is another, is a number where a milestone is asked, or is a numerator without its denominator.',
    vi: 'Con số không đọc được, có dấu phần trăm dù đơn vị tính khác, là số ở chỗ cần mốc hoàn thành, hoặc có tử số mà không có mẫu số.',
  },
  why: {
    en: 'Missing is never zero: the row does not count. Words belong into the column “note”.',
    vi: 'Thiếu không có nghĩa là bằng 0: dòng này không được tính. Lời giải thích ghi ở cột “note”.',
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
kts-1,2024,cơ bản đạt,12/BC-STTTT
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
kts-1,2024,~ 19.5,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvNumber: Rule = { id: 'csv-number', page };
