import type { WrittenDue } from '../deadline.ts';
import type { Claim } from '../plan.ts';

/** A plan file's data once it has passed the schema: the written form, before anything is read into it. */
export type ByYear<T> = Record<string, T>;

export interface RawMeasurable {
  id: string;
  name: string;
  unit?: string;
  measure?: string;
  baseline?: ByYear<number | string>;
  accumulates?: 'to-date' | 'sum';
  per?: number;
  whole?: 'sum' | 'ratio' | 'mean' | 'lowest';
  'by-area'?: Record<string, ByYear<number | string>>;
  targets?: ByYear<number | string>;
  wording?: ByYear<string>;
  waived?: { year?: number; until: string; reason: string; decision: string }[];
  note?: string;
}

export interface RawIndicator extends RawMeasurable {
  group?: string;
  lead?: string[];
  origin?: 'national' | 'local';
  reference?: Record<
    string,
    { targets?: ByYear<number | string>; results?: ByYear<number | string> }
  >;
  parts?: RawMeasurable[];
  every?: 'year';
  each?: 'sector';
  source: string;
}

export interface RawDuty {
  id: string;
  title: string;
  group?: string;
  lead?: string[];
  due: WrittenDue;
  each?: 'lead';
  note?: string;
  source: string;
}

export interface RawTask extends RawDuty {
  partners?: string[];
  funding?: string[];
}

export interface RawReport extends RawDuty {
  to?: string;
}

export interface RawClaim {
  text: string;
  source: string;
  count?: Extract<Claim, { kind: 'count' }>['count'];
  status?: 'declared';
  group?: string;
  origin?: 'national' | 'local';
  counted?: number;
  equals?: number;
  of?: number;
  indicator?: string;
  year?: number;
  target?: number | string;
  reference?: 'national';
}

export interface RawPlan {
  id: string;
  title: string;
  document: string;
  'printed-in'?: string;
  issued: string;
  area: string;
  'succeeded-by'?: string;
  areas?: string[];
  period: number | string;
  implements?: string[];
  note?: string;
  decimal?: ',' | '.';
  agencies?: Record<string, string | { name: string; members?: string[] }>;
  groups?: Record<string, string>;
  indicators?: RawIndicator[];
  tasks?: RawTask[];
  reports?: RawReport[];
  claims?: RawClaim[];
  ignore?: { rule: string; where: string; reason: string }[];
}
