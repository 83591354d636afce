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

  it('is to date, whatever time its reader asks for', async () => {
    const ofLater = { ...view, filter: { from: '2017-01-01' } };
    expect(cellsOf(await balancesBlock(ofLater, 'whole'))).toEqual(
      cellsOf(await balancesBlock(view, 'whole')),
    );
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
