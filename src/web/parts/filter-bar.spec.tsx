import { renderToString } from 'preact-render-to-string';
import { edition } from '../edition.ts';
import { FilterBar, type FilterBarProps } from './filter-bar.tsx';

const props: FilterBarProps = {
  edition: edition('en', 'screen'),
  url: '/countries/CR?lang=en&by=month&donor=canada&from=2017-01-01',
  filter: { donor: 'canada', from: '2017-01-01' },
  choices: {
    pillars: [{ value: 'democracy', label: 'Democracy' }],
    countries: [{ value: 'CR', label: 'Costa Rica' }],
    regions: [{ value: 'region:caribbean', label: 'Caribbean' }],
    donors: [{ value: 'canada', label: 'Canada' }],
    indicators: [{ value: 'officials-trained', label: 'officials trained' }],
  },
};
const bar = (change: Partial<FilterBarProps> = {}) => renderToString(<FilterBar {...props} {...change} />);

describe('FilterBar', () => {
  it('asks for the same page, and keeps what the address says besides the filters', () => {
    expect(bar()).toContain('<form class="filter-fields" method="get" action="/countries/CR">');
    const hidden = [...bar().matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(hidden).toEqual([
      ['lang', 'en'],
      ['by', 'month'],
    ]);
  });

  it('labels every field and shows what is chosen', () => {
    const ids = [...bar().matchAll(/<(?:select|input) id="([\w-]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      'filter-pillar',
      'filter-country',
      'filter-donor',
      'filter-donor-2',
      'filter-indicator',
      'filter-period',
      'filter-from',
      'filter-to',
      'filter-as-of',
    ]);
    for (const id of ids.filter((each) => !each?.endsWith('-2')))
      expect(bar()).toContain(`<label for="${id}">`);
    expect(bar()).toMatch(/<input id="filter-donor-2"[^>]* aria-label="Donor, another one"/);
    expect(bar()).toContain('<option value="canada" selected>Canada</option>');
    expect(bar()).toContain(
      '<optgroup label="Regions"><option value="region:caribbean">Caribbean</option></optgroup>',
    );
    expect(bar()).toContain('<input id="filter-from" type="date" name="from" value="2017-01-01"/>');
  });

  it('shows each active filter with a way to remove it alone, and all of them', () => {
    expect(bar()).toContain(
      '<a class="chip" href="/countries/CR?lang=en&amp;by=month&amp;from=2017-01-01" aria-label="Remove the filter Donor: Canada">Donor: Canada',
    );
    expect(bar()).toContain('From: 1 January 2017');
    expect(bar()).toContain('<a href="/countries/CR?lang=en&amp;by=month">Clear all</a>');
  });

  it('has a field for each of several values and for one more, and takes each away alone', () => {
    const html = bar({
      filter: { donor: ['canada', 'not-recorded'] },
      url: '/?donor=canada&donor=not-recorded&lang=en',
    });
    const fields = [...html.matchAll(/<(?:select|input) id="filter-donor[^>]*>/g)].map(([field]) => field);
    expect(fields.map((field) => /value="([^"]*)"/.exec(field)?.[1])).toEqual([
      undefined,
      'not-recorded',
      undefined,
    ]);
    expect(fields.every((field) => field.includes('name="donor"'))).toBe(true);
    expect(html).toContain(
      'href="/?donor=not-recorded&amp;lang=en" aria-label="Remove the filter Donor: Canada"',
    );
    expect(html).toContain(
      'href="/?donor=canada&amp;lang=en" aria-label="Remove the filter Donor: not-recorded"',
    );
    expect(html).toContain('<a href="/?lang=en">Clear all</a>');
  });

  it('shows a filter that is in no list by its code, rather than hide it', () => {
    const html = bar({
      filter: { donor: 'not-recorded', program: 'R1540' },
      url: '/?donor=not-recorded&program=R1540',
    });
    expect(html).toContain('Donor: not-recorded');
    expect(html).toContain('Programme: R1540');
    expect(html).toMatch(/<input id="filter-program"[^>]* name="program" value="R1540"/);
  });

  it('has no chips where nothing is filtered', () => {
    expect(bar({ filter: {}, url: '/' })).not.toContain('chip');
  });
});
