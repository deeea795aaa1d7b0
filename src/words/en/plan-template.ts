/** What is filled into a new plan. */
export interface TemplateArgs {
  id: string;
  year: number;
  /** Today, `YYYY-MM-DD`. */
  issued: string;
  /** The path of the schema, for editors, as seen from the plan. */
  schema: string;
}

/** A new plan with English comments; the texts of the plan itself are Vietnamese, as in the documents. */
export const planTemplate = ({ id, year, issued, schema }: TemplateArgs): string =>
  `# yaml-language-server: $schema=${schema}
# A plan as dti-eval reads it. Replace the examples by what the document says, figures exactly
# as printed; dti-eval check ${id}.yaml tells what is missing or doubtful.
format: plan/1
id: ${id} # by convention the file’s name
title: Kế hoạch chuyển đổi số năm ${year}
document: 00/KH-UBND # the document’s number
issued: ${issued}
area: hanoi # a code of the area catalogue: hanoi, danang-2025, vn …
period: ${year} # one year, or the first and the last: ${year}..${year + 5}
# implements: [749/QĐ-TTg] # the documents that it carries out

agencies: # code: name as printed
  so-khcn: Sở Khoa học và Công nghệ
groups: # pillars or sections: code: name as printed
  chinh-quyen-so: Chính quyền số

indicators:
  - id: cqs-1
    name: Tỷ lệ hồ sơ thủ tục hành chính được nộp trực tuyến
    group: chinh-quyen-so
    unit: "%"
    baseline: { ${year - 1}: 45 } # the figure before the plan, printed in it; one year
    targets: { ${year}: 60 } # at least; also "> 50", "<= 15", "~ 45" (about), "2..3", done
    lead: [so-khcn]
    source: II.1 # the place in the document
  # Several conditions, levels or sectors in one indicator:
  # - id: cqs-2
  #   name: Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng
  #   parts:
  #     - { id: tinh, name: Cấp tỉnh, unit: "%", targets: { ${year}: 90 } }
  #     - { id: xa, name: Cấp xã, unit: "%", targets: { ${year}: 60 } }
  #   source: II.2

tasks:
  - id: nv-1
    title: Ban hành quy chế quản lý dữ liệu dùng chung
    group: chinh-quyen-so
    lead: [so-khcn]
    due: ${year}-12 # inclusive; also ${year}, ${year}-Q3, ${year}-06-30, ${year}..${year + 5}, yearly, continuous, none
    source: III.1

reports:
  - id: bc-nam
    title: Báo cáo kết quả thực hiện kế hoạch
    lead: [so-khcn]
    to: UBND thành phố
    due: { yearly: [12-15] }
    source: IV.1
`;
