import { referencePortfolio } from '../../core/fixtures/reference-portfolio.ts';
import { TRANSACTION_TYPES, type Transaction } from '../../core/funding.ts';
import type { Block } from '../../core/report/block.ts';
import { type InEachLanguage, LANGUAGES } from '../../core/text.ts';
import { type GivenView, makeReferenceView } from '../fixtures/reference-view.ts';
import { transactionRowsBlock } from './rows.ts';

const payment: Transaction = {
  id: 't1',
  program: 'TOUR',
  type: 'pledge',
  valueDate: '2017-03-01',
  amountMinor: 1000,
  currency: 'USD',
  provider: 'canada',
  receiver: null,
  place: null,
  illustrative: false,
  conversion: { amountMinor: 1000, rate: '1', rateDate: '2017-03-01', source: 'identity' },
  note: { en: 'first part', fr: 'première part' },
  noteFor: 'everybody',
};

function rowsOf(transactions: readonly Transaction[], given: GivenView = {}) {
  const facts = given.facts ?? referencePortfolio;
  const view = makeReferenceView({ ...given, facts: { ...facts, transactions } });
  return transactionRowsBlock(view, { filter: {}, type: transactions[0]?.type ?? 'pledge' });
}

function cellOf(block: Block, key: string) {
  return block.rows[0]?.cells[block.columns.findIndex((column) => column.key === key)];
}

/** The reference portfolio with other places of TOUR. */
function withPlaces(places: readonly { readonly code: string; readonly share: string | null }[]) {
  const programs = referencePortfolio.programs.map((program) =>
    program.code === 'TOUR' ? { ...program, places } : program,
  );
  return { facts: { ...referencePortfolio, programs } };
}

const ONE_OF_EACH: InEachLanguage<readonly string[]> = {
  en: ['1 pledge', '1 commitment', '1 disbursement', '1 expenditure'],
  es: ['1 promesa', '1 compromiso', '1 desembolso', '1 gasto'],
  pt: ['1 promessa', '1 compromisso', '1 desembolso', '1 despesa'],
  fr: ['1 annonce de contribution', '1 engagement', '1 décaissement', '1 dépense'],
};

describe('a list of transactions', () => {
  it.each(LANGUAGES)('names its type in %s', async (language) => {
    const blocks = TRANSACTION_TYPES.map((type) => rowsOf([{ ...payment, type }], { language }));
    expect((await Promise.all(blocks)).map(({ title }) => title)).toEqual(ONE_OF_EACH[language]);
  });

  it('says no rate of the reporting currency into itself, and that of another', async () => {
    const conversion = { amountMinor: 1100, rate: '1.1', rateDate: '2017-02-28', source: 'ECB' };
    expect(cellOf(await rowsOf([payment]), 'rate')).toEqual({ text: '', raw: '1' });
    expect(cellOf(await rowsOf([{ ...payment, currency: 'EUR', conversion }]), 'rate')).toEqual({
      text: '1.1 (28\u00a0Feb\u00a02017)',
      raw: '1.1',
    });
  });

  it.each([
    ['disbursement', 'refund or correction'],
    ['expenditure', 'refund or correction'],
    ['commitment', 'reduction or correction'],
    ['pledge', 'reduction or correction'],
  ] as const)('says what a %s below zero is', async (type, words) => {
    const back = { ...payment, type, amountMinor: -1000 };
    expect(cellOf(await rowsOf([back]), 'amount')?.remark).toBe(words);
    expect(cellOf(await rowsOf([{ ...back, amountMinor: 1000 }]), 'amount')?.remark).toBeUndefined();
  });

  it('names its type in the plural, and where there are none', async () => {
    const two = [payment, { ...payment, id: 't2' }];
    const titles = async (rows: readonly Transaction[]) => {
      const blocks = await Promise.all(LANGUAGES.map((language) => rowsOf(rows, { language })));
      return blocks.map(({ title }) => title);
    };
    expect(await titles(two)).toEqual([
      '2 pledges',
      '2 promesas',
      '2 promessas',
      '2 annonces de contribution',
    ]);
    expect(await titles([])).toEqual([
      'No pledges',
      'Ninguna promesa',
      'Nenhuma promessa',
      'Aucune annonce de contribution',
    ]);
  });

  it('has the place and the note each in a column of its own', async () => {
    const block = await rowsOf([{ ...payment, place: 'CR' }], { language: 'fr' });
    expect(cellOf(block, 'place')).toEqual({ text: 'Costa Rica', raw: 'CR' });
    expect(cellOf(block, 'note')).toEqual({ text: 'Première part', raw: 'Première part' });
    expect(cellOf(await rowsOf([{ ...payment, note: null }]), 'note')).toEqual({ text: '', raw: null });
  });

  it('says how an amount that names no place spreads (rule 8)', async () => {
    const placeIn = async (...places: Parameters<typeof withPlaces>[0]) =>
      cellOf(await rowsOf([payment], withPlaces(places)), 'place');
    expect(await placeIn({ code: 'CR', share: null })).toEqual({ text: 'Costa Rica', raw: 'CR' });
    expect(await placeIn({ code: 'CL', share: '33.5' }, { code: 'CR', share: '66.5' })).toEqual({
      text: 'Chile (33.5%), Costa Rica (66.5%)',
      raw: 'CL CR',
    });
    expect(await placeIn({ code: 'CL', share: null }, { code: 'CR', share: null })).toEqual({
      text: 'Shared, not split',
      raw: 'not-split',
    });
    expect(await placeIn()).toEqual({ text: 'No place recorded', raw: null });
  });
});
