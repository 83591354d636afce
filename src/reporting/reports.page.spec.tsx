import { renderToString } from 'preact-render-to-string';
import type { Block } from '../core/report/block.ts';
import { rowPage } from '../core/row-page.ts';
import { edition } from '../web/edition.ts';
import { DEFAULT_SITE } from '../web/fixtures/site.ts';
import type { FilterChoice } from '../web/parts/choice-field.tsx';
import { ReportsPage } from './reports.page.tsx';

const issues: Block = {
  id: 'issues',
  title: 'Issued',
  subtitle: '',
  chart: null,
  columns: [],
  rows: [],
  total: null,
  notes: [],
  illustrative: false,
};

/** The page of a portfolio with so many donors. */
function pageOf(donors: number): string {
  const choices = {
    pillars: [{ value: 'democracy', label: 'Democracy' }],
    countries: [{ value: 'CR', label: 'Costa Rica' }],
    regions: [],
    donors: Array.from({ length: donors }, (_, at): FilterChoice => ({ value: `d-${at}`, label: `D ${at}` })),
    indicators: [],
  };
  const page = ReportsPage({
    edition: edition('en', 'screen'),
    url: '/reports',
    site: DEFAULT_SITE,
    assets: { stylesheet: '/a.css', script: null, fonts: [] },
    signedIn: { role: 'manager', name: 'Ana', rights: { hasReports: 'all' }, organisations: [] } as never,
    own: [],
    periods: ['2017-06'],
    choices,
    issues,
    issued: rowPage([], String),
  });
  return renderToString(page);
}

describe('ReportsPage', () => {
  it('lists forty donors to choose from, and has the name of one of more typed', () => {
    // Both the portfolio report and the donor funding summary take a donor.
    expect(pageOf(40).match(/<option value="d-/g)).toHaveLength(80);
    const many = pageOf(400);
    expect(many).not.toContain('d-1');
    expect(many).toMatch(/<input id="portfolio-donor" type="text" name="donor" placeholder="All donors"/);
    expect(many).toMatch(/<input id="donor-funding-summary-donor" type="text"[^>]* required/);
    expect(many.length).toBe(pageOf(4_000).length);
  });
});
