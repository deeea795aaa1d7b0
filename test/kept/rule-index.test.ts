import { test } from 'vitest';
import pages from '../../src/rules/compiled/pages.js';
import { RULE_IDS, RULES } from '../../src/rules/index.ts';
import { SPEECH } from '../speech.ts';
import { expectKept } from './kept.ts';

test('the list of rule pages is whole', async () => {
  const rows = RULE_IDS.map((id) => {
    const { title } = pages[id];
    const { level } = RULES[id];
    const levels = [SPEECH.en, SPEECH.vi].map(({ rulePage }) => rulePage.levels[level]);
    return `| [${id}](${id}.md) | ${levels.join(' · ')} | ${title.en} | ${title.vi} |`;
  });
  await expectKept(`${INTRODUCTION}\n${rows.join('\n')}\n`, 'src/rules/README.md');
});

const INTRODUCTION = `# Rules · Quy tắc

What \`dti-eval\` finds in plan files, catalogues and CSV files; \`dti-eval explain RULE\` prints the same pages. A finding that is no error is left out with a reason: with a comment \`# dti-eval-ignore RULE: reason\` on its line or above it, or with \`ignore: [{ rule: RULE, where: ID, reason: the reason }]\` in the plan; for the rows of CSV files, in the plan alone.

Những gì \`dti-eval\` tìm thấy trong tệp kế hoạch, danh mục và tệp CSV; \`dti-eval explain QUY-TẮC\` in ra cùng nội dung. Muốn bỏ qua một phát hiện không phải là lỗi thì phải nêu lý do: bằng chú thích \`# dti-eval-ignore QUY-TẮC: lý do\` ở dòng đó hoặc dòng trên, hoặc bằng \`ignore: [{ rule: QUY-TẮC, where: MÃ, reason: lý do }]\` trong kế hoạch; với dòng của tệp CSV thì chỉ ở kế hoạch.

The examples leave out what every plan says of itself: \`format\`, \`id\`, \`title\`, \`document\`, \`issued\`, \`area\`, \`period\`. Of the right example only the files that differ are shown. \`<U+200B>\` stands for the character with that code.

Các ví dụ lược bỏ phần mà kế hoạch nào cũng có: \`format\`, \`id\`, \`title\`, \`document\`, \`issued\`, \`area\`, \`period\`. Ở ví dụ đúng chỉ in các tệp khác với ví dụ sai. \`<U+200B>\` là ký tự có mã đó.

| Rule · Quy tắc | Level · Mức | What it finds | Nội dung |
|---|---|---|---|`;
