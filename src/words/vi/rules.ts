import type { Words } from '../../message/message.ts';
import type { RuleArgs } from '../../message/rule.ts';
import { sayFigure, sayTarget, sayValue } from '../figures.ts';
import { formatDay, formatNumber } from '../numbers.ts';
import { quote } from '../quote.ts';

const hint = (suggestion: string | null, else_: string) =>
  suggestion ? `có phải ý là ${quote(suggestion)}?` : else_;
const offer = (suggestion: string | null) => (suggestion ? `; ${hint(suggestion, '')}` : '');
const COMPARE = 'hãy đối chiếu với văn bản';

/** Not more than a reader takes in. */
const few = (marks: readonly string[]) =>
  marks.length > 5 ? `${marks.slice(0, 3).join(', ')}, …, ${marks.at(-1)}` : marks.join(', ');

const STRAY = {
  control: 'ký tự điều khiển',
  blank: 'khoảng trắng không phải dấu cách thường',
  'zero-width': 'ký tự không có bề rộng',
  direction: 'dấu đổi chiều viết',
  replacement: 'dấu thay cho chữ bị mất khi chuyển mã',
  private: 'ký tự riêng của một phông chữ',
} as const;

const SCRIPTS = { Cyrillic: 'Kirin (Nga)', Greek: 'Hy Lạp', Latin: 'La-tinh' } as const;
const FIGURES = { target: 'mục tiêu', baseline: 'số liệu nền', result: 'kết quả' } as const;
const KINDS = {
  indicator: 'chỉ tiêu',
  part: 'phần',
  task: 'nhiệm vụ',
  report: 'chế độ báo cáo',
} as const;

/** A body that plan files quote by code; others are said as written. */
const BODIES: Record<string, string> = { national: 'quốc gia' };
const bodyOf = (code: string) => (Object.hasOwn(BODIES, code) ? BODIES[code] : `của ${code}`);

