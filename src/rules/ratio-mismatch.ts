import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'a value that is not its numerator over its denominator',
    vi: 'giá trị không khớp với tử số và mẫu số',
  },
  what: {
    en: 'A printed value differs from its numerator over its denominator by more than the printed rounding. The counts decide. Found by `audit`, not by `check`.',
    vi: 'Giá trị được ghi khác với thương của tử số và mẫu số, vượt quá mức làm tròn. Tử số và mẫu số quyết định. Lệnh `audit` tìm ra, không phải `check`.',
  },
  why: {
    en: 'One of the three numbers was copied wrongly, or the share is of something else. Compare with the document, and ask if it stands there so.',
    vi: 'Một trong ba số bị chép sai, hoặc tỷ lệ tính trên tổng khác. Hãy đối chiếu với văn bản, nếu văn bản ghi như vậy thì hỏi lại.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 9 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,numerator,denominator,source
kts-1,2024,9.9,180,1919,12/BC-STTTT
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2024: 9 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
    results: `indicator,period,value,numerator,denominator,source
kts-1,2024,9.4,180,1919,12/BC-STTTT
`,
  },
};

/** The truth of data is looked at by `audit`; the rule has a page and no check. */
export const ratioMismatch: Rule = { id: 'ratio-mismatch', page };
