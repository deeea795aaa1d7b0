import type { Succession } from '../../area.ts';
import type { AreaWords, OverviewWords } from '../en/area-words.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { list } from '../quote.ts';

const number = (count: number) => formatNumber(count, 'vi');

const merger = ({ successor, others }: Succession) => {
  const named = `${successor.name} (${successor.code})`;
  if (others.length === 0) return `${named}, địa bàn kế tiếp`;
  return `${named}, địa bàn mới gồm cả ${list(
    others.map(({ name }) => name),
    'và',
  )}`;
};

/** The Vietnamese words about areas. */
export const areaWords: AreaWords = {
  levels: {
    union: 'Liên minh các quốc gia',
    country: 'Quốc gia',
    province: 'Tỉnh, thành phố',
    district: 'Quận, huyện, thị xã, thành phố thuộc tỉnh',
    ward: 'Phường',
    commune: 'Xã',
  },
  columns: {
    rank: 'Hạng',
    area: 'Địa bàn',
    attainment: 'Mức đạt (mỗi chỉ tiêu ≤ 100%)',
    unlimited: 'Không giới hạn',
    reached: 'Hoàn thành, vượt mức',
    measured: 'Có kết quả',
  },
  period: 'Kỳ',
  sent: 'Đã gửi',
  whole: 'Toàn địa bàn',
  figures: (document, level, year) =>
    `${document} — số liệu theo địa bàn (${level}), mục tiêu năm ${year}`,
  marks: (reached, nothing) =>
    `${reached} số liệu của địa bàn đạt mục tiêu; ${nothing} địa bàn chưa gửi số liệu. Số liệu thuộc kỳ khác với kỳ của dòng thì ghi kèm kỳ.`,
  byIndicator: (document, address, name) => `${document} — các địa bàn theo ${address}: ${name}`,
  indicatorRule:
    'Xếp hạng theo số liệu, tốt nhất đứng đầu; bằng nhau thì đồng hạng. Số liệu chỉ biết là trên hay dưới một mức thì không xếp hạng. Các số liệu có thể thuộc các kỳ khác nhau; kỳ ghi ở từng dòng.',
  rankedBy: (ranked, all) => `Xếp hạng ${number(ranked)} trên ${number(all)} địa bàn có số liệu.`,
  wholeHas: (figure, period) => `Toàn địa bàn: ${figure} (${period}).`,
  noAreaFigures: (address) => `Không địa bàn nào có số liệu của ${address}.`,
  unknownLevel: 'Địa bàn không có trong danh mục',
  ranked: (counted, ranked, all) =>
    `Tính ${number(counted)} chỉ tiêu; xếp hạng ${number(ranked)} trên ${number(all)} địa bàn.`,
  rule: 'Xếp hạng theo mức đạt bình quân của các chỉ tiêu được tính mà địa bàn có kết quả, mỗi chỉ tiêu tính tối đa 100%; bằng nhau thì theo mức bình quân không giới hạn; vẫn bằng nhau thì đồng hạng. Chỉ tiêu được tính là chỉ tiêu có mục tiêu, không được miễn, có ít nhất một địa bàn cùng cấp có kết quả. Địa bàn có kết quả cho dưới 80% số chỉ tiêu đó thì không xếp hạng. Địa bàn của chính kế hoạch không nằm trong bảng.',
  judged: (asOf, year, files) =>
    `Tính đến ${formatDay(asOf, 'vi')}, mục tiêu năm ${year}; kết quả: ${files.length === 0 ? 'không có tệp' : files.join(', ')}.`,
  missing: (all, names) =>
    `Chưa có số liệu của ${number(names.length)} trên ${number(all)} địa bàn phải báo cáo: ${names.join(', ')}.`,
  noneCounts: (names, year) =>
    `Không xếp hạng vì không có kết quả nào được tính cho năm ${year}: ${names.join(', ')}.`,
  noAreas: 'Không có kết quả của địa bàn nào ngoài địa bàn của kế hoạch.',
  unread: (rows) => `${number(rows)} dòng kết quả không đọc được nên không được tính.`,
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
  judgedOnSuccessor: (succession) =>
    `Mục tiêu đặt cho ${succession.area.name} (${succession.area.code}), địa bàn tồn tại đến hết ${formatDay(succession.ended, 'vi')}; kết quả là của ${merger(succession)}: hai địa bàn khác nhau.`,
  successorResults: (succession, indicators) =>
    `Có kết quả của ${number(indicators)} chỉ tiêu thuộc ${merger(succession)}. Địa bàn của kế hoạch là ${succession.area.name} (${succession.area.code}), tồn tại đến hết ${formatDay(succession.ended, 'vi')}, nên không so các kết quả đó với mục tiêu.`,
};

/** The Vietnamese words of the summary of several plans. */
export const overviewWords: OverviewWords = {
  title: (plans, asOf) => `${number(plans)} kế hoạch, tính đến ${formatDay(asOf, 'vi')}`,
  columns: {
    plan: 'Kế hoạch',
    document: 'Văn bản',
    year: 'Năm mục tiêu',
    indicators: 'Chỉ tiêu',
    waived: 'được miễn',
    overdue: 'việc quá hạn',
  },
  counted:
    'Mỗi kế hoạch tính theo năm mục tiêu của mình; không cộng gộp các kế hoạch với nhau. Các bảng ở dưới.',
  unreported: (plans) =>
    `${list(plans, 'và')} chưa có báo cáo tiến độ: việc quá hạn ở đó chỉ là việc đã qua thời hạn.`,
  hidden: (titles) => `Cột không hiện vì hẹp: ${titles.join(', ')}.`,
};
