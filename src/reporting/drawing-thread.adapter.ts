import { xlsxFile } from '../platform/spreadsheet/sheet-stream.ts';
import { answerTasks } from '../platform/threads/thread-work.adapter.ts';
import { inlineFont, withOtherScripts } from '../web/styles/fonts.adapter.ts';
import { printStylesheet } from '../web/styles/stylesheets.ts';
import type { WholeReport } from './report-content.ts';
import { csvOf, drawReport, type ReportCopy, type ReportDocument, workbookOf } from './report-document.ts';

const stylesheet = printStylesheet(inlineFont);

/** A copy with every row. */
interface WholeCopy {
  readonly copy: ReportCopy;
  readonly whole: WholeReport;
}

/** What `DrawingRoom` asks of a thread. */
const tasks = {
  document: (copy: ReportCopy): ReportDocument => {
    const document = drawReport(copy, stylesheet);
    const { html, footer } = document;
    return { ...document, html: withOtherScripts(html, [footer.start, footer.end]) };
  },
  workbook: async ({ copy, whole, date }: WholeCopy & { readonly date: Date }) => {
    const sheets = workbookOf(copy, whole);
    return { bytes: await xlsxFile(sheets, date), sheets: sheets.length };
  },
  csv: ({ copy, whole }: WholeCopy) => new TextEncoder().encode(csvOf(copy, whole)),
};
export type DrawingTasks = typeof tasks;

answerTasks(tasks);
