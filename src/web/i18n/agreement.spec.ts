import { LANGUAGES } from '../../core/text.ts';
import { blockMessages } from './messages/blocks.ts';
import { donorReportMessages } from './messages/donor-report.ts';
import { gapMessages } from './messages/gaps.ts';
import { targetMessages } from './messages/targets.ts';
import { translator } from './translator.ts';

/** A count stands beside words that agree with it; sentences below a count are true of one and of many. */
describe('agreement with a count', () => {
  it.each([
    [0, 1, ['1 target has no', '1 meta no tiene', '1 meta não tem', '1 cible n’a aucun']],
    [0, 5, ['5 targets have no', '5 metas no tienen', '5 metas não têm', '5 cibles n’ont aucun']],
    [1, 5, ['1 of 5 targets has', '1 de 5 metas tiene', '1 de 5 metas tem', '1 cible sur 5 a']],
    [2, 5, ['2 of 5 targets have', '2 de 5 metas tienen', '2 de 5 metas têm', '2 cibles sur 5 ont']],
  ])('of %i of %i targets with an actual', (reported, targets, beginnings) => {
    for (const [at, language] of LANGUAGES.entries()) {
      const title = translator(language)(targetMessages.targetsTitle, { reported, targets });
      expect(title.slice(0, `${beginnings[at]} `.length)).toBe(`${beginnings[at]} `);
    }
  });

  it('of none of what a donor funds', () => {
    const said = LANGUAGES.map((language) =>
      translator(language)(donorReportMessages.achievedTitle, { reported: 0, all: 5 }),
    );
    expect(said).toEqual([
      '5 programmes and activities with money or results, none of which has reported a result',
      '5 programas y actividades con fondos o resultados, sin ningún resultado notificado',
      '5 programas e atividades com recursos ou resultados, sem nenhum resultado informado',
      '5 programmes et activités avec fonds ou résultats, sans aucun résultat communiqué',
    ]);
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