const DATED = {
  target: 'mục tiêu',
  baseline: 'số liệu nền',
  reference: 'số liệu được dẫn',
  due: 'thời hạn',
  waiver: 'thời hạn miễn',
  claim: 'câu trích về',
  result: 'kết quả',
  published: 'ngày công bố',
  progress: 'tiến độ ngày',
  extension: 'hạn mới',
} as const;
const years = (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`);

const COUNTS = {
  here: ', dòng này đính chính dòng trước',
  first: ', dòng kia công bố sau nên được tính',
} as const;
const saidRow = (text: string) =>
  /^\D*\d[\d.]*$/.test(text) ? sayValue({ text, unit: null }, 'vi') : quote(text);
const unitSaid = (unit: string | null) => (unit === null ? 'không có' : quote(unit));

/** Vietnamese words of the rules on characters, plans and rows. */
export const rules: Words<RuleArgs> = {
  'not-nfc': ({ word, words }) =>
    words === 1
      ? `${quote(word)} viết bằng Unicode tổ hợp (không phải NFC) nên tìm kiếm, so sánh sẽ bỏ sót; hãy lưu bằng Unicode dựng sẵn (NFC)`
      : `${formatNumber(words, 'vi')} từ trong tệp, trước hết là ${quote(word)}, viết bằng Unicode tổ hợp (không phải NFC) nên tìm kiếm, so sánh sẽ bỏ sót; hãy lưu tệp bằng Unicode dựng sẵn (NFC)`,
  'also-not-nfc': ({ word }) => `cả ${quote(word)}`,
  'look-alike-letter': ({ letter, code, script, meant, word }) =>
    script === 'Latin'
      ? `${quote(letter)} (${code}) trong ${quote(word)} không phải chữ cái tiếng Việt; hãy viết ${quote(meant)}`
      : `${quote(letter)} (${code}) trong ${quote(word)} là chữ ${SCRIPTS[script]} trông giống ${quote(meant)}; hãy viết bằng chữ La-tinh`,
  'stray-character': ({ code, name }) =>
    `${code} là ${STRAY[name]}, không thuộc nội dung; ${
      name === 'replacement'
        ? 'hãy viết lại chữ bị mất'
        : name === 'blank'
          ? 'hãy gõ dấu cách'
          : 'hãy xóa đi'
    }`,
  'decoded-twice': ({ found, meant, words }) =>
    words === 1
      ? `${quote(found)} là ${quote(meant)} bị đọc sai bảng mã rồi lưu lại; hãy gõ lại, hoặc chuyển lại từ bản gốc theo UTF-8`
      : `${formatNumber(words, 'vi')} từ trong tệp bị đọc sai bảng mã rồi lưu lại, trước hết là ${quote(found)} (tức là ${quote(meant)}); hãy chuyển lại từ bản gốc theo UTF-8`,
  'also-decoded-twice': ({ meant }) => `cả ${quote(meant)}`,
  'odd-spaces': ({ where, between: [before, after] }) =>
    where === 'inside'
      ? `giữa ${quote(before)} và ${quote(after)} có hơn một dấu cách; chỉ giữ lại một`
      : `văn bản có dấu cách thừa ở ${where === 'start' ? 'đầu' : 'cuối'}; hãy xóa đi`,
  'comment-in-text': ({ key, rest }) =>
    `dấu # ngắt ${quote(key)} ở đây: ${quote(rest)} bị coi là chú thích; hãy đặt trọn văn bản trong dấu nháy`,
  'joined-lines': ({ key, line, isItem }) =>
    `${quote(line)} bị nối vào văn bản của ${quote(key)} ở trên; hãy đặt ${isItem ? 'dấu gạch ngang ở đầu nếu là mục riêng, ' : ''}# ở đầu nếu là chú thích, dùng >- hoặc dấu nháy nếu là phần tiếp của văn bản`,
  'duplicate-id': ({ id }) =>
    `mã ${quote(id)} đã dùng rồi; mã không được trùng giữa các chỉ tiêu, nhiệm vụ và chế độ báo cáo`,
  'duplicate-part-id': ({ id, indicator }) =>
    `chỉ tiêu ${quote(indicator)} đã có phần ${quote(id)}; hãy đặt mã khác`,
  'quotes-in-text': ({ open, close }) =>
    `YAML coi ${open} và ${close} là một phần của văn bản; hãy dùng dấu nháy thẳng hoặc bỏ đi, hoặc đặt tất cả trong dấu nháy thẳng nếu chúng thuộc văn bản`,
  'unknown-agency': ({ found, suggestion }) =>
    `kế hoạch không có cơ quan ${quote(found)}; ${hint(suggestion, 'hãy thêm vào “agencies”')}`,
  'misspelt-declaration': ({ declared, named, uses }) =>
    `không chỗ nào dùng ${quote(declared)}, nhưng có ${uses} chỗ dùng ${quote(named)}; có phải ý là ${quote(named)}?`,
  'no-agencies': ({ first, codes }) =>
    `kế hoạch không có “agencies” nhưng nêu ${codes === 1 ? quote(first) : `${codes} cơ quan, đầu tiên là ${quote(first)}`}; hãy thêm “agencies:” với một dòng “${first}: tên” cho mỗi cơ quan`,
  'no-groups': ({ first, codes }) =>
    `kế hoạch không có “groups” nhưng nêu ${codes === 1 ? quote(first) : `${codes} nhóm, đầu tiên là ${quote(first)}`}; hãy thêm “groups:” với một dòng “${first}: tên” cho mỗi nhóm`,
  'unknown-group': ({ found, suggestion }) =>
    `kế hoạch không có nhóm ${quote(found)}; ${hint(suggestion, 'hãy thêm vào “groups”')}`,
  'unknown-measure': ({ found, suggestion }) =>
    `danh mục không có chỉ số ${quote(found)}; ${hint(
      suggestion,
      'hãy thêm vào measures.yaml, hoặc bỏ khóa “measure”',
    )}`,
  'unknown-area': ({ found, suggestion }) =>
    `danh mục không có địa bàn ${quote(found)}; ${hint(suggestion, 'hãy ghi mã trong areas.yaml')}`,
  'text-date': ({ found, last }) =>
    `lịch không có ngày ${quote(found)}${last === null ? '' : `: tháng đó có ${last} ngày`}; ${COMPARE} rồi ghi đúng ngày, hoặc ghi chú rằng văn bản in như vậy`,
  'local-origin': ({ id, year, reference }) =>
    `${id} ghi là chỉ tiêu của địa phương nhưng lại dẫn mục tiêu quốc gia ${sayTarget(reference, 'vi')} năm ${year}; ${COMPARE} rồi sửa nguồn gốc hoặc mục tiêu dẫn`,
  'ended-area': ({ area, ended, years, due, successor }) =>
    `địa bàn ${quote(area)} chấm dứt ngày ${formatDay(ended, 'vi')}, trước ${[
      ...(years.length === 0
        ? []
        : [`khi hết năm ${few(years.map(String))} mà kế hoạch đặt mục tiêu`]),
      ...(due === 0 ? [] : [`thời hạn của ${formatNumber(due, 'vi')} nhiệm vụ, chế độ báo cáo`]),
    ].join(
      ' và ',
    )}${years.length === 0 ? '' : '; mục tiêu năm ấy không được đánh giá theo số liệu nào'}${successor === null ? '' : `; nếu địa bàn kế tiếp chịu trách nhiệm thì ghi “succeeded-by: ${successor}”`}`,
  'unknown-indicator': ({ found, suggestion }) =>
    `kế hoạch không có chỉ tiêu ${quote(found)}; ${hint(suggestion, 'hãy ghi id của chỉ tiêu, hoặc id/phần')}`,
  'unused-agency': ({ code, name }) =>
    `không chỉ tiêu, nhiệm vụ, báo cáo nào nêu ${quote(code)} (${name}); hãy kiểm tra xem có sót chỗ nào, hoặc bỏ khỏi “agencies”`,
  'unused-group': ({ code, name }) =>
    `không chỉ tiêu, nhiệm vụ, báo cáo nào thuộc nhóm ${quote(code)} (${name}); hãy kiểm tra xem có sót chỗ nào, hoặc bỏ khỏi “groups”`,
  'lead-as-partner': ({ id, agency }) =>
    `${id}: ${quote(agency)} vừa chủ trì vừa phối hợp; ${COMPARE}, chỉ ghi một vai trò`,
  'the-lead': () => 'chủ trì ở đây',
  'id-not-file': ({ id, file }) =>
    `mã của kế hoạch là ${quote(id)} nhưng tệp tên là ${file}: tệp CSV tìm theo tên tệp, các kế hoạch khác nêu theo mã; nên đặt trùng nhau`,
  'unit-mismatch': ({ id, unit, measure, expected }) =>
    `${id}: đơn vị tính là ${quote(unit)}, nhưng chỉ số ${quote(measure)} tính bằng ${quote(expected)}; hãy sửa đơn vị hoặc chỉ số`,
  'unit-of-milestone': ({ id, measure }) =>
    `${id}: mục tiêu là con số, nhưng chỉ số ${quote(measure)} là mốc hoàn thành, chỉ có đạt hoặc chưa đạt; hãy viết done, hoặc chọn chỉ số khác`,
  'direction-mismatch': ({ id, year, target, measure, better, suggestion }) =>
    `${id}: mục tiêu năm ${year} là ${sayTarget(target, 'vi')}, tức là ${
      better === 'less' ? '“ít nhất”' : '“nhiều nhất”'
    }, nhưng chỉ số ${quote(measure)} càng ${better === 'less' ? 'nhỏ' : 'lớn'} càng tốt; ${
      suggestion ? `hãy viết ${suggestion}` : 'hãy sửa mục tiêu hoặc chỉ số'
    }`,
  'share-out-of-range': ({ id, figure, of }) =>
    `${id}: ${FIGURES[of]} ${sayFigure(figure, 'vi')}% nằm ngoài khoảng 0–100%, tỷ lệ không thể như vậy; hãy sửa số, hoặc sửa đơn vị, chỉ số nếu đây không phải tỷ lệ trên tổng thể`,
  'doubted-share': ({ id, figure, meant, of }) =>
    `${id}: ${FIGURES[of]} ${sayFigure(figure, 'vi')}% được đọc đúng như đã ghi; nếu ý là ${sayFigure(meant, 'vi')}%, hãy ghi ${of === 'result' ? 'số phần trăm, không ghi tỷ số' : meant}`,
  'csv-share': ({ figure, bound }) =>
    `${bound === null ? '' : `${bound} `}${sayFigure(figure, 'vi')}% nằm ngoài khoảng 0–100%, tỷ lệ không thể như vậy; hãy sửa số, hoặc sửa đơn vị, chỉ số của chỉ tiêu nếu đây không phải tỷ lệ trên tổng thể`,
  'csv-duplicate-row': ({ indicator, period, line, said: { first, here }, counts }) =>
    `${quote(indicator)} kỳ ${quote(period)}, cùng địa bàn và cùng nguồn, đã có ở dòng ${line}${
      first === here ? '' : `: ở đó ghi ${saidRow(first)}, ở đây ghi ${saidRow(here)}`
    }${first === here || counts === null ? '' : COUNTS[counts]}; chỉ giữ lại một dòng, hoặc ghi nguồn cụ thể hơn`,
  'target-on-both-levels': ({ id, year }) =>
    `${id}: năm ${year} cả chỉ tiêu lẫn các phần đều có mục tiêu; mỗi năm chỉ đặt ở một cấp`,
  'part-target': ({ id, year }) => `mục tiêu của ${quote(id)} năm ${year}`,
  'no-target': ({ id }) =>
    `${id}: chỉ tiêu không có mục tiêu nào thì không đánh giá được; hãy thêm “targets”, hoặc chuyển thành ghi chú nếu văn bản không nêu con số`,
  'no-lead': ({ id }) => `${id}: không có cơ quan chủ trì; hãy thêm “lead” nếu văn bản có nêu`,
  'no-lead-mostly': ({ count, all }) =>
    `${formatNumber(count, 'vi')}/${formatNumber(all, 'vi')} chỉ tiêu không có cơ quan chủ trì: không rõ ai chịu trách nhiệm về kết quả`,
  'no-date': ({ id }) =>
    `${id}: nhiệm vụ không có thời hạn thì không bao giờ quá hạn; hãy thêm thời hạn nếu văn bản có nêu`,
  'no-date-mostly': ({ count, all }) =>
    `${formatNumber(count, 'vi')}/${formatNumber(all, 'vi')} nhiệm vụ không có thời hạn nên không bao giờ quá hạn`,
  'target-before-plan': ({ id, year, first }) =>
    `${id}: mục tiêu năm ${year} sớm hơn năm đầu của kế hoạch (${first}); hãy sửa năm, hoặc ghi thành số liệu nền (baseline)`,
  'weaker-later-target': ({ id, year, target, earlierYear, earlier }) =>
    `${id}: mục tiêu năm ${year} (${sayTarget(target, 'vi')}) yêu cầu thấp hơn mục tiêu năm ${earlierYear} (${sayTarget(earlier, 'vi')}); ${COMPARE}`,
  'target-of-year': ({ year }) => `mục tiêu năm ${year}`,
  'already-reached': ({ id, year, target, baselineYear, baseline }) =>
    `${id}: số liệu nền năm ${baselineYear} (${sayValue(baseline, 'vi')}) đã đạt mục tiêu năm ${year} (${sayTarget(target, 'vi')}); ${COMPARE}`,
  'the-baseline': ({ year }) => `số liệu nền năm ${year}`,
  'weaker-than-national': ({ id, year, target, body, reference }) =>
    `${id}: mục tiêu năm ${year} (${sayTarget(target, 'vi')}) yêu cầu thấp hơn mục tiêu ${bodyOf(body)} (${sayTarget(reference, 'vi')}); ${COMPARE}`,
  'reference-target': ({ body, year }) => `mục tiêu ${bodyOf(body)} năm ${year}`,
  'due-before-issue': ({ id, due, issued }) =>
    `${id}: hạn ngày ${formatDay(due, 'vi')}, trước ngày ban hành kế hoạch (${formatDay(issued, 'vi')}); ${COMPARE}`,
  'the-issue': () => 'ngày ban hành',
  'the-period': () => 'giai đoạn của kế hoạch',
  'the-measure': () => 'chỉ số',
  'due-after-period': ({ id, due, last }) =>
    `${id}: hạn ngày ${formatDay(due, 'vi')}, sau năm cuối của kế hoạch (${last})`,
  'duplicate-title': ({ kind, id, first, isNear }) =>
    `${id}: ${KINDS[kind]} ${isNear ? 'gần như ' : ''}trùng tên với ${quote(first)}; ${COMPARE}, nếu là một thì chỉ giữ lại một`,
  'far-date': ({ of, id, found, first, last }) =>
    `${id === null ? '' : `${id}: `}${DATED[of]} ${typeof found === 'number' ? `năm ${found}` : formatDay(found, 'vi')} cách quá xa giai đoạn của kế hoạch (${years(first, last)}); hãy kiểm tra lại năm`,
  'printed-before': ({ of, id, year, issued }) =>
    `${id}: ${DATED[of]} năm ${year} không thể có trong kế hoạch ban hành ngày ${formatDay(issued, 'vi')}; hãy kiểm tra lại năm`,
  'far-issue': ({ issued, first, last }) =>
    `ban hành ngày ${formatDay(issued, 'vi')} nhưng giai đoạn của kế hoạch là ${years(first, last)}; hãy kiểm tra lại hai năm này`,
  'long-period': ({ first, last }) =>
    `giai đoạn từ ${first} đến ${last} dài hơn mọi kế hoạch; hãy kiểm tra lại năm`,
  'title-recurs': ({ id, word, from, to, due }) =>
    `${id}: tên ghi ${quote(word)} nhưng thời hạn là một khoảng liền ${from}..${to}, báo cáo một lần là xong; nếu phải làm từng kỳ, hãy viết ${due}`,
  'csv-progress-twice': ({ task, line, date, said: { first, here }, isSame }) => {
    const day = date === null ? 'không ghi ngày' : `ngày ${formatDay(date, 'vi')}`;
    return isSame
      ? `${quote(task)} (${day}) đã có ở dòng ${line} với cùng nội dung; chỉ giữ lại một dòng`
      : `${quote(task)} (${day}): dòng ${line} ghi ${quote(first)}, dòng này ghi ${quote(here)} và được tính vì đứng sau; chỉ giữ dòng đúng, hoặc ghi rõ ngày`;
  },
  'numbering-gap': ({ list, before, after, missing }) =>
    `${list === '' ? 'số thứ tự' : `số thứ tự của ${list}`} nhảy từ ${before} đến ${after}: thiếu ${few(missing)}, ở đây hoặc ngay trong văn bản; ${COMPARE}`,
  'item-before': () => 'mục liền trước',
  'numbering-repeat': ({ source, first }) =>
    `${source} có hai lần, lần đầu ở ${quote(first)}: văn bản đánh số trùng, hoặc ghi nhầm ở đây; ${COMPARE}`,
  'catalogue-duplicate': ({ code }) =>
    `mã ${quote(code)} xuất hiện lần thứ hai; mỗi mục phải có mã riêng`,
  'similar-unknown': ({ code, suggestion }) =>
    `danh mục không có chỉ số ${quote(code)}${offer(suggestion)}`,
  'similar-itself': ({ code }) => `${quote(code)} tự nêu chính mình là tương tự; hãy bỏ đi`,
  'similar-one-sided': ({ code, of }) =>
    `${quote(of)} nêu ${quote(code)} là tương tự nhưng chiều ngược lại thì không; hãy thêm ${quote(of)} vào “similar” của ${quote(code)}`,
  'similar-other': ({ code }) => `${quote(code)} ở đây`,
  'part-of-unknown': ({ code, suggestion }) =>
    `danh mục không có chỉ số ${quote(code)} cho “part-of”${offer(suggestion)}`,
  'part-of-circle': ({ code }) =>
    `“part-of” dẫn từ ${quote(code)} quay lại chính nó; hãy sửa một trong các mục`,
  'part-of-unit': ({ code, unit, whole, wholeUnit }) =>
    `đơn vị của ${quote(code)} là ${unitSaid(unit)}, của chỉ số bao trùm ${quote(whole)} là ${unitSaid(wholeUnit)}; phần phải cùng đơn vị với toàn bộ: hãy sửa một trong hai, hoặc bỏ “part-of”`,
  'area-unknown': ({ key, code, suggestion }) =>
    `danh mục không có địa bàn ${quote(code)} cho ${quote(key)}${offer(suggestion)}`,
  'area-circle': ({ key, code }) =>
    `${quote(key)} dẫn từ ${quote(code)} quay lại chính nó; hãy sửa một trong các mục`,
};
