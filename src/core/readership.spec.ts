import { fundedBy, makeFacts, makeProgram, makeTransaction } from './fixtures/facts.ts';
import { referencePortfolio } from './fixtures/reference-portfolio.ts';
import { programsOfSeveralFunders, readershipOf } from './readership.ts';

describe('whose a text is', () => {
  it('is what somebody has said, and else what the rule says', () => {
    expect(readershipOf('everybody', true)).toBe('everybody');
    expect(readershipOf('organisation', false)).toBe('organisation');
    expect(readershipOf(null, true)).toBe('organisation');
    expect(readershipOf(null, false)).toBe('everybody');
  });
});

describe('programmes that several fund', () => {
  const of = (...facts: Parameters<typeof makeFacts>) => [...programsOfSeveralFunders(makeFacts(...facts))];

  it('is NET-POL alone in the reference portfolio: the bank, Italy and Honduras', () => {
    expect([...programsOfSeveralFunders(referencePortfolio)]).toEqual(['NET-POL']);
  });

  it('are all of a tree whose parts have different funders, for the texts of one may speak of another', () => {
    const programs = [
      makeProgram('P'),
      makeProgram('P-1', { parent: 'P', organisations: fundedBy('Canada') }),
      makeProgram('P-2', { parent: 'P' }),
      makeProgram('P-2-1', { parent: 'P-2', organisations: fundedBy('Italy') }),
      makeProgram('Q', { organisations: fundedBy('Canada') }),
    ];
    expect(of({ programs })).toEqual(['P', 'P-1', 'P-2', 'P-2-1']);
  });

  it('are those that somebody else’s money went to, named or not', () => {
    const programs = [makeProgram('P', { organisations: fundedBy('Canada') })];
    const money = (provider: string | null) => makeTransaction(`of ${provider}`, 'P', 100, { provider });
    expect(of({ programs, transactions: [money('canada'), money(null)] })).toEqual([]);
    expect(of({ programs, transactions: [money('canada'), money('italy')] })).toEqual(['P']);
  });

  it('are not those in which one alone funds the whole and a part, or that have partners', () => {
    const programs = [
      makeProgram('P', {
        organisations: [...fundedBy('Canada'), { organisation: 'italy', role: 'partner' }],
      }),
      makeProgram('P-1', { parent: 'P', organisations: fundedBy('Canada') }),
    ];
    expect(of({ programs })).toEqual([]);
  });
});
