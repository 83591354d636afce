/** Of which programmes the results are seen: of all, of those that own organisations fund, or of those that the mandate names, with all below. */
export const RESULTS_SEEN = ['all', 'funded', 'named'] as const;
/** Whose money is seen: everybody's, what own organisations gave, that of the programmes that the mandate names, or none. */
export const MONEY_SEEN = ['all', 'own', 'named', 'none'] as const;
/** Which organisations are named: all, all but those that fund beside the own ones, or none. */
export const ORGANISATIONS_SEEN = ['all', 'but-other-donors', 'none'] as const;
/** Which free texts are read, and evidence with them: all, those that are for everybody, or none. */
export const TEXTS_READ = ['all', 'for-everybody', 'none'] as const;
/** Which reports are had: all, those that own organisations may have of themselves, or none. */
export const REPORTS_HAD = ['all', 'own', 'none'] as const;
/** Of which programmes figures are entered: of all, of those that the mandate names with all below, or of none. */
export const FIGURES_ENTERED = ['all', 'named', 'none'] as const;

/**
 * What a role may see and do: a row of the table `roles` (drizzle/0019_rights.sql), where row-level security reads the very
 * same fields. Whoever decides asks for one by its name; what a role is called decides nothing.
 */
export interface Rights {
  readonly seesResults: (typeof RESULTS_SEEN)[number];
  readonly seesMoney: (typeof MONEY_SEEN)[number];
  readonly seesOrganisations: (typeof ORGANISATIONS_SEEN)[number];
  readonly readsTexts: (typeof TEXTS_READ)[number];
  /** More than totals: programmes, single figures and amounts, and what the record lacks. */
  readonly seesRows: boolean;
  readonly hasReports: (typeof REPORTS_HAD)[number];
  readonly entersFigures: (typeof FIGURES_ENTERED)[number];
  /** Lets count what somebody else entered, or gives it back; and lets reports go out that wait for it. */
  readonly approvesFigures: boolean;
  /** Templates to fill. */
  readonly fillsFiles: boolean;
  /** Whole tables, drafts and what was withdrawn too. */
  readonly downloadsTables: boolean;
  /** What was sent to whom. */
  readonly followsDeliveries: boolean;
  /** Sends reports, settles what became of them, and ends their links. */
  readonly sendsReports: boolean;
  /** Accounts and tokens: what others may see and do. */
  readonly administersAccounts: boolean;
  readonly readsAudit: boolean;
  /** The service's own measurements. */
  readonly operatesService: boolean;
  /** It is a duty: nothing without a second factor. */
  readonly needsSecondFactor: boolean;
}
export type Right = keyof Rights;

/**
 * Whether there is anything of a right.
 *
 * @example may({ ...rights, hasReports: 'own' }, 'hasReports') // true
 */
export function may(rights: Rights, right: Right): boolean {
  const held = rights[right];
  return held !== false && held !== 'none';
}
