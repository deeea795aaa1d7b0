import type { Day } from '../../calendar.ts';
import type { Sending } from '../../collection.ts';
import type { Period } from '../../period.ts';
import type { Outcome } from '../../received.ts';
import type { CollectWords } from '../en/collect.ts';
import { formatDay } from '../numbers.ts';
import { periodOf } from './period-of.ts';

const day = (date: Day) => formatDay(date, 'vi');

const SENDINGS: Record<Sending, string> = {
  sent: 'đã gửi',
  late: 'gửi muộn',
  'with-gaps': 'đã gửi, còn thiếu',
  'not-sent': 'chưa gửi',
};

const OUTCOMES: Record<Outcome, string> = {
  new: 'mới',
  corrected: 'đính chính',
  rival: 'khác nguồn khác',
  none: 'chưa có số liệu',
  unchanged: 'không đổi',
  older: 'cũ hơn số đang có, không ghi nhận',
};

/** The Vietnamese words of `collect`. */
export const collect: CollectWords = {
  title: (document: string, period: Period) => `Phiếu số liệu ${periodOf(period)} — ${document}`,
  asOf: (date, due) =>
    due === null
      ? `Tính đến ngày ${day(date)}. Kế hoạch không quy định hạn gửi của kỳ này nên không tính gửi muộn; có thể nêu hạn bằng --due NGÀY.`
      : `Tính đến ngày ${day(date)}; hạn gửi là ${day(due)}.`,
  counts: (counts) =>
    [
      `Đã đọc ${counts.unread > 0 ? `${counts.sheets - counts.unread} trên ` : ''}${counts.sheets} phiếu: ${counts.new} dòng mới`,
      ...(counts.corrected > 0 ? [`${counts.corrected} đính chính`] : []),
      ...(counts.rival > 0 ? [`${counts.rival} khác nguồn khác`] : []),
      ...(counts.none > 0 ? [`${counts.none} chưa có số liệu`] : []),
      `${counts.unchanged} không đổi`,
      ...(counts.older > 0 ? [`${counts.older} cũ hơn số đang có`] : []),
      `${counts.refused - counts.unread} ô không đọc được.`,
    ].join(', '),
  dryRun: 'Chưa ghi gì cả (--dry-run).',
  unchanged: 'Không ghi gì: mọi số liệu đã có sẵn.',
  written: (file, rows) => `Đã thêm ${rows} dòng vào ${file}.`,
  wouldWrite: (file, rows) => `Sẽ thêm ${rows} dòng vào ${file}.`,
  unled: (figures, items) =>
    `Chưa hỏi cơ quan nào vì không ghi cơ quan chủ trì: ${figures} chỉ tiêu, ${items} nhiệm vụ và chế độ báo cáo.`,
  standing: 'Tình hình gửi phiếu',
  changes: 'Số liệu được ghi nhận',
  refused: 'Các ô phải sửa',
  doubted: 'Cần xem lại',
  letters: 'Thư nhắc',
  columns: {
    recipient: 'Cơ quan, địa bàn',
    sending: 'Tình hình',
    received: 'Ngày nhận',
    answered: 'Chỉ tiêu',
    spoken: 'Nhiệm vụ, chế độ báo cáo đến hạn',
    missing: 'Còn thiếu',
    code: 'Mã',
    name: 'Tên',
    outcome: 'Loại',
    before: 'Số đang có',
    now: 'Số mới',
    source: 'Nguồn',
    place: 'Vị trí',
    mend: 'Cần sửa',
  },
  sending: (state) => SENDINGS[state],
  alsoGaps: 'còn thiếu',
  outcome: (outcome) => OUTCOMES[outcome],
  answered: (answered, asked) => `${answered}/${asked}`,
  noFigure: 'chưa có số liệu',
  hidden: (columns) => `Các cột không đủ chỗ: ${columns.join(', ')}.`,
  letter: {
    subject: (period) => `Về việc gửi số liệu ${periodOf(period)}`,
    to: (name) => `Kính gửi: ${name}`,
    notSent: (document, period, asOf) =>
      `Thực hiện ${document}, quý cơ quan có trách nhiệm gửi số liệu ${periodOf(period)}. Đến ngày ${day(asOf)} chưa nhận được phiếu của quý cơ quan.`,
    gaps: (document, period, received) =>
      `Phiếu số liệu ${periodOf(period)} theo ${document} của quý cơ quan đã nhận ngày ${day(received)}, nhưng còn thiếu hoặc có nội dung chưa ghi nhận được.`,
    due: (due, isPast) => (isPast ? `Hạn gửi là ${day(due)}, đã qua.` : `Hạn gửi là ${day(due)}.`),
    missing: 'Chỉ tiêu còn thiếu số liệu',
    refused: 'Các ô cần sửa',
    silent: 'Nhiệm vụ và chế độ báo cáo đã đến hạn, chưa có báo cáo trong kỳ này',
    overdue: 'Nhiệm vụ và chế độ báo cáo khác đã qua thời hạn',
    closing:
      'Đề nghị quý cơ quan điền phiếu và gửi lại. Chỉ tiêu chưa có số liệu xin ghi “chưa có số liệu”; ô để trống được coi là còn thiếu.',
  },
};
