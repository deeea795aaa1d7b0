import type { PlanEvaluation } from '../evaluation.ts';
import type { PlanDeadlines } from '../overdue.ts';
import type { PaceMethod } from '../pace.ts';
import type { Sort } from '../views/status/narrowing.ts';
import type { PlanInput, ReadOptions } from './read.ts';
import type { CommonOptions } from './settings.ts';

/** The options of `dti-eval status`. */
export interface StatusOptions extends CommonOptions, ReadOptions {
  format?: string[];
  output?: string[];
  bom?: boolean;
  year?: number;
  pace?: PaceMethod;
  only?: string[];
  group?: string[];
  lead?: string[];
  sort?: Sort;
  area?: string;
  by?: 'area';
  failOn?: string[];
}

/** A plan with what an evaluation made of it. */
export interface Judged {
  input: PlanInput;
  evaluation: PlanEvaluation;
  deadlines: PlanDeadlines;
}
