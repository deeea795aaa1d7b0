import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'sources that give different figures for one time',
    vi: 'các nguồn ghi số liệu khác nhau',
  },
  what: {
    en: 'For one calendar year and area two sources give different last figures: for one indicator, or for one measure in two plans, baselines included. Figures that agree after rounding to the coarser one are a note; measures that are only similar, or figures of different months, are never compared. Found by `audit`, not by `check`.',
    vi: 'Cho cùng một năm và địa bàn, hai nguồn ghi số liệu cuối khác nhau: của một chỉ tiêu, hoặc của một chỉ số trong hai kế hoạch, kể cả số liệu gốc. Số liệu bằng nhau sau khi làm tròn chỉ là lưu ý; các chỉ số chỉ giống nhau, hoặc số liệu của các tháng khác nhau, thì không đem so. Lệnh `audit` tìm ra, không phải `check`.',
  },
  why: {
    en: 'Every table made from them depends on which was read. Ask which figure is the official one; `audit -f markdown` writes the question with all places.',
    vi: 'Mọi bảng số liệu đều phụ thuộc vào nguồn được đọc. Hãy hỏi số liệu nào là chính thức; `audit -f markdown` viết sẵn câu hỏi kèm mọi nơi ghi.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,source
kts-1,2024,19.67,PL1.III.1
kts-1,2024,20.7,12/BC-STTTT
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,source
kts-1,2024,19.67,PL1.III.1
kts-1,2024,19.7,12/BC-STTTT
`,
  },
};

/** The truth of data is looked at by `audit`; the rule has a page and no check. */
export const sourceConflict: Rule = { id: 'source-conflict', page };
