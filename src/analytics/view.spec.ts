import { parsePeriod } from '../core/period.ts';
import { resultsBlock } from './blocks/results.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { listedPrograms } from './programs-in-view.ts';
import { doneFilter, isKnownAtCutOff, type View } from './view.ts';

describe('the cut-off (rule 1)', () => {
  it.each([
    ['today', {}, '2017-06-30'],
    ['the end of the window', { to: '2016-12-31' }, '2016-12-31'],
    ['today, where the window ends tomorrow or later', { to: '2017-07-01' }, '2017-06-30'],
    ['today, where the window ends in another century', { to: '2999-12-31' }, '2017-06-30'],
  ])('is %s', (_, filter, cutOff) => {
    const view = makeReferenceView({ filter });
    expect(view.cutOff).toBe(cutOff);
    expect(doneFilter(view).to).toBe(cutOff);
  });

  it('is not later than today for a period that is not over', () => {
    const period = { key: '2017', kind: 'year', from: '2017-01-01', to: '2017-12-31' } as const;
    expect(makeReferenceView({ period }).cutOff).toBe('2017-06-30');
  });

  it('ends no window before it begins', async () => {
    const { subtitle, rows } = await resultsBlock(
      makeReferenceView({ filter: { from: '2099-01-01' } }),
      'officials-trained',
      'country',
    );
    expect(subtitle).toContain('periods that ended since 1 January 2099');
    expect(rows).toEqual([]);
  });
});

describe('a programme that begins after the cut-off (rule 11)', () => {
  // The plan of Costa Rica within TOUR begins on 20 July 2017.
  const june = parsePeriod('2017-06');
  const july = { ...parsePeriod('2017-07'), to: '2017-07-20' };
  const listed = (view: View) => view.figures.programs(listedPrograms(view));
  const shown = async (view: View) => {
    const { top, total, rows } = await listed(view);
    return [top, total, rows.some(({ code }) => code === 'TOUR-CR')];
  };

  it('is not in a report of that day', async () => {
    expect(await shown(makeReferenceView({ period: june }))).toEqual([12, 16, false]);
    expect(await shown(makeReferenceView({ period: july, today: '2017-07-20' }))).toEqual([12, 17, true]);
  });

  it('is not on the fact sheet of its country', async () => {
    const sheet = async (period: typeof june, today: string) => {
      const { rows } = await listed(makeReferenceView({ period, today, filter: { country: 'CR' } }));
      return rows.map(({ code }) => code);
    };
    expect(await sheet(june, '2017-06-30')).not.toContain('TOUR-CR');
    expect(await sheet(july, '2017-07-20')).toContain('TOUR-CR');
  });

  it('is on pages, which people look for it on', async () => {
    expect(await shown(makeReferenceView())).toEqual([12, 17, true]);
  });
});

describe('the two dates (rule 1)', () => {
  const at = (moment: string) => ({ at: new Date(moment), asked: null, timeZone: 'America/New_York' });

  it.each([
    ['the last minute of the cut-off day where reports reckon', '2017-07-01T03:59:00Z', true],
    ['the first minute after it', '2017-07-01T04:00:00Z', false],
    ['a year later', '2018-06-30T12:00:00Z', false],
  ])('are the same day at %s', (_, moment, same) => {
    expect(isKnownAtCutOff(makeReferenceView({ known: at(moment) }))).toBe(same);
  });
});
