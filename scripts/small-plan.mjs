// The smallest plan that inputs made to be measured are built on.

/** Without the years it is for. */
export const HEAD = `format: plan/1
id: p
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-01-15
area: danang
`;
export const SO = 'agencies: { so: Sở Thông tin và Truyền thông }\n';
export const A1 = `indicators:
  - { id: a-1, name: Tỷ lệ A, unit: "%", targets: { 2024: 80 }, lead: [so], source: I.1 }
`;
export const PLAN = `${HEAD}period: 2024\n${SO}${A1}`;
export const RESULTS = 'indicator,period,value,source\n';
