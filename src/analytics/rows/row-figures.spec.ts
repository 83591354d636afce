import { EVERYTHING } from '../../access/index.ts';
import { namesOf } from '../../core/figures.ts';
import { referencePortfolio } from '../../core/fixtures/reference-portfolio.ts';
import { factsFigures } from '../facts-figures.ts';
import { rowFigures } from './row-figures.repository.ts';

describe('figures by rows', () => {
  it('ask for gaps once, where the rows as they were answer for each part of them', async () => {
    let asked = 0;
    const facts = factsFigures(EVERYTHING, referencePortfolio);
    const counting: typeof facts = {
      ...facts,
      gaps: (query) => {
        asked += 1;
        return facts.gaps(query);
      },
    };
    const figures = rowFigures((_, instead) => instead(counting), {
      scope: EVERYTHING,
      today: '2017-07-01',
      names: namesOf(referencePortfolio),
    });
    const query = { filter: {}, cutOff: '2017-06-30', begunBy: null, staleBefore: '2016-06-30' };
    expect(await figures.gaps(query)).toEqual(await facts.gaps(query));
    expect(asked).toBe(1);
  });
});
