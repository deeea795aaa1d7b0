import type { RulePageWords } from '../en/rule-page.ts';

/** Vietnamese words around a rule's page. */
export const rulePage: RulePageWords = {
  levels: { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' },
  wrong: 'Sai',
  right: 'Đúng',
  files: {
    yaml: 'Kế hoạch',
    results: 'Tệp kết quả đi kèm',
    progress: 'Tệp tiến độ đi kèm',
    measures: 'Danh mục chỉ số',
    areas: 'Danh mục địa bàn',
    stray: 'Tệp kết quả có tên khác',
  },
  suppress: {
    inYaml:
      'Muốn bỏ qua một phát hiện thì phải nêu lý do: trong chú thích ở dòng đó hoặc dòng trên, hoặc ở “ignore” của kế hoạch.',
    inCsv: 'Muốn bỏ qua một phát hiện thì phải nêu lý do ở “ignore” của kế hoạch.',
  },
  reason: 'lý do',
  more: 'dti-eval explain QUY-TẮC hiện trang của một quy tắc.',
};
