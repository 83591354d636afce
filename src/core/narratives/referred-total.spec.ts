import { totals } from '../aggregate.ts';
import { referencePortfolio } from '../fixtures/reference-portfolio.ts';
import { referredTotal } from './referred-total.ts';

const CUT_OFF = '2017-06-30';
const totalOf = (
  program: string,
  place: string | null,
  kind: 'actual' | 'target' = 'actual',
  cutOff = CUT_OFF,
) =>
  totals(
    referencePortfolio,
    referredTotal({ program, place }, { indicator: 'officials-trained', kind }, cutOff),
  ).total;

describe('what a reference in a text means', () => {
  it('is the total of its programme, with the activities', () => {
    // Those of TOUR are its activity's in Antigua and Barbuda; AEO's are 15 in the Dominican Republic and 4 in Chile.
    expect(totalOf('TOUR', null)).toMatchObject({ value: 45, qualifier: 'about' });
    expect(totalOf('AEO', null)).toMatchObject({ value: 19, exact: 19 });
  });

  it('is that of its place, where it has one', () => {
    expect(totalOf('AEO', 'DO').value).toBe(15);
    expect(totalOf('TOUR', 'AG').value).toBe(45);
    expect(totalOf('TOUR', 'CL')).toMatchObject({ value: null, missing: 'not-reported' });
  });

  it('counts what has no date, for it is a total to date', () => {
    expect(totalOf('AVSEC-BB', null)).toMatchObject({ value: 22, undated: 22 });
  });

  it('is what was achieved by the cut-off; a target is there beyond it', () => {
    expect(totalOf('TOUR', null, 'actual', '2017-06-29').missing).toBe('not-reported');
    // Two targets of one period: at least 340 on site, and 200,000 online.
    expect(totalOf('NET-POL', null, 'target', '2016-01-01').value).toBe(200_340);
  });
});
