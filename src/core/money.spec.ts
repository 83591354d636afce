import fc from 'fast-check';
import { DomainError } from './errors.ts';
import { conversionOf, convert, currencyExponent, majorUnits, parseAmount, rateBook } from './money.ts';

const rates = [
  { currency: 'EUR', date: '2017-06-30', rate: '1.14', source: 'ECB' },
  { currency: 'EUR', date: '2017-05-31', rate: '1.12', source: 'ECB' },
  { currency: 'CLP', date: '2017-05-31', rate: '0.0015', source: 'BCCh' },
];

const thrownCode = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing thrown';
};

describe('currencies', () => {
  it.each([
    ['USD', 2],
    ['CLP', 0],
    ['PYG', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i decimals', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });

  it.each(['usd', 'US', 'DOLLAR', ''])('"%s" is refused', (currency) => {
    expect(thrownCode(() => currencyExponent(currency))).toBe('MONEY.UNKNOWN_CURRENCY');
  });
});

describe('amounts as text', () => {
  it.each([
    ['-1234.50', 'USD', -123450],
    ['1234.5', 'USD', 123450],
    ['0.07', 'USD', 7],
    ['1500', 'CLP', 1500],
    ['1.234', 'KWD', 1234],
    ['1.2340', 'KWD', 1234],
    ['12.5000', 'USD', 1250],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %i minor units', (text, currency, amountMinor) => {
    expect(parseAmount(text, currency)).toBe(amountMinor);
  });

  it('reads minus nothing as nothing', () => {
    expect(parseAmount('-0.00', 'USD')).toBe(0);
  });

  it.each([
    ['12.345', 'USD', 'MONEY.TOO_MANY_DECIMALS'],
    ['12.500', 'USD', 'MONEY.TOO_MANY_DECIMALS'],
    ['12.3450', 'USD', 'MONEY.TOO_MANY_DECIMALS'],
    ['1.2345', 'KWD', 'MONEY.TOO_MANY_DECIMALS'],
    ['1500.0', 'CLP', 'MONEY.TOO_MANY_DECIMALS'],
    ['1,234.50', 'USD', 'MONEY.NOT_A_NUMBER'],
    ['1.234,50', 'EUR', 'MONEY.NOT_A_NUMBER'],
    ['$5', 'USD', 'MONEY.NOT_A_NUMBER'],
    ['', 'USD', 'MONEY.NOT_A_NUMBER'],
    ['90071992547409.92', 'USD', 'MONEY.TOO_LARGE'],
    ['10', 'dollars', 'MONEY.UNKNOWN_CURRENCY'],
  ])('"%s" %s is refused as %s', (text, currency, code) => {
    expect(parseAmount(text, currency)).toMatchObject({ name: 'DomainError', code });
  });

  it('says what was wrong and what to do', () => {
    const refusal = parseAmount('12.345', 'USD');
    expect(refusal).toMatchObject({
      message: '"12.345" has 3 decimals; USD has 2.',
      options: { kind: 'refused', remedy: 'Write the amount with at most 2 decimals.' },
    });
  });

  it('is written with all its decimals and reads back the same', () => {
    expect([majorUnits(-123450, 'USD'), majorUnits(7, 'USD'), majorUnits(1500, 'CLP')]).toEqual([
      '-1234.50',
      '0.07',
      '1500',
    ]);
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom('USD', 'CLP', 'KWD', 'CLF'),
        (amountMinor, currency) => {
          expect(parseAmount(majorUnits(amountMinor, currency), currency)).toBe(amountMinor);
        },
      ),
    );
  });
});

describe('conversion', () => {
  it.each([
    // 1.50 EUR x 1.15 = 1.725 USD
    [150, 'EUR', '1.15', 'USD', 173],
    [-150, 'EUR', '1.15', 'USD', -173],
    // 1.49 EUR x 1.15 = 1.7135 USD
    [149, 'EUR', '1.15', 'USD', 171],
    // 100,000 CLP x 0.0015 = 150 USD
    [100000, 'CLP', '0.0015', 'USD', 15000],
    // 10 USD x 663.5 = 6,635 CLP
    [1000, 'USD', '663.5', 'CLP', 6635],
    // 0.01 USD x 0.3 rounds to nothing, which is not minus nothing
    [-1, 'USD', '0.3', 'EUR', 0],
  ])('%i %s at %s is %s: %i', (amountMinor, from, rate, to, expected) => {
    expect(convert(amountMinor, from, rate, to)).toBe(expected);
  });

  it.each(['0', '-1.1', 'par', ''])('refuses the rate "%s"', (rate) => {
    expect(thrownCode(() => convert(100, 'EUR', rate, 'USD'))).toBe('MONEY.BAD_RATE');
  });

  it('refuses what can no longer be counted exactly', () => {
    expect(thrownCode(() => convert(Number.MAX_SAFE_INTEGER, 'EUR', '1.2', 'USD'))).toBe('MONEY.TOO_LARGE');
  });

  it('takes the latest rate on or before the day, whatever the order of the rates', () => {
    for (const order of [rates, rates.toReversed()]) {
      const dateFor = (day: string) => rateBook(order).latest('EUR', day)?.date;
      expect([dateFor('2017-06-30'), dateFor('2017-06-29'), dateFor('2017-05-31')]).toEqual([
        '2017-06-30',
        '2017-05-31',
        '2017-05-31',
      ]);
    }
  });

  it('finds none before the first rate, nor for a currency without one', () => {
    const book = rateBook(rates);
    expect([book.latest('EUR', '2017-05-30'), book.latest('BRL', '2017-06-30')]).toEqual([null, null]);
  });

  it('holds a rate for 366 days and no longer', () => {
    const book = rateBook(rates);
    // 366 days after 30 June 2017 is 1 July 2018.
    expect(book.latest('EUR', '2018-07-01')?.date).toBe('2017-06-30');
    expect(book.latest('EUR', '2018-07-02')).toBeNull();
  });

  it('knows the rate that is nearest to a day, within 366 days', () => {
    const dateNear = (day: string) => rateBook(rates).nearest('EUR', day)?.date;
    // Of 15 June, 31 May is 15 days away, as 30 June is: the earlier.
    expect([dateNear('2017-06-16'), dateNear('2017-06-15'), dateNear('2016-05-30')]).toEqual([
      '2017-06-30',
      '2017-05-31',
      '2017-05-31',
    ]);
    expect([dateNear('2016-05-29'), dateNear('2018-07-02')]).toEqual([undefined, undefined]);
  });

  it('stores amount, rate, date and source', () => {
    const amount = { amountMinor: 1000, currency: 'EUR', valueDate: '2017-06-29' };
    expect(conversionOf(amount, rateBook(rates), 'USD')).toEqual({
      amountMinor: 1120,
      rate: '1.12',
      rateDate: '2017-05-31',
      source: 'ECB',
    });
  });

  it('converts the reporting currency into itself without a rate', () => {
    const amount = { amountMinor: 1000, currency: 'USD', valueDate: '2010-01-01' };
    expect(conversionOf(amount, rateBook([]), 'USD')).toEqual({
      amountMinor: 1000,
      rate: '1',
      rateDate: '2010-01-01',
      source: 'identity',
    });
  });

  it('is null without a rate, never zero', () => {
    expect(
      conversionOf({ amountMinor: 1000, currency: 'BRL', valueDate: '2017-06-29' }, rateBook(rates), 'USD'),
    ).toBeNull();
  });
});
