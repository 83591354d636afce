import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { withoutCoFunders } from './free-text.ts';
import { scopedFacts } from './scoped-facts.ts';

const all = {
  ...referencePortfolio,
  organisations: referencePortfolio.organisations.map((each) =>
    each.code === 'honduras' ? { ...each, name: { en: 'Republic of Honduras (RH)', fr: 'Honduras' } } : each,
  ),
  programs: referencePortfolio.programs.map((program) =>
    program.code === 'NET-POL'
      ? {
          ...program,
          summary: { en: 'Paid for by many.', fr: 'Financé par l’Italie et le Honduras.' },
          objectives: { en: 'Italy and others.' },
          note: { en: 'With RH.' },
          beneficiaries: { en: 'Hondurasian, a word of its own' },
        }
      : program,
  ),
};

describe('free text for a donor', () => {
  const scope = { kind: 'donor', organisations: ['italy'] } as const;
  const facts = withoutCoFunders(scope, scopedFacts(scope, all), all);
  const program = facts.programs.find(({ code }) => code === 'NET-POL');

  it('names nobody else who funds the programme, in any language or by abbreviation', () => {
    expect([program?.summary, program?.note]).toEqual([null, null]);
  });

  it('is there where it names the donor itself, or a part of another word', () => {
    expect(program?.objectives).toEqual({ en: 'Italy and others.' });
    expect(program?.beneficiaries).toEqual({ en: 'Hondurasian, a word of its own' });
  });

  it('is as it was for everybody else', () => {
    expect(withoutCoFunders({ kind: 'all' }, all, all)).toBe(all);
  });
});
