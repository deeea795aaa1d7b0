import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'an official status that its own figures do not bear out',
    vi: 'đánh giá công bố khác với số liệu',
  },
  what: {
    en: 'A declared status differs from the verdict that target and result give as of the end of the status row’s own period. Found by `audit`, not by `check`.',
    vi: 'Đánh giá được công bố khác với kết quả tính từ mục tiêu và số liệu tại cuối kỳ của chính dòng đó. Lệnh `audit` tìm ra, không phải `check`.',
  },
  why: {
    en: 'Who reads the summary cannot tell which of the two is right. Ask the lead agency for the figure or for a corrected status; `dti-eval explain PLAN ID` shows how the verdict was made.',
    vi: 'Người đọc báo cáo không biết bên nào đúng. Hãy đề nghị cơ quan chủ trì cung cấp số liệu hoặc sửa đánh giá; `dti-eval explain KẾ-HOẠCH MÃ` cho thấy cách tính.',
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
kts-1,2024-12-15,19.67,Đã hoàn thành,12/BC-STTTT
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
kts-1,2024-12-15,20.7,Hoàn thành vượt mức,12/BC-STTTT
`,
  },
};

/** The truth of data is looked at by `audit`; the rule has a page and no check. */
export const declaredMismatch: Rule = { id: 'declared-mismatch', page };
