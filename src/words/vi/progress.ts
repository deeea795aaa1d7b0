import type { Words } from '../../message/message.ts';
import type { ProgressArgs } from '../../message/progress.ts';
import { list, quote, some } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; có phải ý là ${quote(suggestion)}?` : '';

const years = ({ first, last }: { first: number; last: number }) =>
  first === last ? `năm ${first}` : `giai đoạn ${first}–${last}`;

const forms = (needsDay: boolean) =>
  needsDay
    ? '2024-07-15 hoặc 15/7/2024'
    : '2024-07-15, 15/7/2024 hoặc 2024-07 (tức ngày cuối tháng)';

/** Vietnamese words for progress files. */
export const progress: Words<ProgressArgs> = {
  'csv-unknown-task': ({ found, suggestion }) =>
    found === ''
      ? 'chưa ghi nhiệm vụ; hãy ghi id của nhiệm vụ hoặc chế độ báo cáo'
      : `kế hoạch không có nhiệm vụ hay chế độ báo cáo ${quote(found)}${hint(suggestion) || '; hãy ghi đúng id'}`,
  'csv-missing-agency': ({ task, owing }) =>
    `từng cơ quan phải thực hiện riêng ${quote(task)} nên dòng phải ghi cơ quan báo cáo: ${some(owing, 'hoặc')}`,
  'csv-unknown-agency': ({ found, owing, suggestion }) =>
    `${quote(found)} không thuộc các cơ quan có thể báo cáo việc này${hint(suggestion) || `; đó là ${some(owing, 'và')}`}`,
  'csv-missing-occurrence': ({ task, nearest }) =>
    nearest.length === 0
      ? `${quote(task)} có định kỳ nhưng sau ngày ban hành kế hoạch không còn kỳ nào: không có gì để báo cáo`
      : `${quote(task)} có định kỳ nên phải ghi rõ hạn của kỳ được báo cáo, ví dụ ${list(nearest, 'hoặc')}`,
  'csv-unknown-occurrence': ({ task, found, why, nearest, issued, period }) => {
    const instead = nearest.length === 0 ? '' : `; gần nhất: ${list(nearest, 'và')}`;
    switch (why) {
      case 'before-issue':
        return `${quote(found)} là trước ngày ban hành kế hoạch (${issued}), khi đó ${quote(task)} chưa phát sinh${instead}`;
      case 'outside-period':
        return `${quote(found)} nằm ngoài ${years(period)} của kế hoạch${instead}`;
      case 'not-produced':
        return `${quote(task)} không có kỳ nào đến hạn vào ${quote(found)}${instead}`;
      case 'not-recurring':
        return `${quote(task)} chỉ đến hạn một lần, vào ${nearest[0]}, không phải ${quote(found)}; hãy để trống ô này`;
      case 'undated':
        return `${quote(task)} không có thời hạn; hãy để trống ô này`;
    }
  },
  'csv-progress-status': ({ found, valid, suggestion }) =>
    found === ''
      ? `chưa ghi trạng thái; chỉ nhận: ${valid.join(', ')}`
      : `không rõ trạng thái ${quote(found)}${hint(suggestion) || `; chỉ nhận: ${valid.join(', ')}`}`,
  'csv-bad-day': ({ found, needsDay }) =>
    `${quote(found)} không phải ngày; hãy viết ${forms(needsDay)}`,
  'csv-excel-day': ({ found, needsDay }) =>
    `${quote(found)} là do Excel tự đổi từ ngày tháng; hãy viết ${forms(needsDay)} và định dạng ô là văn bản (Text)`,
  'csv-day-needed': ({ found }) =>
    `${quote(found)} không phải một ngày, mà đúng hạn hay không là tính theo ngày; hãy viết ${forms(true)}, hoặc để trống`,
  'csv-impossible-day': ({ found, nearest }) =>
    `lịch không có ${quote(found)}; ${nearest === null ? 'hãy sửa lại ngày' : `gần nhất là ${nearest}`}`,
  'csv-extension-without-due': () => 'gia hạn nhưng không ghi hạn mới; hãy ghi vào cột “due”',
  'csv-nothing-to-extend': ({ task }) =>
    `${quote(task)} là việc thường xuyên, không có thời hạn để gia hạn`,
  'csv-extension-not-later': ({ found, planned }) =>
    `gia hạn đến ${quote(found)}, nhưng ngày này không sau hạn trong kế hoạch là ${planned}`,
  'csv-due-not-used': ({ found }) =>
    `${quote(found)} không có tác dụng: chỉ dòng có trạng thái extended mới đổi thời hạn`,
};
