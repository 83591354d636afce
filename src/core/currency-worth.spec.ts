import { doubtAbout, worthInDollars } from './currency-worth.ts';

const EUR_IN_MAY = { rate: '1.12', date: '2017-05-31' };

describe('what a currency is worth', () => {
  it('is known of every currency that can be entered', () => {
    const entered = Intl.supportedValuesOf('currency').filter((code) => code !== 'USD');
    expect(entered.filter((code) => worthInDollars(code) === null)).toEqual([]);
    // No number ran together with its neighbour.
    for (const code of entered) {
      const { low, high } = worthInDollars(code) ?? { low: 0, high: 0 };
      expect([code, low > 0 && low <= high && high < 4]).toEqual([code, true]);
    }
  });

  it('is not known of what is no longer in use', () => {
    expect(worthInDollars('DEM')).toBeNull();
    expect(doubtAbout('DEM', '500', null)).toBeNull();
  });
});

describe('a first rate', () => {
  it.each([
    ['EUR', '1.12'],
    ['CAD', '0.7712'],
    ['JPY', '0.0089'],
    ['COP', '0.00034'],
    // 2010 and 2025: it fell to a three-hundredth.
    ['ARS', '0.25'],
    ['ARS', '0.0008'],
    ['KWD', '3.29'],
  ])('1 %s is %s dollars: may well be', (currency, rate) => {
    expect(doubtAbout(currency, rate, null)).toBeNull();
  });

  it.each([
    // A misplaced point, a forgotten "per hundred".
    ['EUR', '11.2', 'far-off'],
    ['EUR', '0.112', 'far-off'],
    ['JPY', '0.89', 'far-off'],
    // Dollars in pesos, in reais, in colones: 1/2900, 1/5.6, 1/520 would be right.
    ['COP', '2900', 'inverse'],
    ['BRL', '5.6', 'inverse'],
    ['CRC', '520', 'inverse'],
  ])('1 %s is %s dollars: %s', (currency, rate, reason) => {
    expect(doubtAbout(currency, rate, null)).toEqual({ reason, against: worthInDollars(currency) });
  });
});

describe('a rate beside a known one', () => {
  it('may move, and not fivefold', () => {
    // 1.12 to 1.39, to 0.96; 1.12 x 5 = 5.6
    for (const rate of ['1.39', '0.96', '5.5']) expect(doubtAbout('EUR', rate, EUR_IN_MAY)).toBeNull();
    for (const rate of ['11.2', '0.112', '5.61']) {
      expect(doubtAbout('EUR', rate, EUR_IN_MAY)).toEqual({ reason: 'far-off', against: EUR_IN_MAY });
    }
  });

  it('is no inverse of it', () => {
    // 1 / 1.12 = 0.8929
    expect(doubtAbout('EUR', '0.8929', EUR_IN_MAY)).toEqual({ reason: 'inverse', against: EUR_IN_MAY });
    // Where a currency is worth a dollar, a rate and its inverse are the same.
    expect(doubtAbout('EUR', '0.99', { rate: '1.01', date: '2022-07-12' })).toBeNull();
  });
});
