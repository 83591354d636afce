import { DomainError } from '../errors.ts';
import type { Figures } from '../figures.ts';
import type { Scope } from './scope.ts';
import { refuseMoreThanTotals, seesMoreThanTotals } from './visibility.ts';

/**
 * The door to figures, as far as a reader's rights open it: what it may not ask is refused here, whoever answers. Figures that
 * it may ask are of its sight alone.
 *
 * @throws DomainError from each question, `ACCESS.TOTALS_ONLY` (forbidden): more than a total of whoever may see no more;
 *   donors, of whom nobody is named to
 */
export function figuresInSight(scope: Scope, figures: Figures): Figures {
  if (seesMoreThanTotals({ scope }) && scope.rights.seesOrganisations !== 'none') return figures;
  const checked =
    <Query extends Parameters<typeof questionIn>[0], Rest extends readonly unknown[], Answer>(
      ask: (query: Query, ...rest: Rest) => Promise<Answer>,
    ) =>
    async (query: Query, ...rest: Rest): Promise<Answer> => {
      refuseMoreThanTotals({ scope }, questionIn(query));
      return ask(query, ...rest);
    };
  return {
    ...figures,
    totals: checked(figures.totals),
    funding: checked(figures.funding),
    balances: async (query) => {
      refuseMoreThanTotals({ scope }, { ...query.filter, by: 'program' });
      return figures.balances(query);
    },
    indicatorTotals: checked(figures.indicatorTotals),
    axesOf: checked(figures.axesOf),
    results: checked(figures.results),
    entries: checked(figures.entries),
    leftOut: async (query, most) => {
      refuseMoreThanTotals({ scope }, { ...query.filter, by: query.row?.by });
      return figures.leftOut(query, most);
    },
    begunEarlier: checked(figures.begunEarlier),
    amountsAsPaid: checked(figures.amountsAsPaid),
    targets: checked(figures.targets),
    reportedFor: async (target, query, page) => {
      refuseMoreThanTotals({ scope }, query.filter);
      return figures.reportedFor(target, query, page);
    },
    programs: checked(figures.programs),
    programCounts: checked(figures.programCounts),
    programCountsBy: async (query, by) => {
      refuseMoreThanTotals({ scope }, { ...questionIn(query), by });
      return figures.programCountsBy(query, by);
    },
    narratives: async (selection) => {
      refuseMoreThanTotals({ scope }, selection);
      return figures.narratives(selection);
    },
    narrativesSaying: async (search, bounds) => {
      if (!seesMoreThanTotals({ scope })) throw totalsOnly('Texts are');
      return figures.narrativesSaying(search, bounds);
    },
    programGaps: async (query) => {
      if (!seesMoreThanTotals({ scope })) throw totalsOnly('What the record lacks is');
      return checked(figures.programGaps)(query);
    },
    gaps: async (query) => {
      if (!seesMoreThanTotals({ scope })) throw totalsOnly('What the record lacks is');
      return checked(figures.gaps)(query);
    },
  };
}

function questionIn({ filter, by }: { readonly filter: object; readonly by?: unknown }) {
  return { ...filter, by };
}

function totalsOnly(what: string): DomainError {
  return new DomainError('ACCESS.TOTALS_ONLY', `${what} not open to the public.`, {
    kind: 'forbidden',
    remedy: 'Sign in.',
  });
}
