import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'a result after its area ended', vi: 'kết quả sau khi địa bàn không còn' },
  what: {
    en: 'The period ends after the province or district had become part of another: 63 provinces became 34 on 1 July 2025.',
    vi: 'Kỳ số liệu kết thúc sau khi tỉnh, huyện đã sáp nhập: từ 01/7/2025, 63 tỉnh, thành phố còn 34.',
  },
  why: {
    en: 'Figures of the old and the new area are not comparable. The row does not count; report it for the successor, or correct the period.',
    vi: 'Số liệu của địa bàn cũ và mới không so sánh được với nhau. Dòng này không được tính; hãy ghi cho địa bàn mới, hoặc sửa kỳ số liệu.',
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
kts-1,2025,21.5,12/BC-STTTT
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
    results: `indicator,period,value,area,source
kts-1,2025,21.5,danang-2025,12/BC-STTTT
`,
  },
};

/** Raised by the reader. */
export const csvEndedArea: Rule = { id: 'csv-ended-area', page };
