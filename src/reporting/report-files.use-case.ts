import { Injectable } from '@nestjs/common';
import type { Keeper } from '../access/index.ts';
import { PrintQueue } from '../platform/browser/print-queue.ts';
import type { ReportFormat } from './report-file.ts';
import type { TellStep } from './report-jobs.ts';
import type { ReportRequest } from './report-request.ts';
import { type DrawnReport, Reports } from './reports.use-case.ts';

/** A report as it leaves the service. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** What it is of, for the audit. */
  readonly details: Readonly<Record<string, string>>;
}

/** Two are printed at a time: meanwhile the figures of two others are read. */
const AT_ONCE = 4;
/** The last of so many waits for half a minute or so. */
const WAITING = 100;

/** Makes reports in any format, a few at a time and in order of arrival. */
@Injectable()
export class ReportFiles {
  private readonly queue = new PrintQueue(AT_ONCE, WAITING);

  constructor(private readonly reports: Reports) {}

  /** @throws DomainError `RENDER.BUSY` (broken) where too many wait; as `Reports.draw` and `Reports.print` */
  make(
    { scope, account }: Keeper,
    request: ReportRequest,
    format: ReportFormat,
    tell?: TellStep,
  ): Promise<ReportFile> {
    return this.queue.run(async () => {
      const drawn = await this.reports.draw(scope, request, tell, account);
      if (format === 'pdf') tell?.('printing');
      const bytes = await this.bytesOf(drawn, format);
      const { report, period, filter, language, asOf } = drawn.order;
      const moment = asOf === null ? {} : { 'as-of': asOf.toISOString() };
      const details = { report, period: period.key, ...filter, ...moment, lang: language };
      return { bytes, fileName: drawn.fileName(format), details };
    });
  }

  private async bytesOf(drawn: DrawnReport, format: ReportFormat): Promise<Uint8Array> {
    switch (format) {
      case 'pdf':
        return (await this.reports.print(drawn)).bytes;
      case 'xlsx':
        return (await this.reports.write(drawn)).bytes;
      case 'csv':
        return this.reports.tabulate(drawn);
    }
  }
}
