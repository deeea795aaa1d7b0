import type { en } from '../en/index.ts';

export const vi = {
  areas: async () => (await import('./area-words.ts')).areaWords,
  audit: async () => (await import('./audit.ts')).audit,
  charts: async () => (await import('./charts.ts')).charts,
  diff: async () => (await import('./diff-words.ts')).diffWords,
  evidence: async () => (await import('./evidence.ts')).evidence,
  explain: async () => (await import('./explain.ts')).explain,
  findings: async () => (await import('./findings-format.ts')).findingsFormat,
  help: async () => (await import('./help.ts')).help,
  messages: async () => (await import('./messages.ts')).messages,
  office: async () => (await import('./office.ts')).office,
  overdue: async () => (await import('./overdue.ts')).overdue,
  overview: async () => (await import('./area-words.ts')).overviewWords,
  page: async () => (await import('./page.ts')).page,
  planTemplate: async () => (await import('./plan-template.ts')).planTemplate,
  reasons: async () => (await import('./reason.ts')).reasons,
  report: async () => (await import('./report.ts')).report,
  revision: async () => (await import('./revision-words.ts')).revisionWords,
  rulePage: async () => (await import('./rule-page.ts')).rulePage,
  sheet: async () => (await import('./sheet.ts')).sheet,
  status: async () => (await import('./status.ts')).status,
} satisfies typeof en;
