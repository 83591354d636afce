import { EVERYTHING } from '../access/index.ts';
import type { Figures } from '../core/figures.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { factsFigures } from './facts-figures.ts';
import { carriedOver, emptyMemory, rememberedFigures } from './remembered-figures.ts';

const QUERY = { indicator: 'officials-trained', kind: 'actual', by: 'country', filter: {} } as const;

/** The figures, and which questions came to them. */
function listening(): { readonly figures: Figures; readonly asked: string[] } {
  const asked: string[] = [];
  const figures = new Proxy(factsFigures(EVERYTHING, referencePortfolio), {
    get:
      (target, name: keyof Figures) =>
      (...question: never[]) => {
        asked.push(name);
        return (target[name] as (...given: never[]) => unknown)(...question);
      },
  });
  return { figures, asked };
}

describe('figures that remember', () => {
  it('ask once for what was asked before, and again for what is asked otherwise', async () => {
    const { figures, asked } = listening();
    const remembered = rememberedFigures(figures);
    const first = await remembered.totals(QUERY);
    expect(await remembered.totals({ ...QUERY })).toBe(first);
    expect(await remembered.totals({ ...QUERY, by: 'pillar' })).not.toEqual(first);
    expect(await remembered.standings(new Set(['NET-POL']))).toBe(await remembered.standings(['NET-POL']));
    expect(asked).toEqual(['totals', 'totals', 'standings']);
  });

  it('remember a page of rows, and no whole list', async () => {
    const { figures, asked } = listening();
    const remembered = rememberedFigures(figures);
    const page = { limit: 3 };
    expect((await remembered.results({ filter: {} }, page)).rows).toHaveLength(3);
    await remembered.results({ filter: {} }, page);
    await remembered.results({ filter: {} });
    await remembered.results({ filter: {} });
    expect(asked).toEqual(['results', 'results', 'results']);
  });

  it('remember no piece of a file, and not the programmes behind one', async () => {
    const { figures, asked } = listening();
    const remembered = rememberedFigures(figures);
    const codes = Array.from({ length: 101 }, (_, at) => `P${at}`);
    for (const _ of ['first', 'again']) {
      await remembered.results({ filter: {} }, { limit: 101 });
      await remembered.entries({ type: 'disbursement', filter: {} }, { limit: 101 });
      await remembered.standings(codes).catch(() => null);
      await remembered.results({ filter: {} }, { limit: 100 });
    }
    const each = ['results', 'entries', 'standings'];
    expect(asked).toEqual([...each, 'results', ...each]);
  });

  it('ask again for what could not be told', async () => {
    const { figures, asked } = listening();
    const remembered = rememberedFigures(figures);
    const unknown = { ...QUERY, indicator: 'unheard-of' };
    await expect(remembered.totals(unknown)).rejects.toMatchObject({ code: 'INDICATOR.UNKNOWN' });
    await expect(remembered.totals(unknown)).rejects.toMatchObject({ code: 'INDICATOR.UNKNOWN' });
    expect(asked).toEqual(['totals', 'totals']);
  });

  it('carry over a change what does not hang on it, and nothing where nobody knows what was changed', async () => {
    const { figures, asked } = listening();
    const memory = emptyMemory();
    const ask = async (of: typeof memory) => {
      const remembered = rememberedFigures(figures, of);
      await remembered.totals(QUERY);
      await remembered.totals({ ...QUERY, indicator: 'people-informed' });
      await remembered.funding({ type: 'disbursement', by: 'donor', filter: {} });
      await remembered.programCounts({ filter: {}, begunBy: null });
      await remembered.programs({ filter: { country: 'CL' }, begunBy: null }, { limit: 5 });
      return asked.splice(0);
    };
    const all = ['totals', 'totals', 'funding', 'programCounts', 'programs'];
    expect(await ask(memory)).toEqual(all);
    const touched = (tables: readonly string[], ...indicators: readonly string[]) => ({
      tables: new Set(tables),
      indicators: new Set(indicators),
    });
    const figure = touched(['results', 'result_parts'], 'officials-trained');
    expect(await ask(carriedOver(memory, figure))).toEqual(['totals', 'programs']);
    expect(await ask(carriedOver(memory, touched(['narratives'])))).toEqual(['programs']);
    expect(await ask(carriedOver(memory, touched(['results', 'programs'], 'people-informed')))).toEqual(all);
    expect(await ask(carriedOver(memory, touched(['transactions'])))).toEqual(all);
    expect(await ask(carriedOver(memory, null))).toEqual(all);
    // What was open before is not touched by it.
    expect(await ask(memory)).toEqual([]);
  });

  it('ask of all indicators for those alone that have changed, again and again', async () => {
    const { figures } = listening();
    const asked: unknown[] = [];
    const counting: Figures = {
      ...figures,
      indicatorTotals: (query) => {
        asked.push(query.filter.indicator ?? 'all');
        return figures.indicatorTotals(query);
      },
    };
    const query = { kind: 'actual', filter: { to: '2017-12-31' } } as const;
    const touched = (...indicators: readonly string[]) => ({
      tables: new Set(['results']),
      indicators: new Set(indicators),
    });
    const first = emptyMemory();
    const told = await rememberedFigures(counting, first).indicatorTotals(query);
    const all = told.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1));
    // Two changes in a row before anybody asks.
    const second = carriedOver(carriedOver(first, touched('officials-trained')), touched('people-informed'));
    expect(await rememberedFigures(counting, second).indicatorTotals(query)).toEqual(all);
    expect(await rememberedFigures(counting, second).indicatorTotals(query)).toEqual(all);
    expect(asked).toEqual(['all', ['people-informed', 'officials-trained']]);
  });
});
