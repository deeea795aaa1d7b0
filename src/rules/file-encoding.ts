import type { Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: {
    en: 'the file is not UTF-8 or UTF-16 text',
    vi: 'tệp không phải văn bản UTF-8 hay UTF-16',
  },
  what: {
    en: 'A plan or catalogue holds bytes that are no UTF-8, as older editors and converters write them, or is no text at all. A byte order mark tells UTF-16.',
    vi: 'Kế hoạch hoặc danh mục có những byte không phải UTF-8, như các trình soạn thảo và bộ chuyển mã cũ vẫn ghi, hoặc hoàn toàn không phải văn bản. UTF-16 được nhận ra nhờ dấu thứ tự byte (BOM).',
  },
  why: {
    en: 'Vietnamese letters of another encoding would be read as other letters. Save the file as UTF-8.',
    vi: 'Chữ tiếng Việt ở bảng mã khác sẽ bị đọc thành chữ khác. Hãy lưu tệp dưới dạng UTF-8.',
  },
  wrong: {
    yaml: `# saved as ISO 8859-1: é
format: plan/1
id: vi-du
title: Kê hoach
document: 01/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
`,
    isLatin1: true,
  },
  right: {
    yaml: `# saved as UTF-8
format: plan/1
id: vi-du
title: Kế hoạch
document: 01/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
`,
  },
};

/** Raised where files are opened. */
export const fileEncoding: Rule = { id: 'file-encoding', page };
