import type { StatusWords, VerdictCount } from '../en/status.ts';
import { formatDay, formatNumber } from '../numbers.ts';

export const VERDICTS = {
  exceeded: 'vượt mức',
  met: 'hoàn thành',
  'in-progress': 'đang triển khai',
  missed: 'không hoàn thành',
  'no-data': 'chưa có số liệu',
  'no-target': 'không có mục tiêu',
} as const satisfies StatusWords['verdicts'];

const REASONS = {
  'no-baseline': 'không có số liệu nền',
  'no-newer-result': 'chưa có kết quả sau số liệu nền',
  'baseline-satisfies': 'số liệu nền đã đạt mục tiêu',
  'zero-baseline': 'số liệu nền bằng 0',
  'sign-change': 'số liệu đổi dấu',
  'too-steep': 'thời gian quá ngắn để quy ra tốc độ tăng trưởng năm',
  'beyond-cap': 'tổng của năm đã vượt mức trần',
};

const number = (count: number) => formatNumber(count, 'vi');

const counts = (list: readonly VerdictCount[]) =>
  list.map(({ verdict, count }) => `${number(count)} ${VERDICTS[verdict]}`);

const waivedCount = (count: number) => `${number(count)} được miễn`;

/** The Vietnamese words of `status`; verdicts in the words of the official reports. */
export const status: StatusWords = {
  columns: {
    indicator: 'Mã',
    name: 'Chỉ tiêu',
    target: 'Mục tiêu',
    value: 'Kết quả',
    bar: 'Biểu đồ',
    attainment: 'Mức đạt',
    gap: 'Chênh lệch',
    verdict: 'Đánh giá',
    pace: 'Tiến độ',
    declared: 'Công bố',
    lead: 'Chủ trì',
  },
  sheet: {
    period: 'Kỳ số liệu',
    source: 'Nguồn số liệu',
    estimate: 'Số ước',
    provisional: 'Tạm thời',
    disputed: 'Số liệu trái nhau',
    rivals: 'Số liệu khác',
    doubted: 'Đáng ngờ',
    yes: 'có',
  },
  verdicts: VERDICTS,
  declared: VERDICTS,
  pace: { 'on-track': 'đúng tiến độ', 'at-risk': 'có nguy cơ chậm', 'off-track': 'chậm tiến độ' },
  notComputable: (reason) => `không tính được: ${REASONS[reason]}`,
  done: 'hoàn thành',
  notDone: 'chưa hoàn thành',
  points: 'điểm %',
  baselineOf: (year) => `${year}, số liệu nền`,
  latest: (value) => `gần nhất: ${value}`,
  waived: (verdict) => `được miễn (${verdict})`,
  computedThen: (declared, verdict) => `${declared} (khi đó tính ra: ${verdict})`,
  withoutGroup: 'Không thuộc nhóm nào',
  subtotal: (group, count, list, waived) =>
    `${group}: ${number(count)} chỉ tiêu — ${[...counts(list), ...(waived > 0 ? [waivedCount(waived)] : [])].join(', ')}`,
  total: (count, list, waived) =>
    `${number(count)} chỉ tiêu: ${[...counts(list), waivedCount(waived)].join(', ')}.`,
  counted: (counted, all, leftOut, year) => {
    const reasons = [
      [leftOut['no-data'], 'không có kết quả dùng được'],
      [leftOut['no-target'], `không có mục tiêu năm ${year}`],
      [leftOut.waived, 'được miễn'],
    ] as const;
    const told = reasons.filter(([count]) => count > 0);
    const left = told.map(([count, reason]) => `${number(count)} ${reason}`).join(', ');
    const share = `Được tính: ${number(counted)} trên ${number(all)}.`;
    return told.length === 0 ? share : `${share} Không tính: ${left}.`;
  },
  judged: (asOf, year, area) =>
    `Tính đến ${formatDay(asOf, 'vi')}, mục tiêu năm ${year}${area === null ? '' : `, kết quả của địa bàn ${area}`}.`,
  sources: (document, plan, results) =>
    `Nguồn: ${document} (${plan}); kết quả: ${results.length === 0 ? 'không có tệp' : results.join(', ')}.`,
  earlierResults: (results, year) => `* ${number(results)} kết quả thuộc các năm trước ${year}.`,
  declaredDiffer: (differing, declared) =>
    differing === 0
      ? `${number(declared)} đánh giá được công bố, đều khớp với kết quả tính tại kỳ báo cáo tương ứng.`
      : `≠ ${number(differing)} trên ${number(declared)} đánh giá được công bố khác với kết quả tính tại kỳ báo cáo tương ứng.`,
  narrowed: (shown, all) =>
    shown === 0
      ? `Không có chỉ tiêu nào trong ${number(all)} chỉ tiêu thuộc diện được hỏi; các số đếm là của toàn bộ.`
      : `Bảng hiện ${number(shown)} trên ${number(all)} chỉ tiêu; các số đếm là của toàn bộ.`,
  bars: 'Biểu đồ: █ kết quả, ░ số liệu gần nhất không được tính, ┃ mục tiêu, ╎ số liệu nền.',
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
};
