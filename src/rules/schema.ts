import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the form of the file is wrong', vi: 'tệp sai khuôn dạng' },
  what: {
    en: 'A key is unknown or missing, or a value is not of its kind: a text where a list is needed, a unit left out of a target with a number, a code with capital letters.',
    vi: 'Có khóa lạ hoặc thiếu khóa, hoặc giá trị không đúng loại: viết chuỗi ký tự ở chỗ cần danh sách, mục tiêu bằng số mà không có đơn vị tính, mã có chữ hoa.',
  },
  why: {
    en: 'An unknown key would be ignored in silence, and a misspelt one with it. The message names the key that was probably meant; `dti-eval schema plan` prints the whole form.',
    vi: 'Khóa lạ nếu bỏ qua thì khóa gõ sai cũng mất theo. Thông báo nêu khóa có thể là ý của người viết; `dti-eval schema plan` in ra toàn bộ khuôn dạng.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    target: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
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
  },
};

/** Raised by the reader. */
export const schema: Rule = { id: 'schema', page };
