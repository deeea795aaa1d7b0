import { isSaidWhole, type Limit } from '../../limits.ts';
import type { FormArgs, Owner, OwnerKind, SyntaxFault } from '../../message/form.ts';
import type { Words } from '../../message/message.ts';
import { formatNumber } from '../numbers.ts';
import { cited, list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${cited(suggestion)}?` : '';
const valid = (choices: readonly string[]) => `chỉ nhận: ${choices.map(legible).join(', ')}`;
/** A mark alone would be taken for the sentence's own. */
const legible = (choice: string) => (/^\W$/.test(choice) ? quote(choice) : choice);
const such = (example: string | null) => (example === null ? '' : `, ví dụ ${example}`);

const OWNERS: Record<OwnerKind, string> = {
  file: 'tệp',
  indicator: 'chỉ tiêu',
  part: 'phần',
  agency: 'cơ quan',
  task: 'nhiệm vụ',
  report: 'chế độ báo cáo',
  claim: 'mục “claims”',
  ignore: 'mục “ignore”',
  waiver: 'mục “waived”',
  measure: 'chỉ số',
  area: 'địa bàn',
};

function ownerName({ kind, id, position }: Owner): string {
  if (id !== null) return `${OWNERS[kind]} ${quote(id)}`;
  return position === null ? OWNERS[kind] : `${OWNERS[kind]} thứ ${position}`;
}

const SYNTAX: Record<SyntaxFault, (text: string) => string> = {
  'after-colon': () => 'sau dấu hai chấm phải có dấu cách',
  'after-quote': (mark) =>
    `sau dấu nháy đóng (${mark}) còn chữ; hãy đặt cả văn bản trong loại dấu nháy kia`,
  alias: (name) => `*${name} trỏ tới neo &${name} nhưng phía trước không có neo này`,
  anchor: () => 'neo (&) hoặc bí danh (*) đặt sai chỗ; hãy ghi thẳng giá trị',
  blank: (code) =>
    `${code} trông như dấu cách nhưng YAML không coi là dấu cách; hãy gõ dấu cách thường`,
  'block-header': (text) =>
    `${quote(text)} không được đứng cùng dòng sau | hoặc >; hãy bắt đầu văn bản ở dòng sau, thụt lề`,
  colon: () => 'văn bản chứa dấu hai chấm và dấu cách thì phải đặt trọn trong dấu nháy',
  conflict: () =>
    'git để lại xung đột ở đây; hãy giữ một trong hai bản và xóa các dòng <<<<<<<, ======= và >>>>>>>',
  'conflict-mark': (mark) =>
    `${mark} là dấu vết xung đột git còn sót lại; hãy xóa dòng này và xem các dòng quanh đó có đúng bản cần giữ không`,
  dash: () => 'dấu gạch ngang mở đầu một mục phải có dấu cách theo sau',
  directive: () =>
    'dòng bắt đầu bằng % là chỉ thị của YAML; hãy đặt trong dấu nháy hoặc bỏ dòng này',
  documents: () =>
    '--- mở đầu tài liệu thứ hai; mỗi tệp chỉ có một tài liệu, hãy tách ra tệp riêng',
  escape: (text) =>
    `${quote(text)} không phải ký tự thoát trong dấu nháy kép; hãy viết hai dấu gạch chéo ngược hoặc dùng dấu nháy đơn`,
  indent: () => 'thụt lề không khớp; các khóa của cùng một mục phải bắt đầu ở cùng một cột',
  invisible: (code) => `${code} là ký tự ẩn, YAML không coi là dấu cách; hãy xóa đi`,
  'joined-entry': () =>
    'YAML nối mục này vào mục phía trên vì nó thụt sâu hơn; hãy cho hai mục bắt đầu ở cùng một cột',
  'list-mark': (mark) =>
    `trong YAML, ${quote(mark)} không mở đầu một mục của danh sách; hãy mở đầu mỗi mục bằng dấu gạch ngang và dấu cách`,
  'list-without-key': () =>
    'danh sách bắt đầu ở đây nhưng thiếu khóa của nó, chẳng hạn “indicators:” hoặc “tasks:”; hãy thêm dòng khóa ở trên',
  'lone-return': () =>
    'ở đây có ký tự về đầu dòng (CR) mà không có ký tự xuống dòng (LF); hãy kết thúc mọi dòng như nhau',
  'long-key': () => 'khóa dài tối đa 1024 ký tự',
  loop: () => 'các bí danh (*) ở đây quay vòng hoặc nhân lên vô hạn; hãy ghi thẳng giá trị',
  'mark-before-key': (mark) => `thừa ký tự ${mark} trước khóa này; hãy xóa đi`,
  'missing-key': (key) =>
    `từ đây là các mục của danh sách khác nhưng thiếu dòng “${key}:”; hãy thêm dòng này ở phía trên`,
  'no-colon': () =>
    'dòng này không có dạng “khóa: giá trị”; hãy thêm dấu hai chấm và dấu cách, nối vào văn bản phía trên, hoặc đặt # ở đầu dòng nếu đó là chú thích',
  'no-dash': (key) =>
    `${quote(key)} mở đầu một mục mới của danh sách nhưng thiếu dấu gạch ngang; hãy ghi “- ” phía trước`,
  'no-first-line': (key) =>
    `từ ${quote(key)} là phần tiếp của một mục khác trong danh sách nhưng thiếu dòng mở đầu mục đó; hãy thêm “- id: …” ở phía trên`,
  'not-a-colon': (mark) =>
    `${quote(mark)} trông như dấu hai chấm nhưng không phải; hãy gõ dấu hai chấm và dấu cách`,
  'not-a-comma': (mark) =>
    `${quote(mark)} không ngăn cách các mục trong { } hoặc [ ]; hãy gõ dấu phẩy và dấu cách`,
  'not-a-dash': (mark) =>
    `${quote(mark)} trông như dấu gạch ngang nhưng không phải; hãy gõ dấu gạch ngang và dấu cách`,
  other: () => 'không đọc được chỗ này; hãy so với một tệp kế hoạch đã qua kiểm tra',
  quote: (mark) => `thiếu dấu nháy đóng (${mark})`,
  separator: () => 'thiếu dấu phẩy giữa hai mục trong { } hoặc [ ]',
  space: () => 'thiếu dấu cách ở đây',
  start: (mark) => `văn bản không được bắt đầu bằng ${mark}; hãy đặt cả văn bản trong dấu nháy`,
  tab: () => 'có ký tự tab ở chỗ chỉ được dùng dấu cách; hãy thụt lề bằng hai dấu cách',
  tag: () => 'có thẻ (!) ở đây; hãy ghi giá trị không kèm thẻ',
  'text-key': () => 'khóa phải là văn bản, không phải danh sách hay bảng',
  unclosed: (mark) =>
    `thiếu dấu đóng ${mark}, hoặc phần bên trong không thụt lề sâu hơn khóa của nó`,
  unopened: (mark) => `thiếu dấu mở ${mark} ở đây`,
  unexpected: (text) =>
    text.trim() === ''
      ? 'chỗ này thiếu hoặc thừa gì đó; hãy xem lại dấu nháy, dấu phẩy và dấu ngoặc'
      : `${quote(text)} không được đứng ở đây; hãy xem lại dấu nháy, dấu phẩy, dấu ngoặc và thụt lề`,
};

const TYPE_WORDS: Record<string, string> = {
  text: 'văn bản',
  list: 'danh sách',
  map: 'bảng khóa - giá trị',
  number: 'số',
  'whole number': 'số nguyên',
  boolean: 'giá trị đúng/sai (true, false)',
};
const type = (name: string) => TYPE_WORDS[name] ?? name;

const LIMIT: Record<Limit, (most: string) => string> = {
  'plan-bytes': (most) => `tệp lớn hơn ${most} byte`,
  depth: (most) => `danh sách hoặc bảng ở đây lồng nhau quá ${most} tầng`,
  keys: (most) => `tệp có hơn ${most} khóa, kể cả nội dung mà bí danh trỏ đến`,
  marks: (most) => `tệp có hơn ${most} dấu hai chấm, dấu phẩy, dấu ngoặc và gạch đầu dòng`,
  lines: (most) => `tệp có hơn ${most} dòng`,
  entries: (most) => `danh sách hoặc bảng này có hơn ${most} mục`,
  aliases: (most) => `tệp có hơn ${most} bí danh (*); hãy ghi thẳng giá trị`,
  'text-length': (most) => `văn bản này dài hơn ${most} ký tự`,
  digits: (most) => `số này có hơn ${most} chữ số`,
  findings: (most) =>
    `tệp này có hơn ${most} phát hiện; các phát hiện còn lại chỉ được đếm, không liệt kê`,
  'period-years': (most) => `thời kỳ này dài hơn ${most} năm`,
  'target-years': (most) => `kế hoạch có mục tiêu cho hơn ${most} năm`,
  targets: (most) => `kế hoạch có hơn ${most} mục tiêu, tính mục tiêu hằng năm cho từng năm`,
  occurrences: (most) =>
    `các nhiệm vụ, báo cáo định kỳ hoặc do nhiều cơ quan chủ trì đến hạn tổng cộng hơn ${most} lần, tính cho từng cơ quan`,
  'pattern-length': (most) => `các mẫu trong “exclude” dài tổng cộng hơn ${most} ký tự`,
  containers: (most) => `“part-of” dẫn từ đây qua hơn ${most} chỉ số`,
  columns: (most) => `bảng có hơn ${most} cột`,
  'row-bytes': (most) => `dòng này dài hơn ${most} byte`,
  headings: (most) => `bảng có hơn ${most} tiêu đề cột, cộng mọi dòng tiêu đề trong bảng`,
  'broken-rows': (most) =>
    `hơn ${most} dòng liên tiếp bị hỏng (dấu nháy, hoặc quá dài) hoặc không đọc được sau dòng hỏng như vậy; phần sau dòng này không được đọc`,
  'sheet-rows': (most) => `các phiếu có tổng cộng hơn ${most} dòng; hãy tổng hợp từng phần`,
  figures: (most) => `các địa bàn sẽ được hỏi tổng cộng hơn ${most} số liệu`,
  cells: (most) =>
    `bảng địa bàn theo chỉ tiêu sẽ có hơn ${most} ô; hãy xem từng chỉ tiêu bằng --indicator`,
  'word-rows': (most) => `tệp Word sẽ có hơn ${most} dòng; hãy xuất xlsx hoặc csv`,
  'html-rows': (most) => `trang HTML sẽ có hơn ${most} dòng; hãy xuất xlsx hoặc csv`,
  'excel-rows': (most) => `tệp Excel sẽ có hơn ${most} dòng; hãy xuất csv`,
};

/** Vietnamese words for the form of YAML files. */
export const form: Words<FormArgs> = {
  'yaml-syntax': ({ fault, text }) => `sai cú pháp YAML: ${SYNTAX[fault](text)}`,
  'unquoted-comparison': ({ text }) =>
    `${text} không có dấu nháy là cú pháp YAML, không phải mục tiêu; hãy đặt trong dấu nháy: "${text}"`,
  'comma-in-flow': ({ found, asThousands, asDecimal }) => {
    const write =
      asThousands !== null && asDecimal !== null
        ? `hãy viết ${asThousands} nếu là hàng nghìn, ${asDecimal} nếu không phải`
        : `hãy viết ${asThousands ?? asDecimal ?? 'số không có dấu phẩy'}`;
    return `trong { } dấu phẩy của ${found} kết thúc một mục; ${write}`;
  },
  'over-limit': ({ limit, most, isOpen }) =>
    `${LIMIT[limit](formatNumber(most, 'vi'))}${isSaidWhole(limit) ? '' : ', vượt giới hạn đọc được'}${isOpen ? `; đặt giới hạn khác bằng --limit ${limit}=N` : ''}`,
  'duplicate-key': ({ key }) => `khóa ${quote(key)} xuất hiện lần thứ hai; chỉ giữ lại một`,
  'first-here': () => 'lần đầu ở đây',
  'unknown-key': ({ key, valid: keys, suggestion }) =>
    `không có khóa ${quote(key)}${hint(suggestion) || `; ${valid(keys)}${/[^a-z0-9_-]/i.test(key) ? '; hãy đặt # ở đầu dòng nếu đó là chú thích' : ''}`}`,
  'missing-key': ({ key, owner, example }) =>
    `${ownerName(owner)} thiếu ${quote(key)}; hãy thêm “${key}:”${such(example)}`,
  'missing-one-of': ({ keys, owner }) =>
    `${ownerName(owner)} cần một trong các khóa ${list(keys, 'hoặc')}`,
  'missing-companion': ({ key, companion }) => `${quote(key)} phải đi cùng ${quote(companion)}`,
  'wrong-type': ({ key, isItem, found, expected, suggestion, example }) =>
    `${isItem ? `mỗi mục của ${quote(key)}` : quote(key)} phải là ${list(expected.map(type), 'hoặc')}${such(example)}, nhưng ở đây là ${type(found)}${suggestion ? `; hãy viết ${suggestion}` : ''}`,
  'empty-value': ({ key, expected, isRequired }) =>
    `${quote(key)} để trống; hãy ghi ${list(expected.map(type), 'hoặc')}${isRequired ? '' : ', nếu không thì bỏ khóa này'}`,
  'not-a-choice': ({ key, found, valid: choices, suggestion }) =>
    `${quote(key)} là ${quote(found)}; ${valid(choices)}${hint(suggestion)}`,
  'bad-code': ({ key, found, suggestion }) =>
    `${quote(found)} trong ${quote(key)} không phải mã; mã gồm các từ ASCII chữ thường nối bằng gạch ngang${hint(suggestion)}`,
  'bad-year-key': ({ found, suggestion }) =>
    `${quote(found)} không phải năm; khóa ở đây là năm, ví dụ 2025${hint(suggestion)}`,
  'year-with-value': ({ found, suggestion }) =>
    `YAML đọc ${quote(found)} thành một khóa; giữa năm và giá trị phải có dấu hai chấm và dấu cách: ${suggestion}`,
  'curly-quotes': ({ found, suggestion }) =>
    `dấu nháy cong của ${found} là một phần của giá trị; hãy ghi ${suggestion}, nếu cần nháy thì dùng nháy thẳng`,
  'joined-codes': ({ found, suggestion }) =>
    `giữa các mã trong ${quote(found)} thiếu dấu phẩy; hãy ghi ${suggestion}`,
  'marks-in-text': ({ key, mark, suggestion }) =>
    `trong YAML, ${quote(mark)} không mở đầu một mục của danh sách nên ${quote(key)} chỉ là một văn bản; hãy mở đầu mỗi mục bằng dấu gạch ngang và dấu cách, hoặc ghi ${suggestion}`,
  'bad-target': ({ found, suggestion }) =>
    `${quote(found)} không phải mục tiêu${hint(suggestion) || '; hãy viết một số (ít nhất), "> 50", ">= 20", "<= 15", "< 5", "~ 45", "2..3" hoặc done'}`,
  'bad-baseline': ({ found, suggestion }) =>
    `${quote(found)} không phải giá trị${hint(suggestion) || '; hãy viết một số, "~ 8.2", "> 90", ">= 90", "< 50", "<= 5", done, not-done, "60%" của một mốc, hoặc none'}`,
  'bad-due': ({ found, suggestion }) =>
    `${quote(found)} không phải thời hạn${hint(suggestion) || '; hãy viết 2024, 2024-07, 2024-Q3, 2024-07-15, 2022..2025, yearly, quarterly, monthly, continuous, { yearly: [06-01] }, { by: 2024-05, then: continuous }, { per: số văn bản } hoặc none'}`,
  'bad-month-day': ({ found, suggestion }) =>
    `${quote(found)} không phải ngày trong năm${hint(suggestion) || '; hãy viết tháng-ngày, ví dụ 06-30'}`,
  'bad-date': ({ key, found, suggestion }) =>
    `${quote(found)} trong ${quote(key)} không phải ngày${hint(suggestion) || '; hãy viết năm-tháng-ngày, ví dụ 2024-04-15'}`,
  'bad-period': ({ found, suggestion }) =>
    `${quote(found)} không phải giai đoạn${hint(suggestion) || '; hãy viết một năm, 2024, hoặc 2022..2025'}`,
  'bad-year': ({ key, found, suggestion }) =>
    `${quote(found)} trong ${quote(key)} không phải năm${hint(suggestion) || '; hãy viết bốn chữ số, ví dụ 2025'}`,
  'bad-pattern': ({ key, found }) =>
    `${quote(found)} không đúng dạng của ${quote(key)}; xem mô tả khóa này trong lược đồ (dti-eval schema)`,
  'out-of-range': ({ key, found, comparison, limit }) =>
    `${quote(key)} là ${found}; phải ${comparison} ${limit}`,
  'mixed-forms': ({ key, other }) =>
    `${quote(key)} không đi cùng ${quote(other)}: mỗi câu trích chỉ nói một điều; hãy tách thành hai mục`,
  'stands-alone': ({ key }) => `${quote(key)} phải đứng một mình; hãy bỏ các khóa khác bên cạnh`,
  'too-few': ({ key, least, example, isRequired }) =>
    `${quote(key)} cần ít nhất ${least} mục${such(example)}${isRequired ? '' : ', nếu không thì bỏ khóa này'}`,
  'too-many': ({ key, most }) => `${quote(key)} nhận nhiều nhất ${most} mục`,
  'repeated-item': ({ key, item }) =>
    `${quote(item)} có hai lần trong ${quote(key)}; chỉ giữ lại một`,
  'wrong-format': ({ found, expected }) =>
    `định dạng của tệp là ${quote(found)}; chương trình này đọc "format: ${expected}"`,
  'no-content': () => 'tệp trống; tệp kế hoạch bắt đầu bằng "format: plan/1"',
  'ambiguous-yaml-number': ({ found, asThousands, asDecimal }) =>
    `YAML đọc ${found} thành ${asDecimal}; hãy viết ${asThousands} nếu là hàng nghìn, ${asDecimal} nếu không phải`,
  'odd-yaml-number': ({ found, value }) =>
    `YAML đọc ${found} là ${value}, công cụ khác có thể đọc khác; hãy ghi ${value}`,
  'impossible-date': ({ found, nearest }) =>
    `lịch không có ${quote(found)}; gần nhất là ${nearest}`,
  'inverted-window': ({ from, to }) =>
    `khoảng thời gian kết thúc (${to}) trước khi bắt đầu (${from}); hãy đổi chỗ`,
  'unit-needed': ({ id }) => `${quote(id)} có mục tiêu bằng số nhưng không có đơn vị; thêm "unit:"`,
  'bad-share': ({ found }) =>
    `${quote(found)} vượt quá toàn bộ một mốc hoàn thành; hãy ghi nhiều nhất 100%, hoặc done`,
  'milestone-baseline': ({ id, found, suggestion }) =>
    `${quote(found)} chỉ dùng cho mốc hoàn thành, nhưng mục tiêu của ${quote(id)} là con số; hãy ghi ${suggestion ?? 'một số, hoặc none'}`,
  'per-of-unit': ({ id, per, unit, factor }) =>
    factor === 100 && !/100/.test(unit)
      ? `${id}: “per” là ${per}, nhưng ${quote(unit)} vốn đã tính trên 100; hãy bỏ “per”`
      : `${id}: “per” là ${per}, nhưng đơn vị ${quote(unit)} ghi ${factor}; hãy sửa một trong hai`,
  'inverted-range': ({ lower, upper }) =>
    `cận dưới (${lower}) lớn hơn cận trên (${upper}); hãy viết ${upper}..${lower}`,
};
