import { ROLE_RIGHTS } from '../access/fixtures/role-rights.ts';
import { DomainError } from '../core/errors.ts';
import { donorScope } from '../core/fixtures/scopes.ts';
import type { OwnReport } from '../core/report/own-report.ts';
import { EVERYTHING } from '../core/visibility/scope.ts';
import { orderFor, type ReportRequest, readOwnRequest, readRequest } from './report-request.ts';

const TODAY = '2017-07-01';
const portfolio: ReportRequest = { report: 'portfolio', period: '2017-06' };

function refusal(request: ReportRequest, today = TODAY) {
  try {
    return readRequest(request, ROLE_RIGHTS, today);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return {
      code: error.code,
      kind: error.options.kind,
      message: error.message,
      remedy: error.options.remedy,
    };
  }
}

describe('a report that is asked for', () => {
  it('has the annexes that it names, each once and in their order', () => {
    const annexes = (annex: string) => readRequest({ ...portfolio, annex }, ROLE_RIGHTS, TODAY).annexes;
    expect(annexes('gaps, programs,gaps')).toEqual(['programs', 'gaps']);
    expect(annexes('')).toEqual([]);
  });

  it('is in English on A4 and of everything, unless it says otherwise', () => {
    expect(readRequest(portfolio, ROLE_RIGHTS, TODAY)).toEqual({
      report: 'portfolio',
      own: null,
      period: { key: '2017-06', kind: 'month', from: '2017-06-01', to: '2017-06-30' },
      cutOff: '2017-06-30',
      asOf: null,
      running: false,
      filter: {},
      about: '',
      scope: EVERYTHING,
      language: 'en',
      paper: 'a4',
      annexes: [],
    });
    expect(
      readRequest({ ...portfolio, lang: 'pt', paper: 'letter', pillar: 'democracy' }, ROLE_RIGHTS, TODAY),
    ).toMatchObject({
      filter: { pillar: 'democracy' },
      language: 'pt',
      paper: 'letter',
    });
  });

  it('covers a quarter and a year', () => {
    expect(readRequest({ ...portfolio, period: '2017-Q1' }, ROLE_RIGHTS, TODAY).cutOff).toBe('2017-03-31');
    expect(readRequest({ ...portfolio, period: '2016' }, ROLE_RIGHTS, TODAY).cutOff).toBe('2016-12-31');
  });

  it('of a period that is running goes up to today, and says so', () => {
    const june15 = readRequest(portfolio, ROLE_RIGHTS, '2017-06-15');
    expect(june15).toMatchObject({ running: true, cutOff: '2017-06-15' });
    expect(june15.period).toEqual({ key: '2017-06', kind: 'month', from: '2017-06-01', to: '2017-06-15' });
    // The last day may still bring something.
    expect(readRequest(portfolio, ROLE_RIGHTS, '2017-06-30')).toMatchObject({
      running: true,
      cutOff: '2017-06-30',
    });
    expect(readRequest(portfolio, ROLE_RIGHTS, '2017-07-01').running).toBe(false);
    expect(readRequest(portfolio, ROLE_RIGHTS, '2017-06-01').cutOff).toBe('2017-06-01');
  });

  it('is read with the eyes of the donor that it is of', () => {
    const canada: ReportRequest = { report: 'donor-funding-summary', period: '2017-06', donor: 'canada' };
    expect(readRequest(canada, ROLE_RIGHTS, TODAY)).toMatchObject({
      filter: { donor: 'canada' },
      about: 'canada',
      scope: donorScope('canada'),
    });
    expect(readRequest({ ...portfolio, donor: 'canada' }, ROLE_RIGHTS, TODAY).scope).toEqual(EVERYTHING);
  });

  it('says of a moment before the period that it was then, and not that it is today', () => {
    const early = new Date('2017-01-01T23:59:59Z');
    expect(() => readRequest(portfolio, ROLE_RIGHTS, '2017-01-01', early)).toThrow(
      'The period 2017-06 begins on 2017-06-01: as known on 2017-01-01 there was nothing to report yet.',
    );
  });

  it.each([
    [{ ...portfolio, report: 'portfolios' }, 'REPORT.UNKNOWN', 'missing', 'There is no report "portfolios".'],
    [{ ...portfolio, report: 'toString' }, 'REPORT.UNKNOWN', 'missing', 'There is no report "toString".'],
    [{ ...portfolio, period: '2017-13' }, 'REPORT.UNKNOWN_PERIOD', 'call', '"2017-13" is not a period.'],
    [{ ...portfolio, period: '' }, 'REPORT.UNKNOWN_PERIOD', 'call', '"" is not a period.'],
    [{ ...portfolio, lang: 'de' }, 'REPORT.UNKNOWN_LANGUAGE', 'call', 'There is no language "de".'],
    [{ ...portfolio, paper: 'A4' }, 'REPORT.UNKNOWN_PAPER', 'call', 'There is no paper "A4".'],
    [
      { ...portfolio, annex: 'programs,sheets' },
      'REPORT.UNKNOWN_ANNEX',
      'call',
      'There is no such annex: "programs,sheets".',
    ],
    [
      { ...portfolio, period: '2017-07' },
      'REPORT.NOT_BEGUN',
      'call',
      'The period 2017-07 begins on 2017-07-01, and today is 2017-06-30: there is nothing to report yet.',
    ],
    [
      { report: 'country-fact-sheet', period: '2017-06' },
      'REPORT.SCOPE',
      'call',
      'country-fact-sheet needs a country.',
    ],
    [
      { report: 'donor-funding-summary', period: '2017-06', country: 'CR' },
      'REPORT.SCOPE',
      'call',
      'donor-funding-summary needs a donor.',
    ],
    [
      { report: 'country-fact-sheet', period: '2017-06', country: 'CR', donor: 'canada' },
      'REPORT.SCOPE',
      'call',
      'country-fact-sheet takes no donor.',
    ],
    [
      { ...portfolio, country: 'not-recorded' },
      'REPORT.SCOPE',
      'call',
      '"not-recorded" is no country of its own.',
    ],
  ])('is refused: %j', (request, code, kind, message) => {
    const refused = refusal(request, '2017-06-30');
    expect(refused).toMatchObject({ code, kind, message });
    expect(refused).toHaveProperty('remedy', expect.stringMatching(/\.$/));
  });
});

