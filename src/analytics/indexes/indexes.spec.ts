import { makeIndicator, makeResult, makeTransaction } from '../../core/fixtures/facts.ts';
import { referencePortfolio } from '../../core/fixtures/reference-portfolio.ts';
import { donorScope, PUBLIC } from '../../core/fixtures/scopes.ts';
import type { Block } from '../../core/report/block.ts';
import { scopedFacts } from '../../core/visibility/scoped-facts.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { pageLinks } from '../links.ts';
import { donorsIndex, indicatorsIndex, placesIndex } from './indexes.ts';

const links = pageLinks('', undefined);
/** 1,000 dollars of Canada's for the programme in Chile, and reais that nobody could convert. */
const facts = {
  ...referencePortfolio,
  transactions: [
    makeTransaction('paid', 'CARGO-CL', 100_000, { provider: 'canada', valueDate: '2017-01-15' }),
    makeTransaction('reais', 'CARGO-CL', 5_000, {
      provider: 'university-of-sao-paulo',
      valueDate: '2017-01-15',
      currency: 'BRL',
      conversion: null,
    }),
  ],
};
const view = makeReferenceView({ facts, links });
const canada = makeReferenceView({
  scope: donorScope('canada'),
  facts: scopedFacts(donorScope('canada'), facts, facts),
  links,
});

/** What readers see of a row, by the key of its column. */
function rowOf({ columns, rows }: Block, key: string) {
  const row = rows.find((each) => each.key === key);
  return Object.fromEntries(
    columns.flatMap((column, at) =>
      column.dataOnly === true ? [] : [[column.key, row?.cells[at]?.text ?? null]],
    ),
  );
}
async function blockOf(blocks: Promise<readonly Block[]>, id: string): Promise<Block> {
  const found = (await blocks).find((block) => block.id === id);
  if (found === undefined) throw new Error(`There is no block "${id}".`);
  return found;
}

describe('the index of places', () => {
  it('says of each country its programmes, the foremost figure with its qualifier, and the money', async () => {
    const countries = await blockOf(placesIndex(view), 'countries');
    // On Costa Rica's sheet stand MIG-MESO, VICT-CA, TOUR-CR and MAR-CR, and NET-POL and NET-PREV of the member states.
    expect(rowOf(countries, 'CR')).toEqual({
      label: 'Costa Rica',
      programs: '6',
      value: '37',
      disbursement: 'not reported',
    });
    expect(rowOf(countries, 'AG')).toMatchObject({ value: 'about 45' });
    expect(rowOf(countries, 'BB')).toMatchObject({ value: '22, undated' });
    expect(rowOf(countries, 'CL')).toMatchObject({ programs: '6', value: '4', disbursement: 'US$1k' });
    expect(countries.total).toBeNull();
  });

  it('lists regions as regions, with what is theirs', async () => {
    const [countries, regions] = await placesIndex(view);
    expect(countries?.rows.filter(({ key }) => key.startsWith('region:'))).toEqual([]);
    expect(regions?.rows.every(({ key }) => key.startsWith('region:'))).toBe(true);
    expect(rowOf(regions as Block, 'region:oas-member-states')).toMatchObject({ programs: '5' });
  });

  it('leads from the name to its page, and from each figure to the rows behind it', async () => {
    const countries = await blockOf(placesIndex(view), 'countries');
    const chile = countries.rows.find(({ key }) => key === 'CL');
    expect(chile?.href).toBe('/programs?country=CL');
    expect(chile?.cells.flatMap(({ href }) => href ?? [])).toEqual([
      '/countries/CL',
      '/results?to=2017-06-30&indicator=officials-trained&kind=actual&by=country&key=CL',
      '/transactions?to=2017-06-30&type=disbursement&by=country&key=CL',
    ]);
  });

  it('finds a place by any of its names, without accents', async () => {
    const keys = (await placesIndex(view, 'REPUBLICA dom')).flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(keys).toContain('DO');
    expect(keys).not.toContain('CR');
  });

  it('shows strangers totals alone', async () => {
    const countries = await blockOf(
      placesIndex(makeReferenceView({ scope: PUBLIC, facts, links })),
      'countries',
    );
    expect(countries.columns.map(({ key }) => key)).not.toContain('disbursement');
    expect(rowOf(countries, 'CR')).toEqual({ label: 'Costa Rica', programs: '6', value: '37' });
    expect(countries.rows.every(({ href }) => href === null)).toBe(true);
  });
});

