import type { FormArgs } from '../form-args.ts';
import type { Words } from '../message.ts';
import { list, quote } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';
const valid = (choices: readonly string[]) => `chỉ nhận: ${choices.join(', ')}`;

const TYPE_WORDS: Record<string, string> = {
  text: 'chuỗi ký tự',
  list: 'danh sách',
  map: 'bảng khóa - giá trị',
  number: 'số',
  'whole number': 'số nguyên',
  boolean: 'giá trị đúng/sai',
};
const type = (name: string) => TYPE_WORDS[name] ?? name;

/** Vietnamese words for the form of YAML files. */
export const form: Words<FormArgs> = {
  'yaml-syntax': ({ detail }) => `sai cú pháp YAML: ${detail}`,
  'unquoted-comparison': ({ text }) =>
    `${text} không có dấu nháy là cú pháp YAML, không phải mục tiêu; hãy đặt trong dấu nháy: "${text}"`,
  'duplicate-key': ({ key }) => `khóa ${quote(key)} xuất hiện lần thứ hai; chỉ giữ lại một`,
  'first-here': () => 'lần đầu ở đây',
  'unknown-key': ({ key, valid: keys, suggestion }) =>
    `không có khóa ${quote(key)}${hint(suggestion) || `; ${valid(keys)}`}`,
  'missing-key': ({ key, owner }) => `${owner}: thiếu khóa bắt buộc ${quote(key)}`,
  'missing-one-of': ({ keys, owner }) => `${owner}: cần một trong các khóa ${list(keys, 'hoặc')}`,
  'missing-companion': ({ key, companion }) => `${quote(key)} phải đi cùng ${quote(companion)}`,
  'wrong-type': ({ key, found, expected }) =>
    `${quote(key)} phải là ${list(expected.map(type), 'hoặc')}, nhưng ở đây là ${type(found)}`,
  'empty-value': ({ key, expected }) =>
    `${quote(key)} để trống; cần ${list(expected.map(type), 'hoặc')}, nếu không thì bỏ khóa này`,
  'not-a-choice': ({ key, found, valid: choices, suggestion }) =>
    `${quote(key)} là ${quote(found)}; ${valid(choices)}${hint(suggestion)}`,
  'bad-code': ({ key, found, suggestion }) =>
    `${quote(found)} trong ${quote(key)} không phải mã; mã gồm các từ ASCII chữ thường nối bằng gạch ngang${hint(suggestion)}`,
  'bad-year-key': ({ found }) => `${quote(found)} không phải năm; khóa ở đây là năm, ví dụ 2025`,
  'bad-target': ({ found }) =>
    `${quote(found)} không phải mục tiêu; hãy viết một số (ít nhất), "> 50", ">= 20", "<= 15", "< 5", "~ 45", "2..3" hoặc done`,
  'bad-baseline': ({ found }) => `${quote(found)} không phải giá trị; hãy viết một số hoặc "~ 8.2"`,
  'bad-due': ({ found }) =>
    `${quote(found)} không phải thời hạn; hãy viết 2024, 2024-07, 2024-Q3, 2024-07-15, 2022..2025, yearly, quarterly, monthly, continuous, { yearly: [06-01] }, { by: 2024-05, then: continuous }, { per: số văn bản } hoặc none`,
  'bad-month-day': ({ found }) =>
    `${quote(found)} không phải ngày trong năm; hãy viết tháng-ngày, ví dụ 06-30`,
  'bad-date': ({ key, found }) =>
    `${quote(found)} trong ${quote(key)} không phải ngày; hãy viết năm-tháng-ngày, ví dụ 2024-04-15`,
  'bad-period': ({ found }) =>
    `${quote(found)} không phải giai đoạn; hãy viết một năm, 2024, hoặc 2022..2025`,
  'bad-pattern': ({ key, found, pattern }) =>
    `${quote(found)} không hợp với ${quote(key)}; phải theo mẫu ${pattern}`,
  'too-few': ({ key, least }) => `${quote(key)} cần ít nhất ${least} mục`,
  'too-many': ({ key, most }) => `${quote(key)} nhận nhiều nhất ${most} mục`,
  'repeated-item': ({ key, item }) =>
    `${quote(item)} có hai lần trong ${quote(key)}; chỉ giữ lại một`,
  'wrong-format': ({ found, expected }) =>
    `định dạng của tệp là ${quote(found)}; tệp kế hoạch ghi "format: ${expected}"`,
  'no-content': () => 'tệp trống; tệp kế hoạch bắt đầu bằng "format: plan/1"',
  'ambiguous-yaml-number': ({ found, asThousands, asDecimal }) =>
    `YAML đọc ${found} thành ${asDecimal}; hãy viết ${asThousands} nếu là hàng nghìn, ${asDecimal} nếu không phải`,
  'impossible-date': ({ found, nearest }) =>
    `lịch không có ${quote(found)}; gần nhất là ${nearest}`,
  'inverted-window': ({ from, to }) =>
    `khoảng thời gian kết thúc (${to}) trước khi bắt đầu (${from}); hãy đổi chỗ`,
  'unit-needed': ({ id }) => `${quote(id)} có mục tiêu bằng số nhưng không có đơn vị; thêm "unit:"`,
  'inverted-range': ({ lower, upper }) =>
    `cận dưới (${lower}) lớn hơn cận trên (${upper}); hãy viết ${upper}..${lower}`,
};
