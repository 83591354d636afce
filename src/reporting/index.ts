/** What other parts may use of this one. */
export type { Issue } from './issue.ts';
export { type IssueHead, lastIssued } from './issues.repository.ts';
export type { MovedWords } from './moved-words.ts';
export { titlesOfOwnReports, titlesOfSharedReports } from './own/own-reports.repository.ts';
export { reportCommand } from './report.command.ts';
export { ReportOrders } from './report-orders.use-case.ts';
export { REPORTS, type ReportName, type ReportRequest } from './report-request.ts';
export { type DrawnReport, Reports } from './reports.use-case.ts';
export { type FiguresOfIssue, SentIssues } from './sent-issues.use-case.ts';
