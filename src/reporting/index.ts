/** What other parts may use of this one. */
export type { Issue } from './issue.ts';
export type { IssueHead } from './issues.repository.ts';
export { reportCommand } from './report.command.ts';
export { REPORTS, type ReportName, type ReportRequest } from './report-request.ts';
export { type DrawnReport, Reports } from './reports.use-case.ts';
