import { demoRates, demoTransactions, type SeedRow } from './demo-amounts.ts';
import { exchangeRatesCsv, transactionsCsv } from './demo-amounts-csv.ts';
import { seedRows, seedText } from './seed-files.adapter.ts';

const fromSeeds = () =>
  demoTransactions({
    programs: seedRows('programs'),
    places: seedRows('program-countries'),
    organisations: seedRows('program-organisations'),
  });

describe('the committed amounts', () => {
  it('are what the rule gives, byte for byte', () => {
    expect(transactionsCsv(fromSeeds())).toBe(seedText('transactions'));
    expect(exchangeRatesCsv(demoRates())).toBe(seedText('exchange-rates'));
  });

  it('leave out programmes without a donor or a date', () => {
    const paid = new Set(fromSeeds().map(({ program }) => program));
    expect([...paid]).toEqual([
      'NET-PREV',
      'NET-POL',
      'MIG-MESO',
      'VICT-CA',
      'AEO',
      'TOUR',
      'TOUR-CR',
      'MAR-CR',
      'CARGO-CL',
    ]);
  });

  it('have every case that a reader must be shown', () => {
    const rows = fromSeeds();
    expect(rows.filter(({ type }) => type === 'pledge')).toHaveLength(1);
    expect(rows.filter(({ amountMinor }) => amountMinor < 0).map(({ program }) => program)).toEqual([
      'MIG-MESO',
      'VICT-CA',
    ]);
    expect(rows.filter(({ currency }) => currency === 'BRL')).toHaveLength(1);
    expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR', 'CAD', 'BRL']));
    expect(rows.some(({ place }) => place.startsWith('region:'))).toBe(true);
    expect(rows.filter(({ valueDate }) => valueDate > '2017-06-30')).toEqual([]);
  });

  it('have a rate on or before their date in every currency but the real', () => {
    const rates = demoRates();
    const without = fromSeeds().filter(
      ({ currency, valueDate }) =>
        currency !== 'USD' && !rates.some((rate) => rate.currency === currency && rate.date <= valueDate),
    );
    expect(without.map(({ currency }) => currency)).toEqual(['BRL']);
  });
});

describe('the rule', () => {
  const program = (more: Partial<SeedRow>): SeedRow =>
    ({ code: 'P', parent: '', start: '2015-03-31', end: '2017-03-31', ...more }) as SeedRow;
  const funding = (organisation: string, country: string): SeedRow => ({
    program: 'P',
    organisation,
    kind: 'government',
    country,
    role: 'funding',
  });
  const place = (code: string): SeedRow => ({ program: 'P', country_or_region: code, share: '' });
  const brief = (seeds: Parameters<typeof demoTransactions>[0]) =>
    demoTransactions(seeds).map(({ type, valueDate, amountMinor, currency, place: where }) => [
      type,
      valueDate,
      amountMinor,
      currency,
      where,
    ]);

  // 60,000.00 + 2 x 24,319.87 = 108,639.74 a year; by place 2/3 and 1/3: 72,426.49 1/3 and 36,213.24 2/3, so that the
  // one cent left over goes to the first. Seven eighths: 95,059.77 (of .7725), 63,373.19 (of .1875), 31,686.59 (of .585).
  it('commits at the start, pays a month after each anniversary, spends four months later, gives back at the end', () => {
    expect(
      brief({
        programs: [program({})],
        places: [place('CR'), place('HN')],
        organisations: [funding('Canada', 'CA')],
      }),
    ).toEqual([
      ['commitment', '2015-03-31', 217_279_48, 'CAD', ''],
      ['disbursement', '2015-04-28', 108_639_74, 'CAD', ''],
      ['disbursement', '2016-04-28', 72_426_50, 'CAD', 'CR'],
      ['disbursement', '2016-04-28', 36_213_24, 'CAD', 'HN'],
      ['expenditure', '2015-08-28', 95_059_77, 'CAD', ''],
      ['expenditure', '2016-08-28', 63_373_19, 'CAD', 'CR'],
      ['expenditure', '2016-08-28', 31_686_59, 'CAD', 'HN'],
      ['disbursement', '2017-03-31', -13_579_97, 'CAD', ''],
    ]);
  });

  // A region weighs five countries: 60,000.00 + 5 x 24,319.87 = 181,599.35; 3/6, 2/6 and 1/6 of it are 90,799.675,
  // 60,533.11 2/3 and 30,266.55 5/6: whole cents leave two over, for the first and the second.
  it('has several donors give in the order in which they are named, the first most, each in its currency', () => {
    const seeds = {
      programs: [program({ start: '2017', end: '' })],
      places: [place('region:Somewhere')],
      organisations: [funding('First', ''), funding('Second', 'IT'), funding('Third', 'HN')],
    };
    expect(brief(seeds).filter(([type]) => type === 'disbursement')).toEqual([
      ['disbursement', '2017-02-01', 90_799_68, 'USD', ''],
      ['disbursement', '2017-02-01', 60_533_12, 'EUR', ''],
      ['disbursement', '2017-02-01', 30_266_55, 'USD', ''],
    ]);
    // Open-ended: five years of 90,799.68.
    expect(brief(seeds)[0]).toEqual(['commitment', '2017-01-01', 453_998_40, 'USD', '']);
  });

  it('pledges, two months before the start, what has not begun by the cut-off', () => {
    const seeds = {
      programs: [program({ start: '2017-07-20', end: '2017-11-01' })],
      places: [place('CR')],
      organisations: [funding('Canada', 'CA')],
    };
    expect(brief(seeds)).toEqual([['pledge', '2017-05-20', 84_319_87, 'CAD', '']]);
  });

  it('gives nothing to a programme without a donor, and nothing to one without a start', () => {
    const places = [place('CR')];
    expect(brief({ programs: [program({})], places, organisations: [] })).toEqual([]);
    expect(
      brief({ programs: [program({ start: '' })], places, organisations: [funding('Canada', 'CA')] }),
    ).toEqual([]);
  });

  it('names the parent’s implementing organisation as receiver where an activity has none', () => {
    const seeds = {
      programs: [program({ code: 'TOP', start: '' }), program({ parent: 'TOP' })],
      places: [place('CR')],
      organisations: [
        { ...funding('Unit', ''), program: 'TOP', role: 'implementing' },
        funding('Canada', 'CA'),
      ],
    };
    expect(demoTransactions(seeds)[0]?.receiver).toBe('Unit');
  });

  it('quotes what a CSV must quote', () => {
    const [first] = fromSeeds();
    if (first === undefined) throw new Error('no transactions');
    const line = transactionsCsv([{ ...first, provider: 'One, "Two"' }]).split('\n')[1];
    expect(line).toContain(',"One, ""Two""",');
  });
});
