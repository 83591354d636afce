/** What a report may be narrowed to. */
export const SCOPES = ['pillar', 'country', 'donor'] as const;
export type ScopeName = (typeof SCOPES)[number];

/**
 * What a report is about and who may have it. `organisation`: those who see everything. `its-donor`: they, and the donor
 * that it is about, whose facts alone it is made of, so that another donor's money cannot be in it.
 */
type ReportDefinition =
  | {
      readonly readers: 'organisation';
      /** What it must be told. */
      readonly needs: ScopeName | null;
      /** What it may be narrowed to besides. */
      readonly takes: readonly ScopeName[];
    }
  | { readonly readers: 'its-donor'; readonly needs: 'donor'; readonly takes: readonly ScopeName[] };

const DEFINITIONS = {
  portfolio: { readers: 'organisation', needs: null, takes: ['pillar', 'country', 'donor'] },
  // A sheet names all donors of each programme; narrowed to one of them it would not be the country's.
  'country-fact-sheet': { readers: 'organisation', needs: 'country', takes: ['pillar'] },
  'donor-funding-summary': { readers: 'its-donor', needs: 'donor', takes: ['pillar', 'country'] },
} as const satisfies Readonly<Record<string, ReportDefinition>>;

/** All reports, by the names that they have at the command line and in addresses. */
export type ReportName = keyof typeof DEFINITIONS;
/** Those that a donor may have of itself. */
export type DonorReportName = {
  [Name in ReportName]: (typeof DEFINITIONS)[Name]['readers'] extends 'its-donor' ? Name : never;
}[ReportName];

export const REPORT_DEFINITIONS: Readonly<Record<ReportName, ReportDefinition>> = DEFINITIONS;
export const REPORTS = Object.keys(DEFINITIONS) as readonly ReportName[];
export const DONOR_REPORTS: readonly DonorReportName[] = REPORTS.filter(isDonorReport);

export function isDonorReport(name: ReportName): name is DonorReportName {
  return REPORT_DEFINITIONS[name].readers === 'its-donor';
}
