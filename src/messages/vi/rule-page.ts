import type { RulePageWords } from '../rule-page-words.ts';

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
  },
  suppress: (rule) =>
    `Muốn bỏ qua một phát hiện thì phải nêu lý do: “# dti-eval-ignore ${rule}: lý do” ở dòng đó hoặc dòng trên, hoặc thêm một mục vào “ignore” của kế hoạch, áp dụng cả cho dòng CSV.`,
  more: 'dti-eval explain QUY-TẮC hiện trang của một quy tắc.',
};
