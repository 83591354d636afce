import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { pagesOf } from './pages-in-memory.ts';

const ask = pagesOf(referencePortfolio);

describe('the page of figures', () => {
  it('has a form for each of its filters, and shows what is chosen', async () => {
    const html = await ask('/results?kind=actual&indicator=officials-trained&by=country&key=CR');
    for (const name of [
      'pillar',
      'country',
      'donor',
      'program',
      'indicator',
      'period',
      'from',
      'to',
      'as-of',
    ])
      expect([name, html.includes(`name="${name}"`)]).toEqual([name, true]);
    // What says which rows they are is kept while it is narrowed.
    for (const [name, value] of [
      ['kind', 'actual'],
      ['by', 'country'],
      ['key', 'CR'],
    ])
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    expect(html).toMatch(/class="chip"[^>]*>Indicator: Officials-trained/);
  });

  it('is of another time by one press, which the others keep and its heading says', async () => {
    const html = await ask('/results?kind=actual&indicator=officials-trained');
    expect(html).toMatch(
      /href="\/results\?kind=actual&amp;indicator=officials-trained"[^>]*aria-current="true"/,
    );
    const other = '/results?kind=actual&amp;indicator=officials-trained&amp;period=2017';
    expect(html).toContain(`href="${other}"`);
    const year = await ask(other.replaceAll('&amp;', '&'));
    expect(year).toMatch(/aria-current="true"[^>]*>2017/);
    expect(year).toMatch(/class="kicker">[^<]* · 2017</);
    expect(await ask('/results?period=2017')).toMatch(/class="kicker">2017</);
    expect(await ask('/results')).not.toContain('class="kicker"');
  });

  it('holds nothing beside another time', async () => {
    expect(await ask('/results?period=2017')).not.toContain('compare=');
  });
});
