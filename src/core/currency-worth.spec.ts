import { type Doubt, type DoubtedRate, doubtAbout, worthIn, worthInDollars } from './currency-worth.ts';
import { CURRENCIES } from './money.ts';

const EUR_IN_MAY = { rate: '1.12', date: '2017-05-31' };

const doubt = (currency: string, rate: string, known: DoubtedRate['known'] = null): Doubt | null =>
  doubtAbout({ currency, rate, known }, 'USD');

describe('what a currency is worth', () => {
  it('is known of every currency that can be entered', () => {
    expect(CURRENCIES.filter((code) => worthInDollars(code) === null)).toEqual([]);
    // No number ran together with its neighbour.
    for (const code of CURRENCIES) {
      const { low, high } = worthInDollars(code) ?? { low: 0, high: 0 };
      expect([code, low > 0 && low <= high && high < 4]).toEqual([code, true]);
    }
  });

  it('is not known of what is no longer in use', () => {
    expect(worthInDollars('DEM')).toBeNull();
    expect(doubt('DEM', '500')).toBeNull();
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
    expect(doubt(currency, rate)).toBeNull();
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
    expect(doubt(currency, rate)).toEqual({ reason, against: worthInDollars(currency) });
  });
});

describe('a rate beside a known one', () => {
  it('may move, and not fivefold', () => {
    // 1.12 to 1.39, to 0.96; 1.12 x 5 = 5.6
    for (const rate of ['1.39', '0.96', '5.5']) expect(doubt('EUR', rate, EUR_IN_MAY)).toBeNull();
    for (const rate of ['11.2', '0.112', '5.61']) {
      expect(doubt('EUR', rate, EUR_IN_MAY)).toEqual({ reason: 'far-off', against: EUR_IN_MAY });
    }
  });

  it('is no inverse of it', () => {
    // 1 / 1.12 = 0.8929
    expect(doubt('EUR', '0.8929', EUR_IN_MAY)).toEqual({ reason: 'inverse', against: EUR_IN_MAY });
    // Where a currency is worth a dollar, a rate and its inverse are the same.
    expect(doubt('EUR', '0.99', { rate: '1.01', date: '2022-07-12' })).toBeNull();
  });
});

describe('a rate to another reporting currency', () => {
  it('is held against what both are worth: the least of one by the most of the other, and the other way round', () => {
    // 1 / 1.15 = 0.8696
    expect(worthIn('USD', 'EUR')).toEqual({ low: 0.8696, high: 0.8696 });
    // 0.001 / 1.15 = 0.0008696, 0.002 / 1.15 = 0.001739
    expect(worthIn('CLP', 'EUR')).toEqual({ low: 0.0008696, high: 0.001739 });
    // 1.35 / 0.0125 = 108, 1.35 / 0.0065 = 207.69
    expect(worthIn('GBP', 'JPY')).toEqual({ low: 108, high: 207.7 });
    // 0.001 / 0.0125 = 0.08, 0.002 / 0.0065 = 0.3077
    expect(worthIn('CLP', 'JPY')).toEqual({ low: 0.08, high: 0.3077 });
    expect(worthIn('DEM', 'EUR')).toBeNull();
    expect(worthIn('EUR', 'DEM')).toBeNull();
  });

  it.each([
    ['USD', '0.92', 'EUR', null],
    ['CLP', '0.0011', 'EUR', null],
    ['EUR', '162.5', 'JPY', null],
    ['USD', '0.31', 'KWD', null],
    // Right to the dollar, and a hundred times off to the yen.
    ['EUR', '1.12', 'JPY', 'far-off'],
    // Pesos for a euro, yen for a dollar to the dollar: the other way round.
    ['CLP', '930', 'EUR', 'inverse'],
    ['JPY', '110', 'USD', 'inverse'],
  ])('1 %s is %s %s: %s', (currency, rate, reportingCurrency, reason) => {
    expect(doubtAbout({ currency, rate, known: null }, reportingCurrency)?.reason ?? null).toBe(reason);
  });
});
