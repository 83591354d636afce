import type { DatePrecision, Day } from './program.ts';
import { precisionsOf } from './span.ts';

const known = (periodStart: Day | null, periodEnd: Day | null, datePrecision: DatePrecision) => {
  const { start, end } = precisionsOf({ periodStart, periodEnd, datePrecision });
  return [start, end];
};

describe('how precisely the ends of a period are known', () => {
  it('is its precision where both are the edges of years or of months', () => {
    expect(known('2016-01-01', '2019-12-31', 'year')).toEqual(['year', 'year']);
    expect(known('2016-02-01', '2017-02-28', 'month')).toEqual(['month', 'month']);
  });

  it('is finer of a day within its year, by which the figure counts', () => {
    expect(known('2014-01-01', '2017-06-30', 'year')).toEqual(['year', 'month']);
    expect(known('2014-06-23', '2017-12-31', 'year')).toEqual(['day', 'year']);
    expect(known('2014-02-01', '2017-06-16', 'month')).toEqual(['month', 'day']);
  });

  it('is the same of both ends within a year', () => {
    expect(known('2017-01-01', '2017-06-30', 'year')).toEqual(['month', 'month']);
    expect(known('2017-06-16', '2017-12-31', 'year')).toEqual(['day', 'day']);
  });

  it('is said of the one end that there is, and of none as it is', () => {
    expect(known(null, '2017-06-30', 'year')).toEqual(['year', 'month']);
    expect(known(null, null, 'none')).toEqual(['none', 'none']);
    expect(known('2017-03-02', '2017-03-02', 'day')).toEqual(['day', 'day']);
  });
});
