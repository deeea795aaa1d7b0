import type { ReasonWords } from '../en/reason.ts';

export const reasons: ReasonWords = {
  beyond: 'vượt con số đề ra',
  reached: 'đạt và không vượt con số đề ra',
  cap: 'đạt; 100% là mức cao nhất nên không thể vượt',
  about: 'số liệu ước tính: có thể đạt mục tiêu, không tính là vượt',
  'one-sided': 'số liệu chỉ cho biết một phía, chưa đủ để kết luận đạt hay không đạt',
  'area-ended': 'địa bàn của kế hoạch đã chấm dứt và kế hoạch không nêu địa bàn kế thừa',
  milestone: 'mục tiêu là một mốc và đã xong; mốc chỉ có hoàn thành, không có vượt mức',
  'milestone-late': 'xong sau năm mục tiêu',
  'still-open': 'chưa đạt và năm mục tiêu chưa kết thúc',
  'still-open-earlier':
    'số liệu gần nhất là của năm trước đó và chưa đạt; năm mục tiêu chưa kết thúc',
  'year-ended': 'chưa đạt khi năm mục tiêu đã kết thúc',
  'no-result': 'không có số liệu nào để đánh giá',
  'other-years-only': 'năm mục tiêu đã kết thúc, số liệu hiện có là của năm khác',
  'no-target': 'không có mục tiêu cho năm này',
  parts: 'do các thành phần quyết định',
};
