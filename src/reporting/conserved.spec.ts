import { makeReferenceView } from '../analytics/fixtures/reference-view.ts';
import type { View } from '../analytics/index.ts';
import type { TotalsQuery } from '../core/aggregate.ts';
import { DomainError } from '../core/errors.ts';
import { parsePeriod } from '../core/period.ts';
import { proveConserved } from './conserved.ts';

const june = parsePeriod('2017-06');
const view = makeReferenceView({ period: june });

/** A look at figures of which one view has lost a row. */
function withoutRow(lost: string, isWrong: (query: TotalsQuery) => boolean): View {
  const totals: View['figures']['totals'] = async (query) => {
    const found = await view.figures.totals(query);
    return isWrong(query) ? { ...found, rows: found.rows.filter(({ key }) => key !== lost) } : found;
  };
  return { ...view, figures: { ...view.figures, totals } };
}

describe('the proof before a report', () => {
  it('passes where the views agree', async () => {
    await expect(proveConserved(view, june)).resolves.toBeUndefined();
  });

  it('names the view and the row that do not', async () => {
    // A country view that has lost its row for Barbados: 101 officials in the rows, 123 in all.
    const proved = proveConserved(
      withoutRow('BB', ({ by }) => by === 'country'),
      june,
    );
    await expect(proved).rejects.toThrow(DomainError);
    await expect(proved).rejects.toThrow(
      'The views do not agree: officials-trained (actual) by country has value 101 in its rows and 123 in all; see the row BB.',
    );
  });

  it('holds for the period too', async () => {
    // To date the rows are whole, and of June the row of Antigua and Barbuda is missing.
    const inJune = withoutRow('AG', ({ by, filter }) => by === 'country' && filter.from !== undefined);
    await expect(proveConserved(inJune, june)).rejects.toThrow(/has value 56 in its rows and 101 in all/);
  });
});
