import { CHANGE_KINDS } from '../../change.ts';
import { formatDueDate } from '../due-date.ts';
import type { RevisionWords } from '../en/revision-words.ts';
import { formatNumber } from '../numbers.ts';
import { list } from '../quote.ts';

const KINDS: RevisionWords['kinds'] = {
  removed: 'bị bỏ',
  'target-removed': 'mục tiêu bị bỏ',
  'target-looser': 'mục tiêu hạ xuống',
  'target-changed': 'mục tiêu không so được',
  'deadline-later': 'thời hạn lùi lại',
  'deadline-changed': 'thời hạn đổi loại',
  'target-stricter': 'mục tiêu nâng lên',
  'target-added': 'mục tiêu thêm mới',
  'deadline-earlier': 'thời hạn sớm hơn',
  added: 'thêm mới',
  'lead-changed': 'đổi cơ quan chủ trì',
  'wording-changed': 'đổi câu chữ',
  'details-changed': 'chi tiết khác',
};

const EVERY = { year: 'hằng năm', quarter: 'hằng quý', month: 'hằng tháng' } as const;

const monthDay = (text: string) => `${text.slice(3)}/${text.slice(0, 2)}`;
const number = (count: number) => formatNumber(count, 'vi');

/** The Vietnamese words of `diff` between two states of a plan. */
export const revisionWords: RevisionWords = {
  columns: { item: 'Mã', name: 'Tên', field: 'Nội dung', before: 'Trước', after: 'Sau' },
  items: {
    plan: 'kế hoạch',
    indicator: 'chỉ tiêu',
    part: 'thành phần',
    task: 'nhiệm vụ',
    report: 'chế độ báo cáo',
    claim: 'nhận định',
    ignore: 'bỏ qua',
  },
  kinds: KINDS,
  fields: {
    targets: 'mục tiêu',
    'by-area': 'mục tiêu của địa bàn',
    per: 'tính trên',
    accumulates: 'cách lũy kế',
    whole: 'cách gộp các địa bàn',
    every: 'phải đạt mỗi',
    each: 'phải đạt ở từng',
    name: 'tên',
    title: 'tên',
    wording: 'nguyên văn',
    note: 'ghi chú',
    unit: 'đơn vị',
    measure: 'mã chung',
    baseline: 'số liệu nền',
    waived: 'miễn',
    lead: 'chủ trì',
    partners: 'phối hợp',
    group: 'nhóm',
    origin: 'cấp đặt ra',
    reference: 'số liệu trích dẫn',
    source: 'nguồn',
    due: 'thời hạn',
    to: 'nơi nhận',
    funding: 'kinh phí',
    document: 'văn bản',
    issued: 'ngày ban hành',
    area: 'địa bàn',
    period: 'giai đoạn',
    implements: 'triển khai',
    decimal: 'dấu thập phân',
    agencies: 'cơ quan',
    groups: 'tên nhóm',
  },
  done: 'hoàn thành',
  nothing: 'Không có gì thay đổi, trừ thứ tự, trình bày hay chú thích nếu có.',
  due: (due) => {
    switch (due.kind) {
      case 'date':
        return formatDueDate(due.date, 'vi');
      case 'window':
        return `${formatDueDate(due.from, 'vi')} – ${formatDueDate(due.to, 'vi')}`;
      case 'recurring':
        return EVERY[due.every];
      case 'dated':
        return `${list(due.days.map(monthDay), 'và')} hằng năm${due.years === undefined ? '' : `, ${due.years.first}-${due.years.last}`}`;
      case 'then-continuous':
        return `${formatDueDate(due.by, 'vi')}, sau đó thường xuyên`;
      case 'continuous':
        return 'thường xuyên';
      case 'per':
        return `theo ${due.document}`;
      case 'none':
        return 'không có thời hạn';
    }
  },
  title: (plan, before, after) => `Thay đổi của ${plan}: ${before} → ${after}`,
  total: (counts) => {
    const kinds = CHANGE_KINDS.filter((kind) => counts[kind] > 0);
    const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
    const told = kinds.map((kind) => `${number(counts[kind])} ${KINDS[kind]}`);
    return `${number(all)} thay đổi: ${told.join(', ')}.`;
  },
  narrowed: (shown, all) =>
    `Bảng hiện ${number(shown)} trên ${number(all)} thay đổi; các số đếm là của toàn bộ.`,
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
};
