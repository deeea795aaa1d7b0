import type { waiting as english } from '../en/waiting.ts';

/** What is said to whoever waits. */
export const waiting = {
  files: (done, of) => `Đang đọc: ${done}/${of} tệp`,
  table: (file, percent) => `Đang đọc ${file}: ${percent}`,
  evaluation: 'Đang đánh giá …',
} satisfies typeof english;
