import type { Lang } from '../message/message.ts';
import { planTemplate as en } from './en/plan-template.ts';
import { planTemplate as vi } from './vi/plan-template.ts';

/** What is filled into a new plan. */
export interface TemplateArgs {
  id: string;
  year: number;
  /** Today, `YYYY-MM-DD`. */
  issued: string;
  /** The path of the schema, for editors, as seen from the plan. */
  schema: string;
}

const TEMPLATES: Record<Lang, (args: TemplateArgs) => string> = { en, vi };

/** A new plan with examples to be replaced and comments in the language. */
export function planTemplate(args: TemplateArgs, lang: Lang): string {
  return TEMPLATES[lang](args);
}
