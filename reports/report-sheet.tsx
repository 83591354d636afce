import type { VNode } from 'preact';
import { CountryFactSheet, type CountryFactSheetProps } from './country-fact-sheet.report.tsx';
import { DonorFundingSummary, type DonorFundingSummaryProps } from './donor-funding-summary.report.tsx';
import { OwnReport, type OwnReportProps } from './own.report.tsx';
import { PortfolioReport, type PortfolioReportProps } from './portfolio.report.tsx';
import type { ReportAnnex, ReportFrame } from './report-frame.tsx';

/** What stands in a report, as data alone: it is drawn in another thread than the one that asks for its figures. */
export type ReportSheet =
  | { readonly report: 'portfolio'; readonly props: Omit<PortfolioReportProps, 'frame' | 'annexes'> }
  | {
      readonly report: 'country-fact-sheet';
      readonly props: Omit<CountryFactSheetProps, 'frame' | 'annexes'>;
    }
  | {
      readonly report: 'donor-funding-summary';
      readonly props: Omit<DonorFundingSummaryProps, 'frame' | 'annexes'>;
    }
  | { readonly report: 'own'; readonly props: Omit<OwnReportProps, 'frame' | 'annexes'> };

/** The document that a sheet is drawn to. */
export function drawSheet(sheet: ReportSheet, frame: ReportFrame, annexes: readonly ReportAnnex[]): VNode {
  switch (sheet.report) {
    case 'portfolio':
      return <PortfolioReport {...sheet.props} frame={frame} annexes={annexes} />;
    case 'country-fact-sheet':
      return <CountryFactSheet {...sheet.props} frame={frame} annexes={annexes} />;
    case 'donor-funding-summary':
      return <DonorFundingSummary {...sheet.props} frame={frame} annexes={annexes} />;
    case 'own':
      return <OwnReport {...sheet.props} frame={frame} annexes={annexes} />;
  }
}
