import type { TableSpec } from './header.ts';

/** The columns of a results file, in their usual order. */
export const RESULT_COLUMNS = [
  'indicator',
  'name',
  'period',
  'value',
  'numerator',
  'denominator',
  'area',
  'status',
  'published',
  'source',
  'note',
] as const;

/**
 * A sheet for people also tells the unit, which is held against the plan's, and says of itself whose
 * it is.
 */
export type ResultColumn = (typeof RESULT_COLUMNS)[number] | 'unit' | 'sheet';

/** Headings of columns that help people to fill a sheet in. */
export const FOR_PEOPLE = [
  ...['tt', 'stt', 'so tt', 'so thu tu', 'muc tieu', 'ke hoach', 'ke hoach giao', 'chi tieu giao'],
  ...[
    'chi tieu ke hoach',
    'muc tieu ke hoach',
    'ty le hoan thanh',
    'muc do dat',
    'ty le dat',
    'ty le thuc hien',
    'ty le dat so voi ke hoach',
    'so voi ke hoach',
    'so voi muc tieu',
    'cung ky',
    'cung ky nam truoc',
    'so voi cung ky',
    'nhom',
    'linh vuc',
  ],
  ...['co quan chu tri', 'don vi chu tri', 'co quan phoi hop', 'don vi phoi hop'],
];

/** Headings of what a sheet tells of targets and earlier figures. */
const TOLD = ['target', 'last figure', 'of period', 'so gan nhat', 'ky gan nhat'];

/** How a table of results may be headed. */
export const RESULTS: TableSpec<ResultColumn> = {
  columns: [...RESULT_COLUMNS, 'unit', 'sheet'],
  listed: RESULT_COLUMNS,
  required: ['indicator', 'period'],
  oneOf: [['value'], ['numerator', 'denominator'], ['status']],
  headings: {
    indicator: ['ma', 'ma so', 'ma hieu', 'ma chi tieu', 'ma so chi tieu', 'code'],
    name: ['chi tieu', 'ten chi tieu', 'noi dung chi tieu'],
    period: ['ky', 'ky bao cao', 'ky so lieu', 'thoi ky'],
    value: [
      ...['gia tri', 'ket qua', 'ket qua thuc hien', 'ket qua dat duoc', 'ket qua dat'],
      ...['so lieu', 'thuc hien', 'so thuc hien', 'gia tri thuc hien'],
    ],
    numerator: ['tu so'],
    denominator: ['mau so'],
    area: ['dia ban', 'dia phuong', 'don vi hanh chinh'],
    status: ['danh gia', 'trang thai', 'muc do hoan thanh'],
    published: ['ngay cong bo', 'thoi diem cong bo', 'cong bo'],
    source: ['nguon', 'nguon so lieu', 'nguon du lieu'],
    note: ['ghi chu', 'giai trinh'],
    unit: ['don vi', 'don vi tinh', 'dvt'],
    sheet: ['phieu'],
  },
  failing: { column: 'indicator', headings: ['chi tieu'] },
  unread: [...FOR_PEOPLE, ...TOLD],
};

/** The same of a filled sheet, which is of one period as a whole. */
export const SHEET_RESULTS: TableSpec<ResultColumn> = { ...RESULTS, required: ['indicator'] };