describe('a report that somebody has put together', () => {
  const own = (period: string, filter: OwnReport['definition']['filter'] = {}): OwnReport => ({
    slug: 'ports',
    title: 'Ports',
    definition: {
      introduction: '',
      period,
      indicators: [],
      filter,
      sections: [{ name: 'trend', heading: '', text: '' }],
    },
  });
  const canada = donorScope('canada');
  const read = (report: OwnReport, request: Partial<ReportRequest> = {}, reader = EVERYTHING) =>
    readOwnRequest({ report: 'own:ports', period: '2017-06', ...request }, report, {
      roles: ROLE_RIGHTS,
      reader,
      today: TODAY,
      fiscalMonth: 10,
    });

  it.each([
    ['asked', { from: '2017-06-01', to: '2017-06-30' }, '2017-06-30'],
    ['this-year', { from: '2017-01-01', to: '2017-12-31' }, '2017-06-30'],
    ['last-year', { from: '2016-01-01', to: '2016-12-31' }, '2016-12-31'],
    ['FY2017', { from: '2016-10-01', to: '2017-09-30' }, '2017-06-30'],
    ['to-date', {}, '2017-06-30'],
  ])('is about %s by the end of the period that is asked for', (period, window, cutOff) => {
    expect(read(own(period))).toMatchObject({ own: { window }, cutOff, report: 'own:ports' });
  });

  it('cannot be about days that have not begun', () => {
    expect(() => read(own('2018'))).toThrow('begins on 2018-01-01');
  });

  it('is read with the eyes of whoever asks, or of the donor that it is asked for of', () => {
    expect(read(own('asked'), {}, canada).scope).toBe(canada);
    expect(read(own('asked'), { donor: 'canada' }).scope).toEqual(canada);
    const mine = read(own('asked'), {}, canada);
    expect(orderFor(canada, mine)).toBe(mine);
    const others = read(own('asked'), { donor: 'italy' }, canada);
    expect(() => orderFor(canada, others)).toThrow('There is no such report.');
  });

  it('may be narrowed further, and not to something else', () => {
    expect(read(own('asked', { country: ['CR', 'CL'] }), { country: 'CL' }).filter).toEqual({
      country: 'CL',
    });
    expect(() => read(own('asked', { country: ['CR', 'CL'] }), { country: 'AG' })).toThrow(
      'own:ports is about another country.',
    );
  });
});
