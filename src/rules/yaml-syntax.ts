import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the file is not valid YAML', vi: 'tệp sai cú pháp YAML' },
  what: {
    en: 'The file cannot be parsed: an unclosed bracket or quote, wrong indentation, or a sign that YAML takes for syntax, such as > before a number.',
    vi: 'Tệp không đọc được: thiếu dấu đóng ngoặc hoặc dấu nháy, thụt dòng sai, hoặc có dấu mà YAML hiểu là cú pháp, như dấu > trước một con số.',
  },
  why: {
    en: 'Nothing of the file can be used until it is mended. Comparisons such as "> 50" go in quotes.',
    vi: 'Chưa sửa thì không dùng được gì trong tệp. Các phép so sánh như "> 50" phải đặt trong dấu nháy.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: > 50 }
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
    targets: { 2025: "> 50" }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

/** Raised by the reader. */
export const yamlSyntax: Rule = { id: 'yaml-syntax', page };
