import { LANGUAGES } from '../../core/text.ts';
import { blockMessages } from './messages/blocks.ts';
import { gapMessages } from './messages/gaps.ts';
import { targetMessages } from './messages/targets.ts';
import { translator } from './translator.ts';

/** A count stands beside words that agree with it; sentences below a count are true of one and of many. */
describe('agreement with a count', () => {
  it.each([
    [0, ['0 of 5 targets have', '0 de 5 metas tienen', '0 de 5 metas tem', 'Aucune cible sur 5 n’a']],
    [1, ['1 of 5 targets has', '1 de 5 metas tiene', '1 de 5 metas tem', '1 cible sur 5 a']],
    [2, ['2 of 5 targets have', '2 de 5 metas tienen', '2 de 5 metas têm', '2 cibles sur 5 ont']],
  ])('of %i targets with an actual', (reported, beginnings) => {
    for (const [at, language] of LANGUAGES.entries()) {
      const title = translator(language)(targetMessages.targetsTitle, { reported, targets: 5 });
      expect(title.startsWith(`${beginnings[at]} `)).toBe(true);
    }
  });

  it('is not asked of an amount of money, which may be one of its currency', () => {
    const said = LANGUAGES.flatMap((language) => [
      translator(language)(blockMessages.fundingStages, { figure: '1 US$' }),
      translator(language)(blockMessages.disbursed),
    ]);
    expect(said.join(' ')).not.toMatch(/desembolsados|décaissés/);
  });

  it('is not asked of the advice below a gap', () => {
    const { undatedAdvice, notReportedAdvice, notConvertedAdvice, noDonorAdvice } = gapMessages;
    const advice = [undatedAdvice, notReportedAdvice, notConvertedAdvice, noDonorAdvice];
    const said = advice.flatMap((words) => LANGUAGES.map((language) => words[language]));
    expect(said.join(' ')).not.toMatch(/\b(they|their|ils|leurs?|cuentan|figuran|constam|contam)\b/i);
  });
});
