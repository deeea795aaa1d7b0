import type { Audit } from '../../audit.ts';
import type { View } from '../../formats/view.ts';
import type { AuditSpeech } from '../../words/audit-said.ts';
import { auditJson } from './json.ts';
import { auditLetter } from './letter.ts';
import { type AuditTellingSpeech, auditTable } from './table.ts';

/** `dti-eval audit`: a table on a screen, a letter of questions on a page. */
export function auditView(
  audit: Audit,
  { speech, english }: { speech: AuditTellingSpeech; english: AuditSpeech },
): View {
  return {
    document: ({ isPage }) => (isPage ? auditLetter(audit, speech) : [auditTable(audit, speech)]),
    records: () => auditTable(audit, speech),
    json: () => auditJson(audit, english),
  };
}
