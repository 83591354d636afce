import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { donorScope } from '../../src/core/fixtures/scopes.ts';
import type { Program } from '../../src/core/program.ts';
import { pagesOf } from './pages-in-memory.ts';

const TOUR: Partial<Program> = {
  title: { en: 'Tourism Security Program' },
  summary: { en: 'It began in 2016. It is carried out by CICTE.' },
  summaryFor: 'everybody',
  objectives: { en: 'Safe tourism.' },
  beneficiaries: { en: 'Actors of tourism' },
  unit: 'CICTE',
};
const facts = {
  ...referencePortfolio,
  programs: referencePortfolio.programs.map((each) => (each.code === 'TOUR' ? { ...each, ...TOUR } : each)),
};
const mainOf = async (url: string, ask = pagesOf(facts)) => {
  const html = await ask(url);
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
};

describe('the page of a programme', () => {
  it('begins with what it is, when, and its figures; then come its facts, results, money and gaps', async () => {
    const html = await mainOf('/programs/TOUR');
    const places = [
      '<p class="kicker">Programme · Ongoing · 2016',
      '<h1>Tourism Security Program</h1>',
      'id="tile-officials-trained"',
      'id="targets"',
      'id="section-about"',
      'id="section-results"',
      'id="section-activities"',
      'id="section-funding"',
      'id="section-gaps"',
    ].map((each) => html.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('tells of its targets once, and of targets that are its own not whose they are', async () => {
    const html = await mainOf('/programs/NET-POL');
    const table = html.slice(html.indexOf('id="targets"'), html.indexOf('id="section-about"'));
    expect(table).not.toContain('>Programme<');
    expect(html).not.toContain('Targets set');
  });

  it('says the first sentence of its summary above its figures, and the others with its facts', async () => {
    const html = await mainOf('/programs/TOUR');
    expect(html).toContain('<p class="lede">It began in 2016.</p>');
    expect(html).toContain('<div class="prose"><p>It is carried out by CICTE.</p>');
    expect(await mainOf('/programs/NET-PREV')).toContain('<p class="lede">What it has achieved');
  });

  it('leaves out what is not recorded, and says in one line what that is, which leads to the gap', async () => {
    const html = await mainOf('/programs/TOUR');
    expect(html.slice(html.indexOf('id="section-about"'))).not.toContain('figure-missing');
    expect(html).toContain('<a href="#gap-not-filled-in">Not recorded: Additional information</a>');
    expect(html).toMatch(/<li>Additional information /);
  });

  it('tells a donor of texts that are kept no more than that there may be some', async () => {
    const html = await mainOf('/programs/NET-POL', pagesOf(facts, donorScope('italy')));
    expect(html).toContain('not recorded, or for the organisation alone.');
  });
});

describe('the list of programmes', () => {
  it('says of an activity whose it is, and claims no order that nobody sees', async () => {
    const html = await pagesOf(referencePortfolio)('/programs');
    const activities = [
      ...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]+)<\/a><span class="cell-remark">([^<]+)/g),
    ];
    expect(activities.map(([, name, whose]) => [name, whose])).toEqual([
      ['AVSEC-BB', 'Activity of AVSEC'],
      ['MAR-CL', 'Activity of MAR'],
      ['MAR-CR', 'Activity of MAR'],
      ['TOUR-AG', 'Activity of TOUR'],
      ['TOUR-CR', 'Activity of TOUR'],
    ]);
    expect(html).not.toContain('aria-sort="ascending"');
  });
});
