import { importCsv } from '../support/import.ts';
import { PagesWorld } from './access/pages.fixture.ts';

const INDICATORS = `indicator,unit,measure,combine_time,combine_place,reports_every
officials trained,people,count,sum,sum,month
`;
const RESULTS = `program,indicator,unit,kind,country_or_region,period_start,period_end,value
MAR-CR,officials trained,people,actual,CR,2017-04,2017-04,30
`;

describe('what is due, on pages', () => {
  let world: PagesWorld;

  beforeAll(async () => {
    world = await PagesWorld.start();
    const { db } = world.app.database;
    await importCsv(db, 'indicators', INDICATORS);
    await importCsv(db, 'programs', 'code,title,status,parent\nMAR-CR,Ports,ongoing,MAR\n');
    await importCsv(db, 'results', RESULTS);
    await world.member('officer@example.org', { role: 'officer', programs: ['MAR'] });
    await world.member('manager@example.org', { role: 'manager' });
    await world.member('donor@example.org', { role: 'donor', organisations: ['canada'] });
  });
  afterAll(() => world.app.close());

  const page = async (email: string, url: string) => {
    const visit = await world.signedIn(email);
    return (await visit.get(url)).body.replaceAll('&amp;', '&');
  };

  it('leads an officer to the form, filled in, and to the table of the programme', async () => {
    const desk = await page('officer@example.org', '/desk?lang=en');
    expect(desk).toContain('Officials trained · Ports · Costa Rica · June 2017');
    expect(desk).toContain(
      'href="/entry/results?program=MAR-CR&indicator=officials+trained&kind=actual&country_or_region=CR&period_start=2017-06&period_end=2017-06&lang=en"',
    );
    // May and June of Costa Rica are due, and stand in one table.
    expect(desk).toContain(
      'href="/entry/table?program=MAR-CR&across=months&period=2017&place=CR&indicators=officials+trained&lang=en"',
    );
    expect(desk).not.toContain('id="late-rows"');
  });

  it('tells a manager who is late, and whom to ask', async () => {
    const desk = await page('manager@example.org', '/desk?lang=en');
    expect(desk).toMatch(
      /Ports<\/a><\/th><td[^>]*>2 figures<\/td><td[^>]*><div>Ana Lima · <a href="\/reminders\?program=MAR-CR&lang=en"/,
    );
    expect(desk).not.toContain('id="due-rows"');
  });

  it('leads a manager to approvals where nothing waits, and says what is entered behind each link', async () => {
    const desk = await page('manager@example.org', '/desk?lang=en');
    expect(desk).toContain('Nothing waits for approval.');
    expect(desk).toContain('href="/approvals?lang=en">Go to approvals</a>');
    const [, links = ''] = /<ul class="entry-kinds">(.*?)<\/ul>/s.exec(desk) ?? [];
    const told = [
      ...links.matchAll(/<li><a href="([^?"]+)[^>]*>([^<]+)<\/a><span[^>]*>[^<]+\.<\/span><\/li>/g),
    ];
    expect(told.map(([, path, name]) => [path, name])).toEqual([
      ['/entry/programs', 'Programme'],
      ['/entry/program-countries', 'Country of a programme'],
      ['/entry/program-organisations', 'Organisation of a programme'],
      ['/entry/organisations', 'Organisation'],
      ['/entry/indicators', 'Indicator'],
      ['/entry/shares', 'Shares of a programme'],
      ['/gaps', 'All gaps in the record'],
    ]);
  });

  it('leads from a gap to its form whoever enters figures, of now, and nobody else', async () => {
    const form = 'class="gap-form"';
    expect(await page('officer@example.org', '/?lang=en')).toContain(form);
    expect(await page('manager@example.org', '/programs/MAR?lang=en')).toContain(
      'href="/entry/programs?ref=MAR&lang=en"',
    );
    expect(await page('manager@example.org', '/?block=gap-undated&lang=en')).toContain('Add date');
    const cards = await page('manager@example.org', '/?lang=en');
    // What is heard begins with what is read, and says of what.
    expect(cards).toMatch(/aria-label="Add donor: [^"]+"[^>]*>Add donor<\/a>/);
    expect(cards).toMatch(/<\/ul><p class="gaps-ask"><a href="\/gaps/);
    const missing = await page('manager@example.org', '/gaps?lang=en');
    expect(missing).toMatch(/aria-label="Enter result: [^"]+"[^>]*>Enter result<\/a>/);
    expect(missing).not.toContain('Open the form');
    expect(await page('manager@example.org', '/?as-of=2030-01-01&lang=en')).not.toContain(form);
    expect(await page('donor@example.org', '/?lang=en')).not.toContain(form);
  });
});
