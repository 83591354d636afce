import { fundedBy, makeFacts, makeProgram, makeTransaction } from '../../core/fixtures/facts.ts';
import { donorScope } from '../../core/fixtures/scopes.ts';
import { scopedFacts } from '../../core/visibility/scoped-facts.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { balancesBlock } from './balances.ts';

const paid = (program: string, type: 'commitment' | 'disbursement' | 'expenditure', dollars: number) =>
  makeTransaction(`${program} ${type}`, program, dollars * 100, { type, valueDate: '2016-05-01' });

const view = makeReferenceView({
  facts: makeFacts({
    programs: ['P', 'Q', 'R', 'S'].map((code) => makeProgram(code)),
    transactions: [
      paid('P', 'commitment', 1000),
      paid('P', 'disbursement', 600),
      paid('P', 'expenditure', 450),
      paid('Q', 'commitment', 500),
      paid('R', 'disbursement', 100),
      paid('R', 'expenditure', 130),
      paid('S', 'disbursement', 80),
    ],
  }),
});
const cellsOf = (block: Awaited<ReturnType<typeof balancesBlock>>) =>
  [...block.rows, ...(block.total === null ? [] : [block.total])].map(({ key, cells }) => [
    key,
    ...cells.slice(1).map(({ raw }) => raw),
  ]);

describe('money by programme', () => {
  it('stands at each stage, and leaves what was disbursed less what was spent', async () => {
    const block = await balancesBlock(view, 'whole');
    expect(cellsOf(block)).toEqual([
      ['P', 100_000, 60_000, 45_000, 15_000],
      // More was spent than came in.
      ['R', null, 10_000, 13_000, -3_000],
      // What was spent of it nobody has recorded: it is not all left.
      ['S', null, 8_000, null, null],
      // Nothing came in, which is not known to be nothing left.
      ['Q', 50_000, null, null, null],
      ['total', 150_000, 78_000, 58_000, 12_000],
    ]);
    expect(block.title).toBe('Money by programme: US$120 of what was disbursed is not yet spent');
  });

  it('says why what is left is not the one total less the other, where it is not', async () => {
    const { notes } = await balancesBlock(view, 'whole');
    // 780 less 580 are 200; of the 80 of S nobody knows what was spent.
    expect(notes).toContain(
      'Disbursements less expenditure come to US$200.00 in all; US$80.00 of that is of programmes of which one of the two is not recorded.',
    );
    const ofOne = await balancesBlock({ ...view, filter: { program: 'P' } }, 'whole');
    expect(ofOne.notes.join()).not.toContain('come to');
  });

  it('is to date, whatever time its reader asks for', async () => {
    const ofLater = { ...view, filter: { from: '2017-01-01' } };
    expect(cellsOf(await balancesBlock(ofLater, 'whole'))).toEqual(
      cellsOf(await balancesBlock(view, 'whole')),
    );
  });

  it('is told at once of the programmes that lead, with all others as one', async () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    // To A 900 were disbursed, to B 800 … to H 200 and to I 100, of which 40 were spent.
    const many = makeReferenceView({
      facts: makeFacts({
        programs: codes.map((code) => makeProgram(code)),
        transactions: [
          ...codes.map((code, at) => paid(code, 'disbursement', 900 - 100 * at)),
          paid('I', 'expenditure', 40),
        ],
      }),
    });
    const [short, whole] = [await balancesBlock(many, 'short'), await balancesBlock(many, 'whole')];
    expect(short.rows.map(({ key }) => key).slice(0, -1)).toEqual(codes.slice(0, 7));
    const rest = short.rows.at(-1);
    expect([rest?.cells[0]?.text, ...(rest?.cells.slice(1).map(({ raw }) => raw) ?? [])]).toEqual([
      '2 other programmes',
      ...[null, 30_000, 4_000, 6_000],
    ]);
    expect(short.short?.all).toBe(9);
    expect(whole.rows.map(({ key }) => key)).toEqual(codes);
    expect([whole.short?.rows, whole.short?.all, whole.total]).toEqual([short.rows, 9, short.total]);
  });

  it('does not show another donor’s', async () => {
    const all = makeFacts({
      programs: [makeProgram('P', { organisations: fundedBy('Canada', 'Italy') })],
      transactions: (['canada', 'italy'] as const).map((provider) =>
        makeTransaction(provider, 'P', provider === 'canada' ? 60_000 : 90_000, {
          provider,
          valueDate: '2016-05-01',
        }),
      ),
    });
    const scope = donorScope('canada');
    const seen = makeReferenceView({ scope, facts: scopedFacts(scope, all, all) });
    expect(cellsOf(await balancesBlock(seen, 'whole'))).toEqual([
      ['P', null, 60_000, null, null],
      ['total', null, 60_000, null, null],
    ]);
    const everybody = makeReferenceView({ facts: all });
    expect(cellsOf(await balancesBlock(everybody, 'whole')).at(-1)).toEqual([
      'total',
      null,
      150_000,
      null,
      null,
    ]);
  });
});
