import type { RowChoice } from '../diff.ts';
import type { CommonOptions } from './settings.ts';

/** The options of `dti-eval diff`. */
export interface DiffOptions extends Omit<CommonOptions, 'asOf'> {
  format?: string[];
  output?: string[];
  bom?: boolean;
  catalogue?: string;
  against?: string;
  year?: number[];
  measure?: string[];
  group?: string[];
  rows?: RowChoice;
  changedOnly?: boolean;
  similar?: boolean;
  kind?: string[];
  failOn?: string[];
}
