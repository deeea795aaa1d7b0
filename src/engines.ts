/** Who may read large tables of results: an engine made for them, or the program itself. */
export const ENGINES = ['duckdb', 'node'] as const;

export type EngineName = (typeof ENGINES)[number];
