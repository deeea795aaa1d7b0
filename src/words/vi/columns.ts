/** The columns of tables as Vietnamese sheets head them, which is read too. */
const COLUMNS: Readonly<Record<string, string>> = {
  indicator: 'Mã chỉ tiêu',
  name: 'Tên chỉ tiêu',
  period: 'Kỳ báo cáo',
  value: 'Giá trị',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  area: 'Địa bàn',
  published: 'Ngày công bố',
  source: 'Nguồn',
  note: 'Ghi chú',
  unit: 'Đơn vị tính',
  task: 'Mã nhiệm vụ',
  occurrence: 'Kỳ hạn',
  agency: 'Cơ quan',
  status: 'Trạng thái',
  date: 'Ngày',
  due: 'Hạn mới',
  sheet: 'Phiếu',
};

/** The column as a Vietnamese sheet heads it. */
export function columnName(column: string): string {
  return COLUMNS[column] ?? column;
}

/** The column as a Vietnamese sheet heads it, with its name in the files; several are joined by ` + `. */
export function columnText(columns: string): string {
  return columns
    .split(' + ')
    .map((column) => (COLUMNS[column] ? `${COLUMNS[column]} (${column})` : column))
    .join(' + ');
}
