import type { TemplateArgs } from '../en/plan-template.ts';

/** A new plan with Vietnamese comments; the texts of the plan itself are Vietnamese, as in the documents. */
export const planTemplate = ({ id, year, issued, schema }: TemplateArgs): string =>
  `# yaml-language-server: $schema=${schema}
# Kế hoạch theo định dạng của dti-eval. Hãy thay các ví dụ bằng nội dung của văn bản, số liệu
# đúng như in trong văn bản; dti-eval check ${id}.yaml cho biết chỗ nào thiếu hoặc đáng ngờ.
format: plan/1
id: ${id} # theo quy ước là tên tệp
title: Kế hoạch chuyển đổi số năm ${year}
document: 00/KH-UBND # số văn bản
issued: ${issued}
area: hanoi # mã trong danh mục địa bàn: hanoi, danang-2025, vn …
period: ${year} # một năm, hoặc năm đầu và năm cuối: ${year}..${year + 5}
# implements: [749/QĐ-TTg] # các văn bản mà kế hoạch thực hiện

agencies: # mã: tên cơ quan như trong văn bản
  so-khcn: Sở Khoa học và Công nghệ
groups: # trụ cột hoặc phần: mã: tên như trong văn bản
  chinh-quyen-so: Chính quyền số

indicators:
  - id: cqs-1
    name: Tỷ lệ hồ sơ thủ tục hành chính được nộp trực tuyến
    group: chinh-quyen-so
    unit: "%"
    baseline: { ${year - 1}: 45 } # số liệu trước kế hoạch, in trong văn bản; một năm
    targets: { ${year}: 60 } # ít nhất; hoặc "> 50", "<= 15", "~ 45" (khoảng), "2..3", done
    lead: [so-khcn]
    source: II.1 # vị trí trong văn bản
  # Một chỉ tiêu có nhiều điều kiện, cấp hoặc lĩnh vực:
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
    due: ${year}-12 # tính cả ngày cuối; hoặc ${year}, ${year}-Q3, ${year}-06-30, ${year}..${year + 5}, yearly, continuous, none
    source: III.1

reports:
  - id: bc-nam
    title: Báo cáo kết quả thực hiện kế hoạch
    lead: [so-khcn]
    to: UBND thành phố
    due: { yearly: [12-15] }
    source: IV.1
`;
