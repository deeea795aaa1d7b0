import type { TableSpec } from './header.ts';
import { FOR_PEOPLE } from './result-columns.ts';

/** The columns of a progress file, in their usual order. */
export const PROGRESS_COLUMNS = [
  'task',
  'occurrence',
  'agency',
  'status',
  'date',
  'due',
  'source',
  'note',
] as const;

/** A column that the program reads. */
export type ProgressColumn = (typeof PROGRESS_COLUMNS)[number] | 'sheet';

/** Headings of what a sheet tells of its tasks. */
const TOLD = ['title', 'state', 'last word', 'hien trang', 'bao cao gan nhat'];

/** How a table of progress may be headed. */
export const PROGRESS: TableSpec<ProgressColumn> = {
  columns: [...PROGRESS_COLUMNS, 'sheet'],
  listed: PROGRESS_COLUMNS,
  required: ['task', 'status'],
  headings: {
    task: ['ma', 'ma so', 'ma hieu', 'ma nhiem vu', 'ma so nhiem vu', 'code'],
    occurrence: ['ky han', 'han', 'thoi han', 'deadline'],
    agency: ['co quan', 'don vi', 'co quan thuc hien', 'don vi thuc hien'],
    status: ['trang thai', 'tinh trang', 'tien do', 'tinh hinh thuc hien'],
    date: ['ngay', 'ngay hoan thanh', 'ngay bao cao'],
    due: ['han moi', 'thoi han moi', 'gia han den', 'new due'],
    source: ['nguon', 'van ban', 'can cu'],
    note: ['ghi chu', 'ly do', 'nguyen nhan', 'reason'],
    sheet: ['phieu'],
  },
  failing: { column: 'task', headings: ['nhiem vu'] },
  unread: [...FOR_PEOPLE, ...TOLD, 'nhiem vu', 'ten nhiem vu', 'noi dung', 'noi dung nhiem vu'],
};

/** The columns that hold a day. */
export const DAYS = ['occurrence', 'date', 'due'] as const;
export type DayColumn = (typeof DAYS)[number];
