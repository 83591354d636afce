import { DomainError } from '../../core/errors.ts';
import { OWN_SECTIONS } from '../../core/report/own-report.ts';
import {
  EMPTY_OWN_REPORT,
  FIXED,
  type GivenOwnReport,
  givenOf,
  ownReportFields,
  understand,
  understoodWhole,
} from './own-report-form.ts';

const given: GivenOwnReport = {
  ...EMPTY_OWN_REPORT,
  title: '  Ports of   the south ',
  use: ['gaps', 'trend', 'map', 'nonsense'],
  sections: {
    ...EMPTY_OWN_REPORT.sections,
    gaps: { order: '1', heading: '', text: '' },
    trend: { order: '3', heading: ' Year after\n year ', text: ' One.\n\nTwo. ' },
    map: { order: '', heading: '', text: '' },
  },
};

const readOwnReport = (form: GivenOwnReport) => understoodWhole(understand(form));

/** What is wrong with a form, each with its field. */
function refusalsOf(form: GivenOwnReport): readonly (readonly [string, string | undefined])[] {
  try {
    readOwnReport(form);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { each = [error] } = error.options;
    return each.map(({ code, options }) => [code, options.faults?.[0]?.parameter]);
  }
}

describe('the form of a report', () => {
  it('is read in the order of its numbers, what has none last', () => {
    expect(readOwnReport(given)).toEqual({
      title: 'Ports of the south',
      definition: {
        introduction: '',
        period: 'asked',
        indicators: [],
        filter: {},
        sections: [
          { name: 'gaps', heading: '', text: '' },
          { name: 'trend', heading: 'Year after year', text: 'One.\n\nTwo.' },
          { name: 'map', heading: '', text: '' },
        ],
      },
    });
  });

  it('comes back as it was kept', () => {
    const full: GivenOwnReport = {
      ...given,
      period: FIXED,
      fixed: '2016',
      indicators: ['officials-trained'],
      filter: { pillar: [], country: ['CR', 'CL'], donor: [], program: ['NET-POL'] },
    };
    const read = readOwnReport(full);
    expect(read.definition.filter).toEqual({ country: ['CR', 'CL'], program: ['NET-POL'] });
    expect(readOwnReport(givenOf(read))).toEqual(read);
    expect(givenOf(read)).toMatchObject({ period: FIXED, fixed: '2016' });
    expect(givenOf(read).sections.map).toEqual({ order: '3', heading: '', text: '' });
  });

  it.each<[string, Partial<GivenOwnReport>, string, string]>([
    ['no title', { title: ' ' }, 'OWN_REPORT.TITLE', 'title'],
    ['a title without end', { title: 'x'.repeat(121) }, 'OWN_REPORT.TITLE', 'title'],
    ['a long introduction', { introduction: 'x'.repeat(4001) }, 'OWN_REPORT.TOO_LONG', 'introduction'],
    ['no section', { use: [] }, 'OWN_REPORT.NO_SECTION', 'use'],
    ['no period', { period: FIXED, fixed: 'June' }, 'OWN_REPORT.PERIOD', 'fixed'],
    ['no period at all', { period: '', fixed: '' }, 'OWN_REPORT.PERIOD', 'fixed'],
    ['many indicators', { indicators: [...'abcdefg'] }, 'OWN_REPORT.INDICATORS', 'indicator'],
  ])('names the field of %s', (_, change, code, field) => {
    expect(refusalsOf({ ...given, ...change })).toEqual([[code, field]]);
  });

  it('names all that is wrong at once, in the order of the form', () => {
    const sections = {
      ...given.sections,
      gaps: { order: 'last', heading: 'x'.repeat(121), text: '' },
      trend: { order: '0', heading: '', text: 'x'.repeat(4001) },
    };
    const wrong = { title: '', introduction: 'x'.repeat(4001), period: FIXED, fixed: 'June', sections };
    expect(refusalsOf({ ...given, ...wrong, indicators: [...'abcdefg'] })).toEqual([
      ['OWN_REPORT.TITLE', 'title'],
      ['OWN_REPORT.TOO_LONG', 'introduction'],
      ['OWN_REPORT.PERIOD', 'fixed'],
      ['OWN_REPORT.INDICATORS', 'indicator'],
      ['OWN_REPORT.ORDER', 'order-trend'],
      ['OWN_REPORT.TOO_LONG', 'text-trend'],
      ['OWN_REPORT.ORDER', 'order-gaps'],
      ['OWN_REPORT.TOO_LONG', 'heading-gaps'],
    ]);
  });

  it.each(['0', '100', 'first', '1.5', '-1'])('takes no place called %s', (order) => {
    const sections = { ...given.sections, trend: { order, heading: '', text: '' } };
    expect(refusalsOf({ ...given, sections })).toEqual([['OWN_REPORT.ORDER', 'order-trend']]);
  });

  it('asks nothing of sections that were not ticked', () => {
    const sections = { ...given.sections, 'by-donor': { order: 'last', heading: '', text: '' } };
    expect(refusalsOf({ ...given, sections })).toEqual([]);
  });

  it('takes what a browser sends: one box, several, or none, and either button', () => {
    const { given: read, isPreview } = ownReportFields.parse({
      title: 'Ports',
      period: 'asked',
      country: ['', 'CR', 'CL'],
      donor: 'canada',
      use: 'trend',
      'order-trend': '2',
      'text-trend': 'Up.',
      do: 'preview',
    });
    expect(isPreview).toBe(true);
    expect(read.filter).toEqual({ pillar: [], country: ['CR', 'CL'], donor: ['canada'], program: [] });
    expect(read.use).toEqual(['trend']);
    expect(read.sections.trend).toEqual({ order: '2', heading: '', text: 'Up.' });
    expect(read.shared).toBe(false);
    expect(Object.keys(read.sections)).toEqual([...OWN_SECTIONS]);
  });

  it('takes no NUL, which no database does', () => {
    expect(ownReportFields.safeParse({ title: 'a\0b' }).success).toBe(false);
    expect(ownReportFields.safeParse({ 'text-trend': 'a\0b' }).success).toBe(false);
  });
});
