import { makeReferenceView } from '../analytics/fixtures/reference-view.ts';
import { fundingTotals, totals } from '../core/aggregate.ts';
import type { Views } from '../core/conservation.ts';
import { DomainError } from '../core/errors.ts';
import { parsePeriod } from '../core/period.ts';
import { proveConserved } from './conserved.ts';

const june = parsePeriod('2017-06');
const view = makeReferenceView({ period: june });

/** A country view that has lost its row for Barbados: 101 officials in the rows, 123 in all. */
const withoutBarbados: Views = {
  fundingTotals,
  totals: (facts, query) => {
    const found = totals(facts, query);
    return query.by === 'country' ? { ...found, rows: found.rows.filter(({ key }) => key !== 'BB') } : found;
  },
};

describe('the proof before a report', () => {
  it('passes where the views agree', () => {
    expect(() => proveConserved(view, june)).not.toThrow();
  });

  it('names the view and the row that do not', () => {
    const prove = () => proveConserved(view, june, withoutBarbados);
    expect(prove).toThrow(DomainError);
    expect(prove).toThrow(
      'The views do not agree: officials-trained (actual) by country has value 101 in its rows and 123 in all; see the row BB.',
    );
  });

  it('holds for the period too', () => {
    // To date the rows are whole, and of June the row of Antigua and Barbuda is missing.
    const withoutAntiguaInJune: Views = {
      fundingTotals,
      totals: (facts, query) => {
        const found = totals(facts, query);
        return query.by === 'country' && query.filter.from !== undefined
          ? { ...found, rows: found.rows.filter(({ key }) => key !== 'AG') }
          : found;
      },
    };
    expect(() => proveConserved(view, june, withoutAntiguaInJune)).toThrow(
      /has value 56 in its rows and 101 in all/,
    );
  });
});
