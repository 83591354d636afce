import fc from 'fast-check';
import { parsePeriod } from '../period.ts';
import { isOwnPeriod, lastDayOf, ownReportName, ownSlugOf, ownWindow, paragraphsOf } from './own-report.ts';

const JUNE = parsePeriod('2017-06');

describe('the name of a report of one’s own', () => {
  it('leads back to what it is kept under', () => {
    const slugs = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    fc.assert(fc.property(slugs, (slug) => ownSlugOf(ownReportName(slug)) === slug));
  });

  it.each(['portfolio', 'own:', 'own:A', 'own:a b', 'own:a/b', 'own:-a', 'own:a-', 'xown:a'])(
    '%s is none',
    (name) => expect(ownSlugOf(name)).toBeNull(),
  );
});

describe('the days that it is about', () => {
  it.each([
    ['asked', { from: '2017-06-01', to: '2017-06-30' }],
    ['this-year', { from: '2017-01-01', to: '2017-12-31' }],
    ['last-quarter', { from: '2017-01-01', to: '2017-03-31' }],
    ['last-12-months', { from: '2016-07-01', to: '2017-06-30' }],
    ['this-fiscal-year', { from: '2016-10-01', to: '2017-09-30' }],
    ['to-date', {}],
    ['2015', { from: '2015-01-01', to: '2015-12-31' }],
    ['2017-Q1', { from: '2017-01-01', to: '2017-03-31' }],
  ])('%s moves with the period asked for, or stays', (period, days) => {
    expect(isOwnPeriod(period)).toBe(true);
    expect(ownWindow(period, JUNE, 10)).toEqual(days);
  });

  it('takes no other name', () => {
    expect(['', 'yesterday', '2017-13'].filter(isOwnPeriod)).toEqual([]);
    expect(() => ownWindow('yesterday', JUNE, 1)).toThrow('is not a period');
  });

  it('end with the window, and never after the day of asking', () => {
    expect(lastDayOf({ to: '2015-12-31' }, '2017-06-30')).toBe('2015-12-31');
    expect(lastDayOf({ to: '2017-12-31' }, '2017-06-30')).toBe('2017-06-30');
    expect(lastDayOf({}, '2017-06-30')).toBe('2017-06-30');
  });
});

describe('words that were typed', () => {
  it('are paragraphs between blank lines, and keep their own line ends', () => {
    expect(paragraphsOf('One.\n\nTwo,\nand more. ')).toEqual(['One.', 'Two,\nand more.']);
    expect(paragraphsOf('One.\r\n \r\n\r\nTwo.')).toEqual(['One.', 'Two.']);
    expect(paragraphsOf(' \n ')).toEqual([]);
  });
});
