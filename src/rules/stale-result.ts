import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'figures of another time presented for this one',
    vi: 'số liệu của thời điểm khác được dùng cho kỳ này',
  },
  what: {
    en: 'The place that declares a status for a year gives no figure of that year by then, but one of an earlier year or one dated after the report. Found by `audit`, not by `check`.',
    vi: 'Nơi công bố đánh giá cho một năm không có số liệu của năm đó tính đến kỳ báo cáo, mà chỉ có số liệu của năm trước hoặc có sau ngày báo cáo. Lệnh `audit` tìm ra, không phải `check`.',
  },
  why: {
    en: 'The status rests on something that it does not speak of. Ask for the result as of the reporting day and add it as a row of its own.',
    vi: 'Đánh giá dựa vào số liệu không thuộc kỳ của nó. Hãy đề nghị cung cấp kết quả tính đến kỳ báo cáo và thêm thành một dòng riêng.',
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
    results: `indicator,period,value,status,source
kts-1,2024-12-15,,Đang triển khai,12/BC-STTTT
kts-1,2023,19.67,,12/BC-STTTT
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
    results: `indicator,period,value,status,source
kts-1,2024-12-15,19.8,Đang triển khai,12/BC-STTTT
kts-1,2023,19.67,,12/BC-STTTT
`,
  },
};

/** The truth of data is looked at by `audit`; the rule has a page and no check. */
export const staleResult: Rule = { id: 'stale-result', page };