describe('the index of donors', () => {
  it('says what each funds, what it contributed to, and what it disbursed; nothing is summed (rule 9)', async () => {
    const donors = await blockOf(donorsIndex(view), 'donors');
    // TOUR with its activities, MAR-CR and CARGO-CL.
    expect(rowOf(donors, 'canada')).toEqual({
      label: 'Canada',
      programs: '3',
      value: 'about 45',
      disbursement: 'US$1k',
    });
    // 15 in the Dominican Republic and 4 in Chile.
    expect(rowOf(donors, 'united-states-counter-terrorism-bureau')).toMatchObject({ value: '19' });
    expect(donors.columns.find(({ key }) => key === 'value')?.label).toBe(
      'Contributed to: Officials-trained',
    );
    expect(donors.total).toBeNull();
    expect(donors.notes.join(' ')).toContain('the rows must not be summed');
  });

  it('says of money that could not be converted how much it is, and does not call it nothing (rule 7)', async () => {
    const donors = await blockOf(donorsIndex(view), 'donors');
    expect(rowOf(donors, 'university-of-sao-paulo')).toMatchObject({ disbursement: 'not reported' });
    expect(donors.notes.join(' ')).toContain('1 transaction is left out of these totals');
    expect(donors.notes.join(' ')).toContain('R$50.00');
  });

  it('does not show another donor', async () => {
    const donors = await blockOf(donorsIndex(canada), 'donors');
    expect(donors.rows.map(({ key }) => key)).toEqual(['canada']);
    expect(rowOf(donors, 'canada')).toMatchObject({ programs: '3', disbursement: 'US$1k' });
    expect(JSON.stringify(await placesIndex(canada))).not.toMatch(/italy|sao-paulo/);
  });
});

describe('the index of indicators', () => {
  it('says of each its total with its qualifiers, of how many figures, and in which unit', async () => {
    const indicators = await blockOf(indicatorsIndex(view), 'indicators');
    expect(rowOf(indicators, 'officials-trained')).toEqual({
      indicator: 'Officials-trained',
      value: '123, of which 45 approximate and 22 undated',
      results: '6',
      unit: 'people',
    });
    // Two experts are a target alone: nothing is done yet.
    expect(rowOf(indicators, 'experts-deployed')).toMatchObject({ value: 'not reported', results: '0' });
    const officials = indicators.rows.find(({ key }) => key === 'officials-trained');
    expect(officials?.cells[0]?.href).toBe('/indicators/officials-trained');
  });

  it('calls what may not be summed not additive (rule 3)', async () => {
    const place = makeIndicator('places', { combineTime: 'none', combinePlace: 'none' });
    const two = [
      makeResult('one', 'TOUR-AG', 5, { indicator: 'places', place: 'AG', periodEnd: '2016-12-31' }),
      makeResult('other', 'TOUR-AG', 7, { indicator: 'places', place: 'AG', periodEnd: '2017-03-31' }),
    ];
    const more = {
      ...facts,
      indicators: [...facts.indicators, place],
      results: [...facts.results, ...two],
    };
    const indicators = await blockOf(
      indicatorsIndex(makeReferenceView({ facts: more, links })),
      'indicators',
    );
    expect(rowOf(indicators, 'places')).toMatchObject({ value: 'not additive', results: '2' });
  });
});
